import fc from 'fast-check';
import { MultipartForm } from '../../../lib/media/multipart-form';
import { readMultipart } from '../../../lib/testing/server/multipart-reader';
import { chunked, collect } from './support';

const limits = { maxBytes: 1 << 24, maxParts: 10 };

describe('MultipartForm', () => {
  it('carries any bytes and any names, in any chunks, and knows its length', async () => {
    const property = fc.asyncProperty(
      fc.uint8Array({ minLength: 1, maxLength: 5000 }),
      fc.string({ unit: 'grapheme', minLength: 1 }).filter((name) => !/[\\%]/.test(name)),
      fc.array(fc.integer({ min: 1, max: 700 }), { minLength: 1 }),
      async (bytes, fileName, lengths) => {
        const file = { name: 'file', fileName, contentType: 'image/png' };
        const form = new MultipartForm({ messaging_product: 'whatsapp', type: 'image/png' }, file);
        const body = await collect(form.stream(chunked(bytes, ...lengths)));
        expect(body.length).toBe(form.lengthWith(bytes.length));
        const parts = await readMultipart(
          chunked(body, 333) as AsyncIterable<Buffer>,
          form.contentType,
          limits,
        );
        expect(parts.map(({ name, data }) => [name, data.toString('latin1')])).toEqual([
          ['messaging_product', 'whatsapp'],
          ['type', 'image/png'],
          ['file', Buffer.from(bytes).toString('latin1')],
        ]);
        expect(parts[2]).toMatchObject({ filename: fileName, contentType: 'image/png' });
      },
    );
    await fc.assert(property, { numRuns: 60 });
  });

  it('writes names that cannot end a header', async () => {
    const file = { name: 'file', fileName: 'a"\r\nX: y.png', contentType: 'image/png' };
    const body = await collect(new MultipartForm({}, file).stream(chunked(Buffer.from('x'), 1)));
    expect(body.toString()).toContain(
      'filename="a%22%0D%0AX: y.png"\r\nContent-Type: image/png\r\n\r\nx\r\n--',
    );
  });

  it('gives back the source when it is given up', async () => {
    let ended = false;
    async function* source(): AsyncGenerator<Uint8Array> {
      try {
        for (;;) yield Buffer.alloc(1000);
      } finally {
        ended = true;
      }
    }
    const file = { name: 'file', fileName: 'a', contentType: 'image/png' };
    const stream = new MultipartForm({}, file).stream(source());
    for await (const chunk of stream) if ((chunk as Buffer).length === 1000) break;
    expect(ended).toBe(true);
  });
});
