import type { UserProfile } from './user-profile.interface';

/** A WhatsApp group of the business and virtual users. @publicApi */
export interface EmulatedGroup {
  readonly id: string;
  readonly subject: string;
  /** Business phone number that owns the group. */
  readonly phoneNumberId: string;
  readonly participants: readonly UserProfile[];
}
