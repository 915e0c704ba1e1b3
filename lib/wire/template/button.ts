import type { Open } from '../inbound/common';

/** Sends its own text back, or the payload given on sending. Quick replies stand together. */
export interface TemplateQuickReplyButton {
  type: 'QUICK_REPLY';
  /** Up to 25 characters. */
  text: string;
}

/** Opens a web page. Up to 2 in a template. */
export interface TemplateUrlButton {
  type: 'URL';
  /** Up to 25 characters. */
  text: string;
  /** Up to 2000 characters; one variable may stand at its very end. */
  url: string;
  /** One sample, needed when the URL has a variable. */
  example?: string[];
  /** Opens an app instead, where it is installed (Marketing Messages API). */
  app_deep_link?: {
    meta_app_id: number | string;
    android_deep_link: string;
    android_fallback_playstore_url?: string;
  };
}

/** Calls a phone number. Once in a template. */
export interface TemplatePhoneNumberButton {
  type: 'PHONE_NUMBER';
  /** Up to 25 characters. */
  text: string;
  /** Up to 20 characters. */
  phone_number: string;
}

/** Copies a coupon code. Its label is Meta's. Once in a template. */
export interface TemplateCopyCodeButton {
  type: 'COPY_CODE';
  /** A sample code, up to 20 characters; Meta's answers hold it as a list. */
  example: string | string[];
  text?: string;
}

/** Opens a flow: exactly one of `flow_id`, `flow_name` and `flow_json`. */
export interface TemplateFlowButton {
  type: 'FLOW';
  /** Up to 25 characters. */
  text: string;
  flow_id?: string;
  flow_name?: string;
  /** A new flow, as JSON text. */
  flow_json?: string;
  flow_action?: Open<'navigate' | 'data_exchange'>;
  /** First screen, with `navigate`. */
  navigate_screen?: string;
  icon?: 'DOCUMENT' | 'PROMOTION' | 'REVIEW';
}

/** An Android app that may take a code over. */
export interface TemplateSupportedApp {
  /** Up to 224 characters. */
  package_name: string;
  /** 11 characters. */
  signature_hash: string;
}

/** The button of an authentication template. It becomes a URL button once the template exists. */
export interface TemplateOtpButton {
  type: 'OTP';
  otp_type: 'COPY_CODE' | 'ONE_TAP' | 'ZERO_TAP';
  /** Up to 25 characters. Left out: a translated label. */
  text?: string;
  /** Up to 25 characters; for one-tap and zero-tap. */
  autofill_text?: string;
  /** 1 to 5 apps; for one-tap and zero-tap. */
  supported_apps?: TemplateSupportedApp[];
  /** Must be true for zero-tap. */
  zero_tap_terms_accepted?: boolean;
  /** In place of `supported_apps` up to Graph API v20. */
  package_name?: string;
  signature_hash?: string;
}

/** A button whose label Meta prescribes: `View catalog`, `View items`, `View`, `Review and Pay`, `Share Contact Info`, … */
export interface TemplateFixedButton {
  type: 'CATALOG' | 'MPM' | 'SPM' | 'ORDER_DETAILS' | 'REQUEST_CONTACT_INFO';
  text?: string;
}

/** Calls the business on WhatsApp. Once in a template. */
export interface TemplateVoiceCallButton {
  type: 'VOICE_CALL';
  /** Up to 25 characters. */
  text: string;
}

/**
 * A button of a template, discriminated by `type`.
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/components
 */
export type TemplateButton =
  | TemplateQuickReplyButton
  | TemplateUrlButton
  | TemplatePhoneNumberButton
  | TemplateCopyCodeButton
  | TemplateFlowButton
  | TemplateOtpButton
  | TemplateFixedButton
  | TemplateVoiceCallButton;
