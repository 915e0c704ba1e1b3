import type { AccountRef, AccountResolver, WhatsAppAccount } from '../../../../lib/config/account.interface';
import type { FlowAnswer } from '../../../../lib/flows/endpoint/flow-request';
import { FlowRequest } from '../../../../lib/flows/endpoint/flow-request';
import { OnFlowRequest } from '../../../../lib/flows/endpoint/on-flow-request.decorator';
import { ManualClock } from '../../../support/manual-clock';
import { generateFlowKeyPair } from '../../../../lib/flows/crypto/flow-keys';
import { pem, vectors } from '../vectors';
import { ADAPTERS, boot, encrypt, PRIVATE_KEY, SECRET } from './flow-harness';
import type { FlowSetup, RunningEndpoint } from './flow-harness';

const PASSPHRASE = vectors.keys.passphrase;
const LOCKED = { key: pem('privateKeyPkcs8EncryptedPem'), passphrase: PASSPHRASE };

class Handlers {
  static seen: AccountRef[] = [];
  @OnFlowRequest()
  any(request: FlowRequest): FlowAnswer {
    Handlers.seen.push(request.account);
    return request.show('NEXT');
  }
}

/** A resolver that records what it was asked for. */
class Accounts implements AccountResolver {
  readonly asked: AccountRef[] = [];
  constructor(private readonly known: (ref: AccountRef) => Partial<WhatsAppAccount> | undefined) {}
  async resolve(ref: AccountRef): Promise<WhatsAppAccount | undefined> {
    this.asked.push(ref);
    await Promise.resolve();
    const found = this.known(ref);
    return found && { accessToken: 't', ...found };
  }
}

let running: RunningEndpoint | undefined;
async function start(accountResolver: AccountResolver, setup: FlowSetup = {}): Promise<RunningEndpoint> {
  running = await boot({
    handlers: [Handlers],
    ...setup,
    options: { appSecret: SECRET, accountResolver },
    flows: { privateKeys: undefined, ...setup.flows } as FlowSetup['flows'] & object,
  });
  return running;
}
afterEach(async () => {
  await running?.app.close();
  Handlers.seen = [];
});

describe.each(ADAPTERS)('keys of the account that the path names, on %s', (adapter) => {
  it('open its requests, and no others', async () => {
    const { publicKey, privateKey } = await generateFlowKeyPair();
    const accounts = new Accounts(({ wabaId }) =>
      wabaId === '300'
        ? { flowPrivateKeys: LOCKED }
        : wabaId === '400'
          ? { flowPrivateKeys: privateKey }
          : undefined,
    );
    const { post } = await start(accounts, { adapter, flows: { path: 'flows/:wabaId' } });
    const init = { action: 'INIT' };
    const mine = JSON.stringify(encrypt(init).body);
    const others = JSON.stringify(encrypt(init, publicKey).body);
    expect((await post(mine, {}, '/flows/300')).status).toBe(200);
    expect((await post(others, {}, '/flows/300')).status).toBe(421);
    expect((await post(others, {}, '/flows/400')).status).toBe(200);
    // An account that is not known has no key.
    expect((await post(mine, {}, '/flows/301')).status).toBe(421);
    expect(Handlers.seen).toEqual([{ wabaId: '300' }, { wabaId: '400' }]);
  });
});

describe('keys of accounts', () => {
  it('are looked up once, also by requests that come together, and again when their time is over', async () => {
    const clock = new ManualClock();
    const accounts = new Accounts(() => ({ flowPrivateKeys: LOCKED }));
    const { ask } = await start(accounts, { clock, flows: { path: 'flows/:phoneNumberId' } });
    const asks = [1, 2, 3].map(() => ask({ action: 'INIT' }, '/flows/200'));
    expect((await Promise.all(asks)).map(({ status }) => status)).toEqual([200, 200, 200]);
    await ask({ action: 'INIT' }, '/flows/200');
    expect(accounts.asked).toEqual([{ phoneNumberId: '200' }]);
    await clock.advance(300_000);
    await ask({ action: 'INIT' }, '/flows/200');
    expect(accounts.asked).toHaveLength(2);
  });

  it('are those of the default account, or of the one that the option names', async () => {
    const accounts = new Accounts(() => ({ flowPrivateKeys: PRIVATE_KEY }));
    const { ask } = await start(accounts);
    expect((await ask({ action: 'INIT' })).status).toBe(200);
    await running?.app.close();
    const named = await start(accounts, { flows: { account: { wabaId: '300' } } });
    expect((await named.ask({ action: 'INIT' })).status).toBe(200);
    expect(accounts.asked).toEqual([{}, { wabaId: '300' }]);
  });

  it('stand before those of the options: the old key still opens', async () => {
    const { publicKey, privateKey } = await generateFlowKeyPair({ passphrase: 'p' });
    const accounts = new Accounts(() => ({ flowPrivateKeys: [{ key: privateKey, passphrase: 'p' }] }));
    const flows = { path: 'flows/:wabaId', privateKeys: PRIVATE_KEY };
    const { post } = await start(accounts, { flows });
    for (const key of [publicKey, pem('publicKeySpkiPem')]) {
      const { body } = encrypt({ action: 'INIT' }, key);
      expect((await post(JSON.stringify(body), {}, '/flows/300')).status).toBe(200);
    }
    const { body } = encrypt({ action: 'INIT' }, pem('otherPublicKeySpkiPem'));
    expect((await post(JSON.stringify(body), {}, '/flows/300')).status).toBe(421);
    expect(running?.logger.lines).toContainEqual(expect.stringContaining('none of the 2 private key(s)'));
  });

  it('are not asked for when the options have keys and nothing names an account', async () => {
    const accounts = new Accounts(() => undefined);
    const { ask } = await start(accounts, { flows: { privateKeys: PRIVATE_KEY } });
    expect((await ask({ action: 'INIT' })).status).toBe(200);
    expect(accounts.asked).toEqual([]);
  });

  it('that cannot be looked up: 500, and the reason stays out of the log', async () => {
    const accounts = new Accounts(() => {
      throw new Error('secret');
    });
    const { ask, logger } = await start(accounts);
    expect((await ask({ action: 'INIT' })).status).toBe(500);
    expect(logger.lines.join()).not.toContain('secret');
  });

  it('that are never found: 504 at the end of the time', async () => {
    const clock = new ManualClock();
    let entered: () => void = () => undefined;
    const waiting = new Promise<void>((resolve) => (entered = resolve));
    const resolve = (): Promise<never> => {
      entered();
      return new Promise(() => undefined);
    };
    const { ask } = await start({ resolve }, { clock });
    const answer = ask({ action: 'INIT' });
    await waiting;
    await clock.advance(10_000);
    expect((await answer).status).toBe(504);
  });

  it('that are missing or wrong say so: at boot when that is certain, else with the request', async () => {
    await expect(boot({ flows: { privateKeys: undefined } as never })).rejects.toThrow(
      'needs `privateKeys`, the private key whose public key is uploaded',
    );
    const none = await start(new Accounts(() => ({})));
    expect((await none.ask({ action: 'INIT' })).status).toBe(421);
    expect(none.logger.lines).toContainEqual(expect.stringContaining('there is no private key for it'));
    await none.app.close();
    const wrong = await start(new Accounts(() => ({ flowPrivateKeys: 'no key' })));
    expect((await wrong.ask({ action: 'INIT' })).status).toBe(500);
    expect(wrong.logger.lines).toContainEqual(expect.stringContaining('it is not PEM text'));
  });
});
