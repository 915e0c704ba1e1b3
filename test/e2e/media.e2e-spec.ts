import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { openAsBlob } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { MediaUploader } from '../../lib/config/media-uploader.interface';
import type { MediaUploader as Uploader } from '../../lib/config/media-uploader.interface';
import { CloudApiEmulator, SteppedClock } from '../../lib/testing';
import type { MediaApp } from './media-harness';
import { startMedia } from './media-harness';

const OTHER = { phoneNumberId: '200555000000002', displayPhoneNumber: '15550100002' };
const KB = 1024;

let emulator: CloudApiEmulator;
let app: MediaApp;
let folder: string;

beforeEach(async () => {
  const clock = new SteppedClock(Date.UTC(2026, 0, 10));
  emulator = await CloudApiEmulator.start({ clock, numbers: [OTHER] });
  app = await startMedia(emulator.moduleOptions());
  folder = await mkdtemp(join(tmpdir(), 'media-'));
});

afterEach(async () => {
  await app.close();
  await emulator.stop();
  await rm(folder, { recursive: true });
});

const stored = (id: string) => emulator.media(id)!;

describe('upload', () => {
  const bytes = randomBytes(200 * KB + 7);
  const png = { mimeType: 'image/png', fileName: 'photo.png' };

  async function* pieces(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += 50_000) yield bytes.subarray(at, at + 50_000);
  }

  it.each([
    ['a Buffer', () => bytes],
    ['an ArrayBuffer', () => new Uint8Array(bytes).buffer],
    ['a Blob', () => new Blob([bytes])],
    ['a Readable', () => Readable.from(pieces(), { objectMode: false })],
    ['a web stream', () => new Blob([bytes]).stream()],
    ['an async iterable', () => pieces()],
  ])('takes %s', async (_name, source) => {
    const result = await app.media.upload(source(), png);
    expect(result).toEqual({
      id: expect.any(String),
      mimeType: 'image/png',
      fileName: 'photo.png',
      size: bytes.length,
      raw: { id: result.id },
    });
    const { data, mimeType, filename, phoneNumberId } = stored(result.id);
    expect(data.equals(bytes)).toBe(true);
    expect({ mimeType, filename, phoneNumberId }).toEqual({
      mimeType: 'image/png',
      filename: 'photo.png',
      phoneNumberId: emulator.phoneNumberId,
    });
  });

  it('takes a path, and its name and type from it', async () => {
    const path = join(folder, 'Rechnung "März".pdf');
    await writeFile(path, bytes);
    const { id, fileName } = await app.media.upload({ path });
    expect(fileName).toBe('Rechnung "März".pdf');
    expect(stored(id)).toMatchObject({ mimeType: 'application/pdf', filename: 'Rechnung "März".pdf' });
    expect(stored(id).data.equals(bytes)).toBe(true);
  });

  it('takes a blob that stands for a file, and its type from it', async () => {
    const path = join(folder, 'photo');
    await writeFile(path, bytes);
    const { id } = await app.media.upload(await openAsBlob(path, { type: 'image/jpeg' }));
    expect(stored(id)).toMatchObject({ mimeType: 'image/jpeg', filename: 'file.jpg' });
  });

  it('names Opus as Meta wants it, whatever the caller calls it', async () => {
    for (const mimeType of ['audio/opus', 'audio/ogg', 'audio/ogg; codecs=opus']) {
      const { id } = await app.media.upload(bytes, { mimeType, fileName: 'note.mp3', voice: true });
      expect(stored(id)).toMatchObject({ mimeType: 'audio/ogg; codecs=opus', filename: 'note.ogg' });
    }
  });

  it('goes to the phone number of the call', async () => {
    const { id } = await app.media.upload(bytes, { ...png, phoneNumberId: OTHER.phoneNumberId });
    expect(stored(id).phoneNumberId).toBe(OTHER.phoneNumberId);
  });

  it('tells how far it has come', async () => {
    const calls: [number, number | undefined][] = [];
    await app.media.upload(bytes, { ...png, onProgress: (done, total) => calls.push([done, total]) });
    expect(calls.at(-1)).toEqual([bytes.length, bytes.length]);
    expect(calls.length).toBeGreaterThan(2);
    expect(calls.every(([done], index) => index === 0 || done > calls[index - 1]![0])).toBe(true);
  });

  it('serves other capabilities through the port', async () => {
    const port = app.module.get<Uploader>(MediaUploader);
    const file = { source: bytes, mimeType: 'image/png', fileName: 'a.png' };
    const { id } = await port.uploadFile(file, { kind: 'image', phoneNumberId: OTHER.phoneNumberId });
    expect(stored(id)).toMatchObject({ filename: 'a.png', phoneNumberId: OTHER.phoneNumberId });
    const plain = await port.uploadFile(new Blob([bytes], { type: 'image/png' }));
    expect(plain.fileName).toBe('file.png');
  });

  it('sends nothing that Meta would refuse, unless told to', async () => {
    const gif = { mimeType: 'image/gif' };
    await expect(app.media.upload(bytes, gif)).rejects.toMatchObject({ name: 'UnsupportedMimeTypeError' });
    expect(emulator.requests).toEqual([]);
    await expect(app.media.upload(bytes, { ...gif, validate: false })).rejects.toMatchObject({ code: 100 });
    expect(emulator.requests).toHaveLength(1);
  });

  it('repeats what can be read again when Meta is throttling, and streams never', async () => {
    const throttle = (): void =>
      emulator.failNext({ path: '/media', code: 130429, headers: { 'retry-after': '1' } });
    throttle();
    const upload = app.media.upload(bytes, png);
    while (emulator.requests.length === 0) await new Promise((resolve) => setTimeout(resolve, 2));
    await new Promise((resolve) => setTimeout(resolve, 20));
    await app.clock.advance(2000);
    expect(stored((await upload).id).data.equals(bytes)).toBe(true);
    throttle();
    await expect(app.media.upload(Readable.from(pieces()), png)).rejects.toMatchObject({ code: 130429 });
  });
});

describe('info, download and delete', () => {
  const bytes = randomBytes(300 * KB);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  let id: string;

  beforeEach(async () => {
    ({ id } = await app.media.upload(bytes, { mimeType: 'application/pdf', fileName: 'a.pdf' }));
  });

  it('tells what Meta knows', async () => {
    await expect(app.media.info(id)).resolves.toEqual({
      id,
      url: expect.stringContaining(emulator.url),
      urlExpiresAt: app.clock.now() + 300_000,
      mimeType: 'application/pdf',
      size: bytes.length,
      sha256,
      raw: expect.objectContaining({ id, file_size: String(bytes.length) }),
    });
    const own = { ownOnly: true, phoneNumberId: OTHER.phoneNumberId };
    await expect(app.media.info(id, own)).rejects.toMatchObject({ code: 100, subcode: 33 });
    await expect(app.media.download(id, own)).rejects.toMatchObject({ code: 100, subcode: 33 });
  });

  it('downloads by id, info, URL and the media of an event', async () => {
    const info = await app.media.info(id);
    const event = { id, mime_type: 'application/pdf', sha256: Buffer.from(sha256, 'hex').toString('base64') };
    for (const reference of [id, info, info.url, new URL(info.url), { ...event, filename: '../up/b.pdf' }]) {
      const { data, ...facts } = await app.media.toBuffer(reference, { verify: true });
      expect(data.equals(bytes)).toBe(true);
      expect(facts).toMatchObject({ mimeType: 'application/pdf', size: bytes.length, sha256 });
    }
    const { fileName, stream } = await app.media.download({ ...event, filename: '../up/b.pdf' });
    expect(fileName).toBe('b.pdf');
    stream.destroy();
  });

  it('uses the URL of an event without asking for it', async () => {
    const { url } = await app.media.info(id);
    const before = emulator.requests.length;
    await app.media.toBuffer({ id, url });
    expect(emulator.requests.length - before).toBe(1);
  });

  it('asks for a fresh URL when the one it has is expired', async () => {
    const info = await app.media.info(id);
    await emulator.advance(301_000);
    expect((await app.media.toBuffer(info)).data.equals(bytes)).toBe(true);
    await emulator.advance(301_000);
    expect((await app.media.toBuffer(info.url)).data.equals(bytes)).toBe(true);
  });

  it('writes files, and none when it fails', async () => {
    const path = join(folder, 'a.pdf');
    const saved = await app.media.toFile(id, path, { verify: true });
    expect(saved).toEqual({ path, mimeType: 'application/pdf', size: bytes.length, sha256 });
    expect((await readFile(path)).equals(bytes)).toBe(true);
    const wrong = { sha256: '0'.repeat(64) };
    await expect(app.media.toFile(id, path, wrong)).rejects.toMatchObject({ name: 'MediaMismatchError' });
    await expect(app.media.toFile(id, join(folder, 'none/a.pdf'))).rejects.toMatchObject({ code: 'ENOENT' });
    await expect(app.media.toFile(id, folder)).rejects.toMatchObject({ code: expect.stringMatching(/^E/) });
    expect(await readdir(folder)).toEqual(['a.pdf']);
    expect((await readFile(path)).equals(bytes)).toBe(true);
  });

  it('stops at the size limit', async () => {
    const limit = { maxBytes: bytes.length - 1 };
    const before = emulator.requests.length;
    await expect(app.media.download(id, limit)).rejects.toMatchObject({
      name: 'MediaTooLargeError',
      maxBytes: limit.maxBytes,
      size: bytes.length,
      field: 'maxBytes',
    });
    expect(emulator.requests.length - before).toBe(1);
    await expect(app.media.toBuffer(id, { maxBytes: bytes.length })).resolves.toBeDefined();
  });

  it('deletes', async () => {
    await app.media.delete(id);
    expect(stored(id)).toBeUndefined();
    await expect(app.media.download(id)).rejects.toMatchObject({ code: 100, subcode: 33 });
  });

  it('copies to another number as it streams', async () => {
    const copy = await app.media.copy(id, { to: { phoneNumberId: OTHER.phoneNumberId } });
    expect(copy).toMatchObject({ mimeType: 'application/pdf', fileName: 'file.pdf', size: bytes.length });
    expect(stored(copy.id).phoneNumberId).toBe(OTHER.phoneNumberId);
    expect(stored(copy.id).data.equals(bytes)).toBe(true);
    expect(stored(id)).toBeDefined();
  });
});
