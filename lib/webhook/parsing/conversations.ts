import type { EnvelopeChat } from '../../events/envelope.interface';
import type { InboundContact } from '../../wire/inbound/contact';
import type { WireUser } from './wire-user';
import { keyPart } from './keys';
import type { ValueSource } from './value-source';
import { idOf } from './wire-values';

/**
 * Lane of an item of one user or group. Domains never share a lane, so statuses do not wait behind slow messages. The
 * business-scoped user id comes first because it is the id that stays when a user hides the phone number: messages
 * from before and after that keep their order.
 */
export function userLane(
  domain: string,
  source: ValueSource,
  user: WireUser,
  contact: InboundContact | undefined,
  group?: string,
): string {
  const party =
    group ?? user.userId ?? idOf(contact?.user_id) ?? user.phone ?? idOf(contact?.wa_id) ?? user.parentId;
  return `${domain}:${source.owner}:${keyPart(party)}`;
}

/** Lane of items that are ordered by their business number alone (account-level: the WABA). */
export function ownerLane(domain: string, source: ValueSource): string {
  return `${domain}:${source.owner}`;
}

/** Lane of items that are ordered by something else than their user: a group, a click, a message. */
export function thingLane(domain: string, source: ValueSource, thing: string | undefined): string {
  return `${domain}:${source.owner}:${keyPart(thing)}`;
}

/** The conversation of an item: the group, else the user by phone number or, when it is hidden, by user id. */
export function chatOf(
  user: WireUser,
  contact: InboundContact | undefined,
  group?: string,
): EnvelopeChat | undefined {
  if (group !== undefined) return { type: 'group', id: group };
  const id = user.phone ?? user.userId ?? idOf(contact?.wa_id) ?? idOf(contact?.user_id) ?? user.parentId;
  return id === undefined ? undefined : { type: 'individual', id };
}
