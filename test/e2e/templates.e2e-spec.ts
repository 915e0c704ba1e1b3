import { MessagesService, OnWhatsAppEvent } from 'nestjs-whatsapp-cloud';
import type { WhatsAppEvent } from 'nestjs-whatsapp-cloud';
import { Injectable } from '@nestjs/common';
import {
  TemplateAlreadyExistsError,
  TemplateBodyFormatIncorrectError,
  TemplateDisabledError,
  TemplateLanguageBeingDeletedError,
  TemplateLeadingOrTrailingParametersNotAllowedError,
  TemplateNotExistsError,
  TemplateParamCountMismatchError,
  TemplateParamFormatMismatchError,
  TemplatePausedError,
  TemplateStatusNotEditableError,
} from '../../lib/errors/template.errors';
import { PayloadValidationError } from '../../lib/errors/payload-validation.error';
import { defineTemplate } from '../../lib/messages/template/template-message';
import { withExamples } from '../../lib/templates/template-examples';
import { TemplatesService } from '../../lib/templates/templates.service';
import type { TemplateComponent } from '../../lib/wire/template/component';
import { META_TEMPLATES } from '../unit/templates/meta-templates';
import { issuesOf } from '../support/scripted-graph';
import { boot } from '../support/boot';
import type { Booted, BootSetup } from '../support/boot';

@Injectable()
class Watcher {
  readonly seen: string[] = [];

  @OnWhatsAppEvent('template.*')
  onTemplate({ name, payload }: WhatsAppEvent<'template.*'>): void {
    const event = 'event' in payload ? ` ${String(payload.event)}` : '';
    this.seen.push(`${name}${event}`);
  }
}

const to = '15550100123';
const NAMED: TemplateComponent[] = withExamples(
  [
    { type: 'BODY', text: 'Hi {{name}}, your order {{order}} is on its way.' },
    { type: 'BUTTONS', buttons: [{ type: 'URL', text: 'Track', url: 'https://a.example/{{1}}' }] },
  ],
  { params: { name: 'Ada', order: 'A-17' }, buttons: { 0: 'A-17' } },
);
const SHIPPED = { name: 'order_shipped', language: 'en_US', category: 'UTILITY', components: NAMED };
const VALUES = { params: { name: 'Ann', order: 'B-1' }, buttons: [{ url: 'B-1' }] };

let booted: Booted;
let templates: TemplatesService;
let messages: MessagesService;

async function start(setup: BootSetup = {}): Promise<void> {
  booted = await boot({ providers: [Watcher], ...setup });
  templates = booted.app.get(TemplatesService);
  messages = booted.app.get(MessagesService);
}

const seen = (): readonly string[] => booted.app.get(Watcher).seen;
const lookUps = (): number =>
  booted.emulator.requests.filter(
    ({ method, path }) => method === 'GET' && path.endsWith('/message_templates'),
  ).length;

beforeEach(() => start());
afterEach(() => booted.stop());

describe('the life of a template', () => {
  it('is created, reviewed, sent, edited, paused and deleted', async () => {
    const { emulator } = booted;
    const ann = emulator.user({ name: 'Ann', phone: to });
    const { id, status, category } = await templates.create(SHIPPED);
    expect([status, category]).toEqual(['PENDING', 'UTILITY']);
    expect(emulator.templates.get('order_shipped')).toMatchObject({ id, parameterFormat: 'NAMED' });
    expect(await templates.get(id)).toMatchObject({
      name: 'order_shipped',
      status: 'PENDING',
      components: NAMED,
    });

    await expect(messages.sendTemplate({ to, ...SHIPPED_HEAD, ...VALUES })).rejects.toBeInstanceOf(
      TemplateNotExistsError,
    );
    await emulator.approveTemplate('order_shipped');
    await messages.sendTemplate({ to, ...SHIPPED_HEAD, ...VALUES });
    await ann.expectReply({ type: 'template', template: { name: 'order_shipped' } });

    await templates.update(id, {
      components: withExamples([{ type: 'BODY', text: 'Hi {{name}}, all is well.' }], {
        params: { name: 'Ada' },
      }),
    });
    await emulator.approveTemplate('order_shipped');
    await messages.sendTemplate({ to, ...SHIPPED_HEAD, params: { name: 'Ann' } });

    await emulator.templates.pause('order_shipped');
    await expect(
      messages.sendTemplate({ to, ...SHIPPED_HEAD, params: { name: 'Ann' } }),
    ).rejects.toBeInstanceOf(TemplatePausedError);
    expect(await templates.unpause(id)).toMatchObject({ success: true });
    await emulator.idle();
    await messages.sendTemplate({ to, ...SHIPPED_HEAD, params: { name: 'Ann' } });
    await templates.delete({ name: 'order_shipped' });
    expect((await templates.list()).items).toEqual([]);
    expect(seen()).toEqual([
      'template.status_update APPROVED',
      'template.components_update',
      'template.status_update APPROVED',
      'template.status_update PAUSED',
      'template.status_update APPROVED',
    ]);
  });

  it('tells of quality and category', async () => {
    await templates.create(SHIPPED);
    await booted.emulator.templates.setQuality('order_shipped', 'RED');
    await booted.emulator.templates.setCategory('order_shipped', 'MARKETING');
    await booted.emulator.templates.reject('order_shipped', 'INVALID_FORMAT');
    expect(seen()).toEqual([
      'template.quality_update',
      'template.category_update',
      'template.status_update REJECTED',
    ]);
    expect(await templates.find('order_shipped', 'en_US')).toMatchObject({
      status: 'REJECTED',
      category: 'MARKETING',
      quality_score: { score: 'RED' },
      rejected_reason: 'INVALID_FORMAT',
    });
  });

  it('may be approved at once', async () => {
    await booted.stop();
    await start({ emulator: { autoApproveTemplates: true } });
    await templates.create(SHIPPED);
    await booted.emulator.idle();
    expect(seen()).toEqual(['template.status_update APPROVED']);
    await messages.sendTemplate({ to, ...SHIPPED_HEAD, ...VALUES });
  });

  it.each(META_TEMPLATES)('takes Meta’s published templates: %s', async (_name, template) => {
    const { id } = await templates.create(template);
    expect(await templates.get(id, { fields: ['name', 'category'] })).toEqual({
      id,
      name: template.name,
      category: template.category,
    });
  });
});

const SHIPPED_HEAD = { name: 'order_shipped', language: 'en_US' };

describe('what Meta refuses', () => {
  const create = (change: object): Promise<unknown> =>
    templates.create({ ...SHIPPED, ...change }, { validate: false });

  it.each<[string, object, new (...args: never[]) => Error]>([
    [
      'a body that begins with a variable',
      { components: [{ type: 'BODY', text: '{{1}} is here today' }] },
      TemplateLeadingOrTrailingParametersNotAllowedError,
    ],
    [
      'a body without samples',
      { components: [{ type: 'BODY', text: 'It is {{1}} today' }] },
      TemplateBodyFormatIncorrectError,
    ],
  ])('%s', async (_name, change, error) => {
    await expect(create(change)).rejects.toBeInstanceOf(error);
  });

  it('comes with words for end users', async () => {
    await templates.create(SHIPPED);
    const error: unknown = await templates.create(SHIPPED).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(TemplateAlreadyExistsError);
    expect(error).toMatchObject({
      code: 100,
      subcode: 2388024,
      userTitle: 'Content in this language already exists',
      userMessage: expect.stringContaining('en_US'),
    });
  });

  it('keeps the name of a deleted template for 30 days', async () => {
    await templates.create(SHIPPED);
    await booted.emulator.approveTemplate('order_shipped');
    await templates.delete({ id: booted.emulator.templates.get('order_shipped')!.id });
    await expect(templates.create(SHIPPED)).rejects.toBeInstanceOf(TemplateLanguageBeingDeletedError);
    await templates.create({ ...SHIPPED, language: 'es' });
    await booted.emulator.advance(30 * 86_400_000);
    await templates.create(SHIPPED);
  });

  it('lets an approved template be edited once a day', async () => {
    const { id } = await templates.create(SHIPPED);
    await expect(templates.update(id, { components: NAMED })).rejects.toBeInstanceOf(
      TemplateStatusNotEditableError,
    );
    await booted.emulator.approveTemplate('order_shipped');
    await templates.update(id, { components: NAMED });
    await booted.emulator.approveTemplate('order_shipped');
    await expect(templates.update(id, { components: NAMED })).rejects.toBeInstanceOf(
      TemplateStatusNotEditableError,
    );
    await booted.emulator.advance(86_400_000);
    await templates.update(id, { components: NAMED });
  });

  it('is a message that does not fit, when nothing was checked before', async () => {
    booted.emulator.templates.add({ name: 'order_shipped', components: NAMED as never });
    const send = (parts: object): Promise<unknown> =>
      messages.sendTemplate({ to, ...SHIPPED_HEAD, ...parts }, { validate: false });
    await expect(send({ ...VALUES, params: { name: 'Ann' } })).rejects.toBeInstanceOf(
      TemplateParamCountMismatchError,
    );
    await expect(send({ params: VALUES.params })).rejects.toMatchObject({ code: 131008 });
    await expect(send({ ...VALUES, params: ['a', 'b'] })).rejects.toMatchObject({ code: 100 });
    await expect(send({ ...VALUES, buttons: [{ copyCode: 'X' }] })).rejects.toBeInstanceOf(
      TemplateParamFormatMismatchError,
    );
    await expect(messages.sendTemplate({ to, name: 'other', language: 'en_US' })).rejects.toBeInstanceOf(
      TemplateNotExistsError,
    );
    await booted.emulator.templates.setStatus('order_shipped', 'DISABLED');
    await expect(send(VALUES)).rejects.toBeInstanceOf(TemplateDisabledError);
  });
});

describe('sending', () => {
  beforeEach(() => void booted.emulator.templates.add({ name: 'order_shipped', components: NAMED as never }));

  it('names what is wrong before anything leaves', async () => {
    const found = await issuesOf(
      messages.sendTemplate({
        to,
        ...SHIPPED_HEAD,
        params: { name: 'Ann', ordr: 'B-1' },
        buttons: [{ url: 'B-1', index: 3 }],
      }),
    );
    expect(found).toEqual([
      'params.ordr: is no parameter of the body: the template has name, order',
      'params.order: has no value for the parameter order of the body',
      'buttons[0]: has the index 3, yet the template has 1 button',
      'buttons: has no value for button 0 of the template, of the kind url',
    ]);
    expect(booted.emulator.messages).toEqual([]);
  });

  it('looks a template up once for many messages', async () => {
    const template = defineTemplate({ ...SHIPPED_HEAD, ...VALUES });
    await Promise.all(
      Array.from({ length: 10 }, (_, i) => messages.sendTemplate({ to: `1555010012${i}`, ...template })),
    );
    expect(booted.emulator.messages).toHaveLength(10);
    expect(lookUps()).toBe(1);
  });

  it('learns of an edit by webhook', async () => {
    await messages.sendTemplate({ to, ...SHIPPED_HEAD, ...VALUES });
    await booted.emulator.templates.edit('order_shipped', [
      { type: 'BODY', text: 'Hi {{first}}, all is well.' },
    ]);
    await messages.sendTemplate({ to, ...SHIPPED_HEAD, params: { first: 'Ann' } });
    expect(lookUps()).toBe(2);
    const found = await issuesOf(messages.sendTemplate({ to, ...SHIPPED_HEAD, ...VALUES }));
    expect(found[0]).toContain('params.name: is no parameter of the body');
    expect(lookUps()).toBe(2);
  });

  it('refuses nothing by an old definition, when the webhook was lost', async () => {
    await booted.stop();
    let now = Date.UTC(2026, 0, 10);
    const clock = { now: () => now, schedule: () => ({ cancel: () => undefined }) };
    await start({ options: { clock, path: false } });
    const { emulator } = booted;
    emulator.templates.add({ name: 'order_shipped', components: NAMED as never });
    await messages.sendTemplate({ to, ...SHIPPED_HEAD, ...VALUES });
    await emulator.templates.edit('order_shipped', [{ type: 'BODY', text: 'Hi {{first}}, all is well.' }]);
    now += 61_000;
    await messages.sendTemplate({ to, ...SHIPPED_HEAD, params: { first: 'Ann' } });
    expect(emulator.messages).toHaveLength(2);
    expect(lookUps()).toBe(2);
  });

  it('goes on unchecked when the token may not look templates up', async () => {
    booted.emulator.failNext({ path: '/message_templates', code: 200 });
    await messages.sendTemplate({ to, ...SHIPPED_HEAD, ...VALUES });
    await expect(messages.sendTemplate({ to, ...SHIPPED_HEAD })).rejects.toBeInstanceOf(
      TemplateParamCountMismatchError,
    );
    expect(lookUps()).toBe(1);
  });

  it('can do without', async () => {
    await booted.stop();
    await start({ options: { templates: { checkValues: false } } });
    booted.emulator.templates.add({ name: 'order_shipped', components: NAMED as never });
    await expect(messages.sendTemplate({ to, ...SHIPPED_HEAD })).rejects.toBeInstanceOf(
      TemplateParamCountMismatchError,
    );
    expect(lookUps()).toBe(0);
  });

  it('sends codes to phone numbers only', async () => {
    const code = withExamples(
      [{ type: 'BODY' }, { type: 'BUTTONS', buttons: [{ type: 'OTP', otp_type: 'COPY_CODE' }] }],
      {},
    );
    booted.emulator.templates.add({ name: 'code', category: 'AUTHENTICATION', components: code as never });
    const head = { name: 'code', language: 'en_US' };
    await messages.sendTemplate({ to, ...head, otp: '123456' });
    const values = { ...head, params: ['1'], buttons: [{ url: '1' }] };
    await messages.sendTemplate({ to, ...values });
    await expect(messages.sendTemplate({ to: 'US.12345', ...values })).rejects.toBeInstanceOf(
      PayloadValidationError,
    );
    const unchecked = messages.sendTemplate({ to: 'US.12345', ...values }, { validate: false });
    await expect(unchecked).rejects.toMatchObject({ code: 131062 });
    const { components } = await messages.prepareTemplate(values);
    const template = { name: 'code', language: { code: 'en_US' }, components: [...components!] };
    const wire = messages.send({ recipient: 'US.12345', type: 'template', template });
    expect(await issuesOf(wire)).toEqual([
      'recipient: must give way to a phone number in to: Meta sends no authentication templates to user ids (131062)',
    ]);
    await messages.send({ to, type: 'template', template });
  });
});

describe('lists', () => {
  beforeEach(() => {
    for (let i = 0; i < 60; i++)
      booted.emulator.templates.add({
        name: `t_${i}`,
        components: [{ type: 'BODY', text: 'Hello' }],
        status: i % 2 ? 'APPROVED' : 'REJECTED',
        category: i % 3 ? 'UTILITY' : 'MARKETING',
      });
  });

  it('go from page to page, and no token surfaces', async () => {
    const page = await templates.list({ limit: 25, summary: ['total_count'] });
    expect([page.length, page.hasNext, page.hasPrevious, page.summary]).toMatchObject([
      25,
      true,
      false,
      { total_count: 60 },
    ]);
    const names: string[] = [];
    for await (const { name } of page) names.push(name);
    expect(names).toEqual(Array.from({ length: 60 }, (_, i) => `t_${i}`));
    const last = await (await page.next()).next();
    expect((await last.all({ limit: 30 })).map(({ name }) => name)).toEqual(names.slice(0, 30));
    expect((await last.previous()).at(0)?.name).toBe('t_25');
    expect(booted.emulator.requests.every(({ query }) => !('access_token' in query))).toBe(true);
  });

  it('are filtered', async () => {
    const found = await (
      await templates.list({ status: ['REJECTED'], category: 'MARKETING', limit: 4 })
    ).all();
    expect(found.map(({ name }) => name)).toEqual([
      't_0',
      't_6',
      't_12',
      't_18',
      't_24',
      't_30',
      't_36',
      't_42',
      't_48',
      't_54',
    ]);
    expect(await templates.find('t_1', 'en_US')).toMatchObject({ name: 't_1' });
    expect(await templates.find('t_1', 'es')).toBeUndefined();
  });

  it('of the archive are kept at a host of their own', async () => {
    const [first, second] = booted.emulator.templates.all.map(({ id }) => id) as [string, string];
    expect(await templates.archive([second, 'x'])).toMatchObject({
      done: [second],
      failed: { x: 'Template does not exist' },
    });
    expect(booted.emulator.requests.at(-1)).toMatchObject({
      version: undefined,
      path: '/300555000000001/message_templates/archive',
    });
    await expect(messages.sendTemplate({ to, name: 't_1', language: 'en_US' })).rejects.toBeInstanceOf(
      TemplateNotExistsError,
    );
    expect(await templates.unarchive([first, second])).toMatchObject({
      done: [second],
      failed: { [first]: 'Template is not archived' },
    });
    await messages.sendTemplate({ to, name: 't_1', language: 'en_US' });
  });
});

describe('authentication templates in many languages', () => {
  it('are created and updated at once', async () => {
    const components: TemplateComponent[] = [
      { type: 'BODY', add_security_recommendation: true },
      { type: 'BUTTONS', buttons: [{ type: 'OTP', otp_type: 'COPY_CODE' }] },
    ];
    const input = { name: 'code', category: 'AUTHENTICATION' as const, components };
    const first = await templates.upsert({ ...input, languages: ['en_US', 'es'] });
    const second = await templates.upsert({ ...input, languages: ['es', 'fr'] });
    expect(first.map(({ language }) => language)).toEqual(['en_US', 'es']);
    expect(second[0]?.id).toBe(first[1]?.id);
    expect((await templates.list({ name: 'code' })).length).toBe(3);
    expect((await templates.get(first[0]!.id)).components?.[1]).toMatchObject({ buttons: [{ type: 'URL' }] });
  });
});

describe('Meta’s library', () => {
  it('is browsed, and templates are made from it', async () => {
    const [found] = (await templates.library({ topic: 'ORDER_MANAGEMENT', search: 'warehouse' })).items;
    expect(found?.body_params).toEqual(['Jim', '12345']);
    const created = await templates.createFromLibrary({
      name: 'my_update',
      language: 'en_US',
      category: 'UTILITY',
      library_template_name: found!.name,
      library_template_button_inputs: [{ type: 'URL', url: { base_url: 'https://a.example/' } }],
    });
    expect(created.status).toBe('APPROVED');
    await messages.sendTemplate({ to, name: 'my_update', language: 'en_US', params: ['Ann', 7] });
    await expect(
      templates.createFromLibrary({
        name: 'x',
        language: 'en_US',
        category: 'UTILITY',
        library_template_name: 'none',
      }),
    ).rejects.toMatchObject({ code: 100 });
  });
});
