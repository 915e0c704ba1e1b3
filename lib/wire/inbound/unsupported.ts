import type { WebhookError } from '../error';
import type { Open } from './common';
import type { MessageEchoBase } from './echo';
import type { InboundMessageBase } from './message';

/** Kinds of message that the API does not carry. */
export type UnsupportedKind = Open<
  | 'button'
  | 'edit'
  | 'errors'
  | 'gif'
  | 'group_invite'
  | 'hsm'
  | 'image'
  | 'interactive'
  | 'keep_in_chat'
  | 'link_preview'
  | 'list'
  | 'location'
  | 'media_placeholder'
  | 'order'
  | 'pin'
  | 'poll_creation'
  | 'poll_update'
  | 'product'
  | 'reaction'
>;

/** Placeholder for a message that the API does not carry, as messages carry it. */
export interface UnsupportedContent {
  type: 'unsupported';
  unsupported?: { type?: UnsupportedKind };
  /** Why; 131051 (type) and 131060 (not available) are usual. */
  errors?: WebhookError[];
}

/** A message that the API does not carry (poll, group invitation, …). The same id may follow later with its content. */
export interface InboundUnsupportedMessage extends InboundMessageBase, UnsupportedContent {
  errors?: WebhookError[];
}

/** An echo that the API does not carry. */
export interface UnsupportedMessageEcho extends MessageEchoBase, UnsupportedContent {
  errors?: WebhookError[];
}

/** A disappearing message, in the form of the former On-Premises API. */
export interface InboundEphemeralMessage extends InboundMessageBase {
  type: 'ephemeral';
}

/** The user opened the chat for the first time (welcome messages are switched on). */
export interface InboundRequestWelcomeMessage extends InboundMessageBase {
  type: 'request_welcome';
}

/** A message of a type that this release does not know, or whose content is missing. */
export interface InboundUnknownMessage extends InboundMessageBase {
  type?: string;
  [key: string]: unknown;
}
