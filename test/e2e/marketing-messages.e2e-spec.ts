import { MessagesService } from 'nestjs-whatsapp-cloud';
import type { CloudApiEmulator } from 'nestjs-whatsapp-cloud/testing';
import { OnlyMarketingMessagesSupportedError } from '../../lib/errors/marketing-messages.errors';
import { PayloadValidationError } from '../../lib/errors/payload-validation.error';
import type { Booted } from '../support/boot';
import { ADAPTERS, boot } from '../support/boot';
import type { Json } from './emulator-receiver';

const to = '15550100123';
const PROMO = { name: 'promo', language: 'en_US', params: ['Ann'] };

describe.each(ADAPTERS)('the Marketing Messages API of the emulator, on %s', (adapter) => {
  let booted: Booted;
  let emulator: CloudApiEmulator;
  let messages: MessagesService;

  beforeEach(async () => {
    booted = await boot({ adapter, emulator: { autoStatuses: ['sent', 'delivered'] } });
    emulator = booted.emulator;
    messages = booted.app.get(MessagesService);
    const components = [{ type: 'BODY', text: 'Hi {{1}}, look at this today.' }];
    emulator.templates.add({ name: 'promo', category: 'MARKETING', components });
    emulator.templates.add({ name: 'shipped', category: 'UTILITY', components });
  });
  afterEach(() => booted.stop());

  /** Meta's answer to a body of a test's own. */
  async function post(body: object): Promise<{ status: number; body: Json }> {
    const response = await fetch(`${emulator.url}/v26.0/${emulator.phoneNumberId}/marketing_messages`, {
      method: 'POST',
      headers: { authorization: `Bearer ${emulator.accessToken}`, 'content-type': 'application/json' },
      body: JSON.stringify({ messaging_product: 'whatsapp', to, ...body }),
    });
    return { status: response.status, body: (await response.json()) as Json };
  }

  const wire = (name: string, parameters: object[] = [{ type: 'text', text: 'Ann' }]): object => ({
    type: 'template',
    template: { name, language: { code: 'en_US' }, components: [{ type: 'body', parameters }] },
  });

  it('delivers a marketing template, with its settings', async () => {
    const ann = emulator.user({ name: 'Ann', phone: to });
    const result = await messages.sendMarketingMessage({
      to,
      ...PROMO,
      productPolicy: 'CLOUD_API_FALLBACK',
      messageActivitySharing: false,
      correlation: 'campaign-1',
    });
    expect(result).toMatchObject({
      status: 'accepted',
      recipient: { input: to, waId: to, userId: ann.profile.userId },
    });
    const message = await ann.expectReply({ type: 'template', template: { name: 'promo' } });
    expect(message.id).toBe(result.messageId);
    expect(message.payload).toMatchObject({
      product_policy: 'CLOUD_API_FALLBACK',
      message_activity_sharing: false,
      biz_opaque_callback_data: 'campaign-1',
    });
    await emulator.idle();
    expect(message.status).toBe('delivered');
    const posts = emulator.requests.filter(({ method }) => method === 'POST');
    expect(posts.map(({ path }) => path)).toEqual([`/${emulator.phoneNumberId}/marketing_messages`]);
  });

  it('reaches a user by user id', async () => {
    const ben = emulator.user({ name: 'Ben', username: 'ben' });
    const { recipient } = await messages.sendMarketingMessage({ to: ben.profile.userId, ...PROMO });
    expect(recipient).toEqual({ input: ben.profile.userId, userId: ben.profile.userId });
    const { payload } = await ben.expectReply({ type: 'template' });
    expect(payload.recipient).toBe(ben.profile.userId);
    expect(payload).not.toHaveProperty('to');
  });

  it('sends a raw file in the header', async () => {
    const ann = emulator.user({ name: 'Ann', phone: to });
    emulator.templates.add({
      name: 'picture',
      category: 'MARKETING',
      components: [
        { type: 'HEADER', format: 'IMAGE' },
        { type: 'BODY', text: 'Look at this today.' },
      ],
    });
    const source = Buffer.from('a picture');
    const { mediaId } = await messages.sendMarketingMessage({
      to,
      name: 'picture',
      language: 'en_US',
      header: { image: { file: { source, mimeType: 'image/png' } } },
    });
    const { payload } = await ann.expectReply({ type: 'template' });
    expect(payload).toMatchObject({
      template: { components: [{ type: 'header', parameters: [{ image: { id: mediaId } }] }] },
    });
    expect(emulator.media(mediaId!)?.data).toEqual(source);
  });

  it('refuses other templates; the client does so first', async () => {
    const input = { to, ...PROMO, name: 'shipped' };
    await expect(messages.sendMarketingMessage(input)).rejects.toBeInstanceOf(PayloadValidationError);
    const unchecked = messages.sendMarketingMessage(input, { validate: false });
    await expect(unchecked).rejects.toBeInstanceOf(OnlyMarketingMessagesSupportedError);
    expect(emulator.messages).toEqual([]);
  });

  it.each<[string, object, number, number, string | RegExp]>([
    ['a text', { type: 'text', text: { body: 'Hi' } }, 400, 100, /type must be one of \{template\}/],
    ['a read mark', { status: 'read', message_id: 'wamid.1' }, 400, 131008, /type/],
    ['a group', { recipient_type: 'group', ...wire('promo') }, 400, 100, /recipient_type/],
    ['another policy', { product_policy: 'MAYBE', ...wire('promo') }, 400, 100, /product_policy/],
    ['a text as flag', { message_activity_sharing: 'yes', ...wire('promo') }, 400, 100, /activity_sharing/],
    ['a utility template', wire('shipped'), 400, 134100, 'template shipped is of category UTILITY'],
    ['a template that is not there', wire('nothing'), 404, 132001, /nothing/],
    ['wrong values', wire('promo', []), 400, 132000, /body/],
    ['no onboarding, with STRICT', { product_policy: 'STRICT', ...wire('promo') }, 500, 134102, /onboarded/],
  ])('refuses %s as Meta does', async (_name, body, status, code, details) => {
    const answer = await post(body);
    expect(answer.status).toBe(status);
    expect(answer.body.error).toMatchObject({ code, type: 'OAuthException', fbtrace_id: expect.any(String) });
    expect(answer.body.error.error_data).toEqual({
      messaging_product: 'whatsapp',
      details: expect.stringMatching(details) as string,
    });
    expect(emulator.messages).toEqual([]);
  });

  it('takes STRICT messages of accounts that are onboarded', async () => {
    emulator.account().marketingMessagesOnboardingStatus = 'ONBOARDED';
    await messages.sendMarketingMessage({ to, ...PROMO, productPolicy: 'STRICT' });
    expect(emulator.messages).toHaveLength(1);
  });

  it('is the only way for accounts that keep marketing off the Cloud API', async () => {
    emulator.account().settings['disable_marketing_messages_on_cloud_api'] = true;
    await expect(messages.sendTemplate({ to, ...PROMO })).rejects.toMatchObject({ code: 131063 });
    // Not onboarded: it would go out through the Cloud API.
    await expect(messages.sendMarketingMessage({ to, ...PROMO })).rejects.toMatchObject({ code: 131063 });
    await messages.sendTemplate({ to, ...PROMO, name: 'shipped' });
    emulator.account().marketingMessagesOnboardingStatus = 'ONBOARDED';
    await messages.sendMarketingMessage({ to, ...PROMO });
    expect(emulator.messages).toHaveLength(2);
  });

  it('answers with a status of the message', async () => {
    const { status, body } = await post(wire('promo'));
    expect(status).toBe(200);
    expect(body).toEqual({
      messaging_product: 'whatsapp',
      contacts: [{ input: to, wa_id: to }],
      messages: [{ id: emulator.messages[0]!.id, message_status: 'accepted' }],
    });
  });
});
