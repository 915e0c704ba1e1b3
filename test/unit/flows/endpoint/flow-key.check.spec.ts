import type {
  BusinessKeyQuery,
  BusinessKeyStore,
  UploadedBusinessKey,
} from '../../../../lib/config/business-key-store.interface';
import { pem, vectors } from '../vectors';
import { boot, PRIVATE_KEY, SECRET } from './flow-harness';
import type { FlowSetup, RunningEndpoint } from './flow-harness';

const RIGHT = pem('publicKeySpkiPem');
const WRONG = pem('otherPublicKeySpkiPem');

/** What Meta holds; tells when it was asked. */
class Keys implements BusinessKeyStore {
  readonly asked: BusinessKeyQuery[] = [];
  constructor(private readonly answer: () => UploadedBusinessKey | undefined) {}
  get(query: BusinessKeyQuery = {}): Promise<UploadedBusinessKey | undefined> {
    this.asked.push(query);
    return Promise.resolve().then(this.answer);
  }
  setPublicKey(): Promise<void> {
    return Promise.reject(new Error('nothing is changed at boot'));
  }
}

let running: RunningEndpoint | undefined;
afterEach(() => running?.app.close());

async function linesOf(store: Keys | undefined, setup: FlowSetup): Promise<string[]> {
  running = await boot({ ...(store && { keyStore: store }), ...setup });
  // The check does not hold up the start.
  await new Promise((resolve) => setImmediate(resolve));
  return running.logger.lines.filter((line) => line.includes('number') || line.includes('checkKeysAtBoot'));
}

const options = { appSecret: SECRET, accessToken: 't', phoneNumberId: '200555000000001' };
const flows = { checkKeysAtBoot: true };

describe('the check of keys at boot', () => {
  it('asks nothing unless it is wanted', async () => {
    const store = new Keys(() => undefined);
    expect(await linesOf(store, { options })).toEqual([]);
    expect(store.asked).toEqual([]);
  });

  it.each<[string, UploadedBusinessKey | undefined, string]>([
    ['right', { publicKey: RIGHT, signatureStatus: 'VALID' }, 'log .* has the right key'],
    ['right, without a status', { publicKey: RIGHT }, 'log .* has the right key'],
    ['missing', undefined, 'warn .*no public key at Meta.*FlowKeysService.upload'],
    ['of another pair', { publicKey: WRONG }, 'warn .*none of the private keys .`privateKeys`.*421.*upload'],
    [
      'not signed any more',
      { publicKey: RIGHT, signatureStatus: 'MISMATCH' },
      'warn .*signature there is not valid.*FlowKeysService.upload',
    ],
    ['no key at all', { publicKey: 'nonsense' }, 'warn .*none of the private keys'],
  ])('says in one line that the key is %s', async (_name, uploaded, line) => {
    const store = new Keys(() => uploaded);
    const lines = await linesOf(store, { options, flows });
    expect(lines).toEqual([expect.stringMatching(new RegExp(line))]);
    expect(lines.join()).not.toContain('200555000000001');
    expect(store.asked).toMatchObject([{ phoneNumberId: '200555000000001' }]);
  });

  it('looks at each number of a list, with the keys of its account and of the options', async () => {
    const store = new Keys(() => ({ publicKey: RIGHT }));
    const locked = { key: pem('privateKeyPkcs8EncryptedPem'), passphrase: vectors.keys.passphrase };
    const accountResolver = {
      resolve: ({ phoneNumberId = '' }) => ({
        accessToken: 't',
        ...(phoneNumberId.endsWith('2') && { flowPrivateKeys: locked }),
      }),
    };
    const setup = {
      options: { appSecret: SECRET, accountResolver },
      flows: { privateKeys: undefined as never, checkKeysAtBoot: ['1001', '1002'] },
    };
    expect(await linesOf(store, setup)).toEqual([
      expect.stringContaining('warn Flow endpoint whatsapp/flows: no private key is known for the number'),
      expect.stringMatching('log .*1002 has the right key'),
    ]);
    expect(store.asked).toHaveLength(1);
  });

  it('prefers the number of the option `account`', async () => {
    const store = new Keys(() => ({ publicKey: RIGHT }));
    await linesOf(store, { options, flows: { ...flows, account: { phoneNumberId: '77' } } });
    expect(store.asked).toMatchObject([{ phoneNumberId: '77' }]);
  });

  it('says what it lacks', async () => {
    const store = new Keys(() => ({ publicKey: RIGHT }));
    const nameless = { options: { appSecret: SECRET, accessToken: 't' }, flows };
    expect(await linesOf(store, nameless)).toEqual([expect.stringContaining('knows no number')]);
    await running?.app.close();
    const asked = { options, flows: { ...flows, privateKeys: () => PRIVATE_KEY } };
    expect(await linesOf(store, asked)).toEqual([expect.stringContaining('no private key is known')]);
    await running?.app.close();
    expect(await linesOf(undefined, { options, flows })).toEqual([
      expect.stringContaining('needs WhatsAppModule'),
    ]);
  });

  it('does not stop the application when Meta cannot be asked, and keeps the reason out of the log', async () => {
    const store = new Keys(() => {
      throw new TypeError('secret');
    });
    const lines = await linesOf(store, { options, flows });
    expect(lines).toEqual([expect.stringContaining('could not be checked: TypeError.')]);
  });

  it('ends with the application', async () => {
    const store = new Keys(() => ({ publicKey: WRONG }));
    await linesOf(store, { options, flows });
    expect(store.asked[0]?.signal?.aborted).toBe(false);
    await running?.app.close();
    expect(store.asked[0]?.signal?.aborted).toBe(true);
  });
});
