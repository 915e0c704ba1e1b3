import { createPublicKey, webcrypto } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import type { FlowPrivateKey } from '../../config/flow-private-key.interface';
import { readPrivateKey } from './private-key';

const OAEP = { name: 'RSA-OAEP', hash: 'SHA-256' } as const;
type CryptoKey = webcrypto.CryptoKey;

/** Node locks a key while it is in use: with one copy a thread of libuv's pool (4 by default), none waits for another. */
const COPIES = 4;

/** What opens the AES keys of requests. */
export interface FlowKeys {
  /** How many keys there are. */
  readonly size: number;
  /** Opens an AES key with the first private key that fits, or `undefined` when none does. */
  unwrap(wrapped: Uint8Array): Promise<Buffer | undefined>;
}

/** One key, read once. */
interface RingKey {
  readonly key: KeyObject;
  /** Length of what it can open, bytes. */
  readonly bytes: number;
  /** Copies of the key, used in turn. */
  readonly handles: Promise<CryptoKey>[];
  next: number;
}

/**
 * The private keys that open flow requests, newest first: while users still hold the old public key, requests for both
 * arrive. Each key that does not fit costs one RSA operation.
 *
 * The RSA step runs in libuv's thread pool through WebCrypto, so that it does not hold the event loop: about 0.25 ms of a
 * thread for each request and key tried, and 0.03 ms of the event loop. Worker threads add nothing to that.
 * @publicApi
 */
export class FlowKeyRing implements FlowKeys {
  private readonly keys: readonly RingKey[];

  /** @throws WhatsAppConfigurationError when a key cannot be used */
  constructor(keys: readonly (string | FlowPrivateKey)[]) {
    this.keys = keys.map((source) => {
      const key = readPrivateKey(source);
      return { key, bytes: (key.asymmetricKeyDetails?.modulusLength ?? 0) / 8, handles: [], next: 0 };
    });
  }

  /** How many keys there are. */
  get size(): number {
    return this.keys.length;
  }

  /** Place of the private key that a public key (PEM) belongs to, counted from 0; -1 when it belongs to none. */
  indexOf(publicKey: string): number {
    let wanted: KeyObject;
    try {
      wanted = createPublicKey(publicKey);
    } catch {
      return -1;
    }
    return this.keys.findIndex(({ key }) => createPublicKey(key).equals(wanted));
  }

  /** Opens an AES key with the first private key that fits, or `undefined` when none does. */
  async unwrap(wrapped: Uint8Array): Promise<Buffer | undefined> {
    for (const entry of this.keys) {
      if (entry.bytes !== wrapped.length) continue;
      const handle = await handleOf(entry);
      try {
        return Buffer.from(await webcrypto.subtle.decrypt(OAEP, handle, wrapped));
      } catch {
        // Made for another key, or damaged: OAEP does not tell which.
      }
    }
    return undefined;
  }
}

function handleOf(entry: RingKey): Promise<CryptoKey> {
  const turn = entry.next;
  entry.next = (turn + 1) % COPIES;
  return (entry.handles[turn] ??= importKey(entry.key));
}

async function importKey(key: KeyObject): Promise<CryptoKey> {
  const der = key.export({ type: 'pkcs8', format: 'der' });
  try {
    return await webcrypto.subtle.importKey('pkcs8', der, OAEP, false, ['decrypt']);
  } finally {
    der.fill(0);
  }
}
