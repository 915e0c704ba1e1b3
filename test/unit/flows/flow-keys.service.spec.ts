import { BusinessEncryptionService } from '../../../lib/business-encryption/business-encryption.service';
import { FlowKeysService } from '../../../lib/flows/flow-keys.service';
import { RecordingGraph } from '../../support/recording-graph';
import { pem, vectors } from './vectors';

const graph = new RecordingGraph();
const keys = new FlowKeysService(new BusinessEncryptionService(graph.client, graph.validator));
const LOCKED = { key: pem('privateKeyPkcs8EncryptedPem'), passphrase: vectors.keys.passphrase };
const RIGHT = pem('publicKeySpkiPem');
const held = (business_public_key: string, status?: string): object => ({
  data: [{ business_public_key, business_public_key_signature_status: status }],
});

beforeEach(() => {
  graph.requests.length = 0;
});

describe('FlowKeysService', () => {
  it('makes a pair that belongs together', async () => {
    const { privateKey, publicKey } = await keys.generate({ passphrase: 'p' });
    expect(privateKey).toContain('ENCRYPTED PRIVATE KEY');
    expect(keys.publicKeyOf({ key: privateKey, passphrase: 'p' })).toBe(publicKey);
  });

  it('uploads the public key, and never the private one', async () => {
    graph.answer({ success: true });
    await keys.upload(LOCKED, { phoneNumberId: '7' });
    expect(graph.sent[0]).toMatchObject({ method: 'POST', path: '100/whatsapp_business_encryption' });
    expect(graph.requests[0]?.account).toMatchObject({ phoneNumberId: '7' });
    expect([...(graph.requests[0]?.body as URLSearchParams)]).toEqual([['business_public_key', RIGHT]]);
    await expect(keys.upload({ ...LOCKED, passphrase: 'wrong' })).rejects.toThrow('the passphrase is wrong');
    expect(graph.requests).toHaveLength(1);
  });

  it.each<[string, object, object]>([
    ['ready', held(RIGHT, 'VALID'), { index: 1, uploaded: { signatureStatus: 'VALID' } }],
    ['unsigned', held(RIGHT, 'MISMATCH'), { index: 1, uploaded: { signatureStatus: 'MISMATCH' } }],
    ['mismatch', held(pem('otherPublicKeySpkiPem'), 'VALID'), { uploaded: { signatureStatus: 'VALID' } }],
    ['missing', { data: [] }, {}],
  ])('tells that the keys are %s', async (state, answer, more) => {
    const { privateKey } = await keys.generate();
    graph.answer(answer);
    expect(await keys.check([privateKey, LOCKED])).toMatchObject({ state, ...more });
  });
});
