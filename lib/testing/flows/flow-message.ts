import { EmulatorError } from '../emulator.error';
import type { BusinessMessage } from '../model/business-message';
import type { EmulatorState } from '../model/emulator-state';
import { isObject, textOf } from '../model/json';
import type { JsonObject } from '../model/json';
import { FlowDefinition } from './flow-definition';
import { readFlowText } from './flow-store';
import type { EmulatedFlow } from './flow-store';

/** A message that opens a flow, as the WhatsApp client reads it. */
export interface FlowMessage {
  readonly message: BusinessMessage;
  readonly definition: FlowDefinition;
  readonly token: string;
  /** Whether the endpoint is asked for the first screen. */
  readonly asksEndpoint: boolean;
  /** First screen, and its data, when the message names them. */
  readonly screen: string | undefined;
  readonly data: JsonObject;
}

function parametersOf(message: BusinessMessage): JsonObject | undefined {
  const { interactive } = message.payload;
  const parameters = interactive?.type === 'flow' ? interactive.action?.['parameters'] : undefined;
  return isObject(parameters) ? parameters : undefined;
}

/**
 * Reads the given message, or the last one that opens a flow.
 * @throws EmulatorError when there is none, or when its flow cannot be opened
 */
export function readFlowMessage(
  inbox: readonly BusinessMessage[],
  state: EmulatorState,
  wanted?: BusinessMessage,
): FlowMessage {
  const message = wanted ?? inbox.findLast((each) => parametersOf(each) !== undefined);
  const parameters = message && parametersOf(message);
  if (!parameters) throw new EmulatorError('There is no flow to open: no flow message has arrived.');
  if (state.flows.closedMessages.has(message.id))
    throw new EmulatorError('The flow of this message cannot be opened any more: its token was refused.');
  const json = openableJson(flowOf(message, parameters, state), parameters['mode'] === 'draft');
  const payload = parameters['flow_action_payload'];
  const first = isObject(payload) ? payload : {};
  const { data } = first;
  return {
    message,
    definition: new FlowDefinition(json),
    token: textOf(parameters['flow_token']) ?? 'unused',
    asksEndpoint: parameters['flow_action'] === 'data_exchange',
    screen: textOf(first['screen']),
    data: isObject(data) ? data : {},
  };
}

function flowOf(message: BusinessMessage, parameters: JsonObject, state: EmulatorState): EmulatedFlow {
  const id = textOf(parameters['flow_id']);
  const name = textOf(parameters['flow_name']);
  const wabaId = state.numbers.get(message.phoneNumberId)?.wabaId ?? '';
  const flow = id === undefined ? state.flows.find(wabaId, name ?? '') : state.flows.get(id);
  if (flow?.wabaId === wabaId) return flow;
  throw new EmulatorError(
    `The account has no flow ${JSON.stringify(id ?? name)}; create it, or add it with emulator.flows.add().`,
  );
}

function openableJson(flow: EmulatedFlow, draft: boolean): JsonObject {
  if (flow.status === 'BLOCKED' || flow.status === 'DEPRECATED')
    throw new EmulatorError(`The flow ${flow.name} is ${flow.status} and cannot be opened.`);
  const json = readFlowText(draft ? flow.flowJson : flow.publishedJson);
  if (json) return json;
  throw new EmulatorError(
    draft
      ? `The flow ${flow.name} has no Flow JSON.`
      : `The flow ${flow.name} is not published; publish it, or send it with mode draft.`,
  );
}
