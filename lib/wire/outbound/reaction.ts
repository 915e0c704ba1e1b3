/** An empty `emoji` takes the reaction back. @see https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/reaction-messages */
export interface OutboundReactionContent {
  type: 'reaction';
  reaction: { message_id: string; emoji: string };
}
