/** A user by phone number, with country code, e.g. `+1 650 555 1234`. Sent as it is. */
export interface PhoneRecipient {
  readonly phone: string;
}

/** A user by business-scoped user id (BSUID), e.g. `US.13491208655302741918`. */
export interface UserIdRecipient {
  readonly userId: string;
}

/** A group by its id. */
export interface GroupRecipient {
  readonly group: string;
}

/**
 * One user. A plain string in the format of a business-scoped user id is one; any other string is a phone number.
 * @publicApi
 */
export type IndividualRecipient = string | PhoneRecipient | UserIdRecipient;

/**
 * Whoever can receive a message. Groups are always tagged: their ids look like anything.
 * @publicApi
 */
export type Recipient = IndividualRecipient | GroupRecipient;

/** The members of a request that name the recipient, in Meta's names. */
export type RecipientFields =
  | { readonly to: string }
  | { readonly recipient: string }
  | { readonly recipient_type: 'group'; readonly to: string };

const USER_ID = /^[A-Z]{2}(?:\.ENT)?\.[A-Za-z0-9]{1,128}$/;

/**
 * Whether the text has the format of a business-scoped user id (or parent id): country code, a dot, up to 128
 * letters and digits. No phone number has.
 * @publicApi
 */
export function isUserId(text: string): boolean {
  return USER_ID.test(text);
}

/**
 * How a recipient is named in a request: phone numbers in `to`, user ids in `recipient`, groups in `to` with their type.
 * The one place that decides it. Nothing is rewritten.
 */
export function recipientFields(to: Recipient): RecipientFields {
  if (typeof to === 'string') return isUserId(to) ? { recipient: to } : { to };
  if ('phone' in to) return { to: to.phone };
  if ('userId' in to) return { recipient: to.userId };
  return { recipient_type: 'group', to: to.group };
}
