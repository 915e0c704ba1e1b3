import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { givenSha256, sha256Hex } from '../../../lib/media/sha256';

describe('sha256Hex', () => {
  it('reads hex and base64, also for URLs and without padding', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const hash = createHash('sha256').update(bytes).digest();
        const hex = hash.toString('hex');
        for (const text of [
          hex,
          hex.toUpperCase(),
          hash.toString('base64'),
          hash.toString('base64').slice(0, -1),
          hash.toString('base64url'),
        ]) {
          expect(sha256Hex(text)).toBe(hex);
        }
      }),
    );
  });

  it.each(['', 'abc', 'g'.repeat(64), 'a'.repeat(63), `${'A'.repeat(42)}B=`, undefined])(
    '%j is none',
    (text) => expect(sha256Hex(text)).toBeUndefined(),
  );
});

describe('givenSha256', () => {
  it('refuses what is no hash and does not quote it', () => {
    expect(givenSha256(undefined)).toBeUndefined();
    expect(() => givenSha256('top-secret')).toThrow(/^(?!.*top-secret).*sha256: must be a SHA-256 hash/);
  });
});
