import { Agent } from 'undici';
import type { WhatsAppModuleOptions } from '../../../lib/config/whatsapp-options.interface';
import { findOptionProblems, validateOptions } from '../../../lib/config/whatsapp-options.validator';
import { WhatsAppConfigurationError } from '../../../lib/errors/configuration.error';

const good: WhatsAppModuleOptions = {
  accessToken: 'EAAcanary',
  phoneNumberId: '106540352242922',
  wabaId: '102290129340398',
  appSecret: 'canary-secret',
  verifyToken: 'canary-verify',
};
const resolver = { resolve: () => undefined };

/** Options as JavaScript callers and environment variables may give them. */
function problems(change: object, context: Partial<{ webhook: boolean; env: string }> = {}): string[] {
  const options = Object.fromEntries(
    Object.entries({ ...good, ...change }).filter(([, value]) => value !== undefined),
  );
  const found = findOptionProblems(options, {
    webhook: true,
    env: 'test',
    ...context,
  });
  expect(found.join()).not.toMatch(/canary/);
  return found;
}

describe('validateOptions', () => {
  it('lets good options pass, and returns them', () => {
    expect(validateOptions(good, { webhook: true, env: 'production' })).toBe(good);
    expect(
      problems({
        apiVersion: 'v25.0',
        graphUrl: 'http://127.0.0.1:4010/',
        allowedHosts: ['127.0.0.1:4010', 'gateway.internal:80', '[::1]:1', 'UPPER.test'],
        phoneNumberId: '123',
        wabaId: 'waba-1',
        http: {
          timeoutMs: 1,
          connectTimeoutMs: 1,
          connections: 1,
          maxAttempts: 1,
          proxy: 'http://proxy:3128',
        },
        delivery: { ack: 'immediate', retryDelayMs: 0, onExhausted: 'redeliver', attempts: 1 },
        webhook: { bodyLimit: 1 },
        handling: 'first',
        enhancers: 'all',
        validate: false,
        clock: { now: () => 0, schedule: () => ({ cancel: () => undefined }) },
      }),
    ).toEqual([]);
    expect(problems({ graphUrl: 'https://graph.facebook.com' })).toEqual([]);
    expect(problems({ http: { dispatcher: new Agent() } })).toEqual([]);
    expect(problems({ http: { dispatcher: () => undefined, proxy: 'http://proxy' } })).toEqual([]);
  });

  it('tells all problems at once', () => {
    const error = (() => {
      try {
        validateOptions({}, { webhook: true, env: 'test' });
      } catch (thrown) {
        return thrown as Error;
      }
      throw new Error('It passed');
    })();
    expect(error).toBeInstanceOf(WhatsAppConfigurationError);
    expect(error.message).toMatch(
      /^WhatsAppModule cannot start, 3 options are wrong:\n- accessToken: is missing/,
    );
    expect(error.message).toMatch(/\n- appSecret: is missing.*\n- verifyToken: is missing/s);
    expect(() => validateOptions({ ...good, apiVersion: '26' }, { webhook: false, env: '' })).toThrow(
      /^WhatsAppModule cannot start, an option is wrong:\n- apiVersion: must look like `v26.0`/,
    );
  });

  it.each([undefined, null, 'options'])('wants options at all: %p', (options) => {
    const found = findOptionProblems(options as unknown as WhatsAppModuleOptions, {
      webhook: true,
      env: 'test',
    });
    expect(found).toEqual([
      expect.stringMatching(/^options: there are none. Return an object from `useFactory`/),
    ]);
  });

  describe('the app secret', () => {
    it('is needed for a webhook, and the message says where to find it', () => {
      expect(problems({ appSecret: undefined })).toEqual([
        expect.stringMatching(/^appSecret: is missing.*Dashboard: App settings, Basic, App secret\.$/),
      ]);
      expect(problems({ appSecret: [] })).toHaveLength(1);
      expect(problems({ appSecret: undefined, verifyToken: undefined }, { webhook: false })).toEqual([]);
    });

    it('may come from the resolver', () => {
      expect(
        problems({ appSecret: undefined, accountResolver: { ...resolver, appSecrets: () => [] } }),
      ).toEqual([]);
      expect(problems({ appSecret: undefined, accountResolver: resolver })).toHaveLength(1);
    });

    it('may be waived outside production only', () => {
      const change = { appSecret: undefined, insecureSkipSignatureVerification: true };
      expect(problems(change)).toEqual([]);
      for (const webhook of [true, false]) {
        expect(problems(change, { env: 'production', webhook })).toEqual([
          expect.stringMatching(
            /^insecureSkipSignatureVerification: is refused when NODE_ENV is `production`/,
          ),
        ]);
      }
    });

    it.each([[''], [[' ']], [{ secret: '' }], [[{ appId: '1' }]], [null], [['a', 5]]])(
      'must not be empty: %j',
      (appSecret) => {
        expect(problems({ appSecret })).toContainEqual(
          expect.stringMatching(/^appSecret: has an empty secret/),
        );
      },
    );
  });

  it.each([undefined, '', ' '])('wants a verify token for a webhook: %p', (verifyToken) => {
    expect(problems({ verifyToken })).toEqual([
      expect.stringMatching(/^verifyToken: is missing.*Configuration, Webhook\.$/),
    ]);
    expect(problems({ verifyToken }, { webhook: false })).toEqual([]);
  });

  describe('the access token', () => {
    it('may be left to a resolver', () => {
      expect(problems({ accessToken: undefined })).toEqual([
        expect.stringMatching(/^accessToken: is missing.*System users/),
      ]);
      expect(problems({ accessToken: undefined, accountResolver: resolver })).toEqual([]);
      expect(problems({ accessToken: () => 'later' })).toEqual([]);
      expect(problems({ accountResolver: {} })).toEqual(['accountResolver: must have a method `resolve`.']);
    });

    it.each([
      ['', 'is empty'],
      [5, 'is empty'],
      ['Bearer EAAcanary', 'without `Bearer`'],
      ['EAA canary', 'one word'],
    ])('%p: %s', (accessToken, problem) => {
      expect(problems({ accessToken })).toEqual([expect.stringContaining(problem)]);
    });
  });

  describe('ids', () => {
    it.each([
      ['+15550001111', 'looks like a phone number'],
      ['15550001111', 'looks like a phone number'],
      ['1 555 000 1111', 'looks like a phone number'],
      ['(555) 000-1111', 'looks like a phone number'],
      ['1234', 'is no id'],
      ['abc', 'is no id'],
      ['', 'not empty'],
      [106540352242922, 'not a number'],
    ])('%p: %s', (id, problem) => {
      for (const option of ['phoneNumberId', 'wabaId']) {
        const found = problems({ [option]: id });
        expect(found).toEqual([expect.stringContaining(problem)]);
        expect(found[0]).toMatch(new RegExp(`^${option}: .*Dashboard: WhatsApp, API Setup`));
        expect(found[0]).not.toContain('5550001111');
      }
    });

    it('are two different ones', () => {
      expect(problems({ wabaId: good.phoneNumberId })).toEqual([
        expect.stringMatching(/^wabaId: is the same/),
      ]);
    });

    it('of an emulator may be short, but no phone numbers', () => {
      const emulator = { graphUrl: 'http://127.0.0.1:1', allowedHosts: ['127.0.0.1:1'] };
      expect(problems({ ...emulator, phoneNumberId: '15550001111' })).toEqual([]);
      expect(problems({ ...emulator, phoneNumberId: '+15550001111' })).toHaveLength(1);
      expect(problems({ ...emulator, phoneNumberId: 'a/b' })).toHaveLength(1);
    });
  });

  describe('URLs', () => {
    it.each(['26.0', 'v26', 'V26.0', 'v26.0/', '', 26])('apiVersion %p', (apiVersion) => {
      expect(problems({ apiVersion })).toEqual([
        expect.stringMatching(/^apiVersion: must look like `v26.0`/),
      ]);
    });

    it.each<[unknown, RegExp]>([
      ['graph.facebook.com', /must be a URL/],
      ['ftp://graph.facebook.com', /must be a URL/],
      [5, /must be a URL/],
      ['https://evil.example', /its host `evil.example` may not receive the access token.*`allowedHosts`/],
      ['http://graph.facebook.com', /may not receive/],
      ['https://graph.facebook.com/v25.0', /must not hold the version/],
      ['https://user:canary@graph.facebook.com', /must not hold a user/],
      ['https://graph.facebook.com/?canary=1', /must not hold a user, a password, a query/],
      ['https://graph.facebook.com/#canary', /fragment/],
    ])('graphUrl %p', (graphUrl, problem) => {
      expect(problems({ graphUrl, phoneNumberId: undefined, wabaId: undefined })).toEqual([
        expect.stringMatching(problem),
      ]);
    });

    it.each([
      [['http://gateway']],
      [['gateway/path']],
      [['*.internal']],
      [['user@gateway']],
      [['']],
      [['a b']],
      [[5]],
      ['gateway'],
    ])('allowedHosts %j', (allowedHosts) => {
      expect(problems({ allowedHosts })).toEqual([
        expect.stringMatching(/^allowedHosts: must be a list of hosts/),
      ]);
    });
  });

  it.each([
    ['http.timeoutMs', { http: { timeoutMs: 0 } }],
    ['http.connectTimeoutMs', { http: { connectTimeoutMs: 1.5 } }],
    ['http.connections', { http: { connections: '64' } }],
    ['http.maxAttempts', { http: { maxAttempts: Number.NaN } }],
    ['http.proxy', { http: { proxy: 'proxy:3128' } }],
    ['http.proxy', { http: { proxy: 'http://proxy', dispatcher: new Agent() } }],
    ['http.dispatcher', { http: { dispatcher: {} } }],
    ['webhook.bodyLimit', { webhook: { bodyLimit: -1 } }],
    ['delivery.ack', { delivery: { ack: 'later' } }],
    ['delivery.onExhausted', { delivery: { onExhausted: 'drop' } }],
    ['delivery.deadlineMs', { delivery: { deadlineMs: 0 } }],
    ['delivery.drainTimeoutMs', { delivery: { drainTimeoutMs: -1 } }],
    ['handling', { handling: 'some' }],
    ['enhancers', { enhancers: 'none' }],
    ['validate', { validate: 'false' }],
    ['insecureSkipSignatureVerification', { insecureSkipSignatureVerification: 'true' }],
    ['clock', { clock: {} }],
  ])('%s: %j', (option, change) => {
    expect(problems(change)).toEqual([expect.stringMatching(new RegExp(`^${option}: `))]);
  });

  it('takes null for nothing, where JavaScript callers give it', () => {
    expect(problems({ http: null, delivery: null, webhook: null })).toEqual([]);
  });
});
