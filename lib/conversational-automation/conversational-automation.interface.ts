import type { WireConversationalAutomation } from '../wire/conversational-automation/conversational-automation';

/** A command that users find behind `/`. @publicApi */
export interface Command {
  /** Without the slash. */
  readonly name: string;
  readonly description: string;
}

/** What a chat offers before anything was written. @publicApi */
export interface ConversationalAutomation {
  readonly id?: string;
  /** Whether a `request_welcome` webhook comes when a user opens the chat for the first time. */
  readonly welcomeMessage: boolean;
  readonly iceBreakers: readonly string[];
  readonly commands: readonly Command[];
  /** Meta's answer, untouched; absent when nothing was ever set. */
  readonly raw?: WireConversationalAutomation;
}
