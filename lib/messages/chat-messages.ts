import type { CallOptions } from '../graph/graph-request.interface';
import type { GroupRecipient, Recipient } from '../validation/recipient';
import type { FlowDefinition } from '../wire/flow/definition';
import type { RequestAddressInput } from './dto/address-request.dto';
import type { SendButtonsInput } from './dto/buttons.dto';
import type { ContactCardDto } from './dto/contact-card.dto';
import type { SendContactsInput } from './dto/contacts.dto';
import type { SendCtaUrlInput } from './dto/cta-url.dto';
import type { SendFlowInput, SendFlowMessage } from './dto/flow.dto';
import type { SendListInput } from './dto/list.dto';
import type { SendLocationInput } from './dto/location.dto';
import type { SendMediaCarouselInput } from './dto/media-carousel.dto';
import type {
  SendAudioInput,
  SendDocumentInput,
  SendImageInput,
  SendStickerInput,
  SendVideoInput,
  SendVoiceInput,
} from './dto/media.dto';
import type { SendOrderDetailsInput } from './dto/order-details.dto';
import type { SendOrderStatusInput } from './dto/order-status.dto';
import type { SendProductCarouselInput } from './dto/product-carousel.dto';
import type { SendCatalogInput, SendProductInput, SendProductListInput } from './dto/product.dto';
import type {
  RequestCallPermissionInput,
  RequestContactInfoInput,
  RequestLocationInput,
  SendVoiceCallButtonInput,
} from './dto/requests.dto';
import type { SendMarketingMessageInput, SendTemplateInput } from './dto/template.dto';
import type { SendTextInput } from './dto/text.dto';
import type { FlowChoice } from './flow-opening';
import type { MessageMethods } from './message-methods';
import type { ReplyTarget } from './reply-target';
import { replyOptions, replyRecipient, targetMessageId } from './reply-target';
import type { SendResult, SendTextResult } from './send-result.interface';

/** An input without its recipient, for a chat that is known. */
export type InChat<Input> = Omit<Input, 'to'> & {
  /** Quotes the message of the event. @default false */
  readonly quote?: boolean | undefined;
};

/** What `ChatMessages` needs besides one method for each kind. */
export interface ChatMethods extends MessageMethods {
  sendText(input: SendTextInput, options?: CallOptions): Promise<SendTextResult>;
  markAsRead(message: ReplyTarget, options?: CallOptions): Promise<void>;
  showTyping(message: ReplyTarget, options?: CallOptions): Promise<void>;
  withTyping<T>(event: ReplyTarget, work: () => T | Promise<T>, options?: CallOptions): Promise<T>;
}

/**
 * Messages for the chat of one event: they go to the group or user that it came from, from the number that it came to.
 * Made by `messages.to(event)`.
 * @publicApi
 */
export class ChatMessages {
  /** Who the messages go to. */
  readonly recipient: Recipient;

  /** @throws PayloadValidationError when the event belongs to no chat */
  constructor(
    private readonly messages: ChatMethods,
    private readonly event: ReplyTarget,
  ) {
    this.recipient = replyRecipient(event);
  }

  /**
   * Id of the message that the event is about; `quote` names it.
   * @throws PayloadValidationError when it is about none
   */
  get messageId(): string {
    return targetMessageId(this.event);
  }

  /** Sends a text, given as such or as an input. */
  text(input: string | InChat<SendTextInput>, options?: CallOptions): Promise<SendTextResult> {
    const given = typeof input === 'string' ? { body: input } : input;
    return this.messages.sendText(this.addressed<SendTextInput>(given), this.from(options));
  }

  /** Sends an image. */
  image(input: InChat<SendImageInput>, options?: CallOptions): Promise<SendResult> {
    return this.messages.sendImage(this.addressed(input), this.from(options));
  }

  /** Sends a video. */
  video(input: InChat<SendVideoInput>, options?: CallOptions): Promise<SendResult> {
    return this.messages.sendVideo(this.addressed(input), this.from(options));
  }

  /** Sends audio. */
  audio(input: InChat<SendAudioInput>, options?: CallOptions): Promise<SendResult> {
    return this.messages.sendAudio(this.addressed(input), this.from(options));
  }

  /** Sends a voice note. */
  voice(input: InChat<SendVoiceInput>, options?: CallOptions): Promise<SendResult> {
    return this.messages.sendVoice(this.addressed(input), this.from(options));
  }

  /** Sends a document. */
  document(input: InChat<SendDocumentInput>, options?: CallOptions): Promise<SendResult> {
    return this.messages.sendDocument(this.addressed(input), this.from(options));
  }

  /** Sends a sticker. */
  sticker(input: InChat<SendStickerInput>, options?: CallOptions): Promise<SendResult> {
    return this.messages.sendSticker(this.addressed(input), this.from(options));
  }

  /** Sends a place on the map. */
  location(input: InChat<SendLocationInput>, options?: CallOptions): Promise<SendResult> {
    return this.messages.sendLocation(this.addressed(input), this.from(options));
  }

  /** Sends contact cards, given as such or as an input. */
  contacts(
    input: readonly ContactCardDto[] | InChat<SendContactsInput>,
    options?: CallOptions,
  ): Promise<SendResult> {
    const given = 'contacts' in input ? input : { contacts: input };
    return this.messages.sendContacts(this.addressed<SendContactsInput>(given), this.from(options));
  }

  /** Reacts to the message of the event. */
  react(emoji: string, options?: CallOptions): Promise<SendResult> {
    const input = { to: this.recipient, messageId: targetMessageId(this.event), emoji };
    return this.messages.react(input, this.from(options));
  }

  /** Takes the reaction to the message of the event back. */
  unreact(options?: CallOptions): Promise<SendResult> {
    const input = { to: this.recipient, messageId: targetMessageId(this.event) };
    return this.messages.unreact(input, this.from(options));
  }

  /** Sends a text with reply buttons. */
  buttons(input: InChat<SendButtonsInput>, options?: CallOptions): Promise<SendResult> {
    return this.messages.sendButtons(this.addressed(input), this.from(options));
  }

  /** Sends a list of choices. */
  list(input: InChat<SendListInput>, options?: CallOptions): Promise<SendResult> {
    return this.messages.sendList(this.addressed(input), this.from(options));
  }

  /** Sends a text with a button that opens a web page. */
  ctaUrl(input: InChat<SendCtaUrlInput>, options?: CallOptions): Promise<SendResult> {
    return this.messages.sendCtaUrl(this.addressed(input), this.from(options));
  }

  /** Sends a text with a button that opens a flow. */
  flow<F extends FlowDefinition = FlowDefinition>(
    input: InChat<SendFlowMessage> & FlowChoice<F>,
    options?: CallOptions,
  ): Promise<SendResult> {
    const given: InChat<SendFlowMessage> = input;
    return this.messages.sendFlow(this.addressed<SendFlowInput>(given), this.from(options));
  }

  /** Sends one product. */
  product(input: InChat<SendProductInput>, options?: CallOptions): Promise<SendResult> {
    return this.messages.sendProduct(this.addressed(input), this.from(options));
  }

  /** Sends several products. */
  productList(input: InChat<SendProductListInput>, options?: CallOptions): Promise<SendResult> {
    return this.messages.sendProductList(this.addressed(input), this.from(options));
  }

  /** Sends a text with a button that opens the catalog. */
  catalog(input: InChat<SendCatalogInput>, options?: CallOptions): Promise<SendResult> {
    return this.messages.sendCatalog(this.addressed(input), this.from(options));
  }

  /** Asks for a location. */
  requestLocation(input: InChat<RequestLocationInput>, options?: CallOptions): Promise<SendResult> {
    return this.messages.requestLocation(this.addressed(input), this.from(options));
  }

  /** Asks for an address. */
  requestAddress(input: InChat<RequestAddressInput>, options?: CallOptions): Promise<SendResult> {
    return this.messages.requestAddress(this.addressed(input), this.from(options));
  }

  /** Asks for permission to call. */
  requestCallPermission(
    input: InChat<RequestCallPermissionInput>,
    options?: CallOptions,
  ): Promise<SendResult> {
    return this.messages.requestCallPermission(this.addressed(input), this.from(options));
  }

  /** Asks for contact information. */
  requestContactInfo(input: InChat<RequestContactInfoInput>, options?: CallOptions): Promise<SendResult> {
    return this.messages.requestContactInfo(this.addressed(input), this.from(options));
  }

  /** Sends a text with a button that calls the business. */
  voiceCallButton(input: InChat<SendVoiceCallButtonInput>, options?: CallOptions): Promise<SendResult> {
    return this.messages.sendVoiceCallButton(this.addressed(input), this.from(options));
  }

  /** Sends cards with media. */
  mediaCarousel(input: InChat<SendMediaCarouselInput>, options?: CallOptions): Promise<SendResult> {
    return this.messages.sendMediaCarousel(this.addressed(input), this.from(options));
  }

  /** Sends cards with products. */
  productCarousel(input: InChat<SendProductCarouselInput>, options?: CallOptions): Promise<SendResult> {
    return this.messages.sendProductCarousel(this.addressed(input), this.from(options));
  }

  /** Sends an order to pay for. */
  orderDetails(input: InChat<SendOrderDetailsInput>, options?: CallOptions): Promise<SendResult> {
    return this.messages.sendOrderDetails(this.addressed(input), this.from(options));
  }

  /** Tells the progress of an order. */
  orderStatus(input: InChat<SendOrderStatusInput>, options?: CallOptions): Promise<SendResult> {
    return this.messages.sendOrderStatus(this.addressed(input), this.from(options));
  }

  /** Sends a template. */
  template(input: InChat<SendTemplateInput>, options?: CallOptions): Promise<SendResult> {
    return this.messages.sendTemplate(this.addressed(input), this.from(options));
  }

  /** Sends a marketing template through the Marketing Messages API. */
  marketingMessage(input: InChat<SendMarketingMessageInput>, options?: CallOptions): Promise<SendResult> {
    return this.messages.sendMarketingMessage(this.addressed(input), this.from(options));
  }

  /** Pins the message of the event in its group. */
  pin(expirationDays: number, options?: CallOptions): Promise<SendResult> {
    const input = {
      to: this.recipient as GroupRecipient,
      messageId: targetMessageId(this.event),
      expirationDays,
    };
    return this.messages.pin(input, this.from(options));
  }

  /** Unpins the message of the event. */
  unpin(options?: CallOptions): Promise<SendResult> {
    const input = { to: this.recipient as GroupRecipient, messageId: targetMessageId(this.event) };
    return this.messages.unpin(input, this.from(options));
  }

  /** Marks the message of the event, and all before it, as read. */
  markRead(options?: CallOptions): Promise<void> {
    return this.messages.markAsRead(this.event, options);
  }

  /** Shows for 25 seconds that an answer is being written. */
  showTyping(options?: CallOptions): Promise<void> {
    return this.messages.showTyping(this.event, options);
  }

  /** Runs `work` and shows meanwhile that an answer is being written. */
  typing<T>(work: () => T | Promise<T>, options?: CallOptions): Promise<T> {
    return this.messages.withTyping(this.event, work, options);
  }

  /** Kinds that groups do not take are refused by their validation, which names the reason. */
  private addressed<Input extends { to: Recipient }>({ quote, ...input }: InChat<Input>): Input {
    const quoted = quote === true ? { replyTo: targetMessageId(this.event) } : {};
    return { ...input, ...quoted, to: this.recipient } as unknown as Input;
  }

  private from(options?: CallOptions): CallOptions {
    return replyOptions(this.event, options);
  }
}
