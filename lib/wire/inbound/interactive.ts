import type { WebhookError } from '../error';
import type { Open, WireTimestamp } from './common';
import type { MessageEchoBase } from './echo';
import type { InboundMessageBase } from './message';

interface InteractiveMessageBase extends InboundMessageBase {
  type: 'interactive';
}

/** Tap on a reply button. */
export interface InboundButtonReply extends InteractiveMessageBase {
  interactive: { type: 'button_reply'; button_reply: { id: string; title: string } };
}

/** Choice of a row of a list. */
export interface InboundListReply extends InteractiveMessageBase {
  interactive: { type: 'list_reply'; list_reply: { id: string; title: string; description?: string } };
}

/**
 * A finished flow (`name` is `flow`), an address form (`address_message`) or a later native form.
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/flows/guides/receiveflowresponse
 */
export interface InboundNfmReply extends InteractiveMessageBase {
  interactive: {
    type: 'nfm_reply';
    nfm_reply: {
      name?: Open<'flow' | 'address_message'>;
      body?: string;
      /** JSON text. Parse it with care: it may be malformed, and `flow_token` is sometimes missing. */
      response_json: string;
    };
  };
}

/** Answer to a call permission request. */
export interface InboundCallPermissionReply extends InteractiveMessageBase {
  interactive: {
    type: 'call_permission_reply';
    call_permission_reply: {
      response: Open<'accept' | 'reject'>;
      is_permanent?: boolean;
      expiration_timestamp?: WireTimestamp;
      /** `automatic`: granted because the user called the business. */
      response_source?: Open<'user_action' | 'automatic'>;
    };
  };
}

/** One-click card payment confirmed by the buyer (Brazil). */
export interface InboundPaymentMethod extends InteractiveMessageBase {
  interactive: {
    type: 'payment_method';
    payment_method: {
      payment_method: Open<'offsite_card_pay'>;
      payment_timestamp?: WireTimestamp;
      reference_id?: string;
      last_four_digits?: string;
      credential_id?: string;
    };
  };
}

/** An interactive reply without content: answered twice, or Meta could not load it. */
export interface InboundInteractiveError extends InteractiveMessageBase {
  interactive?: { type?: string; [key: string]: unknown };
  errors: WebhookError[];
}

/** An interactive reply of a type that this release does not know. */
export interface InboundUnknownInteractive extends InteractiveMessageBase {
  interactive?: { type?: string; [key: string]: unknown };
}

/** An interactive message in an echo. */
export interface InteractiveMessageEcho extends MessageEchoBase {
  type: 'interactive';
  interactive: { type?: string; [key: string]: unknown };
}

/** A template message in an echo. */
export interface TemplateMessageEcho extends MessageEchoBase {
  type: 'template';
  template: { name?: string; language?: { code?: string }; components?: unknown[]; [key: string]: unknown };
}
