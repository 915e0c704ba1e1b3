import { createPublicKey, generateKeyPair } from 'node:crypto';
import { promisify } from 'node:util';
import type { FlowPrivateKey } from '../../config/flow-private-key.interface';
import { WhatsAppConfigurationError } from '../../errors/configuration.error';
import { readPrivateKey } from './private-key';

/** A new pair of keys, PEM text. */
export interface FlowKeyPair {
  /** PKCS#8; keep it secret. */
  readonly privateKey: string;
  /** What is uploaded for the phone number. */
  readonly publicKey: string;
}

/**
 * Makes a pair of keys for flows: RSA with 2048 bits; with a passphrase, the private key is encrypted with AES-256-CBC.
 * @throws WhatsAppConfigurationError when the passphrase is empty
 * @publicApi
 */
export async function generateFlowKeyPair(options: { passphrase?: string } = {}): Promise<FlowKeyPair> {
  const { passphrase } = options;
  if (passphrase === '') {
    throw new WhatsAppConfigurationError(
      'The passphrase for the new flow key is empty; give one, or leave it out.',
    );
  }
  const lock = passphrase === undefined ? {} : { cipher: 'aes-256-cbc', passphrase };
  return promisify(generateKeyPair)('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem', ...lock },
  });
}

/**
 * The public key that belongs to a private key, as PEM text for the upload.
 * @throws WhatsAppConfigurationError when the private key cannot be used
 * @publicApi
 */
export function publicFlowKey(privateKey: string | FlowPrivateKey): string {
  return createPublicKey(readPrivateKey(privateKey)).export({ type: 'spki', format: 'pem' }) as string;
}

/**
 * Whether two public keys are the same, however their PEM text is broken into lines.
 * @publicApi
 */
export function samePublicKey(one: string, other: string): boolean {
  try {
    return createPublicKey(one).equals(createPublicKey(other));
  } catch {
    return false;
  }
}
