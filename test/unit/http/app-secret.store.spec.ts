import { Logger } from '@nestjs/common';
import type { AccountResolver, AppSecret } from '../../../lib/config/account.interface';
import type { WhatsAppModuleOptions } from '../../../lib/config/whatsapp-options.interface';
import { AppSecretStore } from '../../../lib/http/app-secret.store';
import type { AppSecrets } from '../../../lib/http/app-secret.store';
import { ManualClock } from '../../support/manual-clock';

const text = ({ keys }: AppSecrets): string[] =>
  keys.map(({ key, appId }) => `${appId ?? '-'}:${key.export().toString()}`);

function resolverOf(
  appSecrets: () => Promise<readonly AppSecret[]>,
): AccountResolver & { appSecrets: jest.Mock } {
  return { resolve: () => undefined, appSecrets: jest.fn(appSecrets) };
}

describe('AppSecretStore', () => {
  let clock: ManualClock;
  let logged: jest.SpyInstance;
  const store = (options: WhatsAppModuleOptions, resolver?: AccountResolver): AppSecretStore =>
    new AppSecretStore(options, clock, resolver);

  beforeEach(() => {
    clock = new ManualClock();
    logged = jest.spyOn(Logger.prototype, 'error').mockImplementation();
  });
  afterEach(() => logged.mockRestore());

  it.each<[WhatsAppModuleOptions['appSecret'], string[]]>([
    ['a', ['-:a']],
    [{ secret: 'a' }, ['-:a']],
    [{ appId: '1', secret: 'a' }, ['1:a']],
    [
      ['a', { appId: '1', secret: 'b' }],
      ['-:a', '1:b'],
    ],
    [['', 'a', { appId: '1', secret: '' }], ['-:a']],
    ['', []],
    [[], []],
  ])('reads the option %j at once', (appSecret, expected) => {
    const secrets = store({ appSecret } as WhatsAppModuleOptions).get();
    expect(text(secrets as AppSecrets)).toEqual(expected);
    expect(secrets).toMatchObject({ complete: true });
  });

  it('knows nothing without the option', () => {
    expect(store({}).get()).toEqual({ keys: [], complete: true });
    expect(store({}, { resolve: () => undefined }).get()).toEqual({ keys: [], complete: true });
  });

  it('adds those of the account resolver, and asks again after a minute', async () => {
    let answer: AppSecret[] = [{ appId: '2', secret: 'b' }, { secret: '' }];
    const resolver = resolverOf(() => Promise.resolve(answer));
    const secrets = store({ appSecret: 'a' }, resolver);
    expect(text(await secrets.get())).toEqual(['-:a', '2:b']);

    answer = [{ appId: '3', secret: 'c' }];
    await clock.advance(59_999);
    expect(secrets.get()).not.toBeInstanceOf(Promise);
    expect(text(await secrets.get())).toEqual(['-:a', '2:b']);
    expect(resolver.appSecrets).toHaveBeenCalledTimes(1);

    await clock.advance(1);
    expect(text(await secrets.get())).toEqual(['-:a', '3:c']);
    expect(resolver.appSecrets).toHaveBeenCalledTimes(2);
  });

  it('asks once for requests that come together', async () => {
    const resolver = resolverOf(() => Promise.resolve([{ secret: 'b' }]));
    const secrets = store({}, resolver);
    const all = await Promise.all([secrets.get(), secrets.get(), secrets.get()]);
    expect(all.map(text)).toEqual([['-:b'], ['-:b'], ['-:b']]);
    expect(resolver.appSecrets).toHaveBeenCalledTimes(1);
  });

  it('keeps the last answer while the resolver fails, says so, and tries again soon', async () => {
    let fail = false;
    const resolver = resolverOf(() =>
      fail ? Promise.reject(new Error('down')) : Promise.resolve([{ secret: 'b' }]),
    );
    const secrets = store({ appSecret: 'a' }, resolver);
    await secrets.get();

    fail = true;
    await clock.advance(60_000);
    const stale = await secrets.get();
    expect(text(stale)).toEqual(['-:a', '-:b']);
    expect(stale.complete).toBe(false);
    expect(logged).toHaveBeenCalledTimes(1);
    await secrets.get();
    expect(resolver.appSecrets).toHaveBeenCalledTimes(2);

    fail = false;
    await clock.advance(5_000);
    expect(await secrets.get()).toMatchObject({ complete: true });
  });

  it.each<[string, () => unknown]>([
    [
      'throws',
      () => {
        throw new Error('down');
      },
    ],
    ['rejects with no error', () => Promise.reject(Object('down') as Error)],
    ['answers nonsense', () => Promise.resolve(7)],
    ['answers an entry without a secret', () => Promise.resolve([{}])],
  ])('has the secrets of the options when the resolver %s', async (_name, appSecrets) => {
    const resolver = { resolve: () => undefined, appSecrets } as unknown as AccountResolver;
    const secrets = await store({ appSecret: 'a' }, resolver).get();
    expect(text(secrets)).toEqual(['-:a']);
    expect(secrets.complete).toBe(false);
  });
});
