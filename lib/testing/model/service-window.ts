import type { EmulatedNumber } from './emulated-number.interface';
import type { EmulatorState } from './emulator-state';
import type { JsonObject } from './json';
import type { Person } from './person';

/** How long a user can be written to after the last message or call. */
const WINDOW_MS = 24 * 60 * 60 * 1000;

/** Notices of WhatsApp itself, which nobody wrote. */
const NOTICES = new Set(['system', 'unsupported']);

/** Whether a user has written to or called a number within 24 hours. What is written in groups does not count. */
export function isWindowOpen(
  person: Person | undefined,
  { phoneNumberId }: EmulatedNumber,
  { clock, calling }: EmulatorState,
): boolean {
  if (!person) return false;
  const since = clock.now() - WINDOW_MS;
  const wrote = person.sent.some(
    (message) =>
      message.at > since &&
      message.phoneNumberId === phoneNumberId &&
      message.payload['group_id'] === undefined &&
      !NOTICES.has(message.type),
  );
  if (wrote) return true;
  for (const { direction, number, user, startedAt } of calling.calls.values()) {
    const fromUser = direction === 'USER_INITIATED' && user.userId === person.profile.userId;
    if (fromUser && startedAt > since && number.phoneNumberId === phoneNumberId) return true;
  }
  return false;
}

/** Whether a message may go to any user at any time: a template, or content that Meta makes one of (Direct Send). */
export function needsNoWindow(body: JsonObject): boolean {
  return body['type'] === 'template' || typeof body['category'] === 'string';
}
