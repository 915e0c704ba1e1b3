import { createPublicKey } from 'node:crypto';

/** Whether a text is, or holds, a private key in PEM. */
export function isPrivateKey(value: unknown): boolean {
  return typeof value === 'string' && value.includes('PRIVATE KEY');
}

/** The words for what is no RSA public key of 2048 bits in PEM. The key is never quoted. */
export function publicKeyProblem(value: unknown): string | undefined {
  if (typeof value !== 'string') return 'must be a string in PEM format';
  if (isPrivateKey(value)) return 'is a private key, which must never leave: give its public key';
  if (!/^-----BEGIN (?:RSA )?PUBLIC KEY-----\s/.test(value.trimStart()))
    return 'must be a public key in PEM format';
  try {
    const key = createPublicKey(value);
    const fits = key.asymmetricKeyType === 'rsa' && key.asymmetricKeyDetails?.modulusLength === 2048;
    return fits ? undefined : 'must be an RSA key of 2048 bits';
  } catch {
    return 'must be a public key in PEM format';
  }
}
