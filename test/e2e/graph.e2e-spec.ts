import { createServer } from 'node:http';
import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { AxiosError } from 'axios';
import type { InternalAxiosRequestConfig } from 'axios';
import { Agent } from 'undici';
import type { WhatsAppAccount } from '../../lib/config/account.interface';
import { AccountNotFoundError } from '../../lib/errors/account-not-found.error';
import { StreamBody } from '../../lib/graph/stream-body';
import { fault, FaultServer, until } from '../support/fault-server';
import { everythingShown, failure, GraphHarness, PHONE_NUMBER_ID, TOKEN } from './graph-harness';

describe('GraphClient', () => {
  let harness: GraphHarness;
  beforeEach(async () => (harness = await GraphHarness.start()));
  afterEach(() => harness.stop());

  describe('requests and answers', () => {
    it('sends a DELETE with a JSON body', async () => {
      await harness.get({ method: 'DELETE', path: '1/block_users', body: { users: [] }, query: { a: 1 } });
      const [request] = harness.server.requests;
      expect(request).toMatchObject({ method: 'DELETE', url: '/v26.0/1/block_users?a=1' });
      expect(request?.body.toString()).toBe('{"users":[]}');
      expect(request?.headers['content-type']).toBe('application/json');
    });

    it('sends no body and no content type with a GET', async () => {
      await harness.get();
      expect(harness.server.requests[0]?.headers).not.toHaveProperty('content-type');
      expect(harness.server.requests[0]?.body).toHaveLength(0);
    });

    it('sends forms, bytes and streams as they are', async () => {
      const form = new FormData();
      form.append('messaging_product', 'whatsapp');
      form.append('file', new Blob(['abc'], { type: 'image/png' }), 'a.png');
      await harness.get({ method: 'POST', path: '1/media', body: form });
      const headers = { 'Content-Type': 'audio/ogg', 'X-Other': 'yes' };
      await harness.get({ method: 'POST', path: '1/media', body: Buffer.from([1, 2, 3]), headers });
      await harness.get({ method: 'PUT', path: '1/media', body: Readable.from(['x', 'yz']) });
      const [first, second, third] = harness.server.requests;
      expect(first?.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/);
      expect(first?.body.toString()).toMatch(/filename="a.png"\r\ncontent-type: image\/png\r\n\r\nabc/i);
      expect(second?.headers).toMatchObject({
        'content-type': 'audio/ogg',
        'x-other': 'yes',
        'content-length': '3',
      });
      expect([...(second?.body ?? [])]).toEqual([1, 2, 3]);
      expect(third).toMatchObject({ method: 'PUT' });
      expect(third?.body.toString()).toBe('xyz');
      expect(third?.headers).not.toHaveProperty('content-type');
    });

    it('does not repeat a stream that is used up', async () => {
      harness.server.next(fault.graphError(429, { code: 130429 }));
      const upload = harness.get({ method: 'POST', path: '1/media', body: Readable.from(['x']) });
      expect(await failure(upload)).toMatchObject({ name: 'RateLimitHitError' });
      expect(harness.server.requests).toHaveLength(1);
    });

    it('tells a body stream that breaks from a broken connection', async () => {
      async function* broken(): AsyncGenerator<Buffer> {
        yield Buffer.from('x');
        await Promise.reject(new Error('disk failed'));
      }
      const error = await failure(harness.get({ method: 'POST', path: '1/media', body: broken() }));
      expect(error).toMatchObject({
        name: 'TransportError',
        reason: 'request',
        cause: { message: 'disk failed' },
      });
    });

    it('never puts an invalid header on the wire', async () => {
      const error = await failure(harness.get({ headers: { 'x-bad': 'a\nb: c', 'bad name': 'x' } }));
      expect(error).toMatchObject({ name: 'TransportError', reason: 'request', sent: false });
      expect(harness.server.requests).toHaveLength(0);
    });

    it('returns status and headers on request', async () => {
      const headers = { 'content-type': 'application/json', 'x-fb-trace-id': 'A1', 'x-two': ['a', 'b'] };
      harness.server.next(fault.reply(201, { id: '7' }, headers));
      const answer = await harness.graph.exchange<{ id: string }>({ method: 'GET', path: '7' });
      expect(answer).toMatchObject({ status: 201, data: { id: '7' } });
      expect(answer.headers).toMatchObject({ 'x-fb-trace-id': 'A1', 'x-two': 'a, b' });
    });

    it('takes 204 for a success without a body, and JSON of any content type', async () => {
      harness.server.next(
        fault.reply(204, ''),
        fault.reply(200, 'true', { 'content-type': 'text/javascript' }),
      );
      expect(await harness.get()).toBeUndefined();
      expect(await harness.get()).toBe(true);
    });

    it('takes an error for an error, also with a success status', async () => {
      harness.server.next(fault.graphError(206, { code: 131201 }));
      expect(await failure(harness.get())).toMatchObject({
        name: 'GroupRequestPartiallySucceededError',
        httpStatus: 206,
      });
    });

    it('passes over interim answers', async () => {
      harness.server.next((request, response, socket) => {
        response.writeEarlyHints({ link: '</x>; rel=preload' });
        fault.reply(200, { ok: 'final' })(request, response, socket);
      });
      expect(await harness.send()).toEqual({ ok: 'final' });
    });

    it('repeats a stream that can be opened anew', async () => {
      harness.server.next(fault.graphError(429, { code: 130429 }, { 'retry-after': '1' }));
      const body = new StreamBody(() => Readable.from(['a', 'b']));
      const upload = harness.get({ method: 'POST', path: '1/media', body });
      await harness.waitThrough(1, 1000);
      expect(await upload).toEqual({ ok: true });
      expect(harness.server.requests.map((request) => request.body.toString())).toEqual(['ab', 'ab']);
    });

    it('reads text in several pieces', async () => {
      const data = 'ü€😀'.repeat(50_000);
      harness.server.next(fault.reply(200, { data }));
      expect(await harness.get()).toEqual({ data });
    });

    it('reads bytes', async () => {
      harness.server.next(fault.reply(200, Buffer.from([0, 255, 1]), { 'content-type': 'image/png' }));
      expect(await harness.get({ responseType: 'buffer' })).toEqual(Buffer.from([0, 255, 1]));
      harness.server.next(fault.graphError(404, { code: 100, error_subcode: 33 }));
      expect(await failure(harness.get({ responseType: 'buffer' }))).toMatchObject({
        name: 'ObjectNotFoundError',
      });
    });
  });

  describe('streams', () => {
    const stream = async (extra = {}): Promise<Readable> =>
      (await harness.get({ responseType: 'stream', ...extra })) as Readable;

    it('are read at the pace of the reader', async () => {
      const big = Buffer.alloc(3_000_000, 'x');
      harness.server.next(fault.reply(200, big, {}));
      const body = await stream();
      expect(body.readableLength).toBe(0);
      body.read(0);
      await until(() => body.readableLength > 0);
      expect(body.readableLength).toBeLessThan(1_000_000);
      await harness.clock.advance(120_000); // a slow reader is not a silent server
      expect(await text(body)).toHaveLength(big.length);
      expect(harness.clock.pending).toBe(0);
    });

    it('report errors of Meta as errors, not as streams', async () => {
      harness.server.next(fault.graphError(401, { code: 10 }));
      expect(await failure(stream())).toMatchObject({ name: 'PermissionDeniedError' });
    });

    it.each([
      ['breaks', fault.resetInBody(), 0, 'connection-lost'],
      ['stalls', fault.stallInBody(), 30_000, 'timeout'],
    ])('end with an error when the connection %s', async (_name, what, waitMs, reason) => {
      harness.server.next(what);
      const body = await stream();
      const read = failure(text(body));
      await until(() => body.readableDidRead || body.destroyed);
      await harness.clock.advance(waitMs);
      expect(await read).toMatchObject({ name: 'TransportError', reason });
      await until(() => harness.server.open === 0);
      expect(harness.clock.pending).toBe(0);
    });

    it('end at the size limit', async () => {
      harness.server.next(fault.reply(200, Buffer.alloc(1000), {}));
      expect(await failure(text(await stream({ maxBytes: 999 })))).toMatchObject({ reason: 'too-large' });
    });

    it('end when aborted', async () => {
      harness.server.next(fault.stallInBody());
      const controller = new AbortController();
      const body = await stream({ signal: controller.signal });
      const read = failure(text(body));
      controller.abort(new Error('enough'));
      expect(await read).toMatchObject({ reason: 'aborted', cause: { message: 'enough' } });
      await until(() => harness.server.open === 0);
    });

    it('keep an error until somebody reads', async () => {
      harness.server.next(fault.resetInBody(), fault.stallInBody());
      const body = await stream();
      await until(() => harness.server.open === 0);
      expect(await failure(text(body))).toMatchObject({ reason: 'connection-lost' });
      const controller = new AbortController();
      const other = await stream({ signal: controller.signal });
      controller.abort();
      await until(() => harness.server.open === 0);
      expect(await failure(text(other))).toMatchObject({ reason: 'aborted' });
    });

    it('free the connection when nobody wants the rest', async () => {
      harness.server.next(fault.stallInBody());
      (await stream()).destroy();
      await until(() => harness.server.open === 0);
      expect(harness.clock.pending).toBe(0);
    });
  });

  describe('redirects', () => {
    let cdn: FaultServer;
    beforeEach(async () => (cdn = await FaultServer.start()));
    afterEach(() => cdn.stop());

    it('are an error, and the token stays at home', async () => {
      harness.server.next(fault.redirect(`http://${cdn.host}/x`));
      expect(await failure(harness.get())).toMatchObject({
        name: 'UnexpectedAnswerError',
        httpStatus: 302,
        message: 'GET /{id}: HTTP 302: a redirect, which is not followed',
      });
      harness.server.next(fault.redirect(`http://${harness.server.host}/x`, 307));
      expect(await failure(harness.send({ maxRedirects: 5 }))).toMatchObject({ httpStatus: 307 });
      expect(harness.server.requests).toHaveLength(2);
      expect(cdn.requests).toHaveLength(0);
    });

    it('of downloads are followed when asked for, as often as asked for', async () => {
      const again = fault.redirect('/again');
      harness.server.next(again, again, fault.reply(200, { ok: 2 }));
      expect(await harness.get({ maxRedirects: 2 })).toEqual({ ok: 2 });
      expect(harness.server.requests.map((request) => request.url)).toEqual([
        '/v26.0/123',
        '/again',
        '/again',
      ]);
      expect(harness.server.requests[2]?.headers.authorization).toBe(`Bearer ${TOKEN}`);
      harness.server.next(again, again);
      expect(await failure(harness.get({ maxRedirects: 1 }))).toMatchObject({ httpStatus: 302 });
    });

    it('are not followed to hosts without HTTPS that are not listed', async () => {
      harness.server.next(fault.redirect(`http://${cdn.host}/x`));
      expect(await failure(harness.get({ maxRedirects: 1 }))).toMatchObject({ httpStatus: 302 });
      expect(cdn.requests).toHaveLength(0);
    });

    it('to other hosts go without the token', async () => {
      const seen: unknown[] = [];
      // Stands for any HTTPS host: undici hands the request over before a byte leaves.
      const agent = new Agent();
      const dispatcher = agent.compose((dispatch) => (options, handler) => {
        seen.push([String(options.origin), JSON.stringify(options.headers).includes(TOKEN)]);
        return dispatch(
          {
            ...options,
            origin: `http://${String(options.origin).includes('cdn') ? cdn.host : other.server.host}`,
          },
          handler,
        );
      });
      const other: GraphHarness = await GraphHarness.start({ http: { dispatcher } });
      other.server.next(fault.redirect('https://cdn.example/file'));
      cdn.next(fault.reply(200, 'bytes', {}));
      const answer = await other.get({ maxRedirects: 1, responseType: 'buffer' });
      expect(String(answer)).toBe('bytes');
      expect(seen).toEqual([
        [`http://${other.server.host}`, true],
        ['https://cdn.example', false],
      ]);
      expect(cdn.requests[0]?.headers).not.toHaveProperty('authorization');
      await other.stop();
      await agent.close();
    });
  });

  describe('accounts', () => {
    it('speak with their own token, path and dispatcher', async () => {
      const agents = new Map<string, Agent>([['1', new Agent()]]);
      const asked: (string | undefined)[] = [];
      const many = await GraphHarness.start({
        accountResolver: {
          resolve: ({ phoneNumberId: id }) =>
            id === undefined
              ? undefined
              : { accessToken: `token-${id}`, phoneNumberId: id, tenant: `t${id}` },
        },
        http: {
          dispatcher: (account: WhatsAppAccount) => {
            asked.push(account.tenant);
            return agents.get(account.phoneNumberId ?? '');
          },
        },
      });
      await many.send({ account: { phoneNumberId: '1' } });
      await many.send({ account: { phoneNumberId: '2' } });
      expect(many.server.requests.map(({ url, headers }) => [url, headers.authorization])).toEqual([
        ['/v26.0/1/messages', 'Bearer token-1'],
        ['/v26.0/2/messages', 'Bearer token-2'],
      ]);
      expect(asked).toEqual(['t1', 't2']);
      expect(many.calls[0]?.call).toMatchObject({ phoneNumberId: '1', tenant: 't1' });
      await expect(many.send()).rejects.toBeInstanceOf(AccountNotFoundError);
      await many.stop();
      await agents.get('1')?.close();
    });

    it('get a fresh token once, when Meta refuses the old one', async () => {
      const tokens = ['old', 'new', 'newer'];
      const rotating = await GraphHarness.start({ accessToken: () => tokens.shift() ?? 'newest' });
      rotating.server.next(fault.graphError(401, { code: 190, error_subcode: 463 }));
      expect(await rotating.send()).toEqual({ ok: true });
      expect(rotating.server.requests.map(({ headers }) => headers.authorization)).toEqual([
        'Bearer old',
        'Bearer new',
      ]);
      expect(rotating.calls.map(({ hook, outcome }) => [hook, outcome])).toContainEqual([
        'failed',
        { durationMs: 0, retryInMs: 0 },
      ]);
      const refused = fault.graphError(401, { code: 190 });
      rotating.server.next(refused, refused);
      expect(await failure(rotating.send())).toMatchObject({ name: 'ExpiredAccessTokenError' });
      expect(rotating.server.requests).toHaveLength(4);
      await rotating.stop();
    });

    it('are asked for again when Meta refuses their token', async () => {
      let token = 'stale';
      let fail = false;
      const stored = await GraphHarness.start({
        accountResolver: {
          resolve: () => {
            if (fail) throw new Error('data base is down');
            return { accessToken: token, phoneNumberId: '1' };
          },
        },
      });
      await stored.send();
      token = 'fresh';
      stored.server.next(fault.graphError(401, { code: 190 }));
      await stored.send();
      expect(stored.server.requests.map(({ headers }) => headers.authorization)).toEqual([
        'Bearer stale',
        'Bearer stale',
        'Bearer fresh',
      ]);
      fail = true;
      stored.server.next(fault.graphError(401, { code: 190 }));
      expect(await failure(stored.send())).toMatchObject({ name: 'ExpiredAccessTokenError' });
      await stored.stop();
    });

    it('with a fixed token are not asked twice', async () => {
      harness.server.next(fault.graphError(401, { code: 190, error_subcode: 467 }));
      expect((await failure(harness.send())).message).toBe(
        'POST /{id}/messages: (#190/467) x (the token was revoked or logged out)',
      );
      expect(harness.server.requests).toHaveLength(1);
    });
  });

  describe('interceptors of the HttpService', () => {
    it('see and change requests and answers, but not the token', async () => {
      const seen: string[] = [];
      const { request, response } = harness.http.axiosRef.interceptors;
      request.use((config) => {
        seen.push(everythingShown(config));
        config.headers.set('x-request-id', 'r1');
        config.headers.set('Authorization', 'Bearer of-another-service');
        return config;
      });
      response.use((answer) => {
        seen.push(everythingShown(answer));
        answer.data.added = true;
        return answer;
      });
      expect(await harness.send()).toEqual({ ok: true, added: true });
      const [{ headers } = { headers: {} }] = harness.server.requests;
      expect(headers).toMatchObject({ 'x-request-id': 'r1', authorization: `Bearer ${TOKEN}` });
      expect(seen).toHaveLength(2);
      expect(seen.join()).not.toContain(TOKEN);
    });

    it('get an AxiosError for an error status and a lost connection', async () => {
      const seen: AxiosError[] = [];
      harness.http.axiosRef.interceptors.response.use(undefined, (error: AxiosError) => {
        seen.push(error);
        return Promise.reject(error);
      });
      harness.server.next(fault.graphError(400, { code: 100 }), fault.html(500), fault.reset());
      expect(await failure(harness.send())).toMatchObject({ code: 100 });
      expect(await failure(harness.send())).toMatchObject({ name: 'SendOutcomeUnknownError' });
      expect(await failure(harness.send())).toMatchObject({ name: 'SendOutcomeUnknownError' });
      expect(seen.map(({ code, response }) => [code, response?.status])).toEqual([
        ['ERR_BAD_REQUEST', 400],
        ['ERR_BAD_RESPONSE', 500],
        [expect.stringMatching(/ECONNRESET|UND_ERR_SOCKET/), undefined],
      ]);
      expect(everythingShown(seen)).not.toContain(TOKEN);
    });

    it('cannot turn a lost send into a success, nor an answer into nothing', async () => {
      harness.http.axiosRef.interceptors.response.use(
        () => undefined as never,
        () => Promise.resolve({ data: 'fine' }),
      );
      expect(await harness.send()).toEqual({ ok: true });
      harness.server.next(fault.reset());
      expect(await failure(harness.send())).toMatchObject({ name: 'SendOutcomeUnknownError' });
      harness.server.next(fault.graphError(400, { code: 131047 }));
      expect(await failure(harness.send())).toMatchObject({ name: 'ReEngagementMessageError' });
    });

    it('may send elsewhere, without the token', async () => {
      const gateway = await FaultServer.start();
      harness.http.axiosRef.interceptors.request.use((config) => {
        config.url = `http://${gateway.host}/via?x=1`;
        config.params = { y: 2, z: null, list: [1, 2] };
        return config;
      });
      await harness.send();
      expect(gateway.requests[0]).toMatchObject({ url: '/via?x=1&y=2&list%5B%5D=1&list%5B%5D=2' });
      expect(gateway.requests[0]?.headers).not.toHaveProperty('authorization');
      await gateway.stop();
    });

    it('may add parameters, and several values of a header', async () => {
      harness.http.axiosRef.interceptors.request.use((config) => {
        config.params = { appsecret_proof: 'abc' };
        config.headers.set('x-many', ['a', 'b']);
        return config;
      });
      await harness.get();
      expect(harness.server.requests[0]?.url).toBe('/v26.0/123?appsecret_proof=abc');
      expect(harness.server.requests[0]?.headers).toMatchObject({
        'x-many': 'a, b',
        authorization: `Bearer ${TOKEN}`,
      });
    });

    it.each<[string, unknown, string]>([
      ['an object', { a: 1 }, '{"a":1}'],
      ['a list', [1], '[1]'],
      ['a text', 'plain', 'plain'],
      ['nothing', undefined, ''],
    ])('may put in another body: %s', async (_name, data, body) => {
      harness.http.axiosRef.interceptors.request.use((config) => Object.assign(config, { data }));
      await harness.send();
      expect(harness.server.requests[0]?.body.toString()).toBe(body);
    });

    it('may abort', async () => {
      const controller = new AbortController();
      harness.http.axiosRef.interceptors.request.use((config) => {
        controller.abort();
        return config;
      });
      const error = await failure(harness.send({ signal: controller.signal }));
      expect(error).toMatchObject({ name: 'TransportError', reason: 'aborted', sent: false });
      expect(harness.server.requests).toHaveLength(0);
    });

    it('may fail, and their errors pass through', async () => {
      const own = new Error('quota of the application');
      const { request, response } = harness.http.axiosRef.interceptors;
      const id = request.use(() => Promise.reject(own));
      expect(await failure(harness.send())).toBe(own);
      expect(harness.server.requests).toHaveLength(0);
      request.eject(id);
      response.use(() => Promise.reject(own));
      expect(await failure(harness.send())).toBe(own);
      harness.server.next(fault.stallInBody());
      expect(await failure(harness.get({ responseType: 'stream' }))).toBe(own);
      await until(() => harness.server.open <= 2);
      expect(harness.clock.pending).toBe(0);
    });

    it('may answer from an adapter of their own', async () => {
      const cached = (config: InternalAxiosRequestConfig): Promise<object> =>
        Promise.resolve({ data: { cached: true }, status: 200, statusText: '', headers: {}, config });
      harness.http.axiosRef.interceptors.request.use((config) => Object.assign(config, { adapter: cached }));
      expect(await harness.get()).toEqual({ cached: true });
      expect(harness.server.requests).toHaveLength(0);
    });

    it('may repeat a request themselves', async () => {
      harness.http.axiosRef.interceptors.response.use(undefined, (error: AxiosError) =>
        error.config ? harness.http.axiosRef.request(error.config as object) : Promise.reject(error),
      );
      harness.server.next(fault.html(502));
      expect(await harness.get()).toEqual({ ok: true });
      expect(harness.server.requests).toHaveLength(2);
    });
  });

  describe('hooks', () => {
    it('are told of each attempt, without anything personal', async () => {
      harness.server.next(fault.graphError(429, { code: 130429 }, { 'retry-after': '2' }));
      const sent = harness.send();
      await harness.waitThrough(1, 2000);
      await sent;
      const call = { operation: 'POST /{id}/messages', kind: 'send', phoneNumberId: PHONE_NUMBER_ID };
      expect(harness.calls).toMatchObject([
        { hook: 'before', call: { ...call, attempt: 1 } },
        { hook: 'failed', call, error: { code: 130429 }, outcome: { retryInMs: 2000 } },
        { hook: 'before', call: { ...call, attempt: 2 } },
        { hook: 'after', call, outcome: { status: 200, durationMs: 0 } },
      ]);
    });

    it('that throw are logged, and change nothing', async () => {
      const boom = (): never => {
        throw new TypeError('boom');
      };
      const odd = await GraphHarness.start({}, { before: boom, after: boom, failed: boom });
      expect(await odd.send()).toEqual({ ok: true });
      odd.server.next(fault.graphError(400, { code: 100 }));
      expect(await failure(odd.send())).toMatchObject({ code: 100 });
      expect(odd.logs.filter((line) => line.includes('threw TypeError'))).toHaveLength(4);
      await odd.stop();
    });

    it.each([null, {}])('may be absent: %j', async (hooks) => {
      const none = await GraphHarness.start({}, hooks);
      expect(await none.send()).toEqual({ ok: true });
      none.server.next(fault.graphError(400, { code: 100 }));
      expect(await failure(none.send())).toMatchObject({ code: 100 });
      await none.stop();
    });
  });

  it('reports a dispatcher that throws', async () => {
    const dispatcher = new Agent();
    dispatcher.dispatch = () => {
      throw new Error('broken dispatcher');
    };
    const broken = await GraphHarness.start({ http: { dispatcher } });
    expect(await failure(broken.send())).toMatchObject({
      name: 'TransportError',
      reason: 'request',
      sent: false,
      cause: { message: 'broken dispatcher' },
    });
    expect(broken.clock.pending).toBe(0);
    await broken.stop();
  });

  describe('proxy', () => {
    it('is used for all requests, with its password', async () => {
      const tunnels: (string | undefined)[] = [];
      const proxy = createServer().listen(0, '127.0.0.1');
      proxy.on('connect', (request, socket, head) => {
        tunnels.push(request.url, request.headers['proxy-authorization']);
        const [host, port] = (request.url ?? '').split(':');
        const upstream = connect(Number(port), host, () => {
          socket.write('HTTP/1.1 200 OK\r\n\r\n');
          upstream.write(head);
          upstream.pipe(socket).pipe(upstream);
        });
        upstream.on('error', () => socket.destroy());
        socket.on('error', () => upstream.destroy());
      });
      await until(() => proxy.listening);
      const { port } = proxy.address() as AddressInfo;
      const behind = await GraphHarness.start({ http: { proxy: `http://user:pass@127.0.0.1:${port}` } });
      expect(await behind.send()).toEqual({ ok: true });
      expect(tunnels).toEqual([behind.server.host, `Basic ${Buffer.from('user:pass').toString('base64')}`]);
      await behind.stop();
      proxy.closeAllConnections();
      proxy.close();
    });
  });

  describe('shutdown', () => {
    it('closes the pool last, after running requests', async () => {
      let answer: () => void = () => undefined;
      const going = await GraphHarness.start();
      going.server.next((_request, response) => (answer = () => void response.end('{"late":true}')));
      const sent = going.send();
      await until(() => going.server.requests[0]?.ended === true);
      const closing = going.app.close();
      answer();
      expect(await sent).toEqual({ late: true });
      await closing;
      expect(await failure(going.send())).toMatchObject({
        name: 'TransportError',
        reason: 'closed',
        sent: false,
      });
      await going.server.stop();
    });

    it('does not wait for an answer that never comes', async () => {
      const stuck = await GraphHarness.start();
      stuck.server.next(fault.neverAnswers());
      const error = failure(stuck.send());
      await until(() => stuck.server.requests[0]?.ended === true);
      const closing = stuck.app.close();
      await until(() => stuck.clock.pending === 2);
      await stuck.clock.advance(5000);
      await closing;
      expect(await error).toMatchObject({ name: 'SendOutcomeUnknownError', reason: 'connection-lost' });
      await stuck.server.stop();
    });

    it('leaves dispatchers of the application alone', async () => {
      const dispatcher = new Agent();
      const own = await GraphHarness.start({ http: { dispatcher } });
      await own.send();
      await own.stop();
      expect(dispatcher.closed).toBe(false);
      await dispatcher.close();
    });
  });
});
