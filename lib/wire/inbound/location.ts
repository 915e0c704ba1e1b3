import type { MessageEchoBase } from './echo';
import type { InboundMessageBase } from './message';

/** Place as messages carry it. The user's own position has coordinates only. */
export interface LocationContent {
  type: 'location';
  location: { latitude: number; longitude: number; name?: string; address?: string; url?: string };
}

/** A place. */
export interface InboundLocationMessage extends InboundMessageBase, LocationContent {}

/** A place that the business sent elsewhere. */
export interface LocationMessageEcho extends MessageEchoBase, LocationContent {}
