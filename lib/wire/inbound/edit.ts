import type { MessageEchoBase } from './echo';
import type { InboundMessageBase } from './message';
import type { DocumentContent, ImageContent, VideoContent } from './media';
import type { TextContent } from './text';

/** The new content of an edited message: the text, or the media with its new caption. */
export type EditedContent = (TextContent | ImageContent | VideoContent | DocumentContent) & {
  context?: { id?: string };
};

/** Edit as messages carry it. It may come before the message that it changes. */
export interface EditContent {
  type: 'edit';
  edit: { original_message_id: string; message: EditedContent };
}

/** Deletion as messages carry it. */
export interface RevokeContent {
  type: 'revoke';
  revoke: { original_message_id: string };
}

/** The user edited a message. */
export interface InboundEditMessage extends InboundMessageBase, EditContent {}
/** The user deleted a message for everyone. */
export interface InboundRevokeMessage extends InboundMessageBase, RevokeContent {}

/** The business edited a message elsewhere. */
export interface EditMessageEcho extends MessageEchoBase, EditContent {}
/** The business deleted a message elsewhere. */
export interface RevokeMessageEcho extends MessageEchoBase, RevokeContent {}
