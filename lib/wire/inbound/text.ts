import type { MessageEchoBase } from './echo';
import type { InboundMessageBase } from './message';

/** Text as messages carry it. */
export interface TextContent {
  type: 'text';
  text: { body: string };
}

/** A text message. */
export interface InboundTextMessage extends InboundMessageBase, TextContent {}

/** A text that the business wrote elsewhere. */
export interface TextMessageEcho extends MessageEchoBase, TextContent {}
