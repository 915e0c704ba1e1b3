import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { AccountDirectory } from '../../../lib/config/account-directory';
import type { MediaSource } from '../../../lib/config/media-uploader.interface';
import type { GraphDispatcher } from '../../../lib/graph/transport/graph-dispatcher';
import { FileInput } from '../../../lib/media/input/file.input';
import { MediaInputs } from '../../../lib/media/input/media-inputs';
import { StreamInput } from '../../../lib/media/input/stream.input';
import { UrlFetcher } from '../../../lib/media/input/url-fetcher';
import { ManualClock } from '../../support/manual-clock';
import { chunked, collect } from './support';

const bytes = Buffer.from(Array.from({ length: 200_000 }, (_, index) => index % 251));
const inputs = new MediaInputs(
  new UrlFetcher({} as AccountDirectory, {} as GraphDispatcher, {}, new ManualClock()),
);
let folder: string;
let path: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'media-inputs-'));
  path = join(folder, 'photo.jpg');
  await writeFile(path, bytes);
});

afterAll(() => rm(folder, { recursive: true }));

describe('sources that can be read again', () => {
  it.each<[string, () => MediaSource, object]>([
    ['a Buffer', () => bytes, { size: bytes.length }],
    ['a view into a larger Buffer', () => Buffer.concat([bytes, bytes]).subarray(0, bytes.length), {}],
    ['an ArrayBuffer', () => new Uint8Array(bytes).buffer, { size: bytes.length }],
    [
      'a Blob',
      () => new Blob([bytes], { type: 'image/png' }),
      { mimeType: 'image/png', fileName: undefined },
    ],
    ['a path', () => ({ path }), { size: bytes.length, fileName: 'photo.jpg' }],
  ])('%s', async (_name, source, facts) => {
    const input = await inputs.open(source(), {});
    expect(input).toMatchObject({ replayable: true, ...facts });
    expect(Buffer.from(await input.head(300)).equals(bytes.subarray(0, 300))).toBe(true);
    for (const offset of [0, 100_001, bytes.length]) {
      expect((await collect(input.chunks(offset))).equals(bytes.subarray(offset))).toBe(true);
    }
    await input.close();
    await input.close();
  });

  it('knows the name of a File', async () => {
    const { File } = await import('node:buffer');
    const file = new File([bytes], 'a.png', { type: 'image/png' }) as unknown as Blob;
    expect(await inputs.open(file, {})).toMatchObject({ fileName: 'a.png', mimeType: 'image/png' });
  });

  it('gives what a file has left when it has become shorter', async () => {
    const short = join(folder, 'short.jpg');
    await writeFile(short, bytes);
    const input = await FileInput.open(short);
    await truncate(short, 70_000);
    expect((await collect(input.chunks())).equals(bytes.subarray(0, 70_000))).toBe(true);
    await input.close();
  });
});

describe('streams', () => {
  it('are read once, with their head looked at before', async () => {
    const input = await inputs.open(Readable.from(chunked(bytes, 100, 7000)), { size: bytes.length });
    expect(input).toMatchObject({ replayable: false, size: bytes.length });
    expect(Buffer.from(await input.head(300)).equals(bytes.subarray(0, 300))).toBe(true);
    expect(Buffer.from(await input.head(10)).equals(bytes.subarray(0, 10))).toBe(true);
    expect((await collect(input.chunks())).equals(bytes)).toBe(true);
    await expect(collect(input.chunks())).rejects.toThrow(/read once/);
    expect(await new StreamInput(Readable.from([])).head(300)).toHaveLength(0);
  });

  it('may give texts and array buffers, not objects', async () => {
    const mixed = new StreamInput(Readable.from(['a', new Uint8Array([98]).buffer, Buffer.from('c')]));
    expect((await collect(mixed.chunks())).toString()).toBe('abc');
    await expect(collect(new StreamInput(Readable.from([{}])).chunks())).rejects.toThrow(/gives objects/);
  });

  it('may break before anybody reads them', async () => {
    const broken = new Readable({ read: () => undefined });
    const input = await inputs.open(broken, {});
    broken.destroy(new Error('gone'));
    await new Promise((resolve) => setImmediate(resolve));
    await expect(collect(input.chunks())).rejects.toThrow('gone');
  });

  it('are destroyed when closed', async () => {
    const stream = Readable.from([bytes]);
    await (await inputs.open(stream, {})).close();
    expect(stream.destroyed).toBe(true);
  });
});

describe('what is no source', () => {
  it('is refused with the form that is', async () => {
    await expect(inputs.open('/etc/hostname' as unknown as MediaSource, {})).rejects.toThrow(
      /source: must not be a text: name a file by `\{ path \}`/,
    );
    for (const value of [undefined, null, 5, {}, { path: '' }, { path: 5 }, []]) {
      await expect(inputs.open(value as unknown as MediaSource, {})).rejects.toThrow(
        /source: must be a Buffer/,
      );
    }
  });

  it('is a path that leads to no file; the error does not quote it', async () => {
    const missing = inputs.open({ path: join(folder, 'ann-smith.jpg') }, {});
    const error = await missing.catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: 'MediaSourceError', code: 'ENOENT', field: 'source' });
    expect(JSON.stringify(error) + String(error) + String((error as Error).cause)).not.toContain('ann-smith');
    await expect(inputs.open({ path: folder }, {})).rejects.toThrow(/does not lead to a file/);
  });
});
