import type { OutboundEnvelope } from '../../wire/outbound/envelope';
import type {
  OutboundAudioContent,
  OutboundDocument,
  OutboundDocumentContent,
  OutboundImageContent,
  OutboundMediaReference,
  OutboundStickerContent,
  OutboundVideoContent,
} from '../../wire/outbound/media';
import type {
  SendAudioInput,
  SendDocumentInput,
  SendImageInput,
  SendStickerInput,
  SendVideoInput,
  SendVoiceInput,
} from '../dto/media.dto';
import { defined } from './defined';
import { inEnvelope } from './envelope.builder';

/** Media by id, else by link. A raw file has an id by now; before, only the looks of the message count. */
export interface MediaSource {
  readonly id?: string | undefined;
  readonly link?: string | undefined;
  readonly file?: unknown;
}

/** The `id` or `link` of media, in Meta's form. */
export function mediaReference({ id, link }: MediaSource): OutboundMediaReference {
  return defined<{ id?: string; link?: string }>({ id, link }) as OutboundMediaReference;
}

/** The reference to a document with its name. */
export function documentReference(
  input: MediaSource & { readonly filename?: string | undefined },
): OutboundDocument {
  return { ...mediaReference(input), ...defined<{ filename?: string }>({ filename: input.filename }) };
}

function captioned(
  input: MediaSource & { readonly caption?: string | undefined },
): OutboundMediaReference & { caption?: string } {
  return { ...mediaReference(input), ...defined<{ caption?: string }>({ caption: input.caption }) };
}

/** Image message. */
export function buildImage(input: SendImageInput): OutboundEnvelope & OutboundImageContent {
  return inEnvelope(input, { type: 'image', image: captioned(input) });
}

/** Video message. */
export function buildVideo(input: SendVideoInput): OutboundEnvelope & OutboundVideoContent {
  return inEnvelope(input, { type: 'video', video: captioned(input) });
}

/** Audio message or voice note. */
export function buildAudio(input: SendAudioInput): OutboundEnvelope & OutboundAudioContent {
  const audio = { ...mediaReference(input), ...defined<{ voice?: boolean }>({ voice: input.voice }) };
  return inEnvelope(input, { type: 'audio', audio });
}

/** Voice note. */
export function buildVoice(input: SendVoiceInput): OutboundEnvelope & OutboundAudioContent {
  return buildAudio({ ...input, voice: true });
}

/** Document message. */
export function buildDocument(input: SendDocumentInput): OutboundEnvelope & OutboundDocumentContent {
  const document = {
    ...documentReference(input),
    ...defined<{ caption?: string }>({ caption: input.caption }),
  };
  return inEnvelope(input, { type: 'document', document });
}

/** Sticker message. */
export function buildSticker(input: SendStickerInput): OutboundEnvelope & OutboundStickerContent {
  return inEnvelope(input, { type: 'sticker', sticker: mediaReference(input) });
}
