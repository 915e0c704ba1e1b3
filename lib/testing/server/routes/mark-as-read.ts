import type { EmulatorState } from '../../model/emulator-state';
import type { JsonObject } from '../../model/json';
import type { UserMessage } from '../../model/user-message';
import { readMarkProblem } from '../../rules/message-rules';
import { GraphRefusal } from '../graph-refusal';
import type { RouteAnswer } from '../route.interface';

const READABLE_FOR_MS = 30 * 24 * 60 * 60 * 1000;
const TYPING_FOR_MS = 25_000;

/** A read mark holds for all earlier messages of the chat too. Stops where an earlier mark reached. */
function unreadUpTo(last: UserMessage, sent: readonly UserMessage[]): UserMessage[] {
  const unread: UserMessage[] = [];
  for (let index = sent.lastIndexOf(last); index >= 0; index--) {
    const message = sent[index];
    if (!message || message.phoneNumberId !== last.phoneNumberId || message.payload['group_id']) continue;
    if (message.read) break;
    unread.unshift(message);
  }
  return unread;
}

function showTyping(message: UserMessage, state: EmulatorState): void {
  const person = state.personOf(message.from);
  if (!person) return;
  person.typingUntil = state.clock.now() + TYPING_FOR_MS;
  state.transcript.add({ kind: 'typing', at: state.clock.now(), to: person.profile.name });
}

/** `POST /{phone}/messages` with `status: 'read'`, with or without a typing indicator. */
export function markAsRead(body: JsonObject, phoneNumberId: string, state: EmulatorState): RouteAnswer {
  const problem = readMarkProblem(body);
  if (problem) throw new GraphRefusal(problem.code, problem);
  const id = String(body['message_id']);
  const message = state.userMessages.get(id);
  if (!message && state.foreignMessageIds.has(id)) return { body: { success: true } };
  if (message?.phoneNumberId !== phoneNumberId) {
    throw new GraphRefusal(131009, {
      details: 'message_id does not name a message that this number received',
    });
  }
  if (message.payload['group_id']) {
    throw new GraphRefusal(131009, { details: 'Messages of groups cannot be marked as read.' });
  }
  if (state.clock.now() - message.at > READABLE_FOR_MS) {
    throw new GraphRefusal(131009, { details: 'message_id names a message that is older than 30 days' });
  }
  for (const each of unreadUpTo(message, state.personOf(message.from)?.sent ?? [])) {
    each.markRead();
    state.transcript.add({ kind: 'read', at: state.clock.now(), message: each });
  }
  if (body['typing_indicator'] !== undefined) showTyping(message, state);
  return { body: { success: true } };
}
