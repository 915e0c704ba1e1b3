import type { EmulatedNumber } from '../model/emulated-number.interface';
import type { EmulatorState } from '../model/emulator-state';
import { isObject, textOf } from '../model/json';
import type { JsonObject } from '../model/json';
import { GraphRefusal } from './graph-refusal';

const HOUR_MS = 60 * 60 * 1000;
const THROTTLED_MESSAGES = 10;

function parametersOf(body: JsonObject): JsonObject | undefined {
  const { interactive } = body;
  const action = isObject(interactive) && interactive['type'] === 'flow' ? interactive['action'] : undefined;
  const parameters = isObject(action) ? action['parameters'] : undefined;
  return isObject(parameters) ? parameters : undefined;
}

/**
 * Checks a flow message against the flow it names. While an account has no flows, every flow can be sent.
 * @throws GraphRefusal
 */
export function checkFlow(body: JsonObject, { wabaId }: EmulatedNumber, state: EmulatorState): void {
  const parameters = parametersOf(body);
  if (!parameters || state.flows.of(wabaId).length === 0) return;
  const [id, name] = [textOf(parameters['flow_id']), textOf(parameters['flow_name'])];
  const flow = id === undefined ? state.flows.find(wabaId, name ?? '') : state.flows.get(id);
  if (flow?.wabaId !== wabaId)
    throw new GraphRefusal(131009, { details: 'The flow does not exist in the account.' });
  if (flow.status === 'BLOCKED') throw new GraphRefusal(132068, { details: 'The flow is BLOCKED.' });
  const isDraft = parameters['mode'] === 'draft';
  if (flow.status === 'DEPRECATED' || (!isDraft && flow.publishedJson === undefined))
    throw new GraphRefusal(131009, { details: `The flow is ${flow.status} and cannot be sent.` });
  if (flow.status !== 'THROTTLED') return;
  const since = state.clock.now() - HOUR_MS;
  const recent = [...state.businessMessages.values()].filter(({ at, payload }) => {
    const sent = at > since ? parametersOf(payload) : undefined;
    return sent !== undefined && (sent['flow_id'] === flow.id || sent['flow_name'] === flow.name);
  });
  if (recent.length >= THROTTLED_MESSAGES)
    throw new GraphRefusal(132069, { details: 'The flow is THROTTLED: 10 messages were sent in the hour.' });
}
