import type { MessageEchoBase } from './echo';
import type { InboundMessageBase } from './message';

/** Tap on a quick reply button of a template, as messages carry it. */
export interface ButtonContent {
  type: 'button';
  /** `payload` is yours, or one of Meta's: `DID_NOT_REQUEST_CODE`, `ORDER_DETAILS_CLICKED`. */
  button: { payload: string; text: string };
}

/** A tap on a quick reply button of a template. Buttons of other messages are `message.interactive.button_reply`. */
export interface InboundButtonMessage extends InboundMessageBase, ButtonContent {}

/** A quick reply in an echo. */
export interface ButtonMessageEcho extends MessageEchoBase, ButtonContent {}
