import { randomInt } from 'node:crypto';

/** A fingerprint is 128 bits: four unsigned 32-bit numbers. */
export const FINGERPRINT_WORDS = 4;

/** Random, so that nobody can prepare two keys with one fingerprint. */
const SEED = [seed(), seed(), seed(), seed()] as const;

/**
 * Writes the fingerprint of a key, which stands for it in this process only. That two of a million keys share one by chance
 * is less likely than 1 in 10^26. Four hashes run side by side, each takes in every character and the state of its
 * neighbour, and they are mixed at the end.
 */
export function writeFingerprint(key: string, out: Uint32Array): void {
  let [a, b, c, d] = SEED;
  for (let i = 0; i < key.length; i++) {
    const code = key.charCodeAt(i);
    a = b ^ Math.imul(a ^ code, 0x9e3779b1);
    b = c ^ Math.imul(b ^ code, 0x85ebca77);
    c = d ^ Math.imul(c ^ code, 0xc2b2ae3d);
    d = a ^ Math.imul(d ^ code, 0x27d4eb2f);
  }
  a = Math.imul(c ^ (a >>> 18), 0x9e3779b1);
  b = Math.imul(d ^ (b >>> 22), 0x85ebca77);
  c = Math.imul(a ^ (c >>> 17), 0xc2b2ae3d);
  d = Math.imul(b ^ (d >>> 19), 0x27d4eb2f);
  out[0] = a ^ b ^ c ^ d;
  out[1] = b ^ out[0];
  out[2] = c ^ out[0];
  out[3] = d ^ out[0];
}

function seed(): number {
  return randomInt(2 ** 32);
}
