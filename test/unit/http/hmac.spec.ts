import { createHmac, createSecretKey } from 'node:crypto';
import { inspect } from 'node:util';
import fc from 'fast-check';
import { HmacSha256 } from '../../../lib/http/hmac';

const hmacOf = (secret: string): HmacSha256 => new HmacSha256(createSecretKey(secret, 'utf8'));
const expected = (secret: string, message: Uint8Array): string =>
  createHmac('sha256', secret).update(message).digest('hex');

describe('HmacSha256', () => {
  it('gives what OpenSSL gives, for any secret and message', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200, unit: 'grapheme' }), fc.uint8Array(), (secret, message) => {
        expect(hmacOf(secret).digest(message).toString('hex')).toBe(expected(secret, message));
      }),
    );
  });

  it.each([0, 1, 63, 64, 65, 16_383, 16_384, 16_385, 100_000])('signs %i bytes', (length) => {
    const message = Buffer.alloc(length, 'é');
    for (const secret of ['s', 's'.repeat(63), 's'.repeat(64), 's'.repeat(65), 'é'.repeat(40)]) {
      expect(hmacOf(secret).digest(message).toString('hex')).toBe(expected(secret, message));
    }
  });

  it('takes part of a larger array, and the keys do not mix', () => {
    const whole = Buffer.from('before message after');
    const message = new Uint8Array(whole.buffer, whole.byteOffset + 7, 7);
    const [one, two] = [hmacOf('one'), hmacOf('two')];
    const first = one.digest(message);
    expect(two.digest(whole).toString('hex')).toBe(expected('two', whole));
    expect(first.toString('hex')).toBe(expected('one', message));
    expect(one.digest(message)).toEqual(first);
  });

  it('shows nothing of its secret', () => {
    expect(inspect(hmacOf('hidden'), { showHidden: true, depth: 9 })).toBe('HmacSha256 {}');
    expect(JSON.stringify(hmacOf('hidden'))).toBe('{}');
  });
});
