export interface OutboundContactName {
  formatted_name: string;
  first_name?: string;
  last_name?: string;
  middle_name?: string;
  suffix?: string;
  prefix?: string;
}

export interface OutboundContactAddress {
  street?: string;
  city?: string;
  state?: string;
  zip?: string;
  country?: string;
  /** Two letters. */
  country_code?: string;
  type?: string;
}

export interface OutboundContact {
  name: OutboundContactName;
  addresses?: OutboundContactAddress[];
  /** `YYYY-MM-DD`. */
  birthday?: string;
  emails?: { email?: string; type?: string }[];
  org?: { company?: string; department?: string; title?: string };
  /** With `wa_id` the card offers to message the contact, without it to invite the contact. */
  phones?: { phone?: string; type?: string; wa_id?: string }[];
  urls?: { url?: string; type?: string }[];
}

/** @see https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/contacts-messages */
export interface OutboundContactsContent {
  type: 'contacts';
  contacts: OutboundContact[];
}
