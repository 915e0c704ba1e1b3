import { CloudApiEmulator, SteppedClock } from '../../lib/testing';
import type { CloudApiEmulatorOptions } from '../../lib/testing';
import type { Json } from './emulator-receiver';

let emulator: CloudApiEmulator;

async function start(options: CloudApiEmulatorOptions = {}): Promise<CloudApiEmulator> {
  emulator = await CloudApiEmulator.start({ clock: new SteppedClock(Date.UTC(2026, 0, 10)), ...options });
  return emulator;
}

afterEach(() => emulator.stop());

interface Answer {
  status: number;
  body: Json;
  headers: Headers;
}

async function call(
  method: string,
  path: string,
  init: RequestInit = {},
  token = emulator.accessToken,
): Promise<Answer> {
  const response = await fetch(path.startsWith('http') ? path : `${emulator.url}${path}`, {
    method,
    ...init,
    headers: { authorization: `Bearer ${token}`, ...init.headers },
  });
  const text = await response.text();
  return {
    status: response.status,
    body: text === '' ? undefined : JSON.parse(text),
    headers: response.headers,
  };
}

function post(
  payload: unknown,
  path = `/v26.0/${emulator.phoneNumberId}/messages`,
  token?: string,
): Promise<Answer> {
  const init = { body: JSON.stringify(payload), headers: { 'content-type': 'application/json' } };
  return call('POST', path, init, token);
}

const text = (to: string, body = 'hello', rest: object = {}): object => ({
  messaging_product: 'whatsapp',
  to,
  type: 'text',
  text: { body },
  ...rest,
});

describe('sending', () => {
  beforeEach(() => start());

  it('answers with the phone number, and the user id when it is known', async () => {
    emulator.user({ name: 'Ann', phone: '15550100123', userId: 'US.5550' });
    const known = await post(text('+1 (555) 010-0123'));
    expect(known).toMatchObject({ status: 200 });
    expect(known.body).toEqual({
      messaging_product: 'whatsapp',
      contacts: [{ input: '+1 (555) 010-0123', wa_id: '15550100123', user_id: 'US.5550' }],
      messages: [{ id: expect.stringMatching(/^wamid\.[A-Za-z0-9+/]+=*$/) }],
    });
    const stranger = await post(text('15550109999'));
    expect(stranger.body.contacts).toEqual([{ input: '15550109999', wa_id: '15550109999' }]);
    expect(emulator.messages.map((message) => message.text)).toEqual(['hello', 'hello']);
  });

  it('answers without a phone number when the user is addressed by id', async () => {
    const ann = emulator.user({ name: 'Ann', userId: 'US.5550', username: 'ann' });
    const answer = await post({ ...text(''), to: undefined, recipient: 'US.5550' });
    expect(answer.body.contacts).toEqual([{ input: 'US.5550', user_id: 'US.5550' }]);
    await expect(ann.expectReply('hello')).resolves.toMatchObject({ type: 'text', status: 'accepted' });
  });

  it('answers with the group id, and all members get the message', async () => {
    const [ann, bob] = [emulator.user({ name: 'Ann' }), emulator.user({ name: 'Bob' })];
    const group = emulator.group({ subject: 'Trip', participants: [ann, bob] });
    const { body } = await post(text(group.id, 'hi all', { recipient_type: 'group' }));
    expect(body.contacts).toEqual([{ input: group.id, wa_id: group.id }]);
    expect(body.messages).toEqual([{ id: expect.any(String), group_id: group.id }]);
    expect(ann.lastMessage).toBe(bob.lastMessage);
    const unknown = await post(text('Y2FwaV9ncm91cDox', 'hi', { recipient_type: 'group' }));
    expect(unknown).toMatchObject({ status: 400, body: { error: { code: 131041 } } });
    const empty = emulator.group({ subject: 'Nobody', participants: [] });
    const alone = await post(text(empty.id, 'hi', { recipient_type: 'group' }));
    expect(alone.body.error.code).toBe(131020);
  });

  it('tells the status of templates only', async () => {
    const template = { name: 'hello_world', language: { code: 'en_US' } };
    const { body } = await post({
      messaging_product: 'whatsapp',
      to: '15550100123',
      type: 'template',
      template,
    });
    expect(body.messages[0].message_status).toBe('accepted');
  });

  it('makes ids that differ within a run and are the same in the next', async () => {
    const ids = async (): Promise<string[]> => {
      const answers = [await post(text('15550100123')), await post(text('15550100123'))];
      return answers.map(({ body }) => body.messages[0].id as string);
    };
    await emulator.stop();
    await start({ seed: 's' });
    const first = await ids();
    await emulator.stop();
    await start({ seed: 's' });
    expect(await ids()).toEqual(first);
    expect(new Set(first).size).toBe(2);
    expect(Buffer.from((first[0] ?? '').slice(6), 'base64').toString('latin1')).toContain('15550100123');
  });

  it.each([
    ['no product', { to: '15550100123', type: 'text', text: { body: 'x' } }, 100, 400],
    ['broken JSON', undefined, 100, 400],
    ['a long text', text('15550100123', 'x'.repeat(4097)), 100, 400],
    ['a quote of nothing', text('15550100123', 'x', { context: { message_id: 'wamid.none' } }), 131009, 400],
    ['itself', text('15550100001'), 131021, 400],
    [
      'a media id that is none',
      { messaging_product: 'whatsapp', to: '15550100123', type: 'image', image: { id: '1' } },
      100,
      400,
    ],
    [
      'a read mark for nothing',
      { messaging_product: 'whatsapp', status: 'read', message_id: 'wamid.none' },
      131009,
      400,
    ],
  ])('refuses %s', async (_what, payload, code, status) => {
    const answer = await post(payload);
    expect(answer.status).toBe(status);
    expect(answer.body).toEqual({
      error: expect.objectContaining({
        code,
        type: 'OAuthException',
        fbtrace_id: expect.any(String),
        message: expect.stringMatching(`^\\(#${code}\\) `),
      }),
    });
    expect(emulator.messages).toEqual([]);
    expect(emulator.transcript).toEqual([expect.objectContaining({ kind: 'refused', code })]);
  });

  it('says in the details what is wrong', async () => {
    const answer = await post({ messaging_product: 'whatsapp', to: '15550100123', type: 'text', text: {} });
    expect(answer.body.error).toMatchObject({
      message: '(#131008) Required parameter is missing',
      error_data: { messaging_product: 'whatsapp', details: "Parameter 'text.body' is mandatory." },
    });
  });

  it('takes parameters from a form too', async () => {
    const form = new URLSearchParams({
      messaging_product: 'whatsapp',
      to: '15550100123',
      type: 'text',
      text: '{"body":"from a form"}',
    });
    const { status } = await call('POST', `/${emulator.phoneNumberId}/messages`, { body: form });
    expect(status).toBe(200);
    expect(emulator.messages[0]?.text).toBe('from a form');
    form.set('text', '{"body":');
    expect((await call('POST', `/${emulator.phoneNumberId}/messages`, { body: form })).body.error.code).toBe(
      100,
    );
  });

  it('quotes what it sent, and refuses bodies without an end', async () => {
    const { body } = await post(text('15550100123'));
    const reply = await post(text('15550100123', 'again', { context: { message_id: body.messages[0].id } }));
    expect(reply.status).toBe(200);
    expect((await post(text('15550100123', 'x'.repeat(11 * 1024 * 1024)))).status).toBe(413);
  });

  it('reacts only to what is there, and says so afterwards', async () => {
    const ann = emulator.user({ name: 'Ann', phone: '15550100123' });
    const react = (message_id: string): Promise<Answer> =>
      post({
        messaging_product: 'whatsapp',
        to: '15550100123',
        type: 'reaction',
        reaction: { message_id, emoji: '👍' },
      });
    const { body } = await post(text('15550100123'));
    const good = await react(body.messages[0].id);
    await react(good.body.messages[0].id);
    await react('wamid.none');
    await emulator.idle();
    expect(emulator.messages.map(({ status, errorCode }) => [status, errorCode])).toEqual([
      ['accepted', undefined],
      ['accepted', undefined],
      ['failed', 131009],
      ['failed', 131009],
    ]);
    expect(ann.inbox.map((message) => message.text)).toEqual(['hello', '👍']);
  });
});

describe('paths and tokens', () => {
  beforeEach(() =>
    start({
      apiVersions: ['v26.0'],
      numbers: [
        { phoneNumberId: '200555000000002', displayPhoneNumber: '15550100002', accessToken: 'other' },
      ],
    }),
  );

  it('refuses no token, a wrong token, and one of another number', async () => {
    const response = await fetch(`${emulator.url}/${emulator.phoneNumberId}/messages`, { method: 'POST' });
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ error: { code: 104 } });
    expect(await post(text('15550100123'), undefined, 'wrong')).toMatchObject({
      status: 401,
      body: { error: { code: 190 } },
    });
    expect(await post(text('15550100123'), undefined, 'other')).toMatchObject({
      status: 400,
      body: { error: { code: 100, error_subcode: 33, type: 'GraphMethodException' } },
    });
    expect((await post(text('15550100123'), '/200555000000002/messages', 'other')).status).toBe(200);
  });

  it.each([
    ['an id that does not exist', 'POST', '/v26.0/999/messages', 400, 100, 33],
    ['a name that does not exist', 'GET', '/v26.0/nobody', 404, 803, undefined],
    ['an edge that does not exist', 'POST', '/v26.0/200555000000001/massages', 400, 2500, undefined],
    ['a method that does not exist', 'GET', '/v26.0/200555000000001/messages', 400, 100, 33],
    ['a version that does not exist', 'POST', '/v99.0/200555000000001/messages', 400, 2500, undefined],
    ['the root', 'GET', '/', 400, 2500, undefined],
    ['a long path', 'GET', '/a/b/c', 400, 2500, undefined],
    ['a method that an account does not have', 'DELETE', '/300555000000001', 400, 100, 33],
    ['an id that cannot be decoded', 'GET', '/%E0%A4%A', 404, 803, undefined],
  ])('refuses %s', async (_what, method, path, status, code, subcode) => {
    const answer = await call(method, path);
    expect(answer.status).toBe(status);
    expect(answer.body.error.code).toBe(code);
    expect(answer.body.error.error_subcode).toBe(subcode);
  });

  it('records requests without the token', async () => {
    await post(
      text('15550100123'),
      `/v26.0/${emulator.phoneNumberId}/messages?access_token=${emulator.accessToken}&appsecret_proof=zzz2&x=1`,
    );
    await post(text('1'), `/${emulator.phoneNumberId}/messages`);
    expect(emulator.requests).toMatchObject([
      {
        method: 'POST',
        version: 'v26.0',
        path: '/200555000000001/messages',
        query: { x: '1' },
        status: 200,
        body: { to: '15550100123' },
      },
      { version: undefined, query: {}, status: 400, code: 131009 },
    ]);
    expect(JSON.stringify(emulator.requests)).not.toMatch(/emulator-access-token|zzz/);
  });
});

describe('media', () => {
  beforeEach(() => start());

  const form = (parts: Record<string, string | Blob>): FormData => {
    const data = new FormData();
    for (const [name, value] of Object.entries(parts)) {
      if (typeof value === 'string') data.set(name, value);
      else data.set(name, value, 'photo.jpg');
    }
    return data;
  };
  const upload = (parts: Record<string, string | Blob>): Promise<Answer> =>
    call('POST', `/v26.0/${emulator.phoneNumberId}/media`, { body: form(parts) });
  const photo = new Blob([new Uint8Array([0xff, 0xd8, 1, 2, 3])], { type: 'image/jpeg' });

  it('keeps, describes, serves and deletes a file', async () => {
    const { body } = await upload({ messaging_product: 'whatsapp', type: 'image/jpeg', file: photo });
    const info = await call('GET', `/v26.0/${body.id}`);
    expect(info.body).toEqual({
      messaging_product: 'whatsapp',
      url: expect.stringContaining(emulator.url),
      mime_type: 'image/jpeg',
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      file_size: '5',
      id: body.id,
    });
    const download = await fetch(info.body.url, {
      headers: { authorization: `Bearer ${emulator.accessToken}` },
    });
    expect(download.headers.get('content-type')).toBe('image/jpeg');
    expect([...new Uint8Array(await download.arrayBuffer())]).toEqual([0xff, 0xd8, 1, 2, 3]);
    expect(emulator.media(body.id)).toMatchObject({
      filename: 'photo.jpg',
      phoneNumberId: emulator.phoneNumberId,
    });
    expect((await call('DELETE', `/v26.0/${body.id}?phone_number_id=1`)).status).toBe(400);
    expect((await call('DELETE', `/v26.0/${body.id}`)).body).toEqual({ success: true });
    expect((await call('GET', `/v26.0/${body.id}`)).body.error).toMatchObject({
      code: 100,
      error_subcode: 33,
    });
    expect(emulator.requests[0]?.body).toEqual({
      messaging_product: 'whatsapp',
      type: 'image/jpeg',
      file: { filename: 'photo.jpg', contentType: 'image/jpeg', bytes: 5 },
    });
  });

  it('sends what was uploaded', async () => {
    const { body } = await upload({ messaging_product: 'whatsapp', type: 'image/jpeg', file: photo });
    const image = { id: body.id };
    expect(
      (await post({ messaging_product: 'whatsapp', to: '15550100123', type: 'image', image })).status,
    ).toBe(200);
  });

  it('serves only with the token, for 5 minutes, and keeps the file for 30 days', async () => {
    const { body } = await upload({ messaging_product: 'whatsapp', type: 'image/jpeg', file: photo });
    const { url } = (await call('GET', `/v26.0/${body.id}?phone_number_id=${emulator.phoneNumberId}`)).body;
    expect((await fetch(url)).status).toBe(401);
    expect((await call('GET', url.replace(/hash=../, 'hash=zz'))).status).toBe(404);
    await emulator.advance(5 * 60_000 - 1);
    expect((await fetch(url, { headers: { authorization: `Bearer ${emulator.accessToken}` } })).status).toBe(
      200,
    );
    await emulator.advance(1);
    expect((await call('GET', url)).status).toBe(404);
    await emulator.advance(30 * 24 * 3_600_000);
    expect((await call('GET', `/v26.0/${body.id}`)).status).toBe(400);
  });

  it.each([
    ['no product', { type: 'image/jpeg', file: photo }, 100],
    ['no file', { messaging_product: 'whatsapp', type: 'image/jpeg' }, 100],
    ['a file that is text', { messaging_product: 'whatsapp', type: 'image/jpeg', file: 'x' }, 100],
    ['an unknown type', { messaging_product: 'whatsapp', type: 'image/gif', file: photo }, 100],
    [
      'a picture that is too large',
      {
        messaging_product: 'whatsapp',
        type: 'image/jpeg',
        file: new Blob([new Uint8Array(5 * 1024 * 1024 + 1)]),
      },
      131053,
    ],
  ])('refuses %s', async (_what, parts: Record<string, string | Blob>, code) => {
    expect(await upload(parts)).toMatchObject({ status: 400, body: { error: { code } } });
  });

  it('refuses a form beyond the limits while it comes in', async () => {
    const parts = Object.fromEntries(
      Array.from({ length: 21 }, (_, index) => [`part${index}`, 'x'.repeat(50_000)]),
    );
    const answer = await upload(parts);
    expect(answer).toMatchObject({
      status: 400,
      body: { error: { code: 100, error_data: { details: 'The form has too many parts.' } } },
    });
  });

  it('refuses a body that is no form', async () => {
    const answer = await post({ messaging_product: 'whatsapp' }, `/${emulator.phoneNumberId}/media`);
    expect(answer).toMatchObject({ status: 400, body: { error: { code: 100 } } });
  });
});

describe('faults', () => {
  beforeEach(() => start({ messagesPerSecond: 2 }));

  it('answers with a code, as often as asked, on the path that was named', async () => {
    emulator.failNext({
      path: '/messages',
      code: 130429,
      details: 'slow down',
      times: 2,
      headers: { 'retry-after': '7' },
    });
    expect((await call('GET', '/v26.0/nobody')).body.error.code).toBe(803);
    const refused = await post(text('15550100123'));
    expect(refused).toMatchObject({
      status: 400,
      body: { error: { code: 130429, error_data: { details: 'slow down' } } },
    });
    expect(refused.headers.get('retry-after')).toBe('7');
    expect((await post(text('15550100123'))).status).toBe(400);
    expect((await post(text('15550100123'))).status).toBe(200);
    expect(emulator.messages).toHaveLength(1);
  });

  it('answers with any status and body', async () => {
    emulator.failNext({ status: 503, body: '<html>busy</html>' });
    emulator.failNext({ path: /messages$/, method: 'post', status: 500 });
    emulator.failNext({ body: { odd: true } });
    const html = await fetch(emulator.url);
    expect([html.status, html.headers.get('content-type'), await html.text()]).toEqual([
      503,
      'text/html; charset=utf-8',
      '<html>busy</html>',
    ]);
    expect(await post(text('15550100123'))).toMatchObject({ status: 500, body: undefined });
    expect(await post(text('15550100123'))).toMatchObject({ status: 500, body: { odd: true } });
  });

  it('resets the connection before or after the request took effect', async () => {
    emulator.failNext({ resetSocket: true });
    emulator.failNext({ resetSocket: 'after' });
    await expect(post(text('15550100123', 'lost'))).rejects.toThrow('fetch failed');
    expect(emulator.messages).toEqual([]);
    await expect(post(text('15550100123', 'sent'))).rejects.toThrow('fetch failed');
    expect(emulator.messages.map((message) => message.text)).toEqual(['sent']);
  });

  it('delays by its clock, and the request takes effect though nobody waits for it', async () => {
    emulator.failNext({ delayMs: 1000, times: 2 });
    const client = new AbortController();
    const arrived = new Promise((resolve) => emulator.on('message', resolve));
    const init = { body: JSON.stringify(text('15550100123', 'late')), signal: client.signal };
    const pending = call('POST', `/${emulator.phoneNumberId}/messages`, init);
    const second = call('GET', '/nobody');
    while (emulator.requests.length < 2 || emulator.requests[0]?.body === undefined)
      await new Promise(setImmediate);
    client.abort();
    await expect(pending).rejects.toThrow('aborted');
    expect(emulator.messages).toEqual([]);
    await emulator.advance(1000);
    await arrived;
    expect(emulator.messages.map((message) => message.text)).toEqual(['late']);
    expect((await second).status).toBe(404);
  });

  it('refuses more messages a second than the number may send', async () => {
    const statuses = async (): Promise<number[]> => {
      const answers = [
        await post(text('15550100123')),
        await post(text('15550100123')),
        await post(text('15550100123')),
      ];
      return answers.map((answer) => answer.body.error?.code ?? 200);
    };
    expect(await statuses()).toEqual([200, 200, 130429]);
    await emulator.advance(1000);
    expect(await statuses()).toEqual([200, 200, 130429]);
  });
});
