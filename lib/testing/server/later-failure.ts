import type { EmulatedNumber } from '../model/emulated-number.interface';
import type { EmulatorState } from '../model/emulator-state';
import { isObject, textOf } from '../model/json';
import type { JsonObject } from '../model/json';
import { isWindowOpen, needsNoWindow } from '../model/service-window';
import type { StatusFailure } from '../webhooks/webhook-builders';
import type { Recipient } from './recipient';

/** Why a message that is accepted fails afterwards, by a status webhook; undefined when it arrives. */
export function laterFailure(
  body: JsonObject,
  recipient: Recipient,
  number: EmulatedNumber,
  state: EmulatorState,
): StatusFailure | undefined {
  if (isOutsideWindow(body, recipient, number, state)) {
    return { code: 131047, details: 'The user has not written to or called this number for 24 hours.' };
  }
  return reactsToNothing(body, state) ? { code: 131009 } : undefined;
}

function isOutsideWindow(
  body: JsonObject,
  { people, groupId }: Recipient,
  number: EmulatedNumber,
  state: EmulatorState,
): boolean {
  const { enforceWindow } = state.numberRecords.of(number.phoneNumberId);
  if (!enforceWindow || groupId !== undefined || needsNoWindow(body)) return false;
  return !isWindowOpen(people[0], number, state);
}

/** A reaction to a message that is not there, or to another reaction. */
function reactsToNothing(body: JsonObject, state: EmulatorState): boolean {
  const reaction = body['type'] === 'reaction' ? body['reaction'] : undefined;
  const target = isObject(reaction) ? textOf(reaction['message_id']) : undefined;
  if (target === undefined) return false;
  const message = state.businessMessages.get(target) ?? state.userMessages.get(target);
  return message ? message.type === 'reaction' : !state.foreignMessageIds.has(target);
}
