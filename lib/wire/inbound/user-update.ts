import type { WireTimestamp } from './common';

/** Members of every preference. It belongs to the business-scoped user id, never to the parent id. */
export interface UserPreferenceBase {
  wa_id?: string;
  user_id?: string;
  parent_user_id?: string;
  /** Text for humans. */
  detail?: string;
  timestamp: WireTimestamp;
}

interface MarketingPreference<Value extends string> extends UserPreferenceBase {
  category: 'marketing_messages';
  value: Value;
}

/**
 * The user stopped marketing messages.
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/user_preferences
 */
export type UserPreferenceStop = MarketingPreference<'stop'>;

/** The user resumed marketing messages. */
export type UserPreferenceResume = MarketingPreference<'resume'>;

/** The user signed up for marketing messages. */
export interface UserPreferenceSignup extends MarketingPreference<'signup'> {
  signup_id?: string;
}

/** A preference of a category or with a value that this release does not know. */
export interface UnknownUserPreference extends UserPreferenceBase {
  category?: string;
  value?: string;
  [key: string]: unknown;
}

/** The business-scoped user id of a user changed. Also comes as `message.system.user_changed_user_id`. */
export interface UserIdUpdate {
  wa_id?: string;
  /** Text for humans. */
  detail?: string;
  user_id: { previous: string; current: string };
  parent_user_id?: { previous: string; current: string };
  timestamp: WireTimestamp;
}
