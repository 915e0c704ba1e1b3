import { Readable } from 'node:stream';
import { FormData as UndiciFormData } from 'undici';
import { PayloadValidationError } from '../../../lib/errors/payload-validation.error';
import { encodeBody } from '../../../lib/graph/graph-body';

describe('encodeBody', () => {
  it.each<[unknown, string]>([
    [{ a: 'ü' }, '{"a":"ü"}'],
    ['text', '"text"'],
    [null, 'null'],
    [[1], '[1]'],
    [0, '0'],
  ])('writes %j as JSON', (body, data) => {
    expect(encodeBody(body)).toEqual({ data, contentType: 'application/json', replayable: true });
  });

  it('leaves no body alone', () => expect(encodeBody(undefined).data).toBeUndefined());

  it('leaves forms and bytes as they are', () => {
    for (const body of [Buffer.from('x'), new Uint8Array(2), new Blob(['x']), new UndiciFormData()]) {
      expect(encodeBody(body)).toMatchObject({ contentType: false, replayable: true });
      expect(encodeBody(body).data).toBe(body);
    }
    expect(encodeBody(new TextEncoder().encode('hi').buffer).data).toEqual(Buffer.from('hi'));
    expect(encodeBody(new URLSearchParams({ a: '1 2' }))).toMatchObject({
      data: 'a=1+2',
      contentType: 'application/x-www-form-urlencoded',
    });
  });

  it('turns any form into one that the transport writes', () => {
    const form = new FormData();
    form.append('type', 'image/png');
    form.append('file', new Blob(['abc'], { type: 'image/png' }), 'a.png');
    const { data, contentType, replayable } = encodeBody(form);
    expect({ contentType, replayable }).toEqual({ contentType: false, replayable: true });
    const copy = data as UndiciFormData;
    expect(copy).toBeInstanceOf(UndiciFormData);
    expect(copy.get('type')).toBe('image/png');
    expect(copy.get('file')).toMatchObject({ name: 'a.png', type: 'image/png', size: 3 });
  });

  it('writes streams once', async () => {
    const stream = Readable.from(['x']);
    expect(encodeBody(stream)).toEqual({ data: stream, contentType: false, replayable: false });
    async function* generate(): AsyncGenerator<Buffer> {
      yield Buffer.from('abc');
    }
    expect(Buffer.concat(await (encodeBody(generate()).data as Readable).toArray()).toString()).toBe('abc');
    const web = encodeBody(new Blob(['xyz']).stream());
    expect(web.replayable).toBe(false);
    expect(Buffer.concat(await (web.data as Readable).toArray()).toString()).toBe('xyz');
  });

  it('refuses what cannot be JSON, without quoting it', () => {
    const cycle: Record<string, unknown> = { secret: '15551234567' };
    cycle['self'] = cycle;
    for (const body of [cycle, { big: 1n }, () => 1, Symbol('x')]) {
      expect(() => encodeBody(body)).toThrow(PayloadValidationError);
    }
    expect(() => encodeBody(cycle)).toThrow(/^(?!.*1555).*body: cannot be written as JSON/);
  });
});
