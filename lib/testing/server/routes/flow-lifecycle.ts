import { readFlowText } from '../../flows/flow-store';
import type { EmulatedFlow } from '../../flows/flow-store';
import { textOf } from '../../model/json';
import type { RouteContext, RouteHandler } from '../route.interface';
import { flowOf, flowRefusal } from './flow-fields';

const isActive = (payload: unknown): boolean =>
  (payload as { data?: { status?: unknown } } | undefined)?.data?.status === 'active';

/**
 * Meta's checks before a flow is published. The endpoint is asked for its health when one is connected.
 * @throws GraphRefusal 139002
 */
export async function assertPublishable(flow: EmulatedFlow, context: RouteContext): Promise<void> {
  const { state, flows } = context;
  const refuse = (message: string): Error => flowRefusal(139002, "Flow can't be published", message);
  if (flow.status !== 'DRAFT') throw refuse(`The flow is ${flow.status}; only drafts can be published.`);
  const json = readFlowText(flow.flowJson);
  if (!json) throw refuse('The flow has no Flow JSON.');
  if (flow.validationErrors.length > 0) throw refuse('The Flow JSON has validation errors.');
  if (textOf(json['data_api_version']) === undefined) return;
  if (flow.endpointUri === undefined)
    throw refuse('You need to set the endpoint_uri before you can publish.');
  const numbers = [...state.numbers.values()].filter(({ wabaId }) => wabaId === flow.wabaId);
  const keyed = numbers.find(({ phoneNumberId }) => state.numberRecords.of(phoneNumberId).publicKey);
  if (!keyed) throw refuse('You need to upload and sign a public key for a phone number first.');
  if (flows.endpoint.url === undefined) return;
  const { phoneNumberId } = keyed;
  const answer = await flows.request({ version: '3.0', action: 'ping' }, { phoneNumberId });
  if (answer.status !== 200 || !isActive(answer.payload))
    throw refuse('The endpoint did not answer the health check.');
}

/** Makes the JSON of a flow what messages open. */
export function markPublished(flow: EmulatedFlow, { state }: RouteContext): void {
  state.flows.put({
    ...flow,
    status: 'PUBLISHED',
    publishedJson: flow.flowJson,
    updatedAt: state.clock.now(),
  });
}

/** `POST /{flow}/publish`. */
export const publishFlow: RouteHandler = async (request, context) => {
  const flow = flowOf(request, context);
  await assertPublishable(flow, context);
  markPublished(flow, context);
  return {
    body: { success: true },
    after: async () => {
      await context.flows.report(flow, 'PUBLISHED', flow.status);
    },
  };
};

/** `POST /{flow}/deprecate`: published flows only, for good. */
export const deprecateFlow: RouteHandler = (request, context) => {
  const flow = flowOf(request, context);
  if (!['PUBLISHED', 'THROTTLED'].includes(flow.status))
    throw flowRefusal(139003, "Flow can't be deprecated", 'Only published flows can be deprecated.');
  context.state.flows.put({ ...flow, status: 'DEPRECATED', updatedAt: context.state.clock.now() });
  return {
    body: { success: true },
    after: async () => {
      await context.flows.report(flow, 'DEPRECATED', flow.status);
    },
  };
};
