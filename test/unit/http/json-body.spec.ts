import { readJson } from '../../../lib/http/json-body';
import type { WebhookRequest } from '../../../lib/http/webhook-request.interface';

const bytes = Buffer.from('{"text":"Café 😀"}');
const parsed = { text: 'Café 😀' };
const read = (members: Partial<WebhookRequest>): unknown =>
  readJson({ method: 'POST', url: '/', headers: {}, ...members });

describe('readJson', () => {
  it('reads the bytes as received', () => {
    expect(read({ rawBody: bytes })).toEqual(parsed);
    expect(read({ body: bytes })).toEqual(parsed);
    expect(read({ rawBody: bytes, body: { text: 'what a parser made of it' } })).toEqual(parsed);
  });

  it('reads bytes that are part of a larger array', () => {
    const larger = new Uint8Array(bytes.length + 10);
    larger.set(bytes, 5);
    expect(read({ rawBody: larger.subarray(5, 5 + bytes.length) })).toEqual(parsed);
  });

  it('takes what somebody else has parsed when there are no bytes', () => {
    expect(read({ body: parsed })).toBe(parsed);
    expect(read({})).toBeUndefined();
  });

  it('gives nothing for what is not JSON', () => {
    for (const text of ['', '{', 'object=page', '\u0000'])
      expect(read({ rawBody: Buffer.from(text) })).toBeUndefined();
  });
});
