import { HEAD_BYTES, opusChannels, webpSize } from './content-check';
import type { MediaInput } from './input/media-input.interface';
import { MEDIA_LIMITS } from './media-limits';
import { baseType } from './mime-type';

const STICKER_PIXELS = 512;

/** What an upload is, for advice. */
export interface AdvisedUpload {
  /** MIME type as sent. */
  readonly mimeType: string;
  readonly voice: boolean;
}

/** What Meta's pages ask for beyond what it refuses: texts for the log. */
export async function uploadAdvice(input: MediaInput, { mimeType, voice }: AdvisedUpload): Promise<string[]> {
  const advice: string[] = [];
  if (voice && (input.size ?? 0) > MEDIA_LIMITS.audio.maxPlayableVoiceBytes)
    advice.push('Voice notes above 512 KB show a download button in place of the play button.');
  const base = baseType(mimeType);
  if (base !== 'audio/ogg' && base !== 'image/webp') return advice;
  const head = await input.head(HEAD_BYTES);
  const channels = opusChannels(head);
  if (channels !== undefined && channels !== 1)
    advice.push('Ogg with Opus should have one channel: Meta takes no others. Encode it as mono.');
  const pixels = webpSize(head);
  if (base === 'image/webp' && pixels?.some((length) => length !== STICKER_PIXELS) === true)
    advice.push('Stickers should have 512 x 512 pixels.');
  return advice;
}
