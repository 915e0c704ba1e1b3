import fc from 'fast-check';
import { readChallenge } from '../../../lib/webhook/handshake';

const query = (parameters: Record<string, string>): string =>
  `/path?${new URLSearchParams(parameters).toString()}`;

describe('readChallenge', () => {
  it('gives back any challenge for the right token', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.string({ minLength: 1, unit: 'grapheme' }),
        (challenge, token) => {
          const url = query({
            'hub.mode': 'subscribe',
            'hub.challenge': challenge,
            'hub.verify_token': token,
          });
          expect(readChallenge(url, token)).toBe(challenge);
        },
      ),
    );
  });

  it('gives nothing for another token', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (given, expected) => {
        fc.pre(given !== expected);
        const url = query({ 'hub.mode': 'subscribe', 'hub.challenge': '1', 'hub.verify_token': given });
        expect(readChallenge(url, expected)).toBeUndefined();
      }),
    );
  });

  it.each([
    '/path',
    '/path?',
    '/path?hub.mode=subscribe&hub.challenge=1',
    '/path?hub.mode=subscribe&hub.verify_token=t',
    '/path?hub.mode=SUBSCRIBE&hub.challenge=1&hub.verify_token=t',
    '/path?hub.challenge=1&hub.verify_token=t',
    '/path?hub.mode=subscribe&hub.challenge=1&hub.verify_token=t&hub.verify_token=t',
    '/path?hub.mode=subscribe&hub.challenge=1&hub.challenge=1&hub.verify_token=t',
    '/path?hub.mode=subscribe&hub.mode=subscribe&hub.challenge=1&hub.verify_token=t',
    '/path?hub%5Bmode%5D=subscribe&hub%5Bchallenge%5D=1&hub%5Bverify_token%5D=t',
  ])('gives nothing for %s', (url) => {
    expect(readChallenge(url, 't')).toBeUndefined();
  });

  it('never matches an empty token', () => {
    expect(
      readChallenge(query({ 'hub.mode': 'subscribe', 'hub.challenge': '1', 'hub.verify_token': '' }), ''),
    ).toBeUndefined();
  });
});
