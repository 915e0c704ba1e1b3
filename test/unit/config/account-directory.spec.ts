import { inspect } from 'node:util';
import {
  ACCOUNT_TTL_MS,
  AccountDirectory,
  appSecretsOf,
  MAX_ACCOUNTS,
} from '../../../lib/config/account-directory';
import type { AccountRef, AccountResolver, WhatsAppAccount } from '../../../lib/config/account.interface';
import { OptionsAccountResolver } from '../../../lib/config/options-account.resolver';
import type { WhatsAppModuleOptions } from '../../../lib/config/whatsapp-options.interface';
import { AccountNotFoundError } from '../../../lib/errors/account-not-found.error';
import { WhatsAppConfigurationError } from '../../../lib/errors/configuration.error';
import { ManualClock } from '../../support/manual-clock';

const clock = new ManualClock();

function directory(resolver: AccountResolver, options: WhatsAppModuleOptions = {}): AccountDirectory {
  return new AccountDirectory(options, resolver, clock);
}

describe('OptionsAccountResolver', () => {
  const options = { accessToken: 'token', phoneNumberId: '1', wabaId: '2' };

  it('serves every id with the token of the options', () => {
    const resolver = new OptionsAccountResolver(options);
    expect(resolver.resolve({})).toEqual(options);
    expect(resolver.resolve({ phoneNumberId: '7' })).toEqual({ ...options, phoneNumberId: '7' });
    expect(resolver.resolve({ wabaId: '8' })).toEqual({ ...options, wabaId: '8' });
    expect(inspect(resolver, { showHidden: true, depth: 9 })).not.toContain('token');
  });

  it('knows nobody without a token', () => {
    expect(new OptionsAccountResolver({ phoneNumberId: '1' }).resolve({})).toBeUndefined();
  });
});

describe('AccountDirectory', () => {
  /** Answers from a table that tests change, and counts. */
  class Table implements AccountResolver {
    calls = 0;
    rows: Record<string, WhatsAppAccount | undefined> = {
      '1': { accessToken: 'a', phoneNumberId: '1', wabaId: '2' },
    };

    async resolve({ phoneNumberId, wabaId }: AccountRef): Promise<WhatsAppAccount | undefined> {
      this.calls++;
      return this.rows[phoneNumberId ?? wabaId ?? ''];
    }
  }

  it('joins concurrent look-ups and remembers the answer for its time', async () => {
    const table = new Table();
    const accounts = directory(table);
    const ref = { phoneNumberId: '1' };
    const [first, second] = await Promise.all([accounts.account(ref), accounts.account({ ...ref })]);
    expect(first).toBe(second);
    await clock.advance(ACCOUNT_TTL_MS - 1);
    expect(await accounts.account(ref)).toBe(first);
    expect(table.calls).toBe(1);
    await clock.advance(1);
    await accounts.account(ref);
    expect(table.calls).toBe(2);
  });

  it('does not remember that an account is not known', async () => {
    const table = new Table();
    const accounts = directory(table);
    await expect(accounts.account({ phoneNumberId: '9' })).rejects.toBeInstanceOf(AccountNotFoundError);
    await expect(accounts.account()).rejects.toMatchObject({ missing: 'default' });
    expect(await accounts.find({ phoneNumberId: '9' })).toBeUndefined();
    table.rows['9'] = { accessToken: 'b', phoneNumberId: '9' };
    expect(await accounts.account({ phoneNumberId: '9' })).toMatchObject({ accessToken: 'b' });
  });

  it('passes failures on, to all who wait, and forgets them', async () => {
    let fail = true;
    const accounts = directory({
      resolve: () => {
        if (fail) throw new Error('data base is down');
        return { accessToken: 'a' };
      },
    });
    const results = await Promise.allSettled([accounts.account(), accounts.account()]);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    fail = false;
    expect(await accounts.account()).toEqual({ accessToken: 'a' });
  });

  it('tells ids of numbers from ids of WABAs', async () => {
    const asked: AccountRef[] = [];
    const accounts = directory({
      resolve: (ref) => {
        asked.push(ref);
        return { accessToken: 'a' };
      },
    });
    for (const ref of [{ phoneNumberId: '1' }, { wabaId: '1' }, { phoneNumberId: '1', wabaId: '1' }, {}]) {
      await accounts.find(ref);
      await accounts.find(ref);
    }
    expect(asked).toHaveLength(4);
  });

  it('forgets an account under all of its ids', async () => {
    const table = new Table();
    table.rows['2'] = table.rows['1'];
    table.rows['5'] = { accessToken: 'e', phoneNumberId: '5', wabaId: '6' };
    const accounts = directory(table);
    const look = async (): Promise<number> => {
      for (const ref of [{ phoneNumberId: '1' }, { wabaId: '2' }, { phoneNumberId: '5' }])
        await accounts.find(ref);
      return table.calls;
    };
    expect(await look()).toBe(3);
    accounts.invalidate({ wabaId: '2' });
    expect(await look()).toBe(5);
    accounts.invalidate({ phoneNumberId: '1' });
    expect(await look()).toBe(7);
    accounts.invalidate({});
    expect(await look()).toBe(7);
    accounts.invalidate();
    expect(await look()).toBe(10);
  });

  it('does not remember what was being looked up when it was told to forget', async () => {
    let token = 'old';
    const waiting: (() => void)[] = [];
    const accounts = directory({
      resolve: async () => {
        const accessToken = token;
        await new Promise<void>((resolve) => waiting.push(resolve));
        return { accessToken, phoneNumberId: '1' };
      },
    });
    const before = accounts.account();
    await Promise.resolve();
    token = 'new';
    accounts.invalidate({ phoneNumberId: '1' });
    const after = accounts.account();
    await Promise.resolve();
    waiting.forEach((resolve) => resolve());
    expect(await before).toMatchObject({ accessToken: 'old' });
    expect(await after).toMatchObject({ accessToken: 'new' });
    expect(await accounts.account()).toMatchObject({ accessToken: 'new' });
    expect(waiting).toHaveLength(2);
  });

  it('keeps a bounded number of accounts, the oldest go first', async () => {
    let calls = 0;
    const accounts = directory({ resolve: () => ({ accessToken: `t${++calls}` }) });
    for (let i = 0; i <= MAX_ACCOUNTS; i++) await accounts.find({ phoneNumberId: String(i) });
    await accounts.find({ phoneNumberId: '1' });
    expect(calls).toBe(MAX_ACCOUNTS + 1);
    await accounts.find({ phoneNumberId: '0' });
    expect(calls).toBe(MAX_ACCOUNTS + 2);
  });

  it('shows no secret', async () => {
    const options = { accessToken: 'canary-token', appSecret: 'canary-secret' };
    const accounts = directory(new OptionsAccountResolver(options), options);
    await accounts.account();
    expect(inspect(accounts, { showHidden: true, depth: 9 }) + JSON.stringify(accounts)).not.toContain(
      'canary',
    );
  });

  describe('token', () => {
    const token = (accessToken: unknown): Promise<string> =>
      directory(new Table()).token({ accessToken } as WhatsAppAccount);

    it('is taken as it is, or asked for each time', async () => {
      let n = 0;
      const account = { accessToken: () => `t${++n}` };
      const accounts = directory(new Table());
      expect([await accounts.token(account), await accounts.token(account)]).toEqual(['t1', 't2']);
      expect(await token('plain')).toBe('plain');
      expect(await token(async () => 'later')).toBe('later');
      expect(await token('from-a-file\n')).toBe('from-a-file');
    });

    it.each([
      [''],
      [' '],
      [undefined],
      [42],
      ['two words'],
      ['a\nb'],
      [() => ''],
      [async () => undefined],
      ['tökén'],
    ])('must be usable: %p', async (value) => {
      const error = await token(value).catch((thrown: Error) => thrown);
      expect(error).toBeInstanceOf(WhatsAppConfigurationError);
      expect(String(error)).toMatch(/accessToken: the account has no usable token/);
      expect(String(error)).not.toMatch(/two words|tökén/);
    });

    it('lets the failure of a token function through', async () => {
      await expect(token(() => Promise.reject(new Error('vault is sealed')))).rejects.toThrow(
        'vault is sealed',
      );
    });
  });

  describe('appSecrets', () => {
    it('are those of the options, then those of the resolver, which are remembered too', async () => {
      let calls = 0;
      const resolver = {
        resolve: () => undefined,
        appSecrets: () => [{ appId: '2', secret: `s${++calls}` }],
      };
      const accounts = directory(resolver, { appSecret: 'own' });
      const [first] = await Promise.all([accounts.appSecrets(), accounts.appSecrets()]);
      expect(first).toEqual([{ secret: 'own' }, { appId: '2', secret: 's1' }]);
      await clock.advance(ACCOUNT_TTL_MS);
      expect(await accounts.appSecrets()).toHaveLength(2);
      expect(calls).toBe(2);
      accounts.invalidate();
      await accounts.appSecrets();
      expect(calls).toBe(3);
    });

    it('may come from either side alone', async () => {
      expect(await directory(new Table(), { appSecret: 'own' }).appSecrets()).toEqual([{ secret: 'own' }]);
      const odd = { resolve: () => undefined, appSecrets: () => undefined } as unknown as AccountResolver;
      expect(await directory(odd).appSecrets()).toEqual([]);
    });

    it.each<[WhatsAppModuleOptions['appSecret'], unknown]>([
      [undefined, []],
      ['a', [{ secret: 'a' }]],
      [{ appId: '1', secret: 'a' }, [{ appId: '1', secret: 'a' }]],
      [
        ['a', { secret: 'b' }],
        [{ secret: 'a' }, { secret: 'b' }],
      ],
    ])('reads %j', (appSecret, expected) => {
      expect(appSecretsOf(appSecret === undefined ? {} : { appSecret })).toEqual(expected);
    });
  });
});
