/** Media by id of an upload or by a link that Meta fetches: exactly one. */
export type OutboundMediaReference = { id: string; link?: never } | { link: string; id?: never };

export type OutboundCaptionedMedia = OutboundMediaReference & { caption?: string };
export type OutboundDocument = OutboundCaptionedMedia & { filename?: string };

/** @see https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/image-messages */
export interface OutboundImageContent {
  type: 'image';
  image: OutboundCaptionedMedia;
}

/** @see https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/video-messages */
export interface OutboundVideoContent {
  type: 'video';
  video: OutboundCaptionedMedia;
}

/** `voice: true` shows a voice note; it needs Ogg with the Opus codec. @see https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/audio-messages */
export interface OutboundAudioContent {
  type: 'audio';
  audio: OutboundMediaReference & { voice?: boolean };
}

/** @see https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/document-messages */
export interface OutboundDocumentContent {
  type: 'document';
  document: OutboundDocument;
}

/** @see https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/sticker-messages */
export interface OutboundStickerContent {
  type: 'sticker';
  sticker: OutboundMediaReference;
}
