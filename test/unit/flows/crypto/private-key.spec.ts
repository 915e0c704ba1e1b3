import { generateKeyPairSync } from 'node:crypto';
import { WhatsAppConfigurationError } from '../../../../lib/errors/configuration.error';
import { readPrivateKey } from '../../../../lib/flows/crypto/private-key';
import { pem, vectors } from '../vectors';

const { passphrase } = vectors.keys;

describe('readPrivateKey', () => {
  const plain = readPrivateKey(pem('privateKeyPkcs8Pem'));

  it.each([
    ['PKCS#8', { key: pem('privateKeyPkcs8Pem') }],
    ['PKCS#8 with a passphrase', { key: pem('privateKeyPkcs8EncryptedPem'), passphrase }],
    ['PKCS#1', { key: pem('privateKeyPkcs1Pem') }],
    ['PKCS#1 with a passphrase (3DES)', { key: pem('privateKeyPkcs1Des3EncryptedPem'), passphrase }],
    ['a plain key and a passphrase that it does not need', { key: pem('privateKeyPkcs1Pem'), passphrase }],
    ['line breaks written as two characters', { key: pem('privateKeyPkcs8Pem').replaceAll('\n', '\\n') }],
    ['the same with carriage returns', { key: pem('privateKeyPkcs8Pem').replaceAll('\n', '\\r\\n') }],
    ['Windows line ends', { key: pem('privateKeyPkcs8Pem').replaceAll('\n', '\r\n') }],
  ])('reads %s', (_name, source) => {
    expect(readPrivateKey(source).equals(plain)).toBe(true);
  });

  const small = generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey;
  const curve = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
  const damaged = pem('privateKeyPkcs8Pem').replace('MIIEv', 'MIIEw');

  it.each([
    ['no PEM text', { key: 'c2VjcmV0' }, 'not PEM text'],
    ['the public key', { key: pem('publicKeySpkiPem') }, 'give the private key'],
    ['a missing passphrase', { key: pem('privateKeyPkcs8EncryptedPem') }, 'none was given'],
    ['a missing passphrase (3DES)', { key: pem('privateKeyPkcs1Des3EncryptedPem') }, 'none was given'],
    ['an empty passphrase', { key: pem('privateKeyPkcs8EncryptedPem'), passphrase: '' }, 'none was given'],
    [
      'a wrong passphrase',
      { key: pem('privateKeyPkcs8EncryptedPem'), passphrase: 'x' },
      'passphrase is wrong',
    ],
    ['damaged text', { key: damaged }, 'damaged'],
    ['a short key', { key: small.export({ type: 'pkcs8', format: 'pem' }) as string }, '1024 bits'],
    ['another kind of key', { key: curve.export({ type: 'pkcs8', format: 'pem' }) as string }, 'type ec'],
  ])('refuses %s', (_name, source, reason) => {
    expect(() => readPrivateKey(source)).toThrow(WhatsAppConfigurationError);
    expect(() => readPrivateKey(source)).toThrow(reason);
  });

  it('quotes neither key nor passphrase', () => {
    const attempt = () => readPrivateKey({ key: pem('privateKeyPkcs8EncryptedPem'), passphrase: 'hunter2' });
    expect(attempt).toThrow(expect.objectContaining({ message: expect.not.stringMatching(/hunter2|MII/) }));
  });
});
