import { inspect } from 'node:util';
import { sealOptions } from '../../../lib/config/sealed-options';
import type { WhatsAppModuleOptions } from '../../../lib/config/whatsapp-options.interface';
import { findOptionProblems } from '../../../lib/config/whatsapp-options.validator';

const base = {
  accessToken: 't',
  phoneNumberId: '200555000000001',
  appSecret: 's'.repeat(32),
  verifyToken: 'v',
};

function problems(options: object): string[] {
  const all = { ...base, ...options } as WhatsAppModuleOptions;
  return findOptionProblems(all, { webhook: false, env: 'test' });
}

describe('the options of sending', () => {
  it.each<object>([
    {},
    { pacing: {}, window: {} },
    { pacing: { messagesPerSecond: 1, pairs: true, maxQueue: 1, maxWaitMs: 1 } },
    { pacing: { pacer: { acquire: () => undefined, report: () => undefined } } },
    {
      window: { outsideWindow: 'throw', maxUsers: 1, store: { get: () => undefined, put: () => undefined } },
    },
  ])('may be %j', (options) => {
    expect(problems(options)).toEqual([]);
  });

  it.each<[object, string[]]>([
    [
      { pacing: true, window: 'yes' },
      ['pacing: must be an object; `{}` switches it on.', 'window: must be an object; `{}` switches it on.'],
    ],
    [
      { pacing: { messagesPerSecond: 0, pairs: 'no', maxQueue: 0.5, maxWaitMs: -1, pacer: { acquire: 1 } } },
      [
        'pacing.messagesPerSecond: must be a whole number of at least 1.',
        expect.stringMatching(/^pacing\.pairs: must be true or false/) as string,
        'pacing.maxQueue: must be a whole number of at least 1.',
        'pacing.maxWaitMs: must be a whole number of at least 1.',
        'pacing.pacer: must have the methods `acquire` and `report`.',
      ],
    ],
    [
      { window: { outsideWindow: 'template', maxUsers: 0, store: null } },
      [
        "window.outsideWindow: must be one of 'try', 'throw'.",
        'window.maxUsers: must be a whole number of at least 1.',
        'window.store: must have the methods `get` and `put`.',
      ],
    ],
  ])('may not be %j', (options, expected) => {
    expect(problems(options)).toEqual(expected);
  });

  it('show nothing of a store or a pacer, which may hold a password', () => {
    const store = { get: () => undefined, put: () => undefined, url: 'redis://:password@host' };
    const sealed = sealOptions({ ...base, window: { store } });
    expect(inspect(sealed, { depth: 9 }) + JSON.stringify(sealed)).not.toContain('password');
    expect(sealed.window?.store).toBe(store);
  });
});
