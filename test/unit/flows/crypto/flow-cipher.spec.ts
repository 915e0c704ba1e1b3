import { createCipheriv, generateKeyPairSync } from 'node:crypto';
import { decryptFlowRequest, encryptFlowResponse } from '../../../../lib/flows/crypto/flow-cipher';
import { FlowKeyRing } from '../../../../lib/flows/crypto/flow-key-ring';
import { FlowRequestCannotBeDecryptedError } from '../../../../lib/flows/errors/flow-request-cannot-be-decrypted.error';
import type { EncryptedFlowRequest } from '../../../../lib/wire/flow/endpoint';
import { pem, vectors } from '../vectors';

const key = pem('privateKeyPkcs8Pem');
const otherKey = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
}).privateKey;
const longKey = generateKeyPairSync('rsa', {
  modulusLength: 3072,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
}).privateKey;

async function failure(
  body: unknown,
  keys: readonly string[] = [key],
): Promise<FlowRequestCannotBeDecryptedError> {
  const error: unknown = await decryptFlowRequest(body, new FlowKeyRing(keys)).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(FlowRequestCannotBeDecryptedError);
  return error as FlowRequestCannotBeDecryptedError;
}

describe('flow requests and answers', () => {
  const keys = new FlowKeyRing([key]);

  it.each(vectors.requests)(
    '$name: decrypts the request and encrypts the answer byte for byte',
    async (vector) => {
      const request = await decryptFlowRequest(vector.body, keys);
      expect(request.payload).toEqual(vector.decrypted);
      expect(Buffer.from(request.aesKey).toString('hex')).toBe(vector.aesKeyHex);
      expect(Buffer.from(request.iv).toString('hex')).toBe(vector.ivHex);
      expect(encryptFlowResponse(vector.response, request)).toBe(vector.expectedEncryptedResponse);
    },
  );

  it.each([
    ['privateKeyPkcs8EncryptedPem', vectors.keys.passphrase],
    ['privateKeyPkcs1Pem', undefined],
    ['privateKeyPkcs1Des3EncryptedPem', vectors.keys.passphrase],
  ])('decrypts with %s', async (name, passphrase) => {
    const [vector] = vectors.requests;
    const ring = new FlowKeyRing([{ key: pem(name), passphrase }]);
    expect((await decryptFlowRequest(vector?.body, ring)).payload).toEqual(vector?.decrypted);
  });

  it.each([
    ['the newest of several keys', [key, otherKey]],
    ['an older key', [otherKey, longKey, key]],
  ])('decrypts with %s', async (_name, ring) => {
    const [vector] = vectors.requests;
    expect((await decryptFlowRequest(vector?.body, new FlowKeyRing(ring))).payload).toEqual(
      vector?.decrypted,
    );
  });

  it.each(vectors.negativeRequests)('$name is answered with 421', async ({ body }) => {
    expect((await failure(body)).status).toBe(421);
  });

  it('tells which step failed', async () => {
    const byName = (name: string) => vectors.negativeRequests.find((vector) => vector.name === name)?.body;
    expect((await failure(byName('wrong_rsa_key'))).step).toBe('key');
    expect((await failure(byName('tampered_gcm_tag'))).step).toBe('data');
    expect((await failure(byName('tampered_iv'))).step).toBe('data');
    expect((await failure(byName('flow_data_shorter_than_tag'))).step).toBe('body');
    expect((await failure(vectors.requests[0]?.body, [otherKey, longKey])).step).toBe('key');
    expect((await failure(vectors.requests[0]?.body, [])).step).toBe('key');
  });

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['text', 'text'],
    ['a list', []],
    ['an empty object', {}],
    ['numbers', { encrypted_flow_data: 1, encrypted_aes_key: 2, initial_vector: 3 }],
    ['a short vector', { ...vectors.requests[0]?.body, initial_vector: Buffer.alloc(12).toString('base64') }],
    ['URL-safe base64', { ...vectors.requests[0]?.body, initial_vector: 'PPSfnm3czQBuJX5_EfoGjw==' }],
    ['base64 without padding', { ...vectors.requests[0]?.body, initial_vector: 'PPSfnm3czQBuJX5/EfoGjw' }],
  ])('refuses %s as a body', async (_name, body) => {
    expect((await failure(body)).step).toBe('body');
  });

  it.each(['', 'no json', '"text"', 'null', '[]', '7', '{"action":'])(
    'refuses data that is genuine and holds %j, without quoting it',
    async (plaintext) => {
      const error = await failure(seal(plaintext));
      expect(['data', 'body']).toContain(error.step);
      expect(error.message).not.toContain('no json');
      expect(error.cause).toBeUndefined();
    },
  );
});

/** A genuine request with any text inside. */
function seal(plaintext: string): EncryptedFlowRequest {
  const [vector] = vectors.requests;
  if (!vector) throw new Error('no vector');
  const cipher = createCipheriv(
    'aes-128-gcm',
    Buffer.from(vector.aesKeyHex, 'hex'),
    Buffer.from(vector.ivHex, 'hex'),
  );
  const data = Buffer.concat([cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]);
  return { ...vector.body, encrypted_flow_data: data.toString('base64') };
}
