import { createHash, randomBytes } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { Readable } from 'node:stream';
import * as fc from 'fast-check';
import { decryptFlowMedia, decryptFlowMediaStream } from '../../../../lib/media/encrypted/flow-media';
import { FlowMediaVerificationError } from '../../../../lib/media/errors/flow-media-verification.error';
import { base64, encryptFlowMedia as encrypt, sha256 } from '../../../support/encrypt-flow-media';
import { vectors } from '../../flows/vectors';

function chunked(file: Buffer, size: number): Buffer[] {
  return Array.from({ length: Math.ceil(file.length / size) }, (_, i) =>
    file.subarray(i * size, (i + 1) * size),
  );
}

/** Reads a stream to its end or its error. */
async function drain(stream: Readable): Promise<{ bytes: Buffer; error: unknown }> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    return { bytes: Buffer.concat(chunks), error: undefined };
  } catch (error) {
    return { bytes: Buffer.concat(chunks), error };
  }
}

function failedCheck(attempt: () => unknown): string | undefined {
  try {
    attempt();
    return undefined;
  } catch (error) {
    expect(error).toBeInstanceOf(FlowMediaVerificationError);
    return (error as FlowMediaVerificationError).check;
  }
}

function thrownBy(attempt: () => unknown): unknown {
  try {
    return attempt();
  } catch (error) {
    return error;
  }
}

/** The same bytes with one bit turned. */
function flipped(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes);
  const bit = at % (copy.length * 8);
  copy[bit >> 3] = copy[bit >> 3]! ^ (1 << (bit & 7));
  return copy;
}

describe('flow media', () => {
  it.each(vectors.media)('$name: decrypts byte for byte, as a whole and as a stream', async (vector) => {
    const file = Buffer.from(vector.cdnFileBase64, 'base64');
    const metadata = vector.item.encryption_metadata;
    expect(base64(decryptFlowMedia(metadata, file))).toBe(vector.plaintextBase64);
    for (const size of [1, 9, 10, 11, 16, 1000]) {
      const { bytes, error } = await drain(decryptFlowMediaStream(metadata, chunked(file, size)));
      expect(error).toBeUndefined();
      expect(base64(bytes)).toBe(vector.plaintextBase64);
    }
  });

  it.each(vectors.negativeMedia)('$name: fails at that check and releases nothing', async (vector) => {
    const file = Buffer.from(vector.cdnFileBase64, 'base64');
    const metadata = vector.item.encryption_metadata;
    expect(failedCheck(() => decryptFlowMedia(metadata, file))).toBe(vector.failsAt);
    const { bytes, error } = await drain(decryptFlowMediaStream(metadata, chunked(file, 7)));
    expect(bytes).toHaveLength(0);
    expect(error).toMatchObject({ check: vector.failsAt });
  });

  it('decrypts any file, however the download is cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 5000 }),
        fc.integer({ min: 1, max: 600 }),
        async (plaintext, size) => {
          const { file, metadata } = encrypt(plaintext);
          expect(decryptFlowMedia(metadata, file)).toEqual(Buffer.from(plaintext));
          const result = await drain(decryptFlowMediaStream(metadata, Readable.from(chunked(file, size))));
          expect(result).toEqual({ bytes: Buffer.from(plaintext), error: undefined });
        },
      ),
      { numRuns: 60, seed: 5 },
    );
  });

  it('streams a file of several megabytes in pieces', async () => {
    const plaintext = randomBytes(3_000_001);
    const { file, metadata } = encrypt(plaintext);
    const stream = decryptFlowMediaStream(metadata, chunked(file, 65_536));
    const sizes: number[] = [];
    const hash = createHash('sha256');
    for await (const chunk of stream) {
      sizes.push((chunk as Buffer).length);
      hash.update(chunk as Buffer);
    }
    expect(base64(hash.digest())).toBe(metadata.plaintext_hash);
    expect(sizes.length).toBeGreaterThan(10);
  });

  it('releases nothing when any bit of file or metadata is another one', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 300 }),
        fc.nat(),
        fc.constantFrom('file', 'encrypted_hash', 'iv', 'encryption_key', 'hmac_key', 'plaintext_hash'),
        async (plaintext, at, part) => {
          const { file, metadata } = encrypt(plaintext);
          const changed =
            part === 'file'
              ? { file: flipped(file, at), metadata }
              : {
                  file,
                  metadata: {
                    ...metadata,
                    [part]: base64(flipped(Buffer.from(metadata[part as 'iv'], 'base64'), at)),
                  },
                };
          expect(failedCheck(() => decryptFlowMedia(changed.metadata, changed.file))).toBeDefined();
          const { bytes, error } = await drain(
            decryptFlowMediaStream(changed.metadata, chunked(changed.file, 50)),
          );
          expect(bytes).toHaveLength(0);
          expect(error).toBeInstanceOf(FlowMediaVerificationError);
        },
      ),
      { numRuns: 200, seed: 7 },
    );
  });

  it('names the field and the fix, and nothing of the file', () => {
    const { file, metadata } = encrypt(Buffer.from('a secret of the user'));
    const wrong = { ...metadata, plaintext_hash: base64(sha256(Buffer.from('x'))) };
    const error = thrownBy(() => decryptFlowMedia(wrong, file));
    expect(error).toMatchObject({ field: 'encryption_metadata.plaintext_hash', check: 'plaintext_hash' });
    expect(String(error)).toContain('ask the user to choose the file once more');
    for (const value of Object.values(wrong))
      expect(JSON.stringify(error) + String(error)).not.toContain(value);
    expect(thrownBy(() => decryptFlowMedia({ ...metadata, iv: 'AAAA' }, file))).toMatchObject({
      field: 'encryption_metadata.iv',
      message: expect.stringContaining('must be 16 bytes in base64'),
    });
    for (const none of [undefined, null, 'text'])
      expect(thrownBy(() => decryptFlowMedia(none as never, file))).toMatchObject({
        field: 'encryption_metadata',
      });
  });

  it('refuses a flipped bit anywhere', async () => {
    const { file, metadata } = encrypt(randomBytes(100));
    for (let at = 0; at < file.length; at++) {
      const altered = Buffer.from(file);
      altered[at] = (altered[at] ?? 0) ^ 1;
      expect(failedCheck(() => decryptFlowMedia(metadata, altered))).toBe('encrypted_hash');
      const forged = { ...metadata, encrypted_hash: base64(sha256(altered)) };
      expect(failedCheck(() => decryptFlowMedia(forged, altered))).toBe('hmac');
      const { bytes, error } = await drain(decryptFlowMediaStream(forged, [altered]));
      expect(bytes).toHaveLength(0);
      expect(error).toMatchObject({ check: 'hmac' });
    }
  });

  it('names the check for a file whose padding is wrong and for one of an impossible length', async () => {
    const badPadding = encrypt(randomBytes(40), (ciphertext) => randomBytes(ciphertext.length));
    const check = failedCheck(() => decryptFlowMedia(badPadding.metadata, badPadding.file));
    expect(['decryption', 'plaintext_hash']).toContain(check);
    for (const length of [0, 5, 10, 11, 25, 27]) {
      const file = Buffer.alloc(length);
      const metadata = { ...badPadding.metadata, encrypted_hash: base64(sha256(file)) };
      expect(failedCheck(() => decryptFlowMedia(metadata, file))).toBe('size');
      expect((await drain(decryptFlowMediaStream(metadata, [file]))).error).toMatchObject({ check: 'size' });
    }
  });

  it('keeps a large file in the temporary folder without a name, and releases it only at the end', async () => {
    const before = await readdir(tmpdir());
    const plaintext = randomBytes(5_000_003);
    const { file, metadata } = encrypt(plaintext);
    const parts = chunked(file, 65_536);
    let served = 0;
    function* source(): Generator<Buffer> {
      for (const part of parts) {
        served++;
        yield part;
      }
    }
    const stream = decryptFlowMediaStream(metadata, source());
    const received: Buffer[] = [];
    for await (const chunk of stream) {
      expect(served).toBe(parts.length);
      received.push(chunk as Buffer);
      if (received.length === 1)
        expect(
          (await readdir(tmpdir())).filter((name) => !before.includes(name) && name.endsWith('.part')),
        ).toEqual([]);
    }
    expect(Buffer.concat(received).equals(plaintext)).toBe(true);
  });

  it('stops reading a download that is larger than allowed', async () => {
    const { metadata } = encrypt(Buffer.alloc(10));
    let read = 0;
    function* endless(): Generator<Buffer> {
      for (;;) {
        read++;
        yield Buffer.alloc(1000);
      }
    }
    const { error } = await drain(decryptFlowMediaStream(metadata, endless(), { maxBytes: 5000 }));
    expect(error).toMatchObject({ name: 'MediaTooLargeError', maxBytes: 5000, field: 'maxBytes' });
    expect(read).toBe(6);
  });

  it.each([4096, 4097, 4111])(
    'takes a file of exactly the largest size, %i, and none larger',
    async (maxBytes) => {
      const plaintext = randomBytes(maxBytes);
      const { file, metadata } = encrypt(plaintext);
      expect((await drain(decryptFlowMediaStream(metadata, [file], { maxBytes }))).bytes).toEqual(plaintext);
      expect(decryptFlowMedia(metadata, file, { maxBytes })).toEqual(plaintext);
      const { bytes, error } = await drain(
        decryptFlowMediaStream(metadata, [file], { maxBytes: maxBytes - 1 }),
      );
      expect(bytes).toHaveLength(0);
      expect(error).toMatchObject({ name: 'MediaTooLargeError' });
      expect(() => decryptFlowMedia(metadata, file, { maxBytes: maxBytes - 1 })).toThrow('4');
    },
  );

  it.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, '5' as unknown as number])(
    'refuses %p as a limit',
    (maxBytes) => {
      const { file, metadata } = encrypt(Buffer.alloc(10));
      const message = /maxBytes: must be a whole number of bytes/;
      expect(() => decryptFlowMedia(metadata, file, { maxBytes })).toThrow(message);
      expect(() => decryptFlowMediaStream(metadata, [file], { maxBytes })).toThrow(message);
    },
  );

  it('passes on the failure of a download', async () => {
    const { metadata } = encrypt(Buffer.alloc(10));
    const { error } = await drain(decryptFlowMediaStream(metadata, failing()));
    expect(error).toEqual(new Error('connection lost'));
    async function* failing(): AsyncGenerator<Buffer> {
      yield await Promise.resolve(Buffer.alloc(20));
      throw new Error('connection lost');
    }
  });

  it.each(['encrypted_hash', 'iv', 'encryption_key', 'hmac_key', 'plaintext_hash'] as const)(
    'refuses metadata whose %s is missing, cut or no base64',
    (field) => {
      const { file, metadata } = encrypt(Buffer.alloc(10));
      for (const value of [undefined, '', metadata[field].slice(4), '!'.repeat(44)]) {
        const broken = { ...metadata, [field]: value as string };
        expect(failedCheck(() => decryptFlowMedia(broken, file))).toBe('metadata');
      }
    },
  );
});
