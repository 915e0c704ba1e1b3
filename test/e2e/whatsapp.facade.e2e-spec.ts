import { Injectable } from '@nestjs/common';
import type { AccountRef, WhatsAppAccount } from 'nestjs-whatsapp-cloud';
import { GraphApiError, OnWhatsAppEvent, WhatsApp } from 'nestjs-whatsapp-cloud';
import type { WhatsAppEvent } from 'nestjs-whatsapp-cloud';
import type { VirtualUser } from 'nestjs-whatsapp-cloud/testing';
import type { Booted } from '../support/boot';
import { boot } from '../support/boot';

const FIRST = { phoneNumberId: '200555000000001', wabaId: '300555000000001', accessToken: 'token-of-one' };
const SECOND = { phoneNumberId: '200555000000002', wabaId: '300555000000002', accessToken: 'token-of-two' };
const THIRD = { ...SECOND, phoneNumberId: '200555000000003' };

/** Finds accounts as a table of tenants would. */
const accountResolver = {
  resolve: ({ phoneNumberId, wabaId }: AccountRef): WhatsAppAccount | undefined =>
    [FIRST, SECOND, THIRD].find((account) =>
      phoneNumberId ? account.phoneNumberId === phoneNumberId : !wabaId || account.wabaId === wabaId,
    ),
};

/** Answers from where it was written to, and tells the back office by the second number. */
@Injectable()
class Desk {
  constructor(private readonly whatsapp: WhatsApp) {}

  @OnWhatsAppEvent('message.text')
  async onText(event: WhatsAppEvent<'message.text'>): Promise<void> {
    const { messages } = this.whatsapp.account(SECOND.phoneNumberId);
    await messages.reply(event, { body: 'Thank you' });
    await messages.sendText({ to: '16505550000', body: 'Somebody wrote' });
  }
}

describe('WhatsApp, two tenants', () => {
  let booted: Booted;
  let whatsapp: WhatsApp;
  let ann: VirtualUser;

  beforeEach(async () => {
    booted = await boot({
      providers: [Desk],
      emulator: {
        ...FIRST,
        numbers: [
          { ...SECOND, displayPhoneNumber: '15550100002' },
          { ...THIRD, displayPhoneNumber: '15550100003' },
        ],
      },
      options: { accountResolver, http: { maxAttempts: 1 } },
    });
    whatsapp = booted.app.get(WhatsApp);
    ann = booted.emulator.user({ name: 'Ann', phone: '16505551234' });
  });

  afterEach(() => booted.stop());

  const posts = (): string[] =>
    booted.emulator.requests
      .filter(({ method, path }) => method === 'POST' && path.endsWith('/messages'))
      .map(({ path }) => path.split('/').at(-2)!);

  it('sends from one number and from the other, each with its own token', async () => {
    const text = { to: ann.profile.phone!, body: 'Hello' };
    await whatsapp.messages.sendText(text);
    await whatsapp.account(SECOND.phoneNumberId).messages.sendText(text);
    await whatsapp
      .account(SECOND.phoneNumberId)
      .messages.sendText(text, { phoneNumberId: FIRST.phoneNumberId });
    expect(posts()).toEqual([FIRST, SECOND, FIRST].map(({ phoneNumberId }) => phoneNumberId));
  });

  it('answers an event from its own number, whichever account it is answered by', async () => {
    await ann.says('Hi');
    expect(posts()).toEqual([FIRST.phoneNumberId, SECOND.phoneNumberId]);
  });

  it('lists page by page what belongs to the other tenant', async () => {
    const { phoneNumbers } = whatsapp.account({ wabaId: SECOND.wabaId });
    const page = await phoneNumbers.list({ limit: 1 });
    const ids: string[] = [];
    for await (const { id } of page) ids.push(id);
    expect(ids).toEqual([SECOND.phoneNumberId, THIRD.phoneNumberId]);
    expect((await whatsapp.phoneNumbers.list()).items.map(({ id }) => id)).toEqual([FIRST.phoneNumberId]);
  });

  it('streams media up to one tenant, and down again by the same one only', async () => {
    const { media } = whatsapp.account(SECOND.phoneNumberId);
    const { id } = await media.upload(Buffer.from('%PDF-1.7 content'), { mimeType: 'application/pdf' });
    const { stream } = await media.download(id);
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    expect(Buffer.concat(chunks).toString()).toBe('%PDF-1.7 content');
    await expect(whatsapp.media.download(id)).rejects.toBeInstanceOf(GraphApiError);
  });

  it('changes the profile of one number alone', async () => {
    await whatsapp.account(SECOND.phoneNumberId).businessProfile.update({ about: 'The other one' });
    expect((await whatsapp.account(SECOND).businessProfile.get()).about).toBe('The other one');
    expect((await whatsapp.businessProfile.get()).about).not.toBe('The other one');
  });
});
