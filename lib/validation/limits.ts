const DOCS = 'https://developers.facebook.com/documentation/business-messaging/whatsapp';
const MESSAGES = `${DOCS}/messages`;

/** A documented limit: smallest and largest length (code points), count or number, and where Meta says so. */
export interface Limit {
  readonly min: number;
  readonly max: number;
  /** Meta's page. */
  readonly see: string;
}

const limit = (min: number, max: number, see: string): Limit => ({ min, max, see });

/** Any text that must not be empty. */
export const ANY_TEXT: Limit = limit(1, Infinity, `${MESSAGES}/send-messages`);

/** Any text, also an empty one. */
export const FREE_TEXT: Limit = limit(0, Infinity, `${MESSAGES}/send-messages`);

/** Limits of every message. */
export const ENVELOPE_LIMITS = {
  /** Raised from 256 on 26 January 2024. */
  correlation: limit(1, 512, `${MESSAGES}/send-messages`),
} as const;

/** Limits of text, media, location, contacts and pins. */
export const CONTENT_LIMITS = {
  textBody: limit(1, 4096, `${MESSAGES}/text-messages`),
  caption: limit(0, 1024, `${MESSAGES}/image-messages`),
  contacts: limit(1, 257, `${MESSAGES}/contacts-messages`),
  pinDays: limit(1, 30, `${DOCS}/groups/groups-messaging`),
  latitude: limit(-90, 90, `${MESSAGES}/location-messages`),
  longitude: limit(-180, 180, `${MESSAGES}/location-messages`),
} as const;

const REPLY_BUTTONS = `${MESSAGES}/interactive-reply-buttons-messages`;
const LISTS = `${MESSAGES}/interactive-list-messages`;
const CALL_BUTTON = `${DOCS}/calling/call-button-messages-deep-links`;
const FLOWS = `${DOCS}/flows/guides/sendingaflow`;

/** Limits of interactive messages. */
export const INTERACTIVE_LIMITS = {
  body: limit(1, 1024, `${MESSAGES}/send-messages`),
  listBody: limit(1, 4096, LISTS),
  footer: limit(1, 60, `${MESSAGES}/send-messages`),
  headerText: limit(1, 60, `${MESSAGES}/send-messages`),
  buttons: limit(1, 3, REPLY_BUTTONS),
  buttonId: limit(1, 256, REPLY_BUTTONS),
  buttonTitle: limit(1, 20, REPLY_BUTTONS),
  listButton: limit(1, 20, LISTS),
  listSections: limit(1, 10, LISTS),
  listRows: limit(1, 10, LISTS),
  sectionTitle: limit(0, 24, LISTS),
  rowId: limit(1, 200, LISTS),
  rowTitle: limit(1, 24, LISTS),
  rowDescription: limit(0, 72, LISTS),
  ctaText: limit(1, 20, `${MESSAGES}/interactive-cta-url-messages`),
  flowCta: limit(1, 30, FLOWS),
  callText: limit(1, 20, CALL_BUTTON),
  callTtlMinutes: limit(1, 43_200, CALL_BUTTON),
  callPayload: limit(0, 512, CALL_BUTTON),
  cards: limit(2, 10, `${MESSAGES}/interactive-media-carousel-messages`),
  cardBody: limit(1, 160, `${MESSAGES}/interactive-media-carousel-messages`),
  cardBodyLineBreaks: limit(0, 2, `${MESSAGES}/interactive-media-carousel-messages`),
  cardQuickReplies: limit(1, Infinity, `${MESSAGES}/interactive-media-carousel-messages`),
  pinCode: limit(1, 6, `${MESSAGES}/address-messages`),
} as const;

const PRODUCTS = `${DOCS}/catalogs/sell-products-and-services`;
const PAYMENTS = `${DOCS}/payments/payments-in/pg`;

/** Limits of product and payment messages. */
export const COMMERCE_LIMITS = {
  productSections: limit(1, 10, `${PRODUCTS}/share-products`),
  products: limit(1, 30, `${PRODUCTS}/share-products`),
  referenceIdIndia: limit(1, 35, PAYMENTS),
  referenceIdBrazil: limit(1, 60, `${DOCS}/payments/payments-br`),
  paymentConfiguration: limit(1, 60, PAYMENTS),
  itemName: limit(1, 60, PAYMENTS),
  itemsWithImage: limit(1, 10, PAYMENTS),
  amountDescription: limit(0, 60, PAYMENTS),
  orderDescription: limit(0, 120, PAYMENTS),
  beneficiaryName: limit(1, 200, PAYMENTS),
  addressLine: limit(1, 100, PAYMENTS),
  importerName: limit(1, 200, PAYMENTS),
  /** Seconds between now and the expiration of an order, at least. */
  expirationLeadSeconds: limit(300, Infinity, PAYMENTS),
} as const;

const TEMPLATES = `${DOCS}/templates/overview`;

/** Limits of template messages. */
export const TEMPLATE_LIMITS = {
  name: limit(1, 512, TEMPLATES),
  headerText: limit(1, 60, TEMPLATES),
  bodyText: limit(1, 1024, TEMPLATES),
  /** When the body is the only component. */
  lonelyBodyText: limit(1, 32_768, TEMPLATES),
  buttonIndex: limit(0, 9, TEMPLATES),
  quickReplyPayload: limit(1, 256, TEMPLATES),
  /** Code of an authentication template. */
  otp: limit(1, 15, `${DOCS}/templates/authentication-templates/authentication-templates`),
  /** Raised from 15 on 3 December 2025. */
  couponCode: limit(1, 20, `${DOCS}/templates/marketing-templates/coupon-code-templates`),
  cards: limit(1, 10, `${DOCS}/templates/marketing-templates/media-card-carousel-templates`),
} as const;
