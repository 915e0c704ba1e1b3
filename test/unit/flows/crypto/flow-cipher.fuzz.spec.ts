import { decryptFlowRequest } from '../../../../lib/flows/crypto/flow-cipher';
import { FlowKeyRing } from '../../../../lib/flows/crypto/flow-key-ring';
import { FlowRequestCannotBeDecryptedError } from '../../../../lib/flows/errors/flow-request-cannot-be-decrypted.error';
import type { EncryptedFlowRequest } from '../../../../lib/wire/flow/endpoint';
import { pem, vectors } from '../vectors';

type Field = keyof EncryptedFlowRequest;
type Mutate = (text: string) => unknown;

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=-_ \n\u00e9';

/** A small generator of numbers that yields the same row for the same seed. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state ^ (state >>> 15), 1 | state) + 0x6d2b79f5) | 0;
    const mixed = Math.imul(state ^ (state >>> 7), 61 | state) ^ state;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** Opens each wrapped key once, so that most of the time goes into the data. */
class RememberingRing extends FlowKeyRing {
  private readonly opened = new Map<string, Promise<Buffer | undefined>>();

  override unwrap(wrapped: Uint8Array): Promise<Buffer | undefined> {
    const id = Buffer.from(wrapped).toString('base64');
    const known = this.opened.get(id) ?? super.unwrap(wrapped);
    if (this.opened.size < 50) this.opened.set(id, known);
    return known;
  }
}

describe('altered flow requests', () => {
  const ring = new RememberingRing([pem('privateKeyPkcs8Pem')]);
  const bodies = vectors.requests.map((vector) => vector.body);

  function mutations(random: (below: number) => number): Mutate[] {
    const flipBits = (text: string): string => {
      const bytes = Buffer.from(text, 'base64');
      for (let i = 0; i <= random(3); i++) {
        const at = random(bytes.length);
        bytes[at] = (bytes[at] ?? 0) ^ (1 << random(8));
      }
      return bytes.toString('base64');
    };
    const at = (text: string): number => random(text.length);
    const character = (): string => ALPHABET.charAt(random(ALPHABET.length));
    return [
      flipBits,
      flipBits,
      flipBits,
      (text) => splice(text, at(text), 1, character()),
      (text) => splice(text, at(text), 0, character()),
      (text) => splice(text, at(text), 1 + random(20), ''),
      (text) => text.slice(0, at(text)),
      (text) => text + character(),
      (text) => text.replaceAll('=', ''),
      (text) => text.replaceAll('+', '-').replaceAll('/', '_'),
      () => [undefined, null, 7, true, [], {}, '', ' ', '===='][random(9)],
    ];
  }

  async function refusals(count: number, fields: readonly Field[], seed: number): Promise<number> {
    const random = randomFrom(seed);
    const choices = mutations(random);
    let refused = 0;
    for (let i = 0; i < count; i++) {
      const body = bodies[random(bodies.length)] as EncryptedFlowRequest;
      const field = fields[random(fields.length)] as Field;
      const mutate = choices[random(choices.length)] as Mutate;
      const value = mutate(body[field]);
      if (value === body[field]) continue;
      const error: unknown = await decryptFlowRequest({ ...body, [field]: value }, ring).then(
        () => undefined,
        (reason: unknown) => reason,
      );
      // A plain comparison: 100,000 matchers would take longer than the work.
      if (!(error instanceof FlowRequestCannotBeDecryptedError)) {
        throw new Error(`seed ${seed}, run ${i}: ${field} was accepted or crashed: ${String(error)}`);
      }
      refused++;
    }
    return refused;
  }

  it('are refused, whatever was altered in data or vector', async () => {
    expect(await refusals(98_000, ['encrypted_flow_data', 'initial_vector'], 20261121)).toBeGreaterThan(
      90_000,
    );
  }, 120_000);

  it('are refused, whatever was altered in the wrapped key', async () => {
    expect(await refusals(2_000, ['encrypted_aes_key'], 20261122)).toBeGreaterThan(1_800);
  }, 120_000);

  it('are refused when a part comes from another request', async () => {
    for (const [i, body] of bodies.entries()) {
      for (const field of ['encrypted_flow_data', 'encrypted_aes_key', 'initial_vector'] as const) {
        const other = bodies[(i + 1) % bodies.length] as EncryptedFlowRequest;
        await expect(decryptFlowRequest({ ...body, [field]: other[field] }, ring)).rejects.toThrow(
          FlowRequestCannotBeDecryptedError,
        );
      }
    }
  });
});

function splice(text: string, at: number, removed: number, added: string): string {
  return text.slice(0, at) + added + text.slice(at + removed);
}
