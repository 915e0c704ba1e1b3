import type { MessageEchoBase } from './echo';
import type { InboundMessageBase } from './message';

/** A media file: `id` can be downloaded for 7 days, `url` for 5 minutes and only with the access token. */
export interface InboundMediaFile {
  id: string;
  mime_type: string;
  sha256: string;
  /** Present since November 2025. */
  url?: string;
}

/** Picture as messages carry it. */
export interface ImageContent {
  type: 'image';
  image: InboundMediaFile & { caption?: string };
}

/** Video as messages carry it. */
export interface VideoContent {
  type: 'video';
  video: InboundMediaFile & { caption?: string };
}

/** Sound as messages carry it. `voice` tells a recorded voice note from a file. */
export interface AudioContent {
  type: 'audio';
  audio: InboundMediaFile & { voice?: boolean };
}

/** Document as messages carry it. */
export interface DocumentContent {
  type: 'document';
  document: InboundMediaFile & { caption?: string; filename?: string };
}

/** Sticker as messages carry it. */
export interface StickerContent {
  type: 'sticker';
  sticker: InboundMediaFile & { animated?: boolean };
}

/** A picture. */
export interface InboundImageMessage extends InboundMessageBase, ImageContent {}
/** A video. */
export interface InboundVideoMessage extends InboundMessageBase, VideoContent {}
/** A voice note, voicemail or audio file; `audio.voice` is true for voice notes. */
export interface InboundAudioMessage extends InboundMessageBase, AudioContent {}
/** A document. */
export interface InboundDocumentMessage extends InboundMessageBase, DocumentContent {}
/** A sticker. */
export interface InboundStickerMessage extends InboundMessageBase, StickerContent {}

/** A voice note in the form of the former On-Premises API. The Cloud API sends `audio`. */
export interface InboundVoiceMessage extends InboundMessageBase {
  type: 'voice';
  voice: InboundMediaFile;
}

/** A picture that the business sent elsewhere. */
export interface ImageMessageEcho extends MessageEchoBase, ImageContent {}
/** A video that the business sent elsewhere. */
export interface VideoMessageEcho extends MessageEchoBase, VideoContent {}
/** A voice note or audio file that the business sent elsewhere. */
export interface AudioMessageEcho extends MessageEchoBase, AudioContent {}
/** A document that the business sent elsewhere. */
export interface DocumentMessageEcho extends MessageEchoBase, DocumentContent {}
/** A sticker that the business sent elsewhere. */
export interface StickerMessageEcho extends MessageEchoBase, StickerContent {}
