import type { ButtonContent } from './button';
import type { EditContent, RevokeContent } from './edit';
import type { MessageEchoBase } from './echo';
import type { LocationContent } from './location';
import type { AudioContent, DocumentContent, ImageContent, StickerContent, VideoContent } from './media';
import type { InboundMessageBase } from './message';
import type { OrderContent } from './order';
import type { ReactionContent } from './reaction';
import type { ContactsContent } from './shared-contact';
import type { TextContent } from './text';

type Member<Content extends { type: string }> = Partial<Omit<Content, 'type'>>;

/** Content of a message whose type is only known at run time: the member that `type` names is there. */
export interface AnyMessageContent
  extends
    Member<TextContent>,
    Member<ImageContent>,
    Member<VideoContent>,
    Member<AudioContent>,
    Member<DocumentContent>,
    Member<StickerContent>,
    Member<LocationContent>,
    Member<ContactsContent>,
    Member<ReactionContent>,
    Member<ButtonContent>,
    Member<OrderContent>,
    Member<EditContent>,
    Member<RevokeContent> {
  type?: string;
  interactive?: { type?: string; [key: string]: unknown };
}

/** A message of a user, of any type. */
export interface AnyInboundMessage extends InboundMessageBase, AnyMessageContent {}

/** A message of the business that was sent elsewhere, of any type. */
export interface AnyMessageEcho extends MessageEchoBase, AnyMessageContent {}
