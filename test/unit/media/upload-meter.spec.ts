import fc from 'fast-check';
import { TransportError } from '../../../lib/errors/transport.error';
import { UploadMeter } from '../../../lib/media/upload-meter';
import { chunked, collect } from './support';

const limits = {
  maxBytes: 1000,
  size: undefined,
  onProgress: undefined,
  tooLarge: () => new Error('too large'),
};
const transport = new TransportError({ reason: 'request', sent: true });

describe('UploadMeter', () => {
  it('lets bytes pass up to the limit, in any chunks, and none beyond', async () => {
    const property = fc.asyncProperty(
      fc.integer({ min: 1, max: 2000 }),
      fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1 }),
      async (length, lengths) => {
        const bytes = Buffer.alloc(length, 1);
        const meter = new UploadMeter(limits);
        let passed = 0;
        const run = async (): Promise<void> => {
          for await (const chunk of meter.pass(chunked(bytes, ...lengths))) passed += chunk.length;
        };
        if (length <= 1000) await run();
        else await expect(run()).rejects.toThrow('too large');
        expect(passed).toBeLessThanOrEqual(1000);
        expect(passed === length).toBe(length <= 1000);
      },
    );
    await fc.assert(property);
  });

  it('holds the bytes against the announced size', async () => {
    const bytes = Buffer.alloc(100);
    for (const [size, difference] of [
      [99, 'more'],
      [101, 'fewer'],
    ] as const) {
      const meter = new UploadMeter({ ...limits, size });
      await expect(collect(meter.pass(chunked(bytes, 30)))).rejects.toThrow(`source: ${difference} bytes`);
    }
    const resumed = new UploadMeter({ ...limits, size: 150 });
    await collect(resumed.pass(chunked(bytes, 30), 50));
    expect(resumed.sent).toBe(150);
  });

  it('refuses media without a byte, and leaves out empty chunks', async () => {
    await expect(collect(new UploadMeter(limits).pass(chunked(Buffer.alloc(0), 1)))).rejects.toThrow(
      'is empty',
    );
    async function* gaps(): AsyncGenerator<Uint8Array> {
      yield Buffer.alloc(0);
      yield Buffer.from('a');
      yield Buffer.alloc(0);
    }
    const seen: number[] = [];
    for await (const chunk of new UploadMeter(limits).pass(gaps())) seen.push(chunk.length);
    expect(seen).toEqual([1]);
  });

  it('knows the error of the source from those of the client', async () => {
    const failure = new Error('the disk is on fire');
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('a');
      throw failure;
    }
    const meter = new UploadMeter(limits);
    expect(meter.causeOf(transport)).toBe(transport);
    await expect(collect(meter.pass(broken()))).rejects.toBe(failure);
    expect(meter.causeOf(transport)).toBe(failure);
    const answer = new Error('an answer of Meta');
    expect(meter.causeOf(answer)).toBe(answer);
  });

  it('does not take the end of its reader for an error of the source', async () => {
    const meter = new UploadMeter(limits);
    const stream = meter.stream(chunked(Buffer.alloc(500), 10));
    await new Promise((resolve) => stream.once('data', resolve));
    stream.on('error', () => undefined).destroy(new Error('connection lost'));
    await new Promise((resolve) => stream.once('close', resolve));
    expect(meter.causeOf(transport)).toBe(transport);
  });

  it('reports progress', async () => {
    const calls: unknown[] = [];
    const onProgress = (bytes: number, total: number | undefined): void => void calls.push([bytes, total]);
    await collect(new UploadMeter({ ...limits, size: 5, onProgress }).pass(chunked(Buffer.alloc(5), 2)));
    expect(calls).toEqual([
      [2, 5],
      [4, 5],
      [5, 5],
    ]);
  });
});
