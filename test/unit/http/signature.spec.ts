import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import {
  createSigningKey,
  decodeSignature,
  findSigningKey,
  signBody,
  verifySignature,
} from '../../../lib/http/signature';

const SECRET = 'test-app-secret';
const bytes = fc.uint8Array({ maxLength: 2000 }).map((array) => Buffer.from(array));
const secrets = fc.string({ minLength: 1, unit: 'grapheme' });

describe('signBody', () => {
  it('signs the recorded webhook as Meta does', () => {
    const body = readFileSync(join(__dirname, '../../fixtures/webhooks/envelope.unicode.json'));
    expect(signBody(SECRET, body)).toBe(
      'sha256=f75055edbcd5e76852bab4eae0beeeb222638fe3d36d4137efbfe6fe6939195b',
    );
  });

  it('takes text as UTF-8, and a prepared key as its secret', () => {
    expect(signBody(SECRET, 'é')).toBe(signBody(SECRET, Buffer.from('é')));
    expect(signBody(createSigningKey(SECRET).key, 'é')).toBe(signBody(SECRET, 'é'));
  });
});

describe('decodeSignature', () => {
  const digest = createHmac('sha256', SECRET).update('x').digest();
  const good = `sha256=${digest.toString('hex')}`;

  it('reads the digest, in upper case too', () => {
    expect(decodeSignature(good)).toEqual(digest);
    expect(decodeSignature(`sha256=${digest.toString('hex').toUpperCase()}`)).toEqual(digest);
  });

  it.each([
    undefined,
    null,
    42,
    '',
    [good],
    [good, good],
    `${good}, ${good}`,
    good.slice(1),
    good.slice(0, -1),
    `${good}0`,
    ` ${good}`,
    good.replace('sha256', 'SHA256'),
    good.replace('=', ':'),
    `${good.slice(0, -1)}g`,
    `sha256=${'é'.repeat(64)}`,
    { length: 71, startsWith: () => true },
  ])('refuses %p', (header) => {
    expect(decodeSignature(header)).toBeUndefined();
  });

  it('never throws and never takes anything but 64 digits after the prefix', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.anything(),
          fc.string({ minLength: 64, maxLength: 71 }).map((s) => `sha256=${s}`),
        ),
        (header) => {
          const decoded = decodeSignature(header);
          expect(decoded === undefined || /^sha256=[0-9a-f]{64}$/i.test(header as string)).toBe(true);
        },
      ),
    );
  });
});

describe('findSigningKey', () => {
  const body = Buffer.from('body');
  const digestOf = (secret: string): Buffer => decodeSignature(signBody(secret, body)) as Buffer;

  it('finds the key that signed, wherever it stands', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(secrets, { minLength: 1, maxLength: 5 }),
        fc.nat(),
        bytes,
        (all, n, signed) => {
          const keys = all.map((secret, i) => createSigningKey(secret, `app-${i}`));
          const index = n % all.length;
          const digest = decodeSignature(signBody(all[index] as string, signed)) as Buffer;
          expect(findSigningKey(keys, signed, digest)?.appId).toBe(`app-${index}`);
        },
      ),
    );
  });

  it('finds nothing when there are no keys, or when none signed', () => {
    expect(findSigningKey([], body, digestOf('a'))).toBeUndefined();
    expect(
      findSigningKey([createSigningKey('b'), createSigningKey('c')], body, digestOf('a')),
    ).toBeUndefined();
  });

  it('prefers the entry that names its app, and the first of those', () => {
    const keys = [undefined, 'one', 'two'].map((appId) => createSigningKey('a', appId));
    expect(findSigningKey(keys, body, digestOf('a'))?.appId).toBe('one');
  });

  it('tries every key, whichever matches', () => {
    const keys = ['a', 'b', 'c'].map((secret) => createSigningKey(secret));
    const tried: unknown[] = [];
    const watched = keys.map((entry) => ({
      key: entry.key,
      get hmac() {
        tried.push(entry);
        return entry.hmac;
      },
    }));
    findSigningKey(watched, body, digestOf('a'));
    expect(tried).toEqual(keys);
  });
});

describe('verifySignature', () => {
  it('accepts what the secret signed and nothing else', () => {
    fc.assert(
      fc.property(secrets, secrets, bytes, bytes, (secret, other, body, otherBody) => {
        const header = signBody(secret, body);
        expect(verifySignature(secret, body, header)).toBe(true);
        expect(verifySignature(other, body, header)).toBe(other === secret);
        expect(verifySignature(secret, otherBody, header)).toBe(body.equals(otherBody));
      }),
    );
  });

  it('refuses malformed headers and an empty secret', () => {
    const body = Buffer.from('body');
    expect(verifySignature(SECRET, body, undefined)).toBe(false);
    expect(verifySignature('', body, signBody('', body))).toBe(false);
  });
});
