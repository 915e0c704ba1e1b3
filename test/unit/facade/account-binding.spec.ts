import { AccountBinding } from '../../../lib/facade/account-binding';
import type { AccountDirectory } from '../../../lib/config/account-directory';
import type { AccountRef } from '../../../lib/config/account.interface';
import { PayloadValidationError } from '../../../lib/errors/payload-validation.error';
import type { GraphClient } from '../../../lib/graph/graph-client.service';
import type { CallOptions, GraphRequest } from '../../../lib/graph/graph-request.interface';

describe('AccountBinding', () => {
  it.each([
    ['a phone number id', '100', { phoneNumberId: '100' }],
    ['a number', { phoneNumberId: '100' }, { phoneNumberId: '100' }],
    ['a WABA', { wabaId: '200' }, { wabaId: '200' }],
    ['both', { phoneNumberId: '100', wabaId: '200' }, { phoneNumberId: '100', wabaId: '200' }],
    ['an id and an empty one', { phoneNumberId: '', wabaId: '200' }, { wabaId: '200' }],
  ])('fills %s in and keeps the other options', (_, account, expected) => {
    const options: CallOptions = { signal: new AbortController().signal, validate: false };
    expect(new AccountBinding(account).fill(options)).toEqual({
      ...options,
      ...expected,
    });
  });

  it.each<AccountRef>([{ phoneNumberId: '7' }, { wabaId: '8' }])('leaves options that name %j', (named) => {
    const options = { ...named, timeoutMs: 5 };
    expect(new AccountBinding({ phoneNumberId: '100', wabaId: '200' }).fill(options)).toBe(options);
  });

  it.each([[''], [{}], [{ phoneNumberId: undefined, wabaId: undefined }], [{ wabaId: '' }]])(
    'refuses %j, which would speak for the default account',
    (account) => {
      expect(() => new AccountBinding(account)).toThrow(PayloadValidationError);
    },
  );

  it('leaves requests with a token of their own alone', async () => {
    const requests: GraphRequest[] = [];
    const graph = {
      request: (request: GraphRequest) => Promise.resolve(requests.push(request)),
      exchange: (request: GraphRequest) => Promise.resolve(requests.push(request)),
    } as unknown as GraphClient;
    const bound = new AccountBinding('100').graph(graph);
    const get = { method: 'GET', path: 'x' } as const;
    await bound.request(get);
    await bound.exchange({ ...get, account: { timeoutMs: 1 } as AccountRef });
    await bound.request({ ...get, accessToken: '1|secret' });
    expect(requests).toEqual([
      { ...get, account: { phoneNumberId: '100' } },
      { ...get, account: { phoneNumberId: '100', timeoutMs: 1 } },
      { ...get, accessToken: '1|secret' },
    ]);
  });

  it('forgets all accounts only when asked to', () => {
    const invalidate = jest.fn();
    const bound = new AccountBinding('100').directory({ invalidate } as unknown as AccountDirectory);
    bound.invalidate();
    bound.invalidate({});
    expect(invalidate.mock.calls).toEqual([[undefined], [{ phoneNumberId: '100' }]]);
  });
});
