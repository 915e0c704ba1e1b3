import { UnsupportedMimeTypeError } from './errors/unsupported-mime-type.error';

/** First bytes that the checks need: an Ogg page header is up to 282 bytes long. */
export const HEAD_BYTES = 300;

/** Whether a file is a WebP that moves: its extended header has the animation flag. */
export function isAnimatedWebp(head: Uint8Array): boolean {
  const bytes = bufferOf(head);
  return bytes.toString('latin1', 8, 16) === 'WEBPVP8X' && ((bytes[20] ?? 0) & 0x02) !== 0;
}

/** Width and height of a WebP, pixels; `undefined` for anything else. */
export function webpSize(head: Uint8Array): readonly [number, number] | undefined {
  const bytes = bufferOf(head);
  if (bytes.length < 30 || bytes.toString('latin1', 8, 12) !== 'WEBP') return undefined;
  switch (bytes.toString('latin1', 12, 16)) {
    case 'VP8X':
      return [bytes.readUIntLE(24, 3) + 1, bytes.readUIntLE(27, 3) + 1];
    case 'VP8L': {
      const bits = bytes.readUInt32LE(21);
      return [(bits & 0x3fff) + 1, ((bits >> 14) & 0x3fff) + 1];
    }
    case 'VP8 ':
      return [bytes.readUInt16LE(26) & 0x3fff, bytes.readUInt16LE(28) & 0x3fff];
    default:
      return undefined;
  }
}

/**
 * Refuses Ogg that holds another codec than Opus. What does not look like Ogg is left to Meta.
 * @throws UnsupportedMimeTypeError
 */
export function assertOpus(head: Uint8Array): void {
  const packet = oggPacket(head);
  if (packet === undefined || isOpus(packet)) return;
  throw new UnsupportedMimeTypeError(
    'audio/ogg',
    'is Ogg, but its content is not Opus, the only codec that Meta takes in it. Encode it as Opus with one channel.',
  );
}

/** Channels of Ogg with Opus; `undefined` when the head does not tell. */
export function opusChannels(head: Uint8Array): number | undefined {
  const packet = oggPacket(head);
  return packet !== undefined && isOpus(packet) ? packet[9] : undefined;
}

/** The first packet of an Ogg file, as far as it is there. */
function oggPacket(head: Uint8Array): Buffer | undefined {
  const page = bufferOf(head);
  if (page.toString('latin1', 0, 4) !== 'OggS') return undefined;
  const packet = page.subarray(27 + (page[26] ?? 0));
  return packet.length < 8 ? undefined : packet;
}

function isOpus(packet: Buffer): boolean {
  return packet.toString('latin1', 0, 8) === 'OpusHead';
}

function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
