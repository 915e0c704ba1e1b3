import type { Open } from '../inbound/common';

/** What a user did. */
export type ConversionEventName = Open<
  'LeadSubmitted' | 'Purchase' | 'AddToCart' | 'InitiateCheckout' | 'ViewContent'
>;

/** An event of the Conversions API, in Meta's names. */
export interface OutboundConversionEvent {
  event_name: ConversionEventName;
  /** Seconds since the Unix epoch. */
  event_time: number;
  action_source: 'business_messaging';
  messaging_channel: 'whatsapp';
  user_data: { ctwa_clid?: string; whatsapp_business_account_id?: string };
  custom_data?: { currency?: string; value?: number; [member: string]: unknown };
  event_id?: string;
  messaging_outcome_data?: { outcome_type: 'automatic_events' };
}

/** Answer of `POST /{dataset id}/events`. */
export interface ConversionEventsAnswer {
  events_received?: number;
  fbtrace_id?: string;
  [field: string]: unknown;
}
