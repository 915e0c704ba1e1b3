import { noteCallPermissionRequest } from '../../calls/permission-request';
import { BusinessMessage } from '../../model/business-message';
import type { EmulatedNumber } from '../../model/emulated-number.interface';
import type { EmulatorState } from '../../model/emulator-state';
import { isObject, textOf } from '../../model/json';
import type { JsonObject } from '../../model/json';
import { messageProblem } from '../../rules/message-rules';
import { checkFlow } from '../flow-check';
import { GraphRefusal } from '../graph-refusal';
import { findRecipient } from '../recipient';
import { checkTemplate } from '../template-check';
import type { Recipient } from '../recipient';
import { checkSender } from '../sender-check';
import type { RouteHandler } from '../route.interface';
import { markAsRead } from './mark-as-read';

const MEDIA_MEMBERS = new Set(['image', 'video', 'audio', 'document', 'sticker', 'gif']);

/** Ids of uploaded media anywhere in the body: content, headers, cards, template parameters. */
function mediaIdsOf(value: unknown): { path: string; id: string }[] {
  if (Array.isArray(value)) return value.flatMap(mediaIdsOf);
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const id = MEDIA_MEMBERS.has(key) && isObject(inner) ? textOf(inner['id']) : undefined;
    return id === undefined ? mediaIdsOf(inner) : [{ path: key, id }];
  });
}

/** The checks that need to know more than the body. */
function checkReferences(body: JsonObject, number: EmulatedNumber, state: EmulatorState): void {
  for (const { path, id } of mediaIdsOf(body)) {
    if (state.media.get(id)?.phoneNumberId === number.phoneNumberId) continue;
    throw new GraphRefusal(100, {
      message: `(#100) Param ${path}['id'] is not a valid whatsapp business account media attachment ID`,
    });
  }
  const context = body['context'];
  const quoted = isObject(context) ? textOf(context['message_id']) : undefined;
  if (quoted !== undefined && !state.knowsMessage(quoted)) {
    throw new GraphRefusal(131009, { details: 'context.message_id does not name a message of this number' });
  }
}

/** A reaction to a message that is not there is accepted, and fails afterwards. */
function failsLater(body: JsonObject, state: EmulatorState): boolean {
  const reaction = body['type'] === 'reaction' ? body['reaction'] : undefined;
  const target = isObject(reaction) ? textOf(reaction['message_id']) : undefined;
  if (target === undefined) return false;
  const message = state.businessMessages.get(target) ?? state.userMessages.get(target);
  return message ? message.type === 'reaction' : !state.foreignMessageIds.has(target);
}

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

/** `POST /{phone}/messages`: any message; also read marks and the typing indicator. */
export const sendMessage: RouteHandler = async (request, context) => {
  const { state, statuses, throughput } = context;
  const { number } = request;
  const body = await request.params();
  if (body['messaging_product'] !== 'whatsapp') {
    throw new GraphRefusal(100, { message: '(#100) The parameter messaging_product is required.' });
  }
  if (body['status'] !== undefined) return markAsRead(body, number.phoneNumberId, state);
  const problem = messageProblem(body);
  if (problem) throw new GraphRefusal(problem.code, problem);
  if (!throughput.take(number.phoneNumberId)) {
    throw new GraphRefusal(130429, { details: 'The number sends more messages a second than it may.' });
  }
  const recipient = findRecipient(body, number, state);
  checkSender(recipient, number, state);
  checkReferences(body, number, state);
  checkTemplate(body, number, state);
  checkFlow(body, number, state);
  noteCallPermissionRequest(body, recipient, number, state);
  const fails = failsLater(body, state);
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
      if (fails) {
        await statuses.reportIfConnected({ message, status: 'failed', failure: { code: 131009 } });
        return;
      }
      arrive(message, recipient, state);
      await statuses.reportAccepted(message);
    },
  };
};
