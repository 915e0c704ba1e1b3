/** @see https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/text-messages */
export interface OutboundTextContent {
  type: 'text';
  text: { body: string; preview_url?: boolean };
}
