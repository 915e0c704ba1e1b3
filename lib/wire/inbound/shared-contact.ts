import type { Open } from './common';
import type { MessageEchoBase } from './echo';
import type { InboundMessageBase } from './message';

/** Where a shared contact came from. */
export type SharedContactOrigin = Open<'contact_request' | 'other'>;

/** One card of the address book. */
export interface SharedContact {
  name?: {
    formatted_name?: string;
    first_name?: string;
    last_name?: string;
    middle_name?: string;
    suffix?: string;
    prefix?: string;
  };
  /** `YYYY-MM-DD` */
  birthday?: string;
  phones?: { phone?: string; wa_id?: string; user_id?: string; type?: string }[];
  emails?: { email?: string; type?: string }[];
  urls?: { url?: string; type?: string }[];
  addresses?: {
    street?: string;
    city?: string;
    state?: string;
    zip?: string;
    country?: string;
    country_code?: string;
    type?: string;
  }[];
  org?: { company?: string; department?: string; title?: string };
  vcard?: string;
  origin?: SharedContactOrigin;
}

/** Shared contacts as messages carry them. */
export interface ContactsContent {
  type: 'contacts';
  contacts: SharedContact[];
  /** Where Meta first documented the origin; today it stands in each contact. */
  origin?: SharedContactOrigin;
}

/** One or more cards of the address book. */
export interface InboundContactsMessage extends InboundMessageBase, ContactsContent {}

/** Cards that the business sent elsewhere. */
export interface ContactsMessageEcho extends MessageEchoBase, ContactsContent {}
