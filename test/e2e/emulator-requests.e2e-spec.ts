import { request as httpRequest } from 'node:http';
import { CloudApiEmulator, SteppedClock } from '../../lib/testing';
import type { Json } from './emulator-receiver';

/** The many ways in which clients write the same request. */
describe('requests to the emulator', () => {
  let emulator: CloudApiEmulator;

  beforeEach(async () => {
    emulator = await CloudApiEmulator.start({ clock: new SteppedClock(Date.UTC(2026, 0, 10)) });
  });
  afterEach(() => emulator.stop());

  async function send(
    path: string,
    init: RequestInit & { token?: string | false } = {},
  ): Promise<{ status: number; body: Json }> {
    const { token = emulator.accessToken, ...rest } = init;
    const response = await fetch(`${emulator.url}${path}`, {
      method: 'POST',
      ...rest,
      headers: { ...(token !== false && { authorization: `Bearer ${token}` }), ...rest.headers },
    });
    return { status: response.status, body: (await response.json()) as Json };
  }
  const messagesPath = (): string => `/v26.0/${emulator.phoneNumberId}/messages`;
  const json = { 'content-type': 'application/json' };

  describe('a message', () => {
    const fields = {
      messaging_product: 'whatsapp',
      to: '15550100123',
      type: 'text',
      text: '{"body":"hello"}',
    };
    const form = (pairs: Record<string, string>): FormData => {
      const data = new FormData();
      for (const [name, value] of Object.entries(pairs)) data.set(name, value);
      return data;
    };
    const ways: [string, () => Promise<{ status: number; body: Json }>][] = [
      ['a form with JSON text', () => send(messagesPath(), { body: new URLSearchParams(fields) })],
      [
        'a form with brackets',
        () =>
          send(messagesPath(), {
            body: new URLSearchParams([
              ['messaging_product', 'whatsapp'],
              ['to', '15550100123'],
              ['text[body]', 'hello'],
              ['text[preview_url]', 'true'],
            ]),
          }),
      ],
      ['a form of parts', () => send(messagesPath(), { body: form(fields) })],
      ['the query alone', () => send(`${messagesPath()}/?${new URLSearchParams(fields).toString()}`)],
      [
        'a JSON body with JSON text in it',
        () => send(messagesPath(), { headers: json, body: JSON.stringify(fields) }),
      ],
      [
        'query and body together',
        () =>
          send(`${messagesPath()}?messaging_product=whatsapp&to=1`, {
            headers: { 'content-type': 'Application/JSON; charset=UTF-8' },
            body: JSON.stringify({ to: '15550100123', text: { body: 'hello' } }),
          }),
      ],
    ];

    it.each(ways)('arrives from %s', async (_what, post) => {
      expect(await post()).toMatchObject({ status: 200 });
      expect(emulator.messages).toMatchObject([{ text: 'hello', payload: { to: '15550100123' } }]);
    });
  });

  describe('the token', () => {
    const body = { messaging_product: 'whatsapp', to: '15550100123', text: { body: 'hello' } };

    it('may stand in a JSON body, a form and a form of parts, and is not recorded', async () => {
      const access_token = emulator.accessToken;
      const parts = new FormData();
      parts.set('access_token', access_token);
      parts.set('new_display_name', 'Lamps');
      const number = `/${emulator.phoneNumberId}`;
      const answers = [
        await send(messagesPath(), {
          token: false,
          headers: json,
          body: JSON.stringify({ ...body, access_token }),
        }),
        await send(number, { token: false, body: new URLSearchParams({ pin: '123456', access_token }) }),
        await send(number, { token: false, body: parts }),
      ];
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
      expect(emulator.number()).toMatchObject({ pin: '123456', newDisplayName: 'Lamps' });
      expect(emulator.requests[0]?.body).toEqual(body);
      expect(JSON.stringify(emulator.requests)).not.toContain(access_token);
    });

    it('counts in the query before the header, so that one client can speak for the app too', async () => {
      const path = `/v26.0/${emulator.appId}/subscriptions`;
      const appToken = encodeURIComponent(`${emulator.appId}|${emulator.appSecret}`);
      expect((await send(path, { method: 'GET' })).body.error.code).toBe(15);
      expect(await send(`${path}?access_token=${appToken}`, { method: 'GET' })).toMatchObject({
        status: 200,
        body: { data: [] },
      });
      const inBody = new URLSearchParams({ access_token: decodeURIComponent(appToken) });
      const deleted = await send(path, { method: 'DELETE', token: false, body: inBody });
      expect(deleted).toEqual({ status: 200, body: { success: true } });
    });

    it('is not needed to get one', async () => {
      const query = `client_id=${emulator.appId}&client_secret=${emulator.appSecret}`;
      const exchanged = await send(`/v26.0/oauth/access_token?${query}&code=abc`, {
        method: 'GET',
        token: false,
      });
      expect(exchanged.body).toEqual({ access_token: emulator.accessToken, token_type: 'bearer' });
      const wrong = await send(`/oauth/access_token?${query}0&code=abcd`, { method: 'GET', token: false });
      expect(wrong.status).toBe(400);
      expect(JSON.stringify(emulator.requests)).not.toContain(emulator.appSecret);
    });
  });

  describe('an upload', () => {
    const file = new Blob([new Uint8Array([0x89, 0x50, 0x4e, 0x47])], { type: 'image/png' });
    const path = (): string => `/v26.0/${emulator.phoneNumberId}/media`;

    it('takes its parameters from the query too', async () => {
      const form = new FormData();
      form.set('file', file, 'a.png');
      const { body } = await send(`${path()}?messaging_product=whatsapp`, { body: form });
      expect(emulator.media(body.id)).toMatchObject({ mimeType: 'image/png', filename: 'a.png' });
    });

    it('comes in pieces of unknown number, with a file name in another alphabet', async () => {
      const lines = [
        '--part',
        'Content-Disposition: form-data; name="messaging_product"',
        '',
        'whatsapp',
        '--part',
        'Content-Type: image/png',
        'Content-Disposition: form-data; name="file"; filename*=utf-8\'\'%D1%84%D0%BE%D1%82%D0%BE.png',
        '',
        'PNG',
        '--part--',
        '',
      ];
      const id = await new Promise<string>((resolve, reject) => {
        const request = httpRequest(`${emulator.url}${path()}`, {
          method: 'POST',
          headers: {
            authorization: `Bearer ${emulator.accessToken}`,
            'content-type': 'multipart/form-data; boundary=part',
          },
        });
        request.on('error', reject);
        request.on('response', (response) => {
          response.setEncoding('utf8');
          response.on('data', (text: string) => resolve((JSON.parse(text) as { id: string }).id));
        });
        for (const line of lines) request.write(`${line}\r\n`);
        request.end();
      });
      expect(emulator.media(id)).toMatchObject({ filename: 'фото.png', data: Buffer.from('PNG') });
    });

    it('can be looked at without being fetched', async () => {
      const form = new FormData();
      form.set('messaging_product', 'whatsapp');
      form.set('file', file, 'a.png');
      const { id } = (await send(path(), { body: form })).body;
      const { url } = (await send(`/${id}/`, { method: 'GET' })).body;
      const headers = { authorization: `Bearer ${emulator.accessToken}` };
      const head = await fetch(url, { method: 'HEAD', headers });
      expect([head.status, head.headers.get('content-length')]).toEqual([200, '4']);
    });
  });

  it('change a group in one form: texts and picture', async () => {
    const group = emulator.group({ subject: 'Lamps', participants: [emulator.user({ name: 'Ann' })] });
    const form = new FormData();
    form.set('messaging_product', 'whatsapp');
    form.set('subject', 'Lamp fans');
    form.set('profile_picture_file', new Blob(['jpeg'], { type: 'image/jpeg' }), 'p.jpg');
    expect((await send(`/v26.0/${group.id}`, { body: form })).status).toBe(200);
    expect(emulator.groups[0]).toMatchObject({ subject: 'Lamp fans', picture: Buffer.from('jpeg') });
    expect((await send(`/v26.0/${group.id}`, { body: new FormData() })).body.error.code).toBe(100);
    const noForm = await send(`/v26.0/${group.id}`, {
      body: 'no form',
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
    });
    expect(noForm).toMatchObject({ status: 400, body: { error: { code: 100 } } });
  });

  it('rename a QR code by its path as well, and write the image format in any case', async () => {
    const edge = `/v26.0/${emulator.phoneNumberId}/message_qrdls`;
    const made = await send(`${edge}?generate_qr_image=png&prefilled_message=hi`);
    expect(made.body.qr_image_url).toMatch(/\.png$/);
    const { code } = made.body;
    const renamed = await send(`${edge}/${code}`, {
      body: new URLSearchParams({ prefilled_message: '[hello]' }),
    });
    expect(renamed.body).toMatchObject({ code, prefilled_message: '[hello]' });
  });

  it('read settings with empty fields, and change one feature beside other parameters', async () => {
    const path = `/v26.0/${emulator.phoneNumberId}/settings`;
    const changed = await send(`${path}?locale=en_US`, {
      headers: json,
      body: JSON.stringify({ messaging_product: 'whatsapp', calling: { status: 'ENABLED' } }),
    });
    expect(changed.body).toEqual({ success: true });
    expect((await send(`${path}?fields=`, { method: 'GET' })).body.calling).toMatchObject({
      status: 'ENABLED',
    });
    const two = { calling: { status: 'ENABLED' }, user_identity_change: { enable_identity_key_check: true } };
    const refused = await send(path, { headers: json, body: JSON.stringify(two) });
    expect(refused).toMatchObject({ status: 400, body: { error: { code: 100 } } });
  });
});
