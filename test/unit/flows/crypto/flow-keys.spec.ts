import { createPrivateKey, publicEncrypt, constants } from 'node:crypto';
import { WhatsAppConfigurationError } from '../../../../lib/errors/configuration.error';
import { FlowKeyRing } from '../../../../lib/flows/crypto/flow-key-ring';
import { generateFlowKeyPair, publicFlowKey, samePublicKey } from '../../../../lib/flows/crypto/flow-keys';
import { pem, vectors } from '../vectors';

describe('flow keys', () => {
  it('makes a pair of 2048 bits, locked with AES-256-CBC, that opens what its public key closed', async () => {
    const pair = await generateFlowKeyPair({ passphrase: 'correct horse' });
    expect(pair.privateKey).toMatch(/^-----BEGIN ENCRYPTED PRIVATE KEY-----\n/);
    // The object identifier of AES-256-CBC, 2.16.840.1.101.3.4.1.42, inside the PEM text.
    const der = Buffer.from(pair.privateKey.replace(/-----[^-]+-----/g, ''), 'base64');
    expect(der.includes(Buffer.from('60864801650304012a', 'hex'))).toBe(true);
    expect(pair.publicKey).toMatch(/^-----BEGIN PUBLIC KEY-----\n/);
    const private_ = { key: pair.privateKey, passphrase: 'correct horse' };
    expect(createPrivateKey({ ...private_ }).asymmetricKeyDetails?.modulusLength).toBe(2048);
    expect(publicFlowKey(private_)).toBe(pair.publicKey);
    const aesKey = Buffer.alloc(16, 7);
    const options = { key: pair.publicKey, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' };
    expect(await new FlowKeyRing([private_]).unwrap(publicEncrypt(options, aesKey))).toEqual(aesKey);
  });

  it('makes a pair without a passphrase when none is given, and refuses an empty one', async () => {
    expect((await generateFlowKeyPair()).privateKey).toMatch(/^-----BEGIN PRIVATE KEY-----\n/);
    await expect(generateFlowKeyPair({ passphrase: '' })).rejects.toThrow(WhatsAppConfigurationError);
  });

  it.each([
    ['privateKeyPkcs8Pem', undefined],
    ['privateKeyPkcs1Pem', undefined],
    ['privateKeyPkcs8EncryptedPem', vectors.keys.passphrase],
    ['privateKeyPkcs1Des3EncryptedPem', vectors.keys.passphrase],
  ])('derives the public key of %s', (name, passphrase) => {
    expect(publicFlowKey({ key: pem(name), passphrase })).toBe(pem('publicKeySpkiPem'));
  });

  it('compares public keys by what they are', () => {
    const key = pem('publicKeySpkiPem');
    expect(samePublicKey(key, key.replaceAll('\n', '\r\n'))).toBe(true);
    expect(samePublicKey(key, pem('otherPublicKeySpkiPem'))).toBe(false);
    expect(samePublicKey(key, 'no key')).toBe(false);
  });
});
