import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { Logger } from '@nestjs/common';
import { Agent } from 'undici';
import { TransportError } from '../../lib/errors/transport.error';
import { readMultipart } from '../../lib/testing/server/multipart-reader';
import type { MediaApp, SeenRequest } from './media-harness';
import { ScriptedServer, settle, startMedia } from './media-harness';

const TOKEN = 'canary-token-4711';
const KB = 1024;
const bytes = randomBytes(256 * KB);
const hex = createHash('sha256').update(bytes).digest('hex');

let graph: ScriptedServer;
let foreign: ScriptedServer;
let app: MediaApp;
let folder: string;

beforeEach(async () => {
  graph = await ScriptedServer.start();
  foreign = await ScriptedServer.start();
  app = await startMedia({
    accessToken: TOKEN,
    phoneNumberId: '200555000000001',
    graphUrl: graph.url,
    allowedHosts: [graph.host],
    appSecret: { appId: '4242', secret: 'secret' },
  });
  folder = await mkdtemp(join(tmpdir(), 'media-faults-'));
});

afterEach(async () => {
  await app.close();
  // The pool is closed: a connection that is left now would be one that nobody gives back.
  await Promise.all([graph.idle(), foreign.idle()]);
  await Promise.all([graph.stop(), foreign.stop()]);
  expect(await readdir(folder)).toEqual([]);
  await rm(folder, { recursive: true });
});

const info = (more: object = {}) =>
  graph.json({
    id: '77',
    url: `${graph.url}/file`,
    mime_type: 'image/jpeg',
    sha256: hex,
    file_size: bytes.length,
    ...more,
  });

const file = (response: ServerResponse): void => {
  response.writeHead(200, { 'content-type': 'image/jpeg', 'content-length': bytes.length }).end(bytes);
};

const status = (code: number) => (response: ServerResponse) => void response.writeHead(code).end('gone');

/** The whole media, or the error. */
const read = async (reference: Parameters<typeof app.media.toBuffer>[0], options = {}) =>
  (await app.media.toBuffer(reference, options)).data;

describe('an expired download URL', () => {
  it.each([401, 404, 410])('is replaced once when Meta answers %i', async (code) => {
    graph.replies(info(), status(code), info({ url: `${graph.url}/fresh` }), file);
    expect((await read('77')).equals(bytes)).toBe(true);
    expect(graph.seen.map(({ url }) => url)).toEqual(['/v26.0/77', '/file', '/v26.0/77', '/fresh']);
  });

  it('is replaced when all that is known is the URL of an event', async () => {
    graph.replies(status(404), info({ url: `${graph.url}/fresh` }), file);
    expect((await read(`${graph.url}/old?mid=77&ext=1&hash=x`)).equals(bytes)).toBe(true);
    expect(graph.seen.map(({ url }) => url)).toEqual(['/old?mid=77&ext=1&hash=x', '/v26.0/77', '/fresh']);
  });

  it('is not replaced a second time, nor when the media is not known', async () => {
    graph.replies(info(), status(404), info(), status(404));
    await expect(read('77')).rejects.toMatchObject({ httpStatus: 404 });
    expect(graph.seen).toHaveLength(4);
    graph.replies(status(404));
    await expect(read(`${graph.url}/file`)).rejects.toMatchObject({ httpStatus: 404 });
    expect(graph.seen).toHaveLength(5);
  });

  it('is not what other answers mean', async () => {
    graph.replies(info(), status(403));
    await expect(read('77')).rejects.toMatchObject({ httpStatus: 403 });
    expect(graph.seen).toHaveLength(2);
  });
});

describe('the access token', () => {
  const to = (location: string) => (response: ServerResponse) =>
    void response.writeHead(302, { location }).end();

  it('does not go to hosts that are not allowed', async () => {
    graph.replies(info({ url: `${foreign.url}/file` }));
    await expect(read('77')).rejects.toThrow(/allowedHosts/);
    await expect(read(`${foreign.url}/file`)).rejects.toThrow(/allowedHosts/);
    expect(foreign.seen).toEqual([]);
  });

  it('does not go along with a redirect, not even to a host that may have it', async () => {
    await app.close();
    app = await startMedia({
      accessToken: TOKEN,
      phoneNumberId: '200555000000001',
      graphUrl: graph.url,
      allowedHosts: [graph.host, foreign.host],
    });
    graph.replies(info(), to(`${foreign.url}/elsewhere`));
    foreign.replies(to('/here'), file);
    expect((await read('77')).equals(bytes)).toBe(true);
    expect(foreign.seen.map(({ url, token }) => [url, token])).toEqual([
      ['/elsewhere', undefined],
      ['/here', undefined],
    ]);
    expect(graph.seen.every(({ token }) => token === `Bearer ${TOKEN}`)).toBe(true);
  });

  it('does not follow a redirect to plain HTTP elsewhere', async () => {
    graph.replies(info(), to(`${foreign.url}/file`));
    const error = await read('77').catch((reason: unknown) => reason);
    expect(error).toMatchObject({ httpStatus: 302 });
    expect(JSON.stringify(error) + String(error)).not.toContain(TOKEN);
    expect(foreign.seen).toEqual([]);
  });

  it('does not go to URLs that are uploaded from', async () => {
    foreign.replies((response, request) => {
      expect(JSON.stringify(request.headers)).not.toContain(TOKEN);
      file(response);
    });
    graph.replies(graph.json({ id: '1' }));
    await app.media.upload(new URL(`${foreign.url}/photo.jpg`), { allowPrivateAddresses: true });
    expect(foreign.seen).toHaveLength(1);
  });
});

describe('a broken download', () => {
  const cut = (response: ServerResponse): void => {
    response.writeHead(200, { 'content-length': bytes.length });
    response.write(bytes.subarray(0, 100_000), () => response.destroy());
  };

  it('fails when the connection ends early, and leaves no file', async () => {
    graph.replies(info(), cut);
    await expect(read('77')).rejects.toMatchObject({ name: 'TransportError', reason: 'connection-lost' });
    graph.replies(info(), cut);
    await expect(app.media.toFile('77', join(folder, 'a.jpg'))).rejects.toThrow(TransportError);
  });

  it('fails when fewer bytes come than announced and only the connection tells the end', async () => {
    graph.replies(info(), (response) => {
      response.useChunkedEncodingByDefault = false;
      response.shouldKeepAlive = false;
      response.writeHead(200).end(bytes.subarray(0, 100_000));
    });
    await expect(read('77')).rejects.toMatchObject({ name: 'MediaMismatchError', field: 'size' });
  });

  it('fails when the hash differs, in hex and in base64', async () => {
    const other = createHash('sha256').update('other').digest();
    for (const sha256 of [other.toString('hex'), other.toString('base64')]) {
      graph.replies(info({ sha256 }), file);
      await expect(read('77', { verify: true })).rejects.toMatchObject({
        name: 'MediaMismatchError',
        field: 'sha256',
      });
    }
    graph.replies(info(), file);
    await expect(read('77', { sha256: Buffer.from(hex, 'hex').toString('base64') })).resolves.toBeDefined();
  });

  it('asks Meta for the hash when it must compare and does not know it', async () => {
    graph.replies(info(), file);
    expect((await read({ id: '77', url: `${graph.url}/old` }, { verify: true })).equals(bytes)).toBe(true);
    graph.replies(info({ sha256: undefined }));
    await expect(read('77', { verify: true })).rejects.toThrow(/sha256: is not known/);
    await expect(read(`${graph.url}/old`, { verify: true })).rejects.toThrow(/media: must have an id/);
    await expect(read('77', { sha256: 'abc' })).rejects.toThrow(/sha256: must be a SHA-256 hash/);
  });

  it('is refused when the answer announces too much', async () => {
    graph.replies(info({ file_size: undefined }), file);
    await expect(app.media.download('77', { maxBytes: 1000 })).rejects.toMatchObject({
      name: 'MediaTooLargeError',
      size: bytes.length,
    });
    await graph.quiet();
  });

  it('fails with what the progress callback throws', async () => {
    graph.replies(info(), file);
    await expect(read('77', { onProgress: () => void JSON.parse('{') })).rejects.toThrow(SyntaxError);
  });

  it('stops at the size limit also when nobody announced the size', async () => {
    graph.replies(info({ file_size: undefined }), (response) => {
      response.writeHead(200, { 'content-type': 'image/jpeg' });
      Readable.from([bytes, bytes, bytes]).pipe(response);
    });
    await expect(read('77', { maxBytes: 300_000 })).rejects.toMatchObject({
      name: 'MediaTooLargeError',
      maxBytes: 300_000,
    });
  });

  it('ends when nothing comes any more for as long as the time-out', async () => {
    graph.replies(info(), (response) => {
      response.writeHead(200, { 'content-length': bytes.length });
      response.write(bytes.subarray(0, 1000));
    });
    const { stream } = await app.media.download('77', { timeoutMs: 5000 });
    const failure = new Promise((resolve) => stream.once('error', resolve));
    stream.resume();
    await new Promise((resolve) => stream.once('data', resolve));
    await app.clock.advance(11_000);
    await expect(failure).resolves.toMatchObject({ reason: 'timeout' });
  });

  it('ends when the caller aborts, and frees the connection', async () => {
    graph.replies(info(), (response) => {
      response.writeHead(200, { 'content-length': bytes.length });
      response.write(bytes.subarray(0, 1000));
    });
    const abort = new AbortController();
    const { stream } = await app.media.download('77', { signal: abort.signal });
    const failure = new Promise((resolve) => stream.once('error', resolve));
    await new Promise((resolve) => stream.once('data', resolve));
    abort.abort();
    await expect(failure).resolves.toMatchObject({ name: 'TransportError', reason: 'aborted' });
    await graph.quiet();
  });

  it('frees the connection when the reader walks away', async () => {
    graph.replies(info(), (response) => {
      response.writeHead(200, { 'content-length': bytes.length });
      response.write(bytes.subarray(0, 1000));
    });
    const { stream } = await app.media.download('77');
    stream.destroy();
    await graph.quiet();
  });
});

describe('a broken upload', () => {
  const jpeg = { mimeType: 'image/jpeg' };
  const fileOf = async ({ body, headers }: SeenRequest) => {
    const limits = { maxBytes: 1 << 24, maxParts: 9 };
    const form = await readMultipart(Readable.from([body]), headers['content-type'], limits);
    return form.find((part) => part.name === 'file')!;
  };

  /** Endless media that notes when it is given up. */
  function endless() {
    const state = { ended: false };
    async function* generate(): AsyncGenerator<Buffer> {
      try {
        for (;;) yield Buffer.alloc(16 * KB);
      } finally {
        state.ended = true;
      }
    }
    return { source: generate(), state };
  }

  it('is cut off where a stream passes the limit', async () => {
    const { source, state } = endless();
    await expect(app.media.upload(source, jpeg)).rejects.toMatchObject({
      name: 'MediaTooLargeError',
      maxBytes: 5 * KB * KB,
      field: 'source',
    });
    expect(state.ended).toBe(true);
    expect(graph.seen).toEqual([]);
    await graph.quiet();
  });

  it('ends when the caller aborts', async () => {
    const { source, state } = endless();
    const abort = new AbortController();
    const onProgress = (sent: number): void => {
      if (sent > 100 * KB) abort.abort(new Error('enough'));
    };
    const upload = app.media.upload(source, { ...jpeg, signal: abort.signal, onProgress });
    await expect(upload).rejects.toMatchObject({
      name: 'TransportError',
      reason: 'aborted',
      cause: expect.objectContaining({ message: 'enough' }),
    });
    expect(state.ended).toBe(true);
    await graph.quiet();
    await expect(app.media.upload(bytes, { ...jpeg, signal: abort.signal })).rejects.toMatchObject({
      reason: 'aborted',
      sent: false,
    });
  });

  it('fails with the error of its source', async () => {
    async function* broken(): AsyncGenerator<Buffer> {
      yield bytes;
      throw new Error('the disk is on fire');
    }
    await expect(app.media.upload(broken(), jpeg)).rejects.toThrow('the disk is on fire');
    await expect(app.media.upload(Readable.from([]), jpeg)).rejects.toThrow(/source: is empty/);
    await expect(app.media.upload(Readable.from([{}, {}]), jpeg)).rejects.toThrow(/gives objects/);
    const throwing = { ...jpeg, onProgress: () => void JSON.parse('{') };
    await expect(app.media.upload(bytes, throwing)).rejects.toThrow(SyntaxError);
    await graph.quiet();
  });

  it('fails when a stream is shorter or longer than its size', async () => {
    for (const size of [bytes.length - 1, bytes.length + 1]) {
      const upload = app.media.upload(Readable.from([bytes]), { ...jpeg, size });
      await expect(upload).rejects.toMatchObject({ name: 'MediaSourceError' });
    }
    graph.replies(graph.json({ id: '1' }));
    await app.media.upload(Readable.from([bytes]), { ...jpeg, size: bytes.length });
    const [request] = graph.seen;
    expect(Number(request!.headers['content-length'])).toBe(request!.body.length);
    expect((await fileOf(request!)).data.equals(bytes)).toBe(true);
  });

  it('is not repeated when its answer is lost', async () => {
    graph.replies((response) => void response.destroy());
    await expect(app.media.upload(bytes, jpeg)).rejects.toMatchObject({ reason: 'connection-lost' });
    expect(graph.seen).toHaveLength(1);
  });

  it('tells Meta how long to keep the media', async () => {
    graph.replies(graph.json({ id: '1' }));
    await app.media.upload(bytes, { ...jpeg, ttlMinutes: 90 });
    expect(graph.seen[0]!.body.toString('latin1')).toContain('name="ttl_minutes"\r\n\r\n90\r\n');
    await expect(app.media.upload(bytes, { ...jpeg, ttlMinutes: 59 })).rejects.toThrow(/ttlMinutes/);
  });

  it('warns once of voice notes that cannot be played at once', async () => {
    const warn = jest.spyOn(Logger.prototype, 'warn').mockImplementation();
    const note = { mimeType: 'audio/ogg', voice: true };
    for (const size of [512 * KB, 512 * KB + 1, 600 * KB]) {
      graph.replies(graph.json({ id: '1' }));
      await app.media.upload(Buffer.alloc(size), note);
    }
    expect(warn.mock.calls).toEqual([[expect.stringContaining('above 512 KB')]]);
    warn.mockRestore();
  });

  it('says so when the answer has no id', async () => {
    graph.replies(graph.json({}));
    await expect(app.media.upload(bytes, jpeg)).rejects.toMatchObject({ name: 'UnexpectedAnswerError' });
  });

  it('destroys the source when the upload never begins', async () => {
    const source = Readable.from([bytes]);
    await expect(app.media.upload(source, { mimeType: 'image/gif' })).rejects.toThrow();
    expect(source.destroyed).toBe(true);
  });

  it('gets more time the more bytes it has', async () => {
    let hold: ServerResponse | undefined;
    graph.replies((response) => void (hold = response));
    const upload = app.media.upload(bytes, jpeg).catch((error: unknown) => error);
    while (!hold) await new Promise((resolve) => setTimeout(resolve, 2));
    await app.clock.advance(31_000);
    await app.clock.advance(1048);
    await expect(upload).resolves.toMatchObject({ reason: 'timeout' });
  });

  it('copies nothing when the source breaks on the way', async () => {
    graph.replies(info(), (response) => {
      response.writeHead(200, { 'content-length': bytes.length });
      response.write(bytes.subarray(0, 1000), () => response.destroy());
    });
    const copy = app.media.copy('77', { to: { phoneNumberId: '200555000000002' } });
    await expect(copy).rejects.toMatchObject({ reason: 'connection-lost' });
  });
});

describe('media from a URL', () => {
  const from = (path: string, options = {}) =>
    app.media.upload(new URL(path, foreign.url), { allowPrivateAddresses: true, ...options });

  it('is streamed on, with type and name as the server tells', async () => {
    foreign.replies(file);
    graph.replies(graph.json({ id: '1' }));
    await expect(from('/a/b/caf%C3%A9?x=1')).resolves.toMatchObject({
      mimeType: 'image/jpeg',
      fileName: 'café.jpg',
      size: bytes.length,
    });
  });

  it('follows redirects, a few', async () => {
    const redirect = (location: string) => (response: ServerResponse) =>
      void response.writeHead(302, { location }).end();
    foreign.replies(redirect('/two'), redirect(`${foreign.url}/three`), file);
    graph.replies(graph.json({ id: '1' }));
    await expect(from('/one')).resolves.toMatchObject({ id: '1' });
    foreign.replies(...Array.from({ length: 9 }, () => redirect('/again')));
    await expect(from('/one')).rejects.toMatchObject({ name: 'MediaSourceError', httpStatus: 302 });
    expect(foreign.seen).toHaveLength(9);
  });

  it.each([
    ['a status', (response: ServerResponse) => void response.writeHead(404).end('no'), { httpStatus: 404 }],
    [
      'a compressed body',
      (response: ServerResponse) => void response.writeHead(200, { 'content-encoding': 'gzip' }).end('x'),
      { httpStatus: 200 },
    ],
    ['a reset', (response: ServerResponse) => void response.destroy(), { code: 'UND_ERR_SOCKET' }],
    [
      'a cut body',
      (response: ServerResponse) => {
        response.writeHead(200, { 'content-type': 'image/jpeg', 'content-length': 100_000 });
        response.write(bytes.subarray(0, 1000), () => response.destroy());
      },
      { code: 'UND_ERR_SOCKET' },
    ],
  ])('fails on %s', async (_name, respond, expected) => {
    foreign.replies(respond);
    await expect(from('/x')).rejects.toMatchObject({ name: 'MediaSourceError', ...expected });
    await foreign.quiet();
  });

  it('may have a size that the caller knows and the server does not tell', async () => {
    foreign.replies((response) => void response.writeHead(200, { 'content-type': 'image/png' }).end(bytes));
    graph.replies(graph.json({ id: 'upload:1' }), graph.json({ h: 'h' }));
    const url = new URL('/header', foreign.url);
    await app.media.uploadHandle(url, { size: bytes.length, allowPrivateAddresses: true });
    expect(graph.seen[1]!.body.equals(bytes)).toBe(true);
    foreign.replies((response) => void response.writeHead(200, { 'content-type': 'image/png' }).end(bytes));
    await expect(app.media.uploadHandle(url, { allowPrivateAddresses: true })).rejects.toThrow(
      /size: must be given/,
    );
    await foreign.quiet();
  });

  it('is refused by its announced size before it is read', async () => {
    foreign.replies((response) => {
      response.writeHead(200, { 'content-type': 'image/jpeg', 'content-length': 6 * KB * KB });
      response.write(bytes);
    });
    await expect(from('/x')).rejects.toMatchObject({ name: 'MediaTooLargeError', size: 6 * KB * KB });
    expect(graph.seen).toEqual([]);
    await foreign.quiet();
  });

  it('waits for the answer no longer than the time-out', async () => {
    let asked = false;
    foreign.replies(() => void (asked = true));
    const upload = from('/x', { timeoutMs: 1000 }).catch((error: unknown) => error);
    while (!asked) await new Promise((resolve) => setTimeout(resolve, 2));
    await app.clock.advance(1000);
    await expect(upload).resolves.toMatchObject({ name: 'MediaSourceError', code: 'ETIMEDOUT' });
    await foreign.quiet();
  });

  it('ends when the caller aborts', async () => {
    const abort = new AbortController();
    foreign.replies((response) => {
      response.writeHead(200, { 'content-type': 'image/jpeg', 'content-length': bytes.length });
      response.write(bytes.subarray(0, 1000), () => setTimeout(() => abort.abort(), 20));
    });
    await expect(from('/x', { signal: abort.signal })).rejects.toMatchObject({ reason: 'aborted' });
    await foreign.quiet();
  });

  it("goes through the application's own way out", async () => {
    await app.close();
    const agent = new Agent();
    const hosts: string[] = [];
    const dispatcher = agent.compose((dispatch) => (request, handler) => {
      hosts.push(String(request.origin));
      return dispatch({ ...request, origin: graph.url }, handler);
    });
    const http = { dispatcher };
    const options = {
      accessToken: TOKEN,
      phoneNumberId: '2',
      graphUrl: graph.url,
      allowedHosts: [graph.host],
    };
    app = await startMedia({ ...options, http });
    graph.replies(file, graph.json({ id: '1' }));
    await app.media.upload(new URL('http://cdn.example/a.jpg'));
    expect(hosts).toEqual(['http://cdn.example', graph.url]);
    expect(graph.seen[0]!.token).toBeUndefined();
    await expect(app.media.upload(new URL('http://10.0.0.1/a.jpg'))).rejects.toThrow(/private network/);
    await agent.close();
  });

  it('is not fetched from private addresses unless allowed, and never from elsewhere than the web', async () => {
    const { port } = new URL(foreign.url);
    for (const host of ['127.0.0.1', 'localhost', '[::1]', '2130706433', '0x7f.1']) {
      const upload = app.media.upload(new URL(`http://${host}:${port}/x.jpg`));
      await expect(upload).rejects.toThrow(/private network/);
    }
    await expect(app.media.upload(new URL('file:///etc/hostname'))).rejects.toThrow(/only http and https/);
    const withPassword = new URL(`http://user:secret@127.0.0.1:${port}/x.jpg`);
    const error = await app.media.upload(withPassword).catch((reason: unknown) => String(reason));
    expect(error).toMatch(/holds a password/);
    expect(error).not.toMatch(/secret|127/);
    expect(foreign.seen).toEqual([]);
  });
});

describe('a deletion', () => {
  it('is done only when Meta says so', async () => {
    graph.replies(graph.json({ success: false }));
    await expect(app.media.delete('77')).rejects.toMatchObject({ name: 'UnexpectedAnswerError' });
    graph.replies(graph.json({ success: true }));
    await app.media.delete('77', { ownOnly: true });
    expect(graph.seen.at(-1)).toMatchObject({
      method: 'DELETE',
      url: '/v26.0/77?phone_number_id=200555000000001',
    });
  });
});

describe('a resumable upload', () => {
  const png = { mimeType: 'image/png', fileName: 'header.png' };
  const session = () => graph.json({ id: 'upload:abc=?sig=XYZ' });

  it('goes on where the bytes end after a broken connection', async () => {
    let arrived = 0;
    const requests: [string, string, string | undefined][] = [];
    graph.onRequest = (request, response) => {
      const { method = '', url = '', headers } = request;
      requests.push([method, url, headers['file_offset'] as string | undefined]);
      if (requests.length !== 2) return false;
      request.on('data', (chunk: Buffer) => {
        arrived += chunk.length;
        if (arrived > 100_000) response.destroy();
      });
      return true;
    };
    graph.replies(
      session(),
      (response, request) => graph.json({ id: 'upload:abc', file_offset: arrived })(response, request),
      graph.json({ h: '4::aW1h\n4::Z2Uv' }),
    );
    const progress: number[] = [];
    const path = join(folder, 'header.png');
    await writeFile(path, bytes);
    const upload = app.media.uploadHandle({ path }, { onProgress: (sent) => progress.push(sent) });
    await expect(settle(upload, app.clock, graph)).resolves.toEqual({
      handle: '4::aW1h\n4::Z2Uv',
      sessionId: 'upload:abc=?sig=XYZ',
      raw: { h: '4::aW1h\n4::Z2Uv' },
    });
    await rm(path);
    expect(requests).toEqual([
      [
        'POST',
        `/v26.0/4242/uploads?file_name=header.png&file_length=${bytes.length}&file_type=image%2Fpng`,
        undefined,
      ],
      ['POST', '/v26.0/upload:abc=?sig=XYZ', '0'],
      ['GET', '/v26.0/upload:abc=?sig=XYZ', undefined],
      ['POST', '/v26.0/upload:abc=?sig=XYZ', String(arrived)],
    ]);
    expect(graph.seen.at(-1)!.body.equals(bytes.subarray(arrived))).toBe(true);
    expect(progress.at(-1)).toBe(bytes.length);
  });

  it('takes a session of before', async () => {
    graph.replies(graph.json({ id: 'upload:abc', file_offset: '200000' }), graph.json({ h: 'h' }));
    await app.media.uploadHandle(bytes, { ...png, sessionId: 'upload:abc' });
    expect(graph.seen.map(({ method }) => method)).toEqual(['GET', 'POST']);
    expect(graph.seen[1]!.body.equals(bytes.subarray(200_000))).toBe(true);
  });

  it('begins again when all bytes are there and their answer is lost', async () => {
    const lose = (response: ServerResponse): void => void response.destroy();
    graph.replies(
      session(),
      lose,
      graph.json({ id: 'upload:abc', file_offset: bytes.length }),
      graph.json({ id: 'upload:new' }),
      graph.json({ h: 'h' }),
    );
    const upload = app.media.uploadHandle(bytes, png);
    await expect(settle(upload, app.clock, graph)).resolves.toMatchObject({
      handle: 'h',
      sessionId: 'upload:new',
    });
    expect(graph.seen.at(-1)!.body.equals(bytes)).toBe(true);
  });

  it('does not repeat a stream, and gives up in the end', async () => {
    graph.replies(session(), (response) => void response.destroy());
    const stream = app.media.uploadHandle(Readable.from([bytes]), { ...png, size: bytes.length });
    await expect(stream).rejects.toMatchObject({ reason: 'connection-lost' });
    const fail = (response: ServerResponse): void => void response.writeHead(503).end();
    const offset = graph.json({ id: 'upload:abc', file_offset: 0 });
    graph.replies(session(), fail, ...Array.from({ length: 9 }, () => [offset, fail]).flat());
    const before = graph.seen.length;
    const upload = settle(app.media.uploadHandle(bytes, png), app.clock, graph);
    await expect(upload).rejects.toMatchObject({ httpStatus: 503 });
    expect(graph.seen.length - before).toBe(2 + 4 * 2);
  });

  it('is for some types only, and needs the app id', async () => {
    const text = app.media.uploadHandle(bytes, { mimeType: 'text/plain' });
    await expect(text).rejects.toMatchObject({ name: 'UnsupportedMimeTypeError' });
    await expect(app.media.uploadHandle(bytes, { ...png, sessionId: '../me' })).rejects.toThrow(
      /sessionId: must be/,
    );
    await app.close();
    app = await startMedia({ accessToken: TOKEN, graphUrl: graph.url, allowedHosts: [graph.host] });
    await expect(app.media.uploadHandle(bytes, png)).rejects.toThrow(/^appId: .*Pass `appId`/);
    expect(graph.seen).toEqual([]);
    graph.replies(session());
    const file = { ...png, size: bytes.length };
    await expect(app.media.createUploadSession(file, { appId: '7' })).resolves.toMatchObject({
      id: 'upload:abc=?sig=XYZ',
    });
    expect(graph.seen[0]!.url).toContain('/7/uploads?');
  });

  it('can be aborted while it waits to go on', async () => {
    const abort = new AbortController();
    graph.replies(session(), (response) => {
      response.destroy();
      setTimeout(() => abort.abort(), 50);
    });
    const upload = app.media.uploadHandle(bytes, { ...png, signal: abort.signal });
    await expect(upload).rejects.toMatchObject({ name: 'TransportError', reason: 'aborted' });
  });
});
