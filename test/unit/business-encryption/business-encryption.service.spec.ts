import { generateKeyPairSync } from 'node:crypto';
import { BusinessEncryptionService } from '../../../lib/business-encryption/business-encryption.service';
import { RecordingGraph, refusals } from '../../support/recording-graph';

const graph = new RecordingGraph();
const encryption = new BusinessEncryptionService(graph.client, graph.validator);

function rsa(modulusLength: number): { publicKey: string; privateKey: string } {
  return generateKeyPairSync('rsa', {
    modulusLength,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
}
const { publicKey, privateKey } = rsa(2048);

beforeEach(() => {
  graph.requests.length = 0;
  graph.answer({ success: true });
});

describe('BusinessEncryptionService', () => {
  it('S4 send_whatsapp_business_encryption: uploads a public key as a form', async () => {
    await encryption.setPublicKey(publicKey);
    expect(graph.requests[0]?.body).toBeInstanceOf(URLSearchParams);
    expect(graph.sent).toEqual([
      { method: 'POST', path: '100/whatsapp_business_encryption', body: { business_public_key: publicKey } },
    ]);
  });

  it('S4 get_whatsapp_business_encryption: reads key and status, wrapped in a list or not', async () => {
    const raw = { business_public_key: publicKey, business_public_key_signature_status: 'MISMATCH' };
    graph.answer({ data: [raw] }, raw, { data: [] }, {});
    const read = { publicKey, signatureStatus: 'MISMATCH', raw };
    await expect(encryption.get()).resolves.toEqual(read);
    await expect(encryption.get()).resolves.toEqual(read);
    await expect(encryption.get()).resolves.toBeUndefined();
    await expect(encryption.get()).resolves.toBeUndefined();
  });

  it('never lets a private key leave', async () => {
    const error: unknown = await encryption
      .setPublicKey(privateKey, { validate: false })
      .catch((caught: unknown) => caught);
    expect(String(error)).toContain('is a private key');
    expect(String(error)).not.toContain(privateKey.slice(40, 60));
    expect(graph.requests).toEqual([]);
  });

  it.each([
    ['another size', rsa(1024).publicKey, 'must be an RSA key of 2048 bits'],
    ['Base64 alone', publicKey.split('\n').slice(1, -2).join(''), 'must be a public key in PEM format'],
    ['a damaged key', publicKey.replace(/\n..../, '\n!!!!'), 'must be a public key in PEM format'],
    ['nothing', undefined as never, 'must be a string in PEM format'],
  ])('refuses %s', async (_what, key, message) => {
    await expect(refusals(() => encryption.setPublicKey(key))).resolves.toEqual([`publicKey: ${message}`]);
    expect(graph.requests).toEqual([]);
  });
});
