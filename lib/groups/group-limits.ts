const MANAGEMENT =
  'https://developers.facebook.com/documentation/business-messaging/whatsapp/groups/group-management';

/** Documented limits of groups. A number owns at most 10000 groups; a group has at most 8 participants. */
export const GROUP_LIMITS = {
  subject: { min: 1, max: 128, see: MANAGEMENT },
  description: { min: 0, max: 2048, see: MANAGEMENT },
  participants: { min: 1, max: 8, see: MANAGEMENT },
  page: { min: 1, max: 1024, see: MANAGEMENT },
  pictureBytes: { min: 1, max: 5 * 1024 * 1024, see: MANAGEMENT },
  /** Pixels of a side. */
  pictureSide: { min: 192, max: Infinity, see: MANAGEMENT },
} as const;
