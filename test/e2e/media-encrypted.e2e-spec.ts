import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Agent } from 'undici';
import type { WhatsAppModuleOptions } from '../../lib/config/whatsapp-options.interface';
import type { EncryptedFlowMedia } from '../../lib/wire/flow/media';
import { encryptFlowMedia, sha256 } from '../support/encrypt-flow-media';
import type { MediaApp } from './media-harness';
import { ScriptedServer, settle, startMedia } from './media-harness';

const TOKEN = 'canary-token-4711';
const KB = 1024;
const content = Buffer.concat([Buffer.from('%PDF-1.7'), randomBytes(3000 * KB)]);
const { file, metadata } = encryptFlowMedia(content);

let cdn: ScriptedServer;
let foreign: ScriptedServer;
let app: MediaApp;
let folder: string;

const start = (options: Partial<WhatsAppModuleOptions> = {}): Promise<MediaApp> =>
  startMedia({
    accessToken: TOKEN,
    phoneNumberId: '200555000000001',
    allowedHosts: [cdn.host],
    ...options,
  });

beforeEach(async () => {
  cdn = await ScriptedServer.start();
  foreign = await ScriptedServer.start();
  app = await start();
  folder = await mkdtemp(join(tmpdir(), 'media-encrypted-'));
});

afterEach(async () => {
  await app.close();
  // Every connection is given back by itself.
  await Promise.all([cdn.idle(), foreign.idle()]);
  await Promise.all([cdn.stop(), foreign.stop()]);
  await rm(folder, { recursive: true });
});

const serves = (bytes: Buffer) => (response: ServerResponse) => {
  response.writeHead(200, { 'content-length': bytes.length }).end(bytes);
};

const picked = (more: Partial<EncryptedFlowMedia> = {}): EncryptedFlowMedia => ({
  media_id: '790aba14',
  cdn_url: `${cdn.url}/v/t62?oe=1`,
  file_name: '../up/proof.pdf',
  encryption_metadata: metadata,
  ...more,
});

const facts = {
  mimeType: 'application/pdf',
  fileName: 'proof.pdf',
  sha256: sha256(content).toString('hex'),
  size: content.length,
};

describe('a picked file of a flow', () => {
  it('is decrypted into memory, and the CDN never sees the token', async () => {
    cdn.replies(serves(file));
    const progress: [number, number | undefined][] = [];
    const { data, ...rest } = await app.media.decrypt(picked(), {
      onProgress: (...args) => progress.push(args),
    });
    expect(data.equals(content)).toBe(true);
    expect(rest).toEqual(facts);
    expect(progress.at(-1)).toEqual([file.length, file.length]);
    expect(cdn.seen).toHaveLength(1);
    expect(cdn.seen[0]!.url).toBe('/v/t62?oe=1');
    expect(JSON.stringify(cdn.seen[0]!.headers)).not.toContain(TOKEN);
    expect(cdn.seen[0]!.headers).not.toHaveProperty('authorization');
  });

  it('is streamed when it has passed every check, and leaves nothing behind', async () => {
    const names = new Set(await readdir(tmpdir()));
    cdn.replies(serves(file));
    const { stream, ...rest } = await app.media.decryptStream(picked());
    expect(rest).toEqual(facts);
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    expect(Buffer.concat(chunks).equals(content)).toBe(true);
    expect((await readdir(tmpdir())).filter((name) => !names.has(name) && name.endsWith('.part'))).toEqual(
      [],
    );
  });

  it('can be walked away from, and given up by the signal while it is read', async () => {
    cdn.replies(serves(file), serves(file));
    const { stream } = await app.media.decryptStream(picked());
    stream.destroy();
    const abort = new AbortController();
    const second = await app.media.decryptStream(picked(), { signal: abort.signal });
    second.stream.once('data', () => abort.abort());
    await expect(second.stream.toArray()).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('is written to a file that appears when it is whole', async () => {
    const path = join(folder, 'proof.pdf');
    cdn.replies(serves(file), serves(file.subarray(0, -1)));
    await expect(app.media.decryptToFile(picked(), path)).resolves.toEqual({ ...facts, path });
    expect((await readFile(path)).equals(content)).toBe(true);
    await expect(app.media.decryptToFile(picked(), join(folder, 'other.pdf'))).rejects.toMatchObject({
      check: 'encrypted_hash',
    });
    expect(await readdir(folder)).toEqual(['proof.pdf']);
  });

  it.each<[string, () => [Buffer, Partial<EncryptedFlowMedia['encryption_metadata']>]]>([
    ['encrypted_hash', () => [flip(file, 1000), {}]],
    ['hmac', () => [flip(file, 1000), { encrypted_hash: sha256(flip(file, 1000)).toString('base64') }]],
    ['hmac', () => [file, { iv: randomBytes(16).toString('base64') }]],
    ['plaintext_hash', () => [file, { plaintext_hash: randomBytes(32).toString('base64') }]],
    ['size', () => [file.subarray(1), { encrypted_hash: sha256(file.subarray(1)).toString('base64') }]],
  ])('is refused by every call when its %s is wrong', async (check, make) => {
    const [bytes, changed] = make();
    cdn.replies(serves(bytes), serves(bytes), serves(bytes));
    const media = picked({ encryption_metadata: { ...metadata, ...changed } });
    const refusal = { name: 'FlowMediaVerificationError', check };
    await expect(app.media.decrypt(media)).rejects.toMatchObject(refusal);
    await expect(app.media.decryptStream(media)).rejects.toMatchObject(refusal);
    await expect(app.media.decryptToFile(media, join(folder, 'a'))).rejects.toMatchObject(refusal);
    expect(await readdir(folder)).toEqual([]);
  });

  it('is not asked for when its metadata cannot be right', async () => {
    for (const encryption_metadata of [undefined, {}, { ...metadata, iv: 'AAAA' }])
      await expect(
        app.media.decrypt(picked({ encryption_metadata: encryption_metadata as never })),
      ).rejects.toMatchObject({ check: 'metadata' });
    expect(cdn.seen).toEqual([]);
  });
});

describe('the address of a picked file', () => {
  it.each([
    'http://mmg.whatsapp.net/v/x',
    'https://graph.facebook.com/v/x',
    'https://lookaside.fbsbx.com/x',
    'https://mmg.whatsapp.net:8443/x',
    'https://mmg.whatsapp.net.evil.example/x',
    'https://169.254.169.254/latest',
    'http://127.0.0.1:1/x',
    'file:///etc/passwd',
    'no url',
    '',
    7,
    null,
  ])('is not %p', async (cdn_url) => {
    const error: unknown = await app.media
      .decrypt(picked({ cdn_url: cdn_url as string }))
      .catch((e: unknown) => e);
    expect(error).toMatchObject({ name: 'PayloadValidationError', issues: [{ path: 'cdn_url' }] });
    expect(String(error)).toContain('must be an https URL of whatsapp.net');
  });

  it('is one; other values are refused with what they are', async () => {
    for (const value of [undefined, null, 'text', [], { id: '1', file_name: 'a' }])
      await expect(app.media.decrypt(value as never)).rejects.toThrow(
        /cdn_url: is missing; .*use `toBuffer`/,
      );
    await expect(app.media.toBuffer(picked() as never)).rejects.toThrow(
      /is an encrypted file of a flow: use `decrypt`/,
    );
    expect(cdn.seen).toEqual([]);
  });

  it('may be one where nobody answers; the error does not name it', async () => {
    await app.close();
    app = await start({ allowedHosts: ['127.0.0.1:1'] });
    const media = picked({ cdn_url: 'http://127.0.0.1:1/x' });
    const error: unknown = await app.media.decrypt(media).catch((e: unknown) => e);
    expect(error).toMatchObject({
      name: 'FlowMediaUnavailableError',
      code: 'ECONNREFUSED',
      field: 'cdn_url',
    });
    expect(String(error)).not.toContain('127.0.0.1');
  });

  it('is looked up by the own way out of the application', async () => {
    await app.close();
    const agent = new Agent({
      connect: { lookup: (_host, _options, done) => done(null, [{ address: '127.0.0.1', family: 4 }]) },
    });
    const asked: string[] = [];
    const dispatcher = agent.compose((dispatch) => (options, handler) => {
      asked.push(String(options.origin));
      return dispatch({ ...options, origin: cdn.url }, handler);
    });
    app = await start({ http: { dispatcher } });
    cdn.replies(serves(file));
    const { size } = await app.media.decrypt(picked({ cdn_url: 'https://mmg.whatsapp.net/v/x' }));
    expect(size).toBe(content.length);
    expect(asked).toEqual(['https://mmg.whatsapp.net']);
    await agent.destroy();
  });

  const to = (location: string) => (response: ServerResponse) =>
    void response.writeHead(302, { location }).end();

  it('may redirect within its host, and nowhere else', async () => {
    await app.close();
    app = await start({ allowedHosts: [cdn.host, foreign.host] });
    cdn.replies(to('/moved'), serves(file));
    expect((await app.media.decrypt(picked())).size).toBe(content.length);
    expect(cdn.seen.map(({ url }) => url)).toEqual(['/v/t62?oe=1', '/moved']);
    for (const target of [
      `${foreign.url}/x`,
      `http://user:pass@${cdn.host}/x`,
      'https://mmg.whatsapp.net/x',
      'file:///x',
    ]) {
      cdn.replies(to(target));
      await expect(app.media.decrypt(picked())).rejects.toMatchObject({ httpStatus: 302 });
    }
    cdn.replies(...Array.from({ length: 7 }, () => to('/again')));
    await expect(app.media.decrypt(picked())).rejects.toMatchObject({ httpStatus: 302 });
    expect(foreign.seen).toEqual([]);
  });
});

describe('the CDN', () => {
  it.each([401, 403, 404, 410, 500])('may answer %i', async (code) => {
    cdn.replies((response) => void response.writeHead(code).end('a page'));
    const error: unknown = await app.media.decrypt(picked()).catch((e: unknown) => e);
    expect(error).toMatchObject({ name: 'FlowMediaUnavailableError', httpStatus: code, field: 'cdn_url' });
    expect(String(error)).toMatch(code < 500 ? /20 days at most/ : /Download it again/);
    expect(cdn.seen).toHaveLength(1);
  });

  it('may break off', async () => {
    cdn.replies((response) => {
      response
        .writeHead(200, { 'content-length': file.length })
        .write(file.subarray(0, 1000), () => response.destroy());
    });
    const error: unknown = await app.media.decryptStream(picked()).catch((e: unknown) => e);
    expect(error).toMatchObject({ name: 'FlowMediaUnavailableError', code: expect.any(String) });
    expect(String(error)).not.toContain('127.0.0.1');
  });

  it('may fall silent before and within its answer', async () => {
    cdn.replies(
      () => new Promise<void>(() => undefined),
      (response) => void response.writeHead(200).write(file.subarray(0, 1000)),
    );
    for (let i = 0; i < 2; i++) {
      const pending = app.media.decrypt(picked(), { timeoutMs: 5000 });
      pending.catch(() => undefined);
      while (cdn.seen.length <= i) await new Promise((resolve) => setTimeout(resolve, 5));
      await new Promise((resolve) => setTimeout(resolve, 50));
      await app.clock.advance(4999);
      await app.clock.advance(1);
      await expect(pending).rejects.toMatchObject({ name: 'FlowMediaUnavailableError', code: 'ETIMEDOUT' });
    }
    expect(app.clock.pending).toBe(0);
  });

  it('may take its time as long as something comes', async () => {
    cdn.replies(async (response) => {
      response.writeHead(200);
      for (let at = 0; at < file.length; at += 1000 * KB) {
        response.write(file.subarray(at, at + 1000 * KB));
        await new Promise((resolve) => setTimeout(resolve, 20));
        await app.clock.advance(4000);
      }
      response.end();
    });
    expect((await app.media.decrypt(picked(), { timeoutMs: 5000 })).size).toBe(content.length);
  });

  it('may send too much, announced or not', async () => {
    const maxBytes = content.length - 1;
    const refusal = { name: 'MediaTooLargeError', maxBytes, field: 'maxBytes' };
    cdn.replies(
      (response) => void response.writeHead(200, { 'content-length': file.length + 100 }).flushHeaders(),
      (response) => void response.writeHead(200).end(Buffer.concat([file, Buffer.alloc(10_000_000)])),
    );
    await expect(app.media.decrypt(picked(), { maxBytes })).rejects.toMatchObject(refusal);
    await expect(app.media.decryptStream(picked(), { maxBytes })).rejects.toMatchObject(refusal);
    await expect(app.media.decrypt(picked(), { maxBytes: Number.NaN })).rejects.toThrow(/maxBytes: must be/);
  });

  it('is given up when the caller aborts', async () => {
    await expect(app.media.decrypt(picked(), { signal: AbortSignal.abort() })).rejects.toMatchObject({
      name: 'TransportError',
      reason: 'aborted',
      sent: false,
    });
    expect(cdn.seen).toEqual([]);
    cdn.replies((response) => void response.writeHead(200).write(file.subarray(0, 1000)));
    const abort = new AbortController();
    const pending = app.media.decrypt(picked(), {
      signal: abort.signal,
      onProgress: () => abort.abort(),
    });
    await expect(pending).rejects.toMatchObject({ name: 'TransportError', reason: 'aborted', sent: true });
  });

  it('is left when the progress callback throws', async () => {
    cdn.replies(serves(file));
    const onProgress = (): never => {
      throw new RangeError('enough');
    };
    await expect(app.media.decrypt(picked(), { onProgress })).rejects.toThrow(new RangeError('enough'));
  });

  it('is asked by the time-out of the module', async () => {
    await app.close();
    app = await start({ http: { timeoutMs: 700 } });
    cdn.replies(() => new Promise<void>(() => undefined));
    await expect(
      settle(app.media.decrypt(picked()), app.clock, { busy: 0 } as ScriptedServer),
    ).rejects.toMatchObject({
      code: 'ETIMEDOUT',
    });
  });
});

describe('a file of a completion message', () => {
  it('is ordinary media, whose id is a number', async () => {
    await app.close();
    app = await start({ graphUrl: cdn.url });
    const info = {
      id: '905500000000111',
      url: `${cdn.url}/file`,
      mime_type: 'application/pdf',
      file_size: content.length,
    };
    cdn.replies(cdn.json(info), serves(content));
    const reference = {
      id: 905500000000111,
      mime_type: 'application/pdf',
      sha256: sha256(content).toString('base64'),
      file_name: '../proof.pdf',
    };
    const { data, ...rest } = await app.media.toBuffer(reference, { verify: true });
    expect(data.equals(content)).toBe(true);
    expect(rest).toEqual(facts);
    expect(cdn.seen[0]).toMatchObject({ url: '/v26.0/905500000000111', token: `Bearer ${TOKEN}` });
    for (const id of [2 ** 53, 1.5, -1, Number.NaN])
      await expect(app.media.toBuffer({ ...reference, id })).rejects.toThrow(/pass it as text/);
    expect(cdn.seen).toHaveLength(2);
  });
});

/** The bytes with one bit turned. */
function flip(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[at] = copy[at]! ^ 1;
  return copy;
}
