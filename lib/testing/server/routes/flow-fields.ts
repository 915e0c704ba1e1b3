import { readFlowText } from '../../flows/flow-store';
import type { EmulatedFlow } from '../../flows/flow-store';
import type { EmulatorState } from '../../model/emulator-state';
import { graphDate } from '../../model/graph-date';
import { textOf } from '../../model/json';
import type { JsonObject } from '../../model/json';
import { fieldNames, selectFields } from '../fields';
import { GraphRefusal, unknownNode } from '../graph-refusal';
import type { RouteContext, RouteRequest } from '../route.interface';

const PREVIEW_MS = 30 * 24 * 60 * 60 * 1000;
const DEFAULT_FIELDS = 'id,name,status,categories,validation_errors';
const CATEGORIES = [
  'SIGN_UP',
  'SIGN_IN',
  'APPOINTMENT_BOOKING',
  'LEAD_GENERATION',
  'SHOPPING',
  'CONTACT_US',
  'CUSTOMER_SUPPORT',
  'SURVEY',
  'OTHER',
];

/** The flow in the path. */
export function flowOf({ id, method }: RouteRequest, { state }: RouteContext): EmulatedFlow {
  const flow = state.flows.get(id);
  if (!flow) throw unknownNode(method, id);
  return flow;
}

/** A refusal with Meta's two texts. */
export function flowRefusal(code: number, title: string, message: string): GraphRefusal {
  return new GraphRefusal(code, { userTitle: title, userMessage: message });
}

/** The categories of a request, as a list or as JSON text. */
export function categoriesOf(value: unknown): string[] {
  const list: unknown = typeof value === 'string' ? listIn(value) : value;
  const isFine =
    Array.isArray(list) && list.length > 0 && list.every((each) => CATEGORIES.includes(String(each)));
  if (!isFine)
    throw new GraphRefusal(100, {
      message: `(#100) Param categories must be a non-empty list of {${CATEGORIES.join(', ')}}`,
    });
  return list.map(String);
}

function listIn(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return [text];
  }
}

/** Insists on a name that no other flow of the account has. */
export function checkName(name: string, wabaId: string, state: EmulatorState, own?: string): void {
  const other = state.flows.find(wabaId, name);
  if (other && other.id !== own)
    throw flowRefusal(
      100,
      'Flow name is not unique',
      'A flow with this name already exists in the account. Please choose another name.',
    );
}

/** A flow as Meta returns it, with the fields that were asked for. */
export function flowNode(
  flow: EmulatedFlow,
  fields: string | null,
  { state, previewBase }: { readonly state: EmulatorState; readonly previewBase: string },
): JsonObject {
  if (fieldNames(fields ?? '').includes('metric'))
    throw flowRefusal(139006, 'Metrics are not available', 'The flow has had too few requests for metrics.');
  const json = readFlowText(flow.flowJson);
  const blocked = flow.status === 'BLOCKED' || flow.status === 'DEPRECATED';
  const health = blocked ? 'BLOCKED' : flow.status === 'THROTTLED' ? 'LIMITED' : 'AVAILABLE';
  const node: JsonObject = {
    id: flow.id,
    name: flow.name,
    status: flow.status,
    categories: flow.categories,
    validation_errors: flow.validationErrors,
    json_version: textOf(json?.['version']),
    data_api_version: textOf(json?.['data_api_version']),
    data_channel_uri: textOf(json?.['data_channel_uri']),
    endpoint_uri: flow.endpointUri,
    preview: {
      preview_url: `${previewBase}/wa/manage/flows/${flow.id}/preview/?token=preview-${flow.previews}`,
      expires_at: graphDate(state.clock.now() + PREVIEW_MS),
    },
    whatsapp_business_account: { id: flow.wabaId },
    application: { id: flow.applicationId ?? state.webhookSetup.appId },
    health_status: {
      can_send_message: health,
      entities: [
        { entity_type: 'FLOW', id: flow.id, can_send_message: health },
        { entity_type: 'WABA', id: flow.wabaId, can_send_message: 'AVAILABLE' },
      ],
    },
    updated_at: graphDate(flow.updatedAt),
  };
  return selectFields(node, fields, { type: 'WhatsAppFlow', defaults: DEFAULT_FIELDS });
}
