import type { Open, WireTimestamp } from './common';
import type { ConversationContext } from './conversation-context';

/** Role of an app in a conversation. */
export type HandoverRole = Open<
  'ai_agent' | 'ctwa' | 'customer_service' | 'escalation' | 'marketing' | 'meta_business_agent' | 'utility'
>;

/** Who had the conversation and who has it now. */
export interface HandoverDetails {
  previous_owner_role?: HandoverRole;
  new_owner_role?: HandoverRole;
  /** Data of the app that handed over. */
  metadata?: string;
  previous_owner_app_id?: string;
  previous_owner_app_role?: HandoverRole;
  new_owner_app_id?: string;
}

interface HandoverBase {
  /** The user. */
  sender?: { phone_number?: string; user_id?: string; parent_user_id?: string };
  /** The business number. */
  recipient: { display_phone_number?: string; phone_number_id: string };
  timestamp?: WireTimestamp;
  type?: Open<'control_passed' | 'control_taken'>;
}

/** A conversation was handed to this app. */
export interface HandoverControlPassed extends HandoverBase {
  control_passed: HandoverDetails & { conversation_context?: ConversationContext };
}

/** A conversation was taken from this app. */
export interface HandoverControlTaken extends HandoverBase {
  control_taken: HandoverDetails;
}

/** A handover that this release does not know. */
export interface UnknownHandover extends Partial<HandoverBase> {
  [key: string]: unknown;
}
