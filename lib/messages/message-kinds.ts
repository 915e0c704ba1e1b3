import type { Type } from '@nestjs/common';
import type { OutboundEnvelope } from '../wire/outbound/envelope';
import { buildAddressRequest } from './builders/address-request.builder';
import { buildButtons } from './builders/buttons.builder';
import { buildMediaCarousel, buildProductCarousel } from './builders/carousel.builder';
import { buildContacts } from './builders/contacts.builder';
import { buildCtaUrl } from './builders/cta-url.builder';
import { buildFlow } from './builders/flow.builder';
import { buildList } from './builders/list.builder';
import { buildLocation } from './builders/location.builder';
import {
  buildAudio,
  buildDocument,
  buildImage,
  buildSticker,
  buildVideo,
  buildVoice,
} from './builders/media.builder';
import { buildOrderDetails, buildOrderStatus } from './builders/order.builder';
import { buildPin, buildUnpin } from './builders/pin.builder';
import { buildCatalog, buildProduct, buildProductList } from './builders/product.builder';
import { buildReaction, buildReactionRemoval } from './builders/reaction.builder';
import {
  buildCallPermissionRequest,
  buildContactInfoRequest,
  buildLocationRequest,
  buildVoiceCallButton,
} from './builders/requests.builder';
import { buildMarketingMessage, buildTemplate } from './builders/template.builder';
import { buildText } from './builders/text.builder';
import { RequestAddressDto } from './dto/address-request.dto';
import { SendButtonsDto } from './dto/buttons.dto';
import { SendContactsDto } from './dto/contacts.dto';
import { SendCtaUrlDto } from './dto/cta-url.dto';
import { SendFlowDto } from './dto/flow.dto';
import { SendListDto } from './dto/list.dto';
import { SendLocationDto } from './dto/location.dto';
import { SendMediaCarouselDto } from './dto/media-carousel.dto';
import {
  SendAudioDto,
  SendDocumentDto,
  SendImageDto,
  SendStickerDto,
  SendVideoDto,
  SendVoiceDto,
} from './dto/media.dto';
import { SendOrderDetailsDto } from './dto/order-details.dto';
import { SendOrderStatusDto } from './dto/order-status.dto';
import { PinDto, UnpinDto } from './dto/pin.dto';
import { SendProductCarouselDto } from './dto/product-carousel.dto';
import { SendCatalogDto, SendProductDto, SendProductListDto } from './dto/product.dto';
import { ReactDto, UnreactDto } from './dto/reaction.dto';
import {
  RequestCallPermissionDto,
  RequestContactInfoDto,
  RequestLocationDto,
  SendVoiceCallButtonDto,
} from './dto/requests.dto';
import { SendMarketingMessageDto, SendTemplateDto } from './dto/template.dto';
import { SendTextDto } from './dto/text.dto';
import type { SendEdge } from './messages.sender';

/** How one kind of message is checked, built and sent. */
export interface MessageKind<Input extends object> {
  /** Name for errors and warnings. */
  readonly subject: string;
  readonly dto: Type<Input>;
  readonly build: (input: Input) => OutboundEnvelope;
  readonly edge?: SendEdge;
}

function kind<Input extends object>(
  subject: string,
  dto: Type<Input>,
  build: (input: Input) => OutboundEnvelope,
  edge?: SendEdge,
): MessageKind<Input> {
  return { subject, dto, build, ...(edge && { edge }) };
}

/** Every kind of message that has a method of its own. */
export const KINDS = {
  text: kind('text', SendTextDto, buildText),
  image: kind('image', SendImageDto, buildImage),
  video: kind('video', SendVideoDto, buildVideo),
  audio: kind('audio', SendAudioDto, buildAudio),
  voice: kind('voice note', SendVoiceDto, buildVoice),
  document: kind('document', SendDocumentDto, buildDocument),
  sticker: kind('sticker', SendStickerDto, buildSticker),
  location: kind('location', SendLocationDto, buildLocation),
  contacts: kind('contacts', SendContactsDto, buildContacts),
  reaction: kind('reaction', ReactDto, buildReaction),
  reactionRemoval: kind('reaction removal', UnreactDto, buildReactionRemoval),
  buttons: kind('buttons', SendButtonsDto, buildButtons),
  list: kind('list', SendListDto, buildList),
  ctaUrl: kind('URL button', SendCtaUrlDto, buildCtaUrl),
  flow: kind('flow', SendFlowDto, buildFlow),
  product: kind('product', SendProductDto, buildProduct),
  productList: kind('product list', SendProductListDto, buildProductList),
  catalog: kind('catalog', SendCatalogDto, buildCatalog),
  locationRequest: kind('location request', RequestLocationDto, buildLocationRequest),
  addressRequest: kind('address request', RequestAddressDto, buildAddressRequest),
  callPermissionRequest: kind(
    'call permission request',
    RequestCallPermissionDto,
    buildCallPermissionRequest,
  ),
  contactInfoRequest: kind('contact info request', RequestContactInfoDto, buildContactInfoRequest),
  voiceCallButton: kind('voice call button', SendVoiceCallButtonDto, buildVoiceCallButton),
  mediaCarousel: kind('media carousel', SendMediaCarouselDto, buildMediaCarousel),
  productCarousel: kind('product carousel', SendProductCarouselDto, buildProductCarousel),
  orderDetails: kind('order details', SendOrderDetailsDto, buildOrderDetails),
  orderStatus: kind('order status', SendOrderStatusDto, buildOrderStatus),
  template: kind('template', SendTemplateDto, buildTemplate),
  marketingMessage: kind(
    'marketing message',
    SendMarketingMessageDto,
    buildMarketingMessage,
    'marketing_messages',
  ),
  pin: kind('pin', PinDto, buildPin),
  unpin: kind('unpin', UnpinDto, buildUnpin),
} as const;
