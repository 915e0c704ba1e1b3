import type { MediaKind, MediaUploader } from '../config/media-uploader.interface';
import type { CallOptions } from '../graph/graph-request.interface';
import type { PayloadValidator } from '../validation/payload-validator.service';
import type { FlowDefinition } from '../wire/flow/definition';
import type { RequestAddressInput } from './dto/address-request.dto';
import type { SendButtonsInput } from './dto/buttons.dto';
import type { SendContactsInput } from './dto/contacts.dto';
import type { SendCtaUrlInput } from './dto/cta-url.dto';
import type { SendFlowInput } from './dto/flow.dto';
import type { SendListInput } from './dto/list.dto';
import type { SendLocationInput } from './dto/location.dto';
import type { SendMediaCarouselInput } from './dto/media-carousel.dto';
import type {
  SendAudioInput,
  SendDocumentInput,
  SendImageInput,
  SendMediaDto,
  SendStickerInput,
  SendVideoInput,
  SendVoiceInput,
} from './dto/media.dto';
import type { SendOrderDetailsInput } from './dto/order-details.dto';
import type { SendOrderStatusInput } from './dto/order-status.dto';
import type { PinInput, UnpinInput } from './dto/pin.dto';
import type { SendProductCarouselInput } from './dto/product-carousel.dto';
import type { SendCatalogInput, SendProductInput, SendProductListInput } from './dto/product.dto';
import type { ReactInput, UnreactInput } from './dto/reaction.dto';
import type {
  RequestCallPermissionInput,
  RequestContactInfoInput,
  RequestLocationInput,
  SendVoiceCallButtonInput,
} from './dto/requests.dto';
import type { SendMarketingMessageInput, SendTemplateInput } from './dto/template.dto';
import { uploadFile } from './media-files';
import type { MessageKind } from './message-kinds';
import { KINDS } from './message-kinds';
import type { MessagesSender } from './messages.sender';
import { filePaths, uploadPartFiles } from './part-files';
import type { SendResult } from './send-result.interface';

/**
 * One method for each kind of message that is checked, built and sent as one. Each takes the input and, second, the
 * settings of the call, and throws `PayloadValidationError` before anything leaves, `GraphApiError` when Meta refuses.
 */
export abstract class MessageMethods {
  protected constructor(
    protected readonly sender: MessagesSender,
    protected readonly validator: PayloadValidator,
    protected readonly uploader?: MediaUploader,
  ) {}

  /** Sends an image by media id, link or file. */
  sendImage(input: SendImageInput, options?: CallOptions): Promise<SendResult> {
    return this.submitMedia('image', KINDS.image, input, options);
  }

  /** Sends a video by media id, link or file. */
  sendVideo(input: SendVideoInput, options?: CallOptions): Promise<SendResult> {
    return this.submitMedia('video', KINDS.video, input, options);
  }

  /** Sends a voice note by media id, link or file: the same as `sendAudio` with `voice: true`. */
  sendVoice(input: SendVoiceInput, options?: CallOptions): Promise<SendResult> {
    const note: SendVoiceInput & { voice: true } = { ...input, voice: true };
    return this.submitMedia('audio', KINDS.voice, note, options);
  }

  /** Sends audio by media id, link or file; a voice note with `voice: true`. */
  sendAudio(input: SendAudioInput, options?: CallOptions): Promise<SendResult> {
    return this.submitMedia('audio', KINDS.audio, input, options);
  }

  /** Sends a document by media id, link or file. */
  sendDocument(input: SendDocumentInput, options?: CallOptions): Promise<SendResult> {
    return this.submitMedia('document', KINDS.document, input, options);
  }

  /** Sends a sticker by media id, link or file. */
  sendSticker(input: SendStickerInput, options?: CallOptions): Promise<SendResult> {
    return this.submitMedia('sticker', KINDS.sticker, input, options);
  }

  /** Sends a place on the map. */
  sendLocation(input: SendLocationInput, options?: CallOptions): Promise<SendResult> {
    return this.submit(KINDS.location, input, options);
  }

  /** Sends contact cards. */
  sendContacts(input: SendContactsInput, options?: CallOptions): Promise<SendResult> {
    return this.submit(KINDS.contacts, input, options);
  }

  /** Reacts to a message with an emoji; replaces an earlier reaction. */
  react(input: ReactInput, options?: CallOptions): Promise<SendResult> {
    return this.submit(KINDS.reaction, input, options);
  }

  /** Takes a reaction back. */
  unreact(input: UnreactInput, options?: CallOptions): Promise<SendResult> {
    return this.submit(KINDS.reactionRemoval, input, options);
  }

  /** Sends a text with up to 3 reply buttons. */
  sendButtons(input: SendButtonsInput, options?: CallOptions): Promise<SendResult> {
    return this.submit(KINDS.buttons, input, options);
  }

  /** Sends a list of up to 10 choices. */
  sendList(input: SendListInput, options?: CallOptions): Promise<SendResult> {
    return this.submit(KINDS.list, input, options);
  }

  /** Sends a text with a button that opens a web page. */
  sendCtaUrl(input: SendCtaUrlInput, options?: CallOptions): Promise<SendResult> {
    return this.submit(KINDS.ctaUrl, input, options);
  }

  /**
   * Sends a text with a button that opens a flow. With its definition under `flow`, the compiler knows the screens and
   * what each of them takes.
   */
  sendFlow<F extends FlowDefinition = FlowDefinition>(
    input: SendFlowInput<F>,
    options?: CallOptions,
  ): Promise<SendResult> {
    return this.submit(KINDS.flow, input, options);
  }

  /** Sends one product of the catalog. */
  sendProduct(input: SendProductInput, options?: CallOptions): Promise<SendResult> {
    return this.submit(KINDS.product, input, options);
  }

  /** Sends up to 30 products of the catalog. */
  sendProductList(input: SendProductListInput, options?: CallOptions): Promise<SendResult> {
    return this.submit(KINDS.productList, input, options);
  }

  /** Sends a text with a button that opens the catalog. */
  sendCatalog(input: SendCatalogInput, options?: CallOptions): Promise<SendResult> {
    return this.submit(KINDS.catalog, input, options);
  }

  /** Asks a user for a location; it comes back as a location message. */
  requestLocation(input: RequestLocationInput, options?: CallOptions): Promise<SendResult> {
    return this.submit(KINDS.locationRequest, input, options);
  }

  /** Asks a user in India for an address. */
  requestAddress(input: RequestAddressInput, options?: CallOptions): Promise<SendResult> {
    return this.submit(KINDS.addressRequest, input, options);
  }

  /** Asks a user for permission to call: once in 24 hours, twice in 7 days. */
  requestCallPermission(input: RequestCallPermissionInput, options?: CallOptions): Promise<SendResult> {
    return this.submit(KINDS.callPermissionRequest, input, options);
  }

  /** Asks a user, whose number is hidden, to share contact information. */
  requestContactInfo(input: RequestContactInfoInput, options?: CallOptions): Promise<SendResult> {
    return this.submit(KINDS.contactInfoRequest, input, options);
  }

  /** Sends a text with a button that calls the business. */
  sendVoiceCallButton(input: SendVoiceCallButtonInput, options?: CallOptions): Promise<SendResult> {
    return this.submit(KINDS.voiceCallButton, input, options);
  }

  /** Sends 2 to 10 cards with an image or video and buttons. */
  sendMediaCarousel(input: SendMediaCarouselInput, options?: CallOptions): Promise<SendResult> {
    return this.submit(KINDS.mediaCarousel, input, options);
  }

  /** Sends 2 to 10 products as cards. */
  sendProductCarousel(input: SendProductCarouselInput, options?: CallOptions): Promise<SendResult> {
    return this.submit(KINDS.productCarousel, input, options);
  }

  /** Sends an order to pay for (India, Brazil). */
  sendOrderDetails(input: SendOrderDetailsInput, options?: CallOptions): Promise<SendResult> {
    return this.submit(KINDS.orderDetails, input, options);
  }

  /** Tells the progress of an order. */
  sendOrderStatus(input: SendOrderStatusInput, options?: CallOptions): Promise<SendResult> {
    return this.submit(KINDS.orderStatus, input, options);
  }

  /** Sends an approved template: the only kind that reaches a user outside the 24-hour window. */
  sendTemplate(input: SendTemplateInput, options?: CallOptions): Promise<SendResult> {
    return this.submitTemplate(KINDS.template, input, options);
  }

  /** Sends a marketing template through the Marketing Messages API. */
  sendMarketingMessage(input: SendMarketingMessageInput, options?: CallOptions): Promise<SendResult> {
    return this.submitTemplate(KINDS.marketingMessage, input, options);
  }

  /** Pins a message of a group for 1 to 30 days. */
  pin(input: PinInput, options?: CallOptions): Promise<SendResult> {
    return this.submit(KINDS.pin, input, options);
  }

  /** Unpins a message of a group. */
  unpin(input: UnpinInput, options?: CallOptions): Promise<SendResult> {
    return this.submit(KINDS.unpin, input, options);
  }

  /** As `submit`, with a comparison of the values with the template. */
  protected abstract submitTemplate<Input extends SendTemplateInput | SendMarketingMessageInput>(
    kind: MessageKind<Input>,
    input: Input,
    options?: CallOptions,
  ): Promise<SendResult>;

  /** As `submit`, after the upload of a raw file. */
  protected async submitMedia<Input extends SendMediaDto>(
    media: MediaKind,
    kind: MessageKind<Input>,
    given: Input,
    options?: CallOptions,
  ): Promise<SendResult> {
    this.validator.assert(kind.subject, kind.dto, given, options?.validate);
    const { input, mediaId } = await uploadFile(this.uploader, media, given, options);
    const result = await this.sender.send(kind.build(input), options, kind.edge);
    return mediaId === undefined ? result : { ...result, mediaId };
  }

  /** Checks, builds and sends. */
  protected async submit<Input extends object>(
    kind: MessageKind<Input>,
    input: Input,
    options?: CallOptions,
  ): Promise<SendResult> {
    this.validator.assert(kind.subject, kind.dto, input, options?.validate);
    if (filePaths(input).length > 0) return this.submitWithFiles(kind, input, options);
    return this.sender.send(kind.build(input), options, kind.edge);
  }

  /** Uploads the raw files in header and cards of a checked input, builds and sends. */
  protected async submitWithFiles<Input extends object>(
    kind: MessageKind<Input>,
    given: Input,
    options?: CallOptions,
  ): Promise<SendResult> {
    const { input, ids } = await uploadPartFiles(this.uploader, given, options);
    return { ...(await this.sender.send(kind.build(input), options, kind.edge)), ...ids };
  }
}
