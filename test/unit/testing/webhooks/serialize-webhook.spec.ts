import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { serializeWebhook, signedWebhook, signWebhook } from '../../../../lib/testing';

const FIXTURES = join(__dirname, '../../../fixtures/webhooks');
const files = readdirSync(FIXTURES).filter((file) => file.endsWith('.json'));

describe('serializeWebhook', () => {
  it("writes the bytes of Meta's own escaped body", () => {
    const bytes = readFileSync(join(FIXTURES, 'envelope.unicode.json'), 'utf8');
    expect(serializeWebhook(JSON.parse(bytes))).toBe(bytes);
  });

  it('writes ASCII only, and nothing is lost', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.string({ unit: 'binary' }), (value, text) => {
        const body = { value, text };
        const written = serializeWebhook(body);
        expect(written).toMatch(/^[\u0000-\u007f]*$/);
        expect(written.replaceAll('\\/', '')).not.toMatch(/[/@<%]/);
        expect(JSON.parse(written)).toEqual(JSON.parse(JSON.stringify(body)));
      }),
    );
  });

  it.each(files)('keeps the content of %s', (file) => {
    const body: unknown = JSON.parse(readFileSync(join(FIXTURES, file), 'utf8'));
    expect(JSON.parse(serializeWebhook(body))).toEqual(body);
  });
});

describe('signWebhook', () => {
  it('signs the exact bytes', () => {
    const bytes = readFileSync(join(FIXTURES, 'envelope.unicode.json'));
    const signature = 'sha256=f75055edbcd5e76852bab4eae0beeeb222638fe3d36d4137efbfe6fe6939195b';
    expect(signWebhook(bytes, 'test-app-secret')).toBe(signature);
    expect(signedWebhook(JSON.parse(bytes.toString()) as object, 'test-app-secret')).toMatchObject({
      body: bytes,
      headers: { 'content-type': 'application/json', 'x-hub-signature-256': signature },
    });
  });

  it('sends text and bytes as they are', () => {
    expect(signedWebhook('{ "ü": 1 }', 's').body.toString()).toBe('{ "ü": 1 }');
    expect(signedWebhook(new Uint8Array([0xff, 0]), 's').body).toEqual(Buffer.from([0xff, 0]));
  });
});
