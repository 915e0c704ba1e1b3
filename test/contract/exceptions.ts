import { ACCOUNT_EXCEPTIONS, TEMPLATE_EXCEPTIONS } from './account-exceptions';
import { MESSAGE_EXCEPTIONS } from './message-exceptions';
import { CALL_EXCEPTIONS, NUMBER_EXCEPTIONS } from './number-exceptions';
import { PARTNER_EXCEPTIONS } from './partner-exceptions';
import type { Violation } from './schema-check';

/** A known gap of Meta's file: a difference that a better source asks for. */
export interface ContractException {
  /** As in a verdict: method and path template. */
  readonly operation: string;
  /** Paths in the body, or `?name` of a query parameter; `x.**` stands for all below `x`, and for `x`. */
  readonly at: readonly string[];
  /** The keywords of JSON schema that may fail there; `unknown` is a member that the file does not have. */
  readonly keywords: readonly string[];
  /** The values that may be there. @default any */
  readonly values?: readonly unknown[];
  /** The values of another member of the body with which alone the exception holds. */
  readonly where?: { readonly member: string; readonly values: readonly unknown[] };
  readonly why: string;
  readonly source: string;
}

export const EXCEPTIONS: readonly ContractException[] = [
  ...MESSAGE_EXCEPTIONS,
  ...NUMBER_EXCEPTIONS,
  ...CALL_EXCEPTIONS,
  ...TEMPLATE_EXCEPTIONS,
  ...ACCOUNT_EXCEPTIONS,
  ...PARTNER_EXCEPTIONS,
];

/** Operations that the file does not have; endpoints.md describes them. */
export const NOT_IN_FILE: readonly string[] = [
  'GET /{WABA-ID}/product_catalogs',
  'POST /{WABA-ID}/product_catalogs',
  'DELETE /{WABA-ID}/product_catalogs',
  'GET /{TEMPLATE_ID}/compare',
  'POST /{TEMPLATE_ID}/unpause',
  'POST /{WABA-ID}/migrate_message_templates',
  'POST /{WABA-ID}/upsert_message_templates',
  'POST /{WABA-ID}/message_templates/archive',
  'POST /{WABA-ID}/message_templates/unarchive',
  'GET /message_template_library',
  'GET /{WABA-ID}/message_template_previews',
  'GET /{WABA-ID}/template_groups',
  'POST /{WABA-ID}/template_groups',
  'GET /{group_id}/invite_link',
  'POST /{Application-ID}/uploads',
  'GET /{Phone-Number-ID}/username',
  'POST /{Phone-Number-ID}/username',
  'DELETE /{Phone-Number-ID}/username',
  'GET /{Phone-Number-ID}/username_suggestions',
  'POST /{Phone-Number-ID}/smb_app_data',
  'DELETE /{Business-ID}/share_preverified_numbers',
  'GET /{WABA-ID}/reachestimate',
  'GET /{WABA-ID}/template_analytics',
  'POST /{WABA-ID}/message_samples',
  'GET /{WABA-ID}/signups',
  'POST /signups/{Signup-ID}',
  'GET /{WABA-ID}/payment_configurations',
  'DELETE /{WABA-ID}/welcome_message_sequences',
  'GET /{WABA-ID}/dataset',
];

/** Whether an exception covers a violation. */
export function covers(
  exception: ContractException,
  operation: string,
  violation: Violation,
  body: unknown,
): boolean {
  const { at, keywords, values, where } = exception;
  return (
    exception.operation === operation &&
    at.some((path) => pathCovers(path, violation.at)) &&
    keywords.includes(violation.keyword) &&
    (!values || values.includes(violation.value)) &&
    (!where || where.values.includes(memberOf(body, where.member)))
  );
}

/** Whether a path of an exception is the path of a violation. */
export function pathCovers(path: string, at: string): boolean {
  if (!path.endsWith('.**')) return path === at;
  const above = path.slice(0, -3);
  return at === above || at.startsWith(`${above}.`);
}

function memberOf(body: unknown, member: string): unknown {
  return member
    .split('.')
    .reduce<unknown>((value, name) => (value as Record<string, unknown> | undefined)?.[name], body);
}
