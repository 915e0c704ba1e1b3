import type { Open } from '../inbound/common';

/** Names of webhook fields that are documented. A wrong name makes Meta refuse the whole subscription (100). */
export type WebhookField = Open<
  | 'account_alerts'
  | 'account_review_update'
  | 'account_settings_update'
  | 'account_update'
  | 'automatic_events'
  | 'business_capability_update'
  | 'business_username_update'
  | 'calls'
  | 'flows'
  | 'group_lifecycle_update'
  | 'group_participants_update'
  | 'group_settings_update'
  | 'group_status_update'
  | 'history'
  | 'message_template_components_update'
  | 'message_template_quality_update'
  | 'message_template_status_update'
  | 'messages'
  | 'partner_solutions'
  | 'payment_configuration_update'
  | 'phone_number_name_update'
  | 'phone_number_quality_update'
  | 'security'
  | 'smb_app_state_sync'
  | 'smb_message_echoes'
  | 'template_category_update'
  | 'user_id_update'
  | 'user_preferences'
>;

/** Entry of `GET /{app id}/subscriptions`. */
export interface AppSubscription {
  object: Open<'whatsapp_business_account'>;
  callback_url?: string;
  active?: boolean;
  fields?: ({ name: WebhookField; version?: string } | WebhookField)[];
}
