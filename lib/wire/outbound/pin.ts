/** Groups only. `expiration_days` (1 to 30) belongs to `pin`. @see https://developers.facebook.com/documentation/business-messaging/whatsapp/groups/groups-messaging */
export interface OutboundPinContent {
  type: 'pin';
  pin: { type: 'pin' | 'unpin'; message_id: string; expiration_days?: number };
}
