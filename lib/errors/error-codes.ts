import { AUTHORIZATION_ERRORS } from './authorization.errors';
import { BLOCK_USER_ERRORS } from './block-user.errors';
import {
  CALLING_ERRORS,
  CallingMethodNotAllowedError,
  FetchCallPermissionLimitHitError,
} from './calling.errors';
import type { ErrorRow } from './error-table';
import { FLOW_ERRORS } from './flow.errors';
import { GENERIC_ERRORS, ObjectNotFoundError } from './generic.errors';
import { GROUP_ERRORS } from './group.errors';
import { INTEGRITY_ERRORS } from './integrity.errors';
import { MARKETING_MESSAGES_ERRORS } from './marketing-messages.errors';
import { MEDIA_ERRORS } from './media.errors';
import { MESSAGE_SEND_ERRORS } from './message-send.errors';
import { REGISTRATION_ERRORS } from './registration.errors';
import { SIGNUP_ERRORS } from './signup.errors';
import { TEMPLATE_ERRORS } from './template.errors';
import { THROTTLING_ERRORS } from './throttling.errors';
import { USERNAME_ERRORS } from './username.errors';

/**
 * What is known about each documented error code and subcode.
 * @see https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes
 */
export const ERROR_CODES: ReadonlyMap<number, ErrorRow> = new Map([
  ...AUTHORIZATION_ERRORS,
  ...GENERIC_ERRORS,
  ...THROTTLING_ERRORS,
  ...INTEGRITY_ERRORS,
  ...MESSAGE_SEND_ERRORS,
  ...MEDIA_ERRORS,
  ...TEMPLATE_ERRORS,
  ...MARKETING_MESSAGES_ERRORS,
  ...FLOW_ERRORS,
  ...BLOCK_USER_ERRORS,
  ...CALLING_ERRORS,
  ...GROUP_ERRORS,
  ...REGISTRATION_ERRORS,
  ...USERNAME_ERRORS,
  ...SIGNUP_ERRORS,
]);

/** Codes that mean something else on the endpoints of calls. */
const onCalls: ReadonlyMap<number, ErrorRow> = new Map([
  [
    613,
    {
      type: FetchCallPermissionLimitHitError,
      category: 'throttling',
      retry: 'yes',
      strategy: 'exponential',
      afterSeconds: 1,
    },
  ],
  [131055, { type: CallingMethodNotAllowedError, category: 'calling', retry: 'no', strategy: 'none' }],
]);

const objectNotFound: ErrorRow = {
  type: ObjectNotFoundError,
  category: 'generic',
  retry: 'no',
  strategy: 'none',
};

/** What the best known subcodes of general codes mean. */
const subcodes: Readonly<Record<string, string>> = {
  '4/2446079': 'the quota of calls is used up',
  '4/2446080': 'the quota of creation requests is used up',
  '100/33': 'the object does not exist, or the token has no permission for it',
  '190/458': 'the user has removed the app',
  '190/459': 'the user must log in to Facebook and pass a check',
  '190/460': 'the password was changed',
  '190/463': 'the token has expired',
  '190/464': 'the user account is not confirmed',
  '190/467': 'the token was revoked or logged out',
  '190/492': 'the session does not fit the role of the user',
  '200/1349174': 'the app has no permission on the asset',
  '200/1349175': 'the app is not linked to the asset, or a quota of assets is reached',
  '200/1349176': 'the token lacks a permission',
  '613/1996': 'the request volume of the app is inconsistent',
  '130429/2494055': 'the throughput of the number is used up',
  '138006/2593090': 'the user has not granted call permission',
};

/** What a subcode adds to its code, in words, if it is documented. */
export function subcodeMeaning(code: number, subcode: number): string | undefined {
  return subcodes[`${code}/${subcode}`];
}

/**
 * The row that describes an error best: of the endpoint, of the subcode (under general codes such as 100, which say
 * little), of the code, or of its range.
 * @param operation Request without ids, e.g. `GET /{id}/call_permissions`.
 */
export function findErrorRow(code: number, subcode?: number, operation?: string): ErrorRow | undefined {
  const special =
    operation !== undefined && /\/(?:calls|call_permissions)$/.test(operation) && onCalls.get(code);
  if (special && (code !== 613 || operation.endsWith('/call_permissions'))) return special;
  if (code === 100 && subcode === 33) return objectNotFound;
  const permission = code >= 200 && code <= 299;
  const row = ERROR_CODES.get(code) ?? (permission ? ERROR_CODES.get(200) : undefined);
  // Short subcodes (33, 463) are another numbering: 33 is a code of its own.
  if (
    subcode !== undefined &&
    subcode > 1_000_000 &&
    (row === undefined || row.category === 'generic' || permission)
  ) {
    return ERROR_CODES.get(subcode) ?? row;
  }
  return row;
}
