import { noteCallPermissionRequest } from '../calls/permission-request';
import { BusinessMessage } from '../model/business-message';
import type { EmulatedNumber } from '../model/emulated-number.interface';
import type { EmulatorState } from '../model/emulator-state';
import type { JsonObject } from '../model/json';
import { checkFlow } from './flow-check';
import { GraphRefusal } from './graph-refusal';
import { laterFailure } from './later-failure';
import { checkReferences } from './message-references';
import { findRecipient } from './recipient';
import type { Recipient } from './recipient';
import type { RouteAnswer, RouteContext } from './route.interface';
import { checkSender } from './sender-check';
import { checkTemplate } from './template-check';

function keep(
  body: JsonObject,
  recipient: Recipient,
  number: EmulatedNumber,
  state: EmulatorState,
): BusinessMessage {
  const message = new BusinessMessage(
    state.ids.message(recipient.chat, 'outbound'),
    number.phoneNumberId,
    body,
    state.clock.now(),
    recipient.people.map((person) => person.profile),
    recipient.waId,
    recipient.groupId,
  );
  state.businessMessages.set(message.id, message);
  return message;
}

/** Puts an accepted message into the inboxes. */
function arrive(message: BusinessMessage, recipient: Recipient, state: EmulatorState): void {
  const group = recipient.groupId === undefined ? {} : { group: recipient.label };
  const to = recipient.people.map((person) => person.profile.name).join(', ') || recipient.label;
  state.transcript.add({ kind: 'business-message', at: message.at, to, message, ...group });
  for (const person of recipient.people) {
    person.typingUntil = 0;
    person.inbox.receive(message);
  }
}

/** The limits of the number, and of the number and the user. */
function checkPace(recipient: Recipient, number: EmulatedNumber, { state, throughput }: RouteContext): void {
  const { phoneNumberId } = number;
  if (!throughput.take(phoneNumberId)) {
    throw new GraphRefusal(130429, { details: 'The number sends more messages a second than it may.' });
  }
  const { limitPairs } = state.numberRecords.of(phoneNumberId);
  if (limitPairs && recipient.groupId === undefined && !state.pairs.take(phoneNumberId, recipient.chat)) {
    throw new GraphRefusal(131056, { details: 'Too many messages from this number to this user.' });
  }
}

/**
 * Takes a message whose form is right: checks it against what the platform knows, answers, and then delivers it or tells
 * that it failed.
 * @throws GraphRefusal
 */
export function acceptMessage(body: JsonObject, number: EmulatedNumber, context: RouteContext): RouteAnswer {
  const { state, statuses } = context;
  const recipient = findRecipient(body, number, state);
  checkPace(recipient, number, context);
  checkSender(recipient, number, state);
  checkReferences(body, number, state);
  checkTemplate(body, number, state);
  checkFlow(body, number, state);
  noteCallPermissionRequest(body, recipient, number, state);
  const failure = laterFailure(body, recipient, number, state);
  const message = keep(body, recipient, number, state);
  return {
    body: {
      messaging_product: 'whatsapp',
      contacts: [recipient.contact],
      messages: [
        {
          id: message.id,
          ...(recipient.groupId !== undefined && { group_id: recipient.groupId }),
          ...(message.type === 'template' && { message_status: 'accepted' }),
        },
      ],
    },
    after: async () => {
      if (failure) {
        await statuses.reportIfConnected({ message, status: 'failed', failure });
        return;
      }
      arrive(message, recipient, state);
      await statuses.reportAccepted(message);
    },
  };
}
