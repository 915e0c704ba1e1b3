import type { WireTimestamp } from './common';

interface AutomaticEventBase {
  /** Id of the message that the event was found in. */
  id: string;
  timestamp: WireTimestamp;
  ctwa_clid?: string;
  custom_data?: { currency?: string; value?: number };
}

/**
 * Meta found a lead in a chat that came from an ad.
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/embedded-signup/automatic-events-api
 */
export interface LeadSubmittedEvent extends AutomaticEventBase {
  event_name: 'LeadSubmitted' | 'lead_submitted';
}

/** Meta found a purchase in a chat that came from an ad. */
export interface PurchaseEvent extends AutomaticEventBase {
  event_name: 'Purchase' | 'purchase';
}

/** An automatic event that this release does not know. */
export interface UnknownAutomaticEvent extends AutomaticEventBase {
  event_name?: string;
  [key: string]: unknown;
}

interface TrackingEventBase {
  timestamp: WireTimestamp;
  tracking_data?: { click_id?: string; tracking_token?: string };
}

/** A tracked marketing message was sent. */
export interface TrackingSentEvent extends TrackingEventBase {
  event_name: 'sent';
}

/** A tracking event that this release does not know. */
export interface UnknownTrackingEvent extends TrackingEventBase {
  event_name?: string;
  [key: string]: unknown;
}
