import type { MediaInput } from '../../../lib/media/input/media-input.interface';

/** Bytes in chunks of the given lengths, over and over. */
export async function* chunked(
  bytes: Uint8Array,
  ...lengths: number[]
): AsyncGenerator<Uint8Array, void, void> {
  for (let at = 0, turn = 0; at < bytes.length; turn++) {
    const length = lengths[turn % lengths.length]!;
    yield bytes.subarray(at, at + length);
    at += length;
  }
}

/** All chunks as one. */
export async function collect(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const list: Uint8Array[] = [];
  for await (const chunk of chunks) list.push(chunk);
  return Buffer.concat(list);
}

/** The head of a WebP file with extended header. */
export function webp({ animated }: { animated: boolean }): Buffer {
  const head = Buffer.alloc(30);
  head.write('RIFF', 0);
  head.write('WEBPVP8X', 8);
  head[20] = animated ? 0x12 : 0x10;
  return head;
}

/** The first page of an Ogg file. */
export function ogg(packet: string, segments = 1): Buffer {
  const page = Buffer.alloc(27 + segments + 40);
  page.write('OggS', 0);
  page[26] = segments;
  page.write(packet, 27 + segments, 'latin1');
  return page;
}

/** An opened source that knows what a test says, and nothing else. */
export function input(
  facts: Partial<Omit<MediaInput, 'head'>> & { readonly bytes?: Uint8Array } = {},
): MediaInput {
  const { bytes = Buffer.alloc(0) } = facts;
  return {
    size: undefined,
    fileName: undefined,
    mimeType: undefined,
    replayable: true,
    chunks: (offset = 0) => chunked(bytes.subarray(offset), 1000),
    close: () => Promise.resolve(),
    ...facts,
    head: (length) => Promise.resolve(bytes.subarray(0, length)),
  };
}
