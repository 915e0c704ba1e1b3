import type { EmulatedGroup } from '../model/emulated-group';
import type { EmulatedNumber } from '../model/emulated-number.interface';
import type { JsonObject } from '../model/json';
import type { UserProfile } from '../model/user-profile.interface';
import { timestamp } from './webhook-builders';
import type { WebhookItem } from './webhook-items';

type GroupField =
  'group_lifecycle_update' | 'group_participants_update' | 'group_settings_update' | 'group_status_update';

/** Something that happened to a group. */
export function groupItem(
  number: EmulatedNumber,
  field: GroupField,
  group: Pick<EmulatedGroup, 'id'>,
  at: number,
  members: JsonObject,
): WebhookItem {
  return {
    entryId: number.wabaId,
    field,
    shared: {
      messaging_product: 'whatsapp',
      metadata: { display_phone_number: number.displayPhoneNumber, phone_number_id: number.phoneNumberId },
    },
    contacts: [],
    collection: 'groups',
    item: { timestamp: timestamp(at), group_id: group.id, ...members },
  };
}

/** A user as group answers and webhooks name them. */
export function memberOf({ phone, userId, parentUserId, username }: UserProfile): JsonObject {
  return {
    ...(phone && { wa_id: phone }),
    user_id: userId,
    ...(parentUserId && { parent_user_id: parentUserId }),
    ...(username && { username }),
  };
}
