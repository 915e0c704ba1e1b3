import type { Open } from '../inbound/common';
import type { TemplateCategory } from '../inbound/template-update';
import type { TemplateSupportedApp } from './button';

/** Kind of value that a variable of a library template takes; checked when it is sent. */
export type LibraryParameterType = Open<
  'TEXT' | 'ADDRESS' | 'AMOUNT' | 'DATE' | 'PHONE NUMBER' | 'EMAIL' | 'NUMBER'
>;

/** A template of Meta's library. Its body cannot be changed. */
export interface LibraryTemplate {
  id: string;
  name: string;
  language: string;
  category: TemplateCategory;
  topic?: string;
  usecase?: string;
  industry?: string[];
  header?: string;
  body: string;
  /** Samples of the variables. */
  body_params?: string[];
  body_param_types?: LibraryParameterType[];
  buttons?: { type: string; text: string; url?: string; phone_number?: string }[];
}

/** What is to be put into a button of a library template. */
export type LibraryButtonInput =
  | { type: 'URL'; url: { base_url: string; url_suffix_example?: string } }
  | { type: 'PHONE_NUMBER'; phone_number: string }
  | {
      type: 'OTP';
      otp_type: 'COPY_CODE' | 'ONE_TAP' | 'ZERO_TAP';
      supported_apps?: TemplateSupportedApp[];
      zero_tap_terms_accepted?: boolean;
    }
  | { type: 'QUICK_REPLY' | 'MPM' | 'CATALOG' | 'FLOW' | 'VOICE_CALL' | 'APP' };

/** Sentences that a library template may get besides its own. */
export interface LibraryBodyInput {
  add_contact_number?: boolean;
  add_learn_more_link?: boolean;
  add_security_recommendation?: boolean;
  add_track_package_link?: boolean;
  /** 1 to 90. */
  code_expiration_minutes?: number;
}

/** Body of `POST /{waba}/message_templates` for a template of the library. */
export interface LibraryTemplateCreation {
  name: string;
  language: string;
  category: Open<'UTILITY' | 'AUTHENTICATION'>;
  library_template_name: string;
  /** Needed when the library template has URL or phone buttons. */
  library_template_button_inputs?: LibraryButtonInput[];
  library_template_body_inputs?: LibraryBodyInput;
}
