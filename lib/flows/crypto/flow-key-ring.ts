import { webcrypto } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { readPrivateKey } from './private-key';
import type { FlowPrivateKey } from './private-key';

const OAEP = { name: 'RSA-OAEP', hash: 'SHA-256' } as const;
type CryptoKey = webcrypto.CryptoKey;

/** One key, read once. */
interface RingKey {
  readonly key: KeyObject;
  /** Length of what it can open, bytes. */
  readonly bytes: number;
  handle?: Promise<CryptoKey>;
}

/**
 * The private keys that open flow requests, newest first: while users still hold the old public key, requests for both
 * arrive.
 *
 * The RSA step runs in libuv's thread pool through WebCrypto, so that it does not hold the event loop.
 * @publicApi
 */
export class FlowKeyRing {
  private readonly keys: readonly RingKey[];

  /** @throws WhatsAppConfigurationError when a key cannot be used */
  constructor(keys: readonly (string | FlowPrivateKey)[]) {
    this.keys = keys.map((source) => {
      const key = readPrivateKey(source);
      return { key, bytes: (key.asymmetricKeyDetails?.modulusLength ?? 0) / 8 };
    });
  }

  /** How many keys there are. */
  get size(): number {
    return this.keys.length;
  }

  /** Opens an AES key with the first private key that fits, or `undefined` when none does. */
  async unwrap(wrapped: Uint8Array): Promise<Buffer | undefined> {
    for (const entry of this.keys) {
      if (entry.bytes !== wrapped.length) continue;
      const handle = await (entry.handle ??= importKey(entry.key));
      try {
        return Buffer.from(await webcrypto.subtle.decrypt(OAEP, handle, wrapped));
      } catch {
        // Made for another key, or damaged: OAEP does not tell which.
      }
    }
    return undefined;
  }
}

async function importKey(key: KeyObject): Promise<CryptoKey> {
  const der = key.export({ type: 'pkcs8', format: 'der' });
  try {
    return await webcrypto.subtle.importKey('pkcs8', der, OAEP, false, ['decrypt']);
  } finally {
    der.fill(0);
  }
}
