import { createPrivateKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import type { FlowPrivateKey } from '../../config/flow-private-key.interface';
import { WhatsAppConfigurationError } from '../../errors/configuration.error';

/**
 * Reads a private key: RSA of 2048 bits or more, plain or passphrase-protected; keys of `openssl genrsa -des3` too.
 * Decrypting a protected key is slow, so keep the result.
 * @throws WhatsAppConfigurationError that says what is wrong with the key
 */
export function readPrivateKey(source: string | FlowPrivateKey): KeyObject {
  const { key: text, passphrase } = typeof source === 'string' ? { key: source } : source;
  const pem = text.includes('\\n') ? text.replaceAll('\\r', '').replaceAll('\\n', '\n') : text;
  const key = parse(pem, passphrase);
  if (key.asymmetricKeyType !== 'rsa') throw refuse(`it is of type ${key.asymmetricKeyType}; Meta wants RSA`);
  const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
  if (bits < 2048) throw refuse(`it has ${bits} bits; Meta wants RSA with 2048`);
  return key;
}

function parse(pem: string, passphrase: string | undefined): KeyObject {
  const label = /-----BEGIN ([A-Z0-9 ]+)-----/.exec(pem)?.[1];
  if (!label) throw refuse('it is not PEM text, which starts with -----BEGIN PRIVATE KEY-----');
  if (!label.endsWith('PRIVATE KEY')) throw refuse(`it is a ${label.toLowerCase()}; give the private key`);
  const locked = label.startsWith('ENCRYPTED') || pem.includes('Proc-Type: 4,ENCRYPTED');
  if (locked && !passphrase) throw refuse('it is protected by a passphrase and none was given');
  try {
    return createPrivateKey(locked ? { key: pem, passphrase: passphrase ?? '' } : { key: pem });
  } catch {
    // OpenSSL's own error is left out: its text differs by version and tells nothing more.
    throw refuse(locked ? 'the passphrase is wrong or the PEM text is damaged' : 'its PEM text is damaged');
  }
}

function refuse(reason: string): WhatsAppConfigurationError {
  return new WhatsAppConfigurationError(`The private key for flows cannot be used: ${reason}.`);
}
