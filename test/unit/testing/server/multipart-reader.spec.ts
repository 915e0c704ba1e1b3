import { Readable } from 'node:stream';
import fc from 'fast-check';
import { MultipartError, readMultipart } from '../../../../lib/testing/server/multipart-reader';
import type { MultipartPart } from '../../../../lib/testing/server/multipart-reader';

const LIMITS = { maxBytes: 1_000_000, maxParts: 10 };

async function encode(form: FormData): Promise<{ type: string; bytes: Buffer }> {
  const response = new Response(form);
  return {
    type: response.headers.get('content-type') ?? '',
    bytes: Buffer.from(await response.arrayBuffer()),
  };
}

function read(
  bytes: Buffer,
  type: string | undefined,
  chunk = bytes.length,
  limits = LIMITS,
): Promise<MultipartPart[]> {
  const chunks: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += chunk) chunks.push(bytes.subarray(at, at + chunk));
  return readMultipart(Readable.from(chunks), type, limits);
}

describe('readMultipart', () => {
  it('reads what FormData writes, whatever the bytes and however they are cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 300 }),
        fc.string({ unit: 'grapheme', maxLength: 20 }),
        fc.integer({ min: 1, max: 80 }),
        async (data, caption, chunk) => {
          const form = new FormData();
          form.set('caption', caption);
          form.set('file', new Blob([data], { type: 'image/png' }), 'a "quoted" näme.png');
          const { type, bytes } = await encode(form);
          const [text, file, ...others] = await read(bytes, type, chunk);
          expect(text?.name).toBe('caption');
          expect(text?.data.toString('utf8')).toBe(caption.replace(/\r\n|\r|\n/g, '\r\n'));
          expect(file).toMatchObject({
            name: 'file',
            filename: 'a "quoted" näme.png',
            contentType: 'image/png',
          });
          expect(file?.data.equals(Buffer.from(data))).toBe(true);
          expect(others).toEqual([]);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('is not misled by bytes that begin like the boundary', async () => {
    const data = 'x\r\n--bound\r\n--boun\r\r\n--';
    const body = `--boundary\r\nContent-Disposition: form-data; name="f"; filename=f\r\n\r\n${data}\r\n--boundary--\r\n`;
    for (let chunk = 1; chunk < 20; chunk++) {
      const parts = await read(Buffer.from(body), 'multipart/form-data; boundary="boundary"', chunk);
      expect(parts.map((part) => part.data.toString())).toEqual([data]);
    }
  });

  it.each([
    ['quoted', 'filename="plain.png"', 'plain.png'],
    ['not quoted', 'filename=plain.png', 'plain.png'],
    ['extended, for names that are not ASCII', "filename*=utf-8''na%C3%AFve%20%C3%BC.png", 'naïve ü.png'],
    ['in both forms', 'filename="n?.png"; filename*=UTF-8\'en\'n%C3%A4.png', 'nä.png'],
    ['extended, with a broken escape', "filename*=utf-8''a%ZZ", 'a%ZZ'],
  ])('takes a file name that is %s', async (_what, parameters, filename) => {
    const body = `--b \t\r\nContent-Type: image/png\r\nContent-Disposition: form-data; name=file; ${parameters}\r\n\r\nx\r\n--b--\r\n`;
    const parts = await read(Buffer.from(body), 'multipart/form-data; charset=utf-8; boundary=b', 5);
    expect(parts).toEqual([{ name: 'file', filename, contentType: 'image/png', data: Buffer.from('x') }]);
  });

  it.each([
    ['another content type', '{}', 'application/json'],
    ['no content type', '--b--', undefined],
    [
      'an end within a part',
      '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\nhalf',
      'multipart/form-data; boundary=b',
    ],
    ['a part without a name', '--b\r\n\r\nx\r\n--b--', 'multipart/form-data; boundary=b'],
    ['text after a boundary', '--bad\r\n', 'multipart/form-data; boundary=b'],
    ['endless headers', `--b\r\n${'x'.repeat(20_000)}`, 'multipart/form-data; boundary=b'],
  ])('refuses %s', async (_what, body, type) => {
    await expect(read(Buffer.from(body), type)).rejects.toThrow(MultipartError);
  });

  it('refuses more bytes and parts than the limits', async () => {
    const form = new FormData();
    form.set('a', 'x'.repeat(50));
    form.set('b', 'y');
    const { type, bytes } = await encode(form);
    await expect(read(bytes, type, 7, { maxBytes: 51, maxParts: 2 })).resolves.toHaveLength(2);
    await expect(read(bytes, type, 7, { maxBytes: 50, maxParts: 2 })).rejects.toThrow('too large');
    await expect(read(bytes, type, 7, { maxBytes: 51, maxParts: 1 })).rejects.toThrow('too many parts');
  });
});
