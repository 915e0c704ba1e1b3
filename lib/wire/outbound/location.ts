/** Decimal degrees, as numbers or numeric text. The address shows only beside a name. */
export interface OutboundLocation {
  latitude: number | string;
  longitude: number | string;
  name?: string;
  address?: string;
}

/** @see https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/location-messages */
export interface OutboundLocationContent {
  type: 'location';
  location: OutboundLocation;
}
