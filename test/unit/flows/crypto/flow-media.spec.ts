import { createCipheriv, createHash, createHmac, randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import * as fc from 'fast-check';
import { decryptFlowMedia, decryptFlowMediaStream } from '../../../../lib/flows/crypto/flow-media';
import { FlowMediaVerificationError } from '../../../../lib/flows/errors/flow-media-verification.error';
import type { FlowMediaEncryption } from '../../../../lib/wire/flow/media';
import { vectors } from '../vectors';

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
const sha256 = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();

interface Encrypted {
  file: Buffer;
  metadata: FlowMediaEncryption;
}

function encrypt(plaintext: Uint8Array, change: (file: Buffer) => Buffer = (file) => file): Encrypted {
  const [iv, encryptionKey, hmacKey] = [randomBytes(16), randomBytes(32), randomBytes(32)];
  const cipher = createCipheriv('aes-256-cbc', encryptionKey, iv);
  const ciphertext = change(Buffer.concat([cipher.update(plaintext), cipher.final()]));
  const mac = createHmac('sha256', hmacKey).update(iv).update(ciphertext).digest().subarray(0, 10);
  const file = Buffer.concat([ciphertext, mac]);
  return {
    file,
    metadata: {
      encrypted_hash: base64(sha256(file)),
      iv: base64(iv),
      encryption_key: base64(encryptionKey),
      hmac_key: base64(hmacKey),
      plaintext_hash: base64(sha256(plaintext)),
    },
  };
}

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
    expect(error).toMatchObject({ check: 'size' });
    expect(read).toBe(6);
  });

  it('accepts a file of exactly the largest size', async () => {
    const plaintext = randomBytes(4096);
    const { file, metadata } = encrypt(plaintext);
    const { bytes } = await drain(decryptFlowMediaStream(metadata, [file], { maxBytes: 4096 }));
    expect(bytes).toEqual(plaintext);
  });

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
