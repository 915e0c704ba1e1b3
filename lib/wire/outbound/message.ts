import type { OutboundContactsContent } from './contacts';
import type { OutboundEnvelope } from './envelope';
import type { OutboundInteractiveContent } from './interactive';
import type { OutboundLocationContent } from './location';
import type {
  OutboundAudioContent,
  OutboundDocumentContent,
  OutboundImageContent,
  OutboundStickerContent,
  OutboundVideoContent,
} from './media';
import type { OutboundPinContent } from './pin';
import type { OutboundReactionContent } from './reaction';
import type { OutboundMarketingSettings, OutboundTemplateContent } from './template';
import type { OutboundTextContent } from './text';

/** The part of a message that depends on its kind, discriminated by `type`. */
export type OutboundContent =
  | OutboundTextContent
  | OutboundImageContent
  | OutboundVideoContent
  | OutboundAudioContent
  | OutboundDocumentContent
  | OutboundStickerContent
  | OutboundLocationContent
  | OutboundContactsContent
  | OutboundReactionContent
  | OutboundInteractiveContent
  | OutboundTemplateContent
  | OutboundPinContent;

/**
 * Body of `POST /{phone number id}/messages`, discriminated by `type`.
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/send-messages
 */
export type OutboundMessage = OutboundEnvelope & OutboundContent;

/** Keeps TypeScript from inferring a type from here. `NoInfer` needs TypeScript 5.4. */
type Uninferred<T> = [T][T extends unknown ? 0 : never];

/** Content of a kind that this release does not know yet: it stands under a member of its own name. */
export type OutboundOtherContent<T extends string> = {
  type: T extends OutboundContent['type'] ? never : string extends T ? never : T;
} & { [Member in Uninferred<T>]: object };

/** A message of a kind that this release does not know yet. */
export type OutboundOtherMessage<T extends string> = OutboundEnvelope & OutboundOtherContent<T>;

/** Body of `POST /{phone number id}/marketing_messages`. */
export type OutboundMarketingMessage = OutboundEnvelope & OutboundTemplateContent & OutboundMarketingSettings;
