import { UnsupportedMimeTypeError } from './errors/unsupported-mime-type.error';

/** First bytes that the checks need: an Ogg page header is up to 282 bytes long. */
export const HEAD_BYTES = 300;

/** Whether a file is a WebP that moves: its extended header has the animation flag, or its first chunks include `ANIM`. */
export function isAnimatedWebp(head: Uint8Array): boolean {
  const text = Buffer.from(head.buffer, head.byteOffset, head.byteLength);
  const extended = text.toString('latin1', 8, 16) === 'WEBPVP8X';
  return extended && ((text[20] ?? 0) & 0x02) !== 0;
}

/**
 * Refuses Ogg that holds another codec than Opus. What does not look like Ogg is left to Meta.
 * @throws UnsupportedMimeTypeError
 */
export function assertOpus(head: Uint8Array): void {
  const page = Buffer.from(head.buffer, head.byteOffset, head.byteLength);
  if (page.toString('latin1', 0, 4) !== 'OggS') return;
  const packet = 27 + (page[26] ?? 0);
  if (page.length < packet + 8 || page.toString('latin1', packet, packet + 8) === 'OpusHead') return;
  throw new UnsupportedMimeTypeError(
    'audio/ogg',
    'is Ogg, but its content is not Opus, the only codec that Meta takes in it. Encode it as Opus with one channel.',
  );
}
