import type { MessageEchoBase } from './echo';
import type { InboundMessageBase } from './message';

/** Reaction as messages carry it. */
export interface ReactionContent {
  type: 'reaction';
  /** `emoji` absent or empty: the reaction was taken away. */
  reaction: { message_id: string; emoji?: string };
}

/** A reaction to a message, or its removal. */
export interface InboundReactionMessage extends InboundMessageBase, ReactionContent {}

/** A reaction of the business, set elsewhere. */
export interface ReactionMessageEcho extends MessageEchoBase, ReactionContent {}
