import { inspect } from 'node:util';
import { sealOptions } from '../../../lib/config/sealed-options';
import type { WhatsAppModuleOptions } from '../../../lib/config/whatsapp-options.interface';
import { ManualClock } from '../../support/manual-clock';

const options: WhatsAppModuleOptions = {
  accessToken: 'canary-token',
  appSecret: [{ secret: 'canary-secret' }],
  verifyToken: 'canary-verify',
  phoneNumberId: '106540352242922',
  accountResolver: { resolve: () => ({ accessToken: 'canary-resolved' }) },
  http: { proxy: 'http://user:canary-password@proxy:3128', timeoutMs: 5 },
  clock: new ManualClock(),
};

describe('sealOptions', () => {
  const sealed = sealOptions(options);

  it('reads as before', () => {
    expect(sealed.accessToken).toBe('canary-token');
    expect(sealed.appSecret).toEqual([{ secret: 'canary-secret' }]);
    expect(sealed.http?.proxy).toBe(options.http?.proxy);
    expect(sealed.http?.timeoutMs).toBe(5);
    expect(sealed.accountResolver).toBe(options.accountResolver);
    expect(sealed.verifyToken).toBe('canary-verify');
  });

  it('shows no secret, wherever it is printed', () => {
    const nested = { error: { options: sealed, list: [sealed] } };
    for (const value of [sealed, nested, { ...sealed }, Object.values(sealed), Object.entries(sealed)]) {
      expect(inspect(value, { depth: 9 }) + JSON.stringify(value)).not.toContain('canary');
    }
    expect(JSON.parse(JSON.stringify(sealed))).toEqual({
      accessToken: '[hidden]',
      appSecret: '[hidden]',
      verifyToken: '[hidden]',
      phoneNumberId: '106540352242922',
      accountResolver: '[hidden]',
      http: { proxy: '[hidden]', timeoutMs: 5 },
      clock: '[hidden]',
    });
  });

  it('cannot be changed, and leaves the original alone', () => {
    expect(() => Object.assign(sealed, { accessToken: 'x' })).toThrow(TypeError);
    expect(Object.isFrozen(sealed.http)).toBe(true);
    expect(Object.isFrozen(options)).toBe(false);
  });

  it('can be sealed again without a loss', () => {
    const again = sealOptions(sealed);
    expect(again.accessToken).toBe('canary-token');
    expect(again.http?.proxy).toBe(options.http?.proxy);
    expect(inspect(again)).not.toContain('canary');
  });

  it('leaves out what is not set', () => {
    expect(sealOptions({}).accessToken).toBeUndefined();
    expect(JSON.stringify(sealOptions({ accessToken: undefined } as unknown as WhatsAppModuleOptions))).toBe(
      '{}',
    );
  });
});
