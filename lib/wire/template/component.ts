import type { TemplateButton } from './button';

/** Sample of a named variable. */
export interface TemplateNamedExample {
  param_name: string;
  example: string;
}

/** A text above the body: up to 60 characters, one variable. */
export interface TemplateTextHeader {
  type: 'HEADER';
  format: 'TEXT';
  text: string;
  /** Needed when the text has a variable. */
  example?: { header_text?: string[]; header_text_named_params?: TemplateNamedExample[] };
}

/** Media above the body; what it shows is given on sending. `GIF`: MP4, Marketing Messages API only. */
export interface TemplateMediaHeader {
  type: 'HEADER';
  format: 'IMAGE' | 'VIDEO' | 'GIF' | 'DOCUMENT';
  /** One handle of a resumable upload; Meta's answers hold a URL. */
  example?: { header_handle: string[] };
}

/** A place above the body, given on sending. */
export interface TemplateLocationHeader {
  type: 'HEADER';
  format: 'LOCATION';
}

/** A product above the body, given on sending. */
export interface TemplateProductHeader {
  type: 'HEADER';
  format: 'PRODUCT';
}

/** @see https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/components */
export type TemplateHeader =
  TemplateTextHeader | TemplateMediaHeader | TemplateLocationHeader | TemplateProductHeader;

/** The main text. Authentication templates are created without `text`: it is Meta's. */
export interface TemplateBody {
  type: 'BODY';
  /** Up to 1024 characters; 600 with a limited-time offer, 160 on cards. Variables: `{{1}}`, `{{2}}` … or `{{name}}`. */
  text?: string;
  /** Samples, needed when the text has variables: one row of values, or one entry for each name. */
  example?: {
    body_text?: string | string[] | string[][];
    body_text_named_params?: TemplateNamedExample[];
  };
  /** Adds the advice not to share the code. Authentication only. */
  add_security_recommendation?: boolean;
}

/** Small text below. Authentication templates have `code_expiration_minutes` (1 to 90) in place of `text`. */
export interface TemplateFooter {
  type: 'FOOTER';
  /** Up to 60 characters, no variables. */
  text?: string;
  code_expiration_minutes?: number;
}

/** 1 to 10 buttons. */
export interface TemplateButtons {
  type: 'BUTTONS';
  buttons: TemplateButton[];
}

/** An offer that ends. Marketing only, without a footer. */
export interface TemplateLimitedTimeOffer {
  type: 'LIMITED_TIME_OFFER';
  limited_time_offer: {
    /** Up to 16 characters. */
    text: string;
    /** Shows a countdown to the time given on sending. */
    has_expiration?: boolean;
  };
}

/** Asks for permission to call. Marketing and utility. */
export interface TemplateCallPermissionRequest {
  type: 'CALL_PERMISSION_REQUEST';
}

/** One card: header, body (media cards), buttons. */
export interface TemplateCard {
  components: (TemplateHeader | TemplateBody | TemplateButtons)[];
}

/** 2 to 10 cards of the same structure. Marketing only. */
export interface TemplateCarousel {
  type: 'CAROUSEL';
  cards: TemplateCard[];
}

/**
 * A part of a template, discriminated by `type`. Meta writes the types in capitals and takes any case.
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/components
 */
export type TemplateComponent =
  | TemplateHeader
  | TemplateBody
  | TemplateFooter
  | TemplateButtons
  | TemplateLimitedTimeOffer
  | TemplateCarousel
  | TemplateCallPermissionRequest;
