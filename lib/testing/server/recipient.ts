import type { EmulatedNumber } from '../model/emulated-number.interface';
import type { EmulatorState } from '../model/emulator-state';
import { textOf } from '../model/json';
import type { JsonObject } from '../model/json';
import type { Person } from '../model/person';
import { digitsOf } from '../rules/envelope.rules';
import { GraphRefusal } from './graph-refusal';

/** Who a message goes to. */
export interface Recipient {
  /** The element of `contacts` in the answer. */
  readonly contact: JsonObject;
  readonly people: readonly Person[];
  /** The chat in the message id. */
  readonly chat: string;
  readonly waId?: string;
  readonly groupId?: string;
  /** The address in words. */
  readonly label: string;
}

function groupRecipient(to: string, number: EmulatedNumber, state: EmulatorState): Recipient {
  const group = state.groups.get(to);
  if (group?.phoneNumberId !== number.phoneNumberId) {
    throw new GraphRefusal(131041, { details: 'The group does not exist, or the business is not in it.' });
  }
  if (group.participants.length === 0) {
    throw new GraphRefusal(131020, { details: 'The group has no participant besides the business.' });
  }
  return {
    contact: { input: to, wa_id: to },
    people: group.participants.flatMap((profile) => state.personOf(profile) ?? []),
    chat: to,
    groupId: to,
    label: group.subject,
  };
}

/** Finds the users behind `to` and `recipient`; with both, `to` counts. */
export function findRecipient(body: JsonObject, number: EmulatedNumber, state: EmulatorState): Recipient {
  const to = textOf(body['to']);
  const userId = textOf(body['recipient']);
  if (to !== undefined && body['recipient_type'] === 'group') return groupRecipient(to, number, state);
  if (to === undefined) {
    const person = userId === undefined ? undefined : state.personByUserId(userId);
    return {
      contact: { input: userId, user_id: userId },
      people: person ? [person] : [],
      chat: person?.profile.phone ?? userId ?? '',
      label: person?.profile.name ?? userId ?? '',
    };
  }
  const waId = digitsOf(to);
  if (waId === number.displayPhoneNumber)
    throw new GraphRefusal(131021, { details: 'to is the sender itself.' });
  const person = state.personByPhone(waId);
  const knownId = person?.profile.userId ?? userId;
  return {
    contact: { input: to, wa_id: waId, ...(knownId !== undefined && { user_id: knownId }) },
    people: person ? [person] : [],
    chat: waId,
    waId,
    label: person?.profile.name ?? waId,
  };
}
