import { FINGERPRINT_WORDS, writeFingerprint } from '../../../lib/delivery/fingerprint';

const fingerprint = (key: string): string => {
  const out = new Uint32Array(FINGERPRINT_WORDS);
  writeFingerprint(key, out);
  return out.join(':');
};

describe('fingerprints', () => {
  it('are the same for the same text, however it was put together', () => {
    const id = 'wamid.HBgLMTU1NTAxMDAxMjMVAgASGBQ';
    expect(fingerprint(['message.text', id].join(':'))).toBe(fingerprint(`message.text:${id}`));
  });

  it('differ for keys that differ little', () => {
    const keys = Array.from({ length: 100_000 }, (_, i) => `message.text:1:wamid.${i.toString(36)}AA=`);
    keys.push('', 'a', 'b', 'aa', 'ab', 'ba', '\u0000', '\u0000\u0000', 'é', '😀');
    expect(new Set(keys.map(fingerprint)).size).toBe(keys.length);
  });

  it('spread each word evenly', () => {
    const counts = Array.from({ length: FINGERPRINT_WORDS }, () => new Uint32Array(64));
    const out = new Uint32Array(FINGERPRINT_WORDS);
    for (let i = 0; i < 64_000; i++) {
      writeFingerprint(`status.read:200555000000001:wamid.${i}`, out);
      for (const [word, value] of out.entries()) counts[word]![value & 63]!++;
    }
    // 1000 in each bucket; seven standard deviations either way.
    for (const buckets of counts) {
      for (const count of buckets) expect(Math.abs(count - 1000)).toBeLessThan(220);
    }
  });
});
