import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { fault, FaultServer, until } from '../support/fault-server';
import type { Fault } from '../support/fault-server';
import { everythingShown, failure, GraphHarness, PHONE, TOKEN } from './graph-harness';

describe('GraphClient under faults', () => {
  let harness: GraphHarness;
  beforeEach(async () => (harness = await GraphHarness.start()));
  afterEach(() => harness.stop());

  it('sends once and returns the answer', async () => {
    harness.server.next(fault.reply(200, { messages: [{ id: 'wamid.1' }] }));
    expect(await harness.send()).toEqual({ messages: [{ id: 'wamid.1' }] });
    const [request] = harness.server.requests;
    expect(request).toMatchObject({ method: 'POST', url: '/v26.0/106540352242922/messages' });
    expect(request?.headers).toMatchObject({
      authorization: `Bearer ${TOKEN}`,
      'content-type': 'application/json',
      accept: 'application/json',
      'user-agent': 'nestjs-whatsapp-cloud',
    });
    expect(JSON.parse(request?.body.toString() ?? '')).toMatchObject({ to: PHONE });
  });

  describe('a send whose answer is lost', () => {
    it.each<[string, Fault, Record<string, unknown>]>([
      ['reset before headers', fault.reset(), { reason: 'connection-lost' }],
      ['reset in the body', fault.resetInBody(), { reason: 'connection-lost' }],
      ['truncated JSON', fault.truncatedJson(), { reason: 'unreadable-answer', httpStatus: 200 }],
      ['empty success', fault.reply(200, ''), { reason: 'unreadable-answer', httpStatus: 200 }],
      ['HTML of a gateway', fault.html(502), { reason: 'unreadable-answer', httpStatus: 502 }],
      ['empty 504', fault.reply(504, ''), { reason: 'unreadable-answer', httpStatus: 504 }],
    ])('%s: is unknown, and never sent again', async (_name, what, expected) => {
      harness.server.next(what);
      const error = await failure(harness.send({ correlation: 'order-1' }));
      expect(error).toMatchObject({
        name: 'SendOutcomeUnknownError',
        operation: 'POST /{id}/messages',
        correlation: 'order-1',
        ...expected,
      });
      expect(harness.server.requests).toHaveLength(1);
      expect(harness.clock.pending).toBe(0);
    });

    it.each<[string, Fault]>([
      ['never answers', fault.neverAnswers()],
      ['stalls in the body', fault.stallInBody()],
    ])('%s: ends at the timeout, and frees the socket', async (_name, what) => {
      harness.server.next(what);
      const error = failure(harness.send({ timeoutMs: 5000 }));
      await until(() => harness.server.requests[0]?.ended === true);
      await harness.clock.advance(4999);
      expect(harness.server.open).toBe(1);
      await harness.clock.advance(1);
      expect(await error).toMatchObject({ name: 'SendOutcomeUnknownError', reason: 'timeout' });
      expect(harness.server.requests).toHaveLength(1);
      expect(harness.clock.pending).toBe(0);
      await until(() => harness.server.open === 0);
    });

    it('aborted on its way: is unknown', async () => {
      harness.server.next(fault.neverAnswers());
      const controller = new AbortController();
      const error = failure(harness.send({ signal: controller.signal }));
      await until(() => harness.server.requests[0]?.ended === true);
      controller.abort();
      expect(await error).toMatchObject({ name: 'SendOutcomeUnknownError', reason: 'aborted' });
      await until(() => harness.server.open === 0);
    });
  });

  it('tells a send that Meta refused with HTTP 500 from one whose fate is open', async () => {
    harness.server.next(fault.graphError(500, { code: 131000 }));
    expect(await failure(harness.send())).toMatchObject({
      name: 'UnknownError',
      code: 131000,
      retryable: true,
    });
    expect(harness.server.requests).toHaveLength(1);
  });

  it('aborted before it left: nothing is sent', async () => {
    const reason = new Error('changed my mind');
    const error = await failure(harness.send({ signal: AbortSignal.abort(reason) }));
    expect(error).toMatchObject({ name: 'TransportError', reason: 'aborted', sent: false, cause: reason });
    expect(harness.server.requests).toHaveLength(0);
  });

  describe('a throttled send', () => {
    it('waits 1, then 4 seconds for the pair limit', async () => {
      const pair = fault.graphError(400, { code: 131056 });
      harness.server.next(pair, pair, fault.reply(200, { ok: 1 }));
      const sent = harness.send();
      await harness.waitThrough(1, 999);
      expect(harness.clock.pending).toBe(1);
      await harness.clock.advance(1);
      await harness.waitThrough(2, 4000);
      expect(await sent).toEqual({ ok: 1 });
      expect(harness.server.requests).toHaveLength(3);
    });

    it('waits as long as Retry-After asks', async () => {
      harness.server.next(fault.graphError(429, { code: 130429 }, { 'retry-after': '7' }));
      const sent = harness.send();
      await harness.waitThrough(1, 6999);
      expect(harness.server.requests).toHaveLength(1);
      await harness.clock.advance(1);
      expect(await sent).toEqual({ ok: true });
    });

    it('gives up at once when the wait is longer than its time, and says how long', async () => {
      const usage = { 'x-business-use-case-usage': '{"1":[{"estimated_time_to_regain_access":5}]}' };
      harness.server.next(fault.graphError(400, { code: 80007 }, usage));
      expect(await failure(harness.send())).toMatchObject({
        name: 'RateLimitIssuesError',
        retryAfterMs: 300_000,
      });
      expect(harness.server.requests).toHaveLength(1);
    });

    it('keeps the process alive while it waits', async () => {
      harness.server.next(fault.graphError(429, { code: 130429 }, { 'retry-after': '1' }));
      const set = jest.spyOn(globalThis, 'setInterval');
      const cleared = jest.spyOn(globalThis, 'clearInterval');
      const sent = harness.send();
      await harness.failed(1);
      const hold = set.mock.results[0]?.value as NodeJS.Timeout;
      expect(hold.hasRef()).toBe(true);
      await harness.clock.advance(1000);
      await sent;
      expect(cleared).toHaveBeenCalledWith(hold);
      jest.restoreAllMocks();
    });

    it('stops waiting when aborted', async () => {
      harness.server.next(fault.graphError(429, { code: 130429 }));
      const controller = new AbortController();
      const error = failure(harness.send({ signal: controller.signal }));
      await harness.failed(1);
      controller.abort();
      expect(await error).toMatchObject({ name: 'TransportError', reason: 'aborted', sent: false });
      expect(harness.clock.pending).toBe(0);
    });

    it('makes no more than `maxAttempts`', async () => {
      const limit = fault.graphError(429, { code: 130429 }, { 'retry-after': '1' });
      harness.server.next(limit, limit, limit, limit);
      const error = failure(harness.send());
      await harness.waitThrough(1, 1000);
      await harness.waitThrough(2, 1000);
      expect(await error).toMatchObject({ name: 'RateLimitHitError', retryAfterMs: 1000 });
      expect(harness.server.requests).toHaveLength(3);
    });
  });

  describe('reads and deletes', () => {
    it.each<[string, Fault]>([
      ['a reset', fault.reset()],
      ['a reset in the body', fault.resetInBody()],
      ['HTML of a gateway', fault.html(503)],
      ['truncated JSON', fault.truncatedJson()],
      ['an error of Meta', fault.graphError(500, { code: 131016 })],
    ])('are repeated after %s', async (_name, what) => {
      for (const method of ['GET', 'DELETE'] as const) {
        harness.server.requests.length = harness.calls.length = 0;
        harness.server.next(what);
        const read = harness.get({ method });
        await harness.waitThrough(1, 1300);
        expect(await read).toEqual({ ok: true });
        expect(harness.server.requests.map((request) => request.method)).toEqual([method, method]);
      }
    });

    it('are not repeated after their timeout', async () => {
      harness.server.next(fault.neverAnswers());
      const error = failure(harness.get());
      await until(() => harness.server.requests[0]?.ended === true);
      await harness.clock.advance(30_000);
      expect(await error).toMatchObject({
        name: 'TransportError',
        reason: 'timeout',
        operation: 'GET /{id}',
      });
      expect(harness.server.requests).toHaveLength(1);
    });

    it('count all attempts and waits into one timeout', async () => {
      harness.server.next(fault.html(503), fault.neverAnswers());
      const error = failure(harness.get({ timeoutMs: 5000 }));
      await harness.waitThrough(1, 1300);
      await until(() => harness.server.requests[1]?.ended === true);
      await harness.clock.advance(3700);
      expect(await error).toMatchObject({ reason: 'timeout' });
    });
  });

  it('repeats other writes only when they cannot have arrived', async () => {
    const post = (): Promise<unknown> =>
      harness.graph.request({ method: 'POST', path: '1/register', body: {} });
    harness.server.next(fault.reset());
    expect(await failure(post())).toMatchObject({
      name: 'TransportError',
      reason: 'connection-lost',
      sent: true,
    });
    harness.server.next(fault.html(502));
    expect(await failure(post())).toMatchObject({ name: 'UnexpectedAnswerError', httpStatus: 502 });
    expect(harness.server.requests).toHaveLength(2);
  });

  it('survives idle connections that the other side closes, without losing or doubling a send', async () => {
    for (let i = 0; i < 5; i++) {
      harness.server.next(fault.closeIdle());
      expect(await harness.send()).toEqual({ ok: true });
      await until(() => harness.server.open === 0);
    }
    expect(harness.server.requests).toHaveLength(5);
  });

  it('uses connections again', async () => {
    for (let i = 0; i < 20; i++) await harness.send();
    // Two, as a connection that has just answered is looked at before it is used again.
    expect(harness.server.connections).toBeLessThanOrEqual(2);
  });

  it('does not open more connections than allowed, and keeps them when queued requests are given up', async () => {
    const few = await GraphHarness.start({ http: { connections: 1 } });
    let answer: () => void = () => undefined;
    few.server.next((_request, response) => (answer = () => void response.writeHead(200).end('{}')));
    const first = few.send();
    await until(() => few.server.requests.length === 1);
    const controller = new AbortController();
    const queued = failure(few.send({ signal: controller.signal }));
    const late = failure(few.send({ timeoutMs: 10 }));
    await few.clock.advance(10);
    controller.abort();
    expect(await queued).toMatchObject({ name: 'TransportError', reason: 'aborted', sent: false });
    expect(await late).toMatchObject({ name: 'TransportError', reason: 'timeout', sent: false });
    answer();
    expect(await first).toEqual({});
    expect(await few.send()).toEqual({ ok: true });
    expect(few.server.connections).toBe(1);
    expect(few.server.requests).toHaveLength(2);
    await few.stop();
  });

  describe('without a connection', () => {
    it('tries again, for the send has not left', async () => {
      const port = await FaultServer.deadPort();
      const dead = await GraphHarness.start({
        graphUrl: `http://127.0.0.1:${port}`,
        allowedHosts: [`127.0.0.1:${port}`],
      });
      const error = failure(dead.send());
      await dead.waitThrough(1, 250);
      await dead.waitThrough(2, 500);
      expect(await error).toMatchObject({
        name: 'TransportError',
        reason: 'connect',
        sent: false,
        code: 'ECONNREFUSED',
        message: 'POST /{id}/messages: could not connect (ECONNREFUSED)',
      });
      await dead.stop();
    });

    it('ends the wait for a connection at `connectTimeoutMs`', async () => {
      const mute = createServer().listen(0, '127.0.0.1'); // takes connections, and never answers the TLS handshake
      await until(() => mute.listening);
      const host = `127.0.0.1:${(mute.address() as AddressInfo).port}`;
      const silent = await GraphHarness.start({
        http: { connectTimeoutMs: 20, maxAttempts: 1 },
        graphUrl: `https://${host}`,
        allowedHosts: [host],
      });
      expect(await failure(silent.send())).toMatchObject({
        reason: 'connect',
        sent: false,
        code: 'UND_ERR_CONNECT_TIMEOUT',
      });
      mute.close();
      await silent.stop();
    });
  });

  it('takes no answer beyond the limit', async () => {
    harness.server.next(fault.reply(200, { data: 'x'.repeat(1000) }));
    expect(await failure(harness.get({ maxBytes: 500 }))).toMatchObject({ reason: 'too-large', sent: true });
    await until(() => harness.server.open === 0);
  });

  it('shows no token, no number and no text of a message, whatever goes wrong', async () => {
    const echo = { message: `Bad token ${TOKEN}`, error_data: { details: `No such user +${PHONE}` } };
    const faults: Fault[] = [
      fault.reset(),
      fault.resetInBody(),
      fault.truncatedJson(),
      fault.html(502),
      fault.redirect(`https://evil.example/?t=${TOKEN}`),
      fault.reply(500, `<p>${TOKEN} ${PHONE}</p>`, { 'content-type': 'text/html' }),
      fault.graphError(401, { code: 190, ...echo }),
      fault.graphError(400, { code: 100, error_user_msg: `${TOKEN} ${PHONE}`, ...echo }),
    ];
    for (const what of faults) {
      harness.server.next(what);
      const shown = everythingShown(await failure(harness.send({ correlation: PHONE })));
      expect(shown).not.toContain(TOKEN);
      expect(shown).not.toContain(PHONE);
      expect(shown).not.toContain('secret words');
    }
    const { graph, directory, http } = harness;
    await harness.send();
    expect(everythingShown([graph, directory, http])).not.toContain(TOKEN);
    expect(harness.logs.join('\n')).not.toContain(TOKEN);
    expect(harness.server.requests).toHaveLength(faults.length + 1);
  });
});
