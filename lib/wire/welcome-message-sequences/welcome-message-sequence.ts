/** What a chat shows that a click-to-WhatsApp ad has opened. Further members start flows. */
export interface WelcomeMessageContent {
  text?: string;
  /** Text that stands in the input of the chat. */
  autofill_message?: { content: string };
  /** Questions to tap. */
  ice_breakers?: readonly { title: string }[];
  [member: string]: unknown;
}

/** Entry of `GET /{waba id}/welcome_message_sequences`. */
export interface WelcomeMessageSequence {
  sequence_id: string;
  name?: string;
  /** The content; a text of JSON in some answers. */
  welcome_message_sequence?: WelcomeMessageContent | string;
  /** An active ad uses it: it cannot be deleted. */
  is_used_in_ad?: boolean;
  [field: string]: unknown;
}
