import type { NumberRecord } from '../../model/number-record';
import { GraphRefusal } from '../graph-refusal';
import type { RouteHandler } from '../route.interface';
import { requiredText, requireProduct, requireThat } from '../required';

const ATTEMPTS = 10;
const WINDOW_MS = 72 * 60 * 60 * 1000;

/** `POST /{phone}/request_code`: the code is found in the number's record. */
export const requestCode: RouteHandler = async (request, { state }) => {
  const params = await request.params();
  const method = requiredText(params, 'code_method');
  requiredText(params, 'language');
  requireThat(['SMS', 'VOICE'].includes(method), 'code_method must be SMS or VOICE');
  const record = state.numberRecords.of(request.id);
  if (record.codeVerificationStatus === 'VERIFIED') {
    throw new GraphRefusal(136024, { userMessage: 'The number is verified already.' });
  }
  record.verificationCode = state.ids.verificationCode();
  return { body: { success: true } };
};

/** `POST /{phone}/verify_code`. */
export const verifyCode: RouteHandler = async (request, { state }) => {
  const code = requiredText(await request.params(), 'code');
  const record = state.numberRecords.of(request.id);
  if (record.verificationCode === undefined || code !== record.verificationCode) {
    throw new GraphRefusal(136025, { userMessage: 'The code is not the one that was sent.' });
  }
  record.verificationCode = undefined;
  record.codeVerificationStatus = 'VERIFIED';
  return { body: { success: true } };
};

/** `POST /{phone}/register`: a verified number with the right PIN, 10 times in 72 hours. */
export const registerNumber: RouteHandler = async (request, { state }) => {
  const params = await request.params();
  requireProduct(params);
  const pin = requiredText(params, 'pin');
  requireThat(/^\d{6}$/.test(pin), 'pin must have 6 digits');
  const record = state.numberRecords.of(request.id);
  countAttempt(record, state.clock.now());
  if (record.codeVerificationStatus !== 'VERIFIED') throw new GraphRefusal(133006);
  if (record.pin !== undefined && record.pin !== pin) throw new GraphRefusal(133005);
  record.pin = pin;
  record.registered = true;
  record.onboardedAt = state.clock.now();
  if (record.newDisplayName !== undefined) {
    record.verifiedName = record.newDisplayName;
    record.newDisplayName = undefined;
  }
  return { body: { success: true } };
};

/** `POST /{phone}/deregister`: name, verification and PIN stay. */
export const deregisterNumber: RouteHandler = (request, { state }) => {
  const record = state.numberRecords.of(request.id);
  countAttempt(record, state.clock.now());
  if (!record.registered) throw new GraphRefusal(133010);
  record.registered = false;
  return { body: { success: true } };
};

function countAttempt({ registrations }: NumberRecord, now: number): void {
  while ((registrations[0] ?? now) <= now - WINDOW_MS) registrations.shift();
  if (registrations.length >= ATTEMPTS) throw new GraphRefusal(133016);
  registrations.push(now);
}
