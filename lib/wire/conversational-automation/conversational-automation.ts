/** A command that users find behind `/`. */
export interface WireCommand {
  /** Without the slash. */
  command_name: string;
  command_description: string;
}

/**
 * What a chat offers before anything was written, in Meta's names.
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/conversational-components
 */
export interface WireConversationalAutomation {
  id?: string;
  enable_welcome_message?: boolean;
  /** Ice breakers. */
  prompts?: readonly string[];
  commands?: readonly WireCommand[];
  [field: string]: unknown;
}
