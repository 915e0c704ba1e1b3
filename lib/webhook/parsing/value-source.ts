import type { ContactIndex } from './contact-index';
import { keyPart } from './keys';
import type { WireObject } from './wire-values';
import { idOf, objectOf } from './wire-values';

/** What the caller of the parser knows about one webhook. */
export interface Reception {
  readonly receivedAt: number;
  readonly appId: string | undefined;
}

/** One webhook value and what its items have in common. */
export interface ValueSource {
  readonly value: WireObject;
  readonly field: string;
  /** Id of the entry: the WABA, on some fields the business portfolio. */
  readonly entryId: string;
  /** `entry.time`, Unix seconds. Trustworthy on the fields that have it. */
  readonly entryTime: unknown;
  readonly phoneNumberId: string | undefined;
  readonly displayPhoneNumber: string | undefined;
  /** Business number, else WABA: what keys and lanes of items begin with. */
  readonly owner: string;
  readonly contacts: readonly unknown[] | undefined;
  /** Made when a value has many contacts. */
  contactIndex: ContactIndex | undefined;
  readonly reception: Reception;
}

/** Describes a value. Handovers name the business number in `recipient`, settings in the settings themselves. */
export function valueSource(
  value: WireObject,
  field: string,
  entry: WireObject,
  reception: Reception,
): ValueSource {
  const entryId = idOf(entry.id) ?? '';
  const metadata =
    objectOf(value.metadata) ?? objectOf(value.recipient) ?? objectOf(value.phone_number_settings);
  const phoneNumberId = idOf(metadata?.phone_number_id);
  return {
    value,
    field,
    entryId,
    entryTime: entry.time,
    phoneNumberId,
    displayPhoneNumber: idOf(metadata?.display_phone_number) ?? idOf(value.display_phone_number),
    owner: keyPart(phoneNumberId ?? entryId),
    contacts: contactsOf(value),
    contactIndex: undefined,
    reception,
  };
}

/** The contacts that stand beside the items of a value. */
export function contactsOf(value: WireObject): readonly unknown[] | undefined {
  return Array.isArray(value.contacts) ? value.contacts : undefined;
}
