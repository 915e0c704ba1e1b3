import { gzipSync } from 'node:zlib';
import { connect } from 'node:net';
import { ADAPTERS, boot, handshakeQuery, PATH, SECRET, textWebhook, VERIFY_TOKEN } from './webhook-harness';
import type { AppSetup, RunningApp, RecordingEngine } from './webhook-harness';
import { signBody } from '../../lib/http/signature';

const at = `/${PATH}`;

/** Sends bytes as they are and returns all that comes back until the connection ends or `until` has been seen. */
function raw(port: number, text: string, until?: RegExp): Promise<string> {
  return new Promise((resolve) => {
    let received = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    const finish = (): void => {
      socket.destroy();
      resolve(received);
    };
    socket.on('data', (chunk) => {
      received += chunk.toString();
      if (until?.test(received)) finish();
    });
    socket.on('close', finish).on('error', finish);
  });
}

describe.each(ADAPTERS)('webhook requests on %s', (adapter) => {
  let running: RunningApp;
  let engine: RecordingEngine;

  beforeAll(async () => {
    running = await boot({ adapter });
    engine = running.engine;
  });
  afterAll(() => running.app.close());
  beforeEach(() => {
    engine.batches.length = 0;
    engine.verdict = () => Promise.resolve('settled');
    running.logger.lines.length = 0;
  });

  async function withApp<T>(
    setup: Omit<AppSetup, 'adapter'>,
    use: (app: RunningApp) => Promise<T>,
  ): Promise<T> {
    const other = await boot({ adapter, ...setup });
    try {
      return await use(other);
    } finally {
      await other.app.close();
    }
  }

  describe('signature over the bytes as received', () => {
    it.each([
      ['escaped non-ASCII letters', textWebhook('@').replace('@', '\\u00e9\\ud83d\\ude00'), 'é😀'],
      [
        'escaped slashes',
        textWebhook('@').replace('@', 'https:\\/\\/example.com\\/a'),
        'https://example.com/a',
      ],
      ['plain emoji', textWebhook('👩‍🚀 ok'), '👩‍🚀 ok'],
      ['white space', `${textWebhook('a')}\r\n  `, 'a'],
    ])('accepts %s', async (_name, body, text) => {
      expect(await running.post(body)).toMatchObject({ status: 200, text: '' });
      expect(engine.envelopes).toHaveLength(1);
      expect(engine.envelopes[0]?.payload).toMatchObject({ text: { body: text } });
    });

    it('refuses the signature of the same JSON in other bytes', async () => {
      const body = textWebhook('@').replace('@', '\\u00e9');
      const signature = signBody(SECRET, JSON.stringify(JSON.parse(body)));
      expect(await running.post(body, { headers: { 'x-hub-signature-256': signature } })).toMatchObject({
        status: 401,
      });
    });

    it('accepts upper-case digits', async () => {
      const body = textWebhook();
      const signature = `sha256=${signBody(SECRET, body).slice(7).toUpperCase()}`;
      expect(await running.post(body, { headers: { 'x-hub-signature-256': signature } })).toMatchObject({
        status: 200,
      });
    });

    const body = textWebhook();
    const good = signBody(SECRET, body);
    it.each([
      ['none', undefined],
      ['an empty one', ''],
      ['too few digits', good.slice(0, -1)],
      ['too many digits', `${good}0`],
      ['no digits', `sha256=${'z'.repeat(64)}`],
      ['another algorithm', good.replace('sha256', 'sha512')],
      ['no algorithm', good.slice(7)],
      ['two', [good, good]],
      ['two in one header', `${good}, ${good}`],
      ['another secret', signBody('other', body)],
      ['an empty secret', signBody('', body)],
      ['another body', signBody(SECRET, `${body} `)],
    ])('refuses %s with 401', async (_name, signature) => {
      const response = await running.post(body, { headers: { 'x-hub-signature-256': signature } });
      expect(response.status).toBe(401);
      expect(engine.batches).toHaveLength(0);
    });

    it.each([
      ['none', undefined],
      ['text/plain', 'text/plain'],
      ['a form', 'application/x-www-form-urlencoded'],
      ['multipart', 'multipart/form-data; boundary=x'],
      ['nonsense', ';;'],
      ['a charset', 'application/json; charset=utf-8'],
    ])('checks it whatever the content type is: %s', async (_name, type) => {
      const wrong = { 'content-type': type, 'x-hub-signature-256': signBody('other', body) };
      expect(await running.post(body, { headers: wrong })).toMatchObject({ status: 401 });
      expect(await running.post(body, { headers: { 'content-type': type } })).toMatchObject({ status: 200 });
      expect(engine.envelopes).toHaveLength(1);
    });

    it('checks a body that comes in pieces without a length', async () => {
      const large = textWebhook('é'.repeat(500_000));
      expect(await running.post(large, { chunkSize: 9_973 })).toMatchObject({ status: 200 });
      expect(
        await running.post(large, { chunkSize: 9_973, headers: { 'x-hub-signature-256': good } }),
      ).toMatchObject({
        status: 401,
      });
    });
  });

  it('refuses an empty body: 401 unsigned, 400 signed', async () => {
    for (const type of ['application/json', undefined]) {
      expect(await running.send({ path: at, headers: { 'content-type': type } })).toMatchObject({
        status: 401,
      });
      expect(await running.post('', { headers: { 'content-type': type } })).toMatchObject({ status: 400 });
    }
    expect(running.logger.lines).toEqual([expect.stringMatching(/signed but not JSON/)]);
  });

  it('answers 400 to signed bytes that are not JSON, and says so', async () => {
    expect(await running.post('{"object":')).toMatchObject({ status: 400, text: 'the body is not JSON' });
    expect(engine.batches).toHaveLength(0);
  });

  it('does not unpack compressed bodies: the signature is over the bytes as they came', async () => {
    const packed = gzipSync(textWebhook());
    const headers = { 'content-encoding': 'gzip' };
    expect(await running.post(packed, { headers })).toMatchObject({ status: 400 });
    const ofContent = { ...headers, 'x-hub-signature-256': signBody(SECRET, textWebhook()) };
    expect(await running.post(packed, { headers: ofContent })).toMatchObject({ status: 401 });
  });

  it.each(['{"object":"page","entry":[{"id":"1","time":1}]}', '{"object":"instagram","entry":[]}'])(
    'answers 200 to another product: %s',
    async (body) => {
      expect(await running.post(body)).toMatchObject({ status: 200 });
      expect(engine.batches).toHaveLength(0);
    },
  );

  it.each([
    ['settled', 200],
    ['deadline', 503],
    ['draining', 503],
    ['redeliver', 500],
  ] as const)('answers %s with %i and without a body', async (verdict, status) => {
    engine.verdict = () => Promise.resolve(verdict);
    const response = await running.post(textWebhook());
    expect(response).toMatchObject({ status, text: '' });
    expect(response.headers['retry-after']).toBe(status === 503 ? '5' : undefined);
  });

  it('answers 500 and logs when the engine fails', async () => {
    for (const fail of [
      () => Promise.reject(new Error('store is down')),
      () => {
        throw new Error('store is down');
      },
    ]) {
      engine.verdict = fail;
      expect(await running.post(textWebhook())).toMatchObject({ status: 500, text: '' });
    }
    expect(running.logger.lines).toEqual([expect.stringMatching(/^error .*Meta will deliver it again/)]);
  });

  describe('handshake', () => {
    it.each([
      ['mode', handshakeQuery({ 'hub.mode': 'unsubscribe' })],
      ['token', handshakeQuery({ 'hub.verify_token': `${VERIFY_TOKEN}x` })],
      ['empty token', handshakeQuery({ 'hub.verify_token': '' })],
      ['repeated mode', `${handshakeQuery()}&hub.mode=subscribe`],
      ['repeated token', `${handshakeQuery()}&hub.verify_token=${encodeURIComponent(VERIFY_TOKEN)}`],
      ['repeated challenge', `${handshakeQuery()}&hub.challenge=2`],
      ['array syntax', handshakeQuery().replace('hub.verify_token', 'hub.verify_token[]')],
      ['no query', ''],
    ])('refuses a wrong %s with 403', async (_name, query) => {
      const response = await running.handshake(query);
      expect(response).toMatchObject({ status: 403, text: 'verification failed' });
    });

    it.each(['0012', '<script>', '{"a":1}', 'é+ &'])(
      'gives the challenge back as it is: %s',
      async (challenge) => {
        const response = await running.handshake(handshakeQuery({ 'hub.challenge': challenge }));
        expect(response).toMatchObject({ status: 200, text: challenge });
        expect(response.headers).toMatchObject({
          'content-type': 'text/plain; charset=utf-8',
          'x-content-type-options': 'nosniff',
        });
      },
    );

    it.each([undefined, ''])('names the option when the verify token is %j', async (verifyToken) => {
      await withApp({ options: { verifyToken } as object }, async (app) => {
        expect(await app.handshake()).toMatchObject({ status: 403 });
        expect(await app.handshake(handshakeQuery({ 'hub.verify_token': '' }))).toMatchObject({
          status: 403,
        });
        expect(app.logger.lines).toEqual([expect.stringMatching(/set the option `verifyToken`/)]);
      });
    });
  });

  describe('size', () => {
    it('takes the limit from the options', async () => {
      await withApp({ options: { webhook: { bodyLimit: 600 } } }, async (app) => {
        const fits = textWebhook('').padEnd(600);
        expect(await app.post(fits)).toMatchObject({ status: 200 });
        for (const chunkSize of [undefined, 100]) {
          const request = chunkSize ? { chunkSize } : {};
          expect(await app.post(`${fits} `, request)).toMatchObject({
            status: 413,
            text: 'the body is too large',
          });
        }
        expect(app.logger.lines).toEqual([
          expect.stringMatching(/more than 600 bytes; the option `webhook.bodyLimit`/),
        ]);
      });
    });

    it('leaves the connection in a known state', async () => {
      await withApp({ options: { webhook: { bodyLimit: 100 } } }, async (app) => {
        const next = `GET ${at}?${handshakeQuery()} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`;
        const head = `POST ${at} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n`;
        const declared = `${head}Content-Length: 5000\r\n\r\n${'x'.repeat(5000)}`;
        const inPieces = `${head}Transfer-Encoding: chunked\r\n\r\n1388\r\n${'x'.repeat(5000)}\r\n0\r\n\r\n`;
        for (const tooLong of [declared, inPieces]) {
          const statuses = (await raw(app.port, tooLong + next)).match(
            /(?<=HTTP\/1.1 )\d+|connection: close/gi,
          );
          // Fastify hangs up; on Express the connection goes on.
          expect(statuses).toEqual(
            adapter === 'fastify' ? ['413', 'connection: close'] : ['413', '200', 'Connection: close'],
          );
        }
      });
    });

    it('may be above the default', async () => {
      await withApp({ options: { webhook: { bodyLimit: 5_000_000 } } }, async (app) => {
        expect(await app.post(textWebhook('x'.repeat(4_500_000)))).toMatchObject({ status: 200 });
      });
    });

    it('answers while a body that is too long is still on its way', async () => {
      const head = `POST ${at} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 999999999\r\n\r\n`;
      expect(await raw(running.port, `${head}{"a"`, /too large/)).toMatch(/^HTTP\/1.1 413 /);
    });
  });

  it('survives clients that go away', async () => {
    const head = `POST ${at} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n`;
    await Promise.all(
      Array.from({ length: 20 }, () => {
        return new Promise<void>((resolve) => {
          const socket = connect(running.port, '127.0.0.1', () => {
            socket.write(`${head}{"object":"whats`, () => socket.destroy());
          });
          socket.on('close', () => resolve());
        });
      }),
    );
    expect(await running.post(textWebhook())).toMatchObject({ status: 200 });
    expect(engine.batches).toHaveLength(1);
    expect(running.logger.lines).toEqual([]);
  });

  it('serves several webhooks on one connection', async () => {
    const message = (body: string): string =>
      `POST ${at} HTTP/1.1\r\nHost: x\r\nX-Hub-Signature-256: ${signBody(SECRET, body)}\r\n` +
      `Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
    const pipelined = message(textWebhook('a')) + message(textWebhook('é')) + message(textWebhook('c'));
    const received = await raw(running.port, pipelined, /(HTTP\/1.1 200[^]*){3}/);
    expect(received.match(/HTTP\/1.1 200 OK/g)).toHaveLength(3);
    expect(engine.envelopes).toHaveLength(3);
  });
});
