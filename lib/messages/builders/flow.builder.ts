import type { OutboundFlowParameters } from '../../wire/outbound/interactive';
import type { SendFlowDto } from '../dto/flow.dto';
import { defined } from './defined';
import type { InteractiveMessage } from './interactive.builder';
import { body, footer, header, interactiveMessage } from './interactive.builder';

/** Button that opens a flow. The data of the first screen is passed on as it is. */
export function buildFlow(input: SendFlowDto): InteractiveMessage {
  const parameters = defined<OutboundFlowParameters>({
    flow_message_version: '3',
    flow_id: input.flowId,
    flow_name: input.flowName,
    flow_cta: input.cta,
    flow_token: input.token,
    mode: input.mode,
    flow_action: input.action,
    flow_action_payload: firstScreen(input),
  });
  return interactiveMessage(input, {
    type: 'flow',
    ...header(input.header),
    ...body(input.body),
    ...footer(input.footer),
    action: { name: 'flow', parameters },
  });
}

function firstScreen({ screen, data }: SendFlowDto): OutboundFlowParameters['flow_action_payload'] {
  if (screen == null && data == null) return undefined;
  return defined<NonNullable<OutboundFlowParameters['flow_action_payload']>>({ screen, data });
}
