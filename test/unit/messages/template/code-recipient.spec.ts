import { Logger } from '@nestjs/common';
import type { MessageTemplate } from '../../../../lib/wire/template/message-template';
import { defineTemplate } from '../../../../lib/messages/template/template-message';
import { issuesOf } from '../../../support/scripted-graph';
import { FakeDefinitions, setup, template } from './support';

const CODE = template([{ type: 'BODY', text: '*{{1}}* is your code.' }], { category: 'AUTHENTICATION' });
const NEWS = template([{ type: 'BODY', text: 'Hi' }], { category: 'UTILITY' });
const USER_ID = 'US.13491208655302741918';
const PHONE_NEEDED =
  'must be a phone number: Meta sends no authentication templates to user ids and groups (131062)';
const NOT_A_USER_ID =
  'recipient: must give way to a phone number in to: Meta sends no authentication templates to user ids (131062)';
const HEAD = { name: 'code', language: 'en_US' };
const WIRE = {
  type: 'template',
  template: { name: 'code', language: { code: 'en_US' } },
} as const;
const LOOKS_LIKE_CODE = { params: ['123456'], buttons: [{ url: '123456' }] };

describe('codes for those without a phone number', () => {
  let warn: jest.SpyInstance;
  beforeEach(() => {
    warn = jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => undefined);
  });
  afterEach(() => warn.mockRestore());

  describe('in Meta’s names', () => {
    const known = (): FakeDefinitions => new FakeDefinitions(CODE);

    it.each<[string, object, string]>([
      ['a user id', { recipient: USER_ID }, NOT_A_USER_ID],
      ['a group', { recipient_type: 'group', to: 'g' }, `to: ${PHONE_NEEDED}`],
    ])('are refused for %s', async (_name, recipient, issue) => {
      const { messages, graph } = setup(known());
      expect(await issuesOf(messages.send({ ...recipient, ...WIRE }))).toEqual([issue]);
      expect(graph.requests).toEqual([]);
    });

    it('are sent to phone numbers, also beside a user id, without a look at the template', async () => {
      const definitions = known();
      const { messages, graph } = setup(definitions);
      await messages.send({ to: '491701234567', ...WIRE });
      await messages.send({ to: '491701234567', recipient: USER_ID, ...WIRE });
      expect(graph.requests).toHaveLength(2);
      expect(definitions.queries).toEqual([]);
    });

    it('are refused on account of a recent definition only', async () => {
      const definitions = new FakeDefinitions(CODE, NEWS);
      const { messages, graph } = setup(definitions);
      await messages.send({ recipient: USER_ID, ...WIRE }, { phoneNumberId: '100' });
      expect(graph.requests).toHaveLength(1);
      expect(definitions.queries).toMatchObject([
        { name: 'code', language: 'en_US', phoneNumberId: '100' },
        { maxAgeMs: 60_000 },
      ]);
    });

    it.each<[string, MessageTemplate | undefined]>([
      ['unknown', undefined],
      ['of another category', NEWS],
    ])('cannot be told when the template is %s', async (_name, definition) => {
      const { messages, graph } = setup(new FakeDefinitions(definition));
      await messages.send({ recipient: USER_ID, ...WIRE });
      expect(graph.requests).toHaveLength(1);
    });

    it('are told by components that were made of a code', async () => {
      const { components } = defineTemplate({ ...HEAD, otp: '123456' });
      const { messages } = setup();
      const message = { recipient: USER_ID, type: 'template', template: { ...WIRE.template, components } };
      expect(await issuesOf(messages.send(message as never))).toEqual([NOT_A_USER_ID]);
    });

    it('are told by their category, without a template', async () => {
      const { messages, graph } = setup();
      const direct = { type: 'text', text: { body: '123456' }, recipient: USER_ID } as const;
      expect(await issuesOf(messages.send({ ...direct, category: 'authentication' }))).toEqual([
        NOT_A_USER_ID,
      ]);
      await messages.send({ ...direct, category: 'utility' });
      expect(graph.requests).toHaveLength(1);
    });

    it('go out unchecked when checks are off', async () => {
      const { messages, graph } = setup(known());
      await messages.send({ recipient: USER_ID, ...WIRE }, { validate: false });
      expect(graph.requests).toHaveLength(1);
    });
  });

  describe('that only look like codes', () => {
    it('are sent with one warning while the template is unknown', async () => {
      const { messages, graph } = setup();
      for (let i = 0; i < 2; i++) await messages.sendTemplate({ to: USER_ID, ...HEAD, ...LOOKS_LIKE_CODE });
      expect(graph.requests).toHaveLength(2);
      expect(warn.mock.calls.flat()).toEqual([
        'Doubtful input for template: to is a user id or group, while the values look like a code, which only phone numbers get',
      ]);
    });

    it.each<[string, object]>([
      ['for a phone number', { to: '491701234567', ...LOOKS_LIKE_CODE }],
      ['whose values differ', { to: USER_ID, params: ['1'], buttons: [{ url: '2' }] }],
      ['of which there are more', { to: USER_ID, params: ['1', '2'], buttons: [{ url: '1' }] }],
    ])('are not doubted %s', async (_name, input) => {
      await setup().messages.sendTemplate({ ...HEAD, ...input } as never);
      expect(warn).not.toHaveBeenCalled();
    });

    it('are not doubted when the template says better', async () => {
      const track = template(
        [
          { type: 'BODY', text: 'Order {{1}} is on its way.' },
          { type: 'BUTTONS', buttons: [{ type: 'URL', text: 'Track', url: 'https://a.b/{{1}}' }] },
        ],
        { category: 'UTILITY' },
      );
      const { messages } = setup(new FakeDefinitions(track));
      await messages.sendTemplate({ to: USER_ID, ...HEAD, ...LOOKS_LIKE_CODE });
      expect(warn).not.toHaveBeenCalled();
    });
  });
});

describe('the Marketing Messages API', () => {
  const head = { to: '491701234567', ...HEAD };

  it.each<[string, MessageTemplate, string]>([
    ['utility', NEWS, 'UTILITY'],
    ['authentication', CODE, 'AUTHENTICATION'],
  ])('is not asked to send %s templates', async (_name, definition, category) => {
    const { messages, graph } = setup(new FakeDefinitions(definition));
    const values = definition === CODE ? { params: ['1'] } : {};
    expect(await issuesOf(messages.sendMarketingMessage({ ...head, ...values }))).toEqual([
      `name: names a template of the category ${category}: the Marketing Messages API takes marketing templates only (134100), use sendTemplate`,
    ]);
    expect(graph.requests).toEqual([]);
  });

  it('is not asked to send codes, given or prepared', async () => {
    const { messages } = setup();
    const words =
      'holds a code: the Marketing Messages API takes marketing templates only (134100), use sendTemplate';
    expect(await issuesOf(messages.sendMarketingMessage({ ...head, otp: '123' }))).toEqual([`otp: ${words}`]);
    const prepared = defineTemplate({ ...HEAD, otp: '123' });
    expect(await issuesOf(messages.sendMarketingMessage({ ...head, ...prepared }))).toEqual([
      `components: ${words}`,
    ]);
  });

  it('reaches user ids by recipient, and marketing templates of a category that is new to this release', async () => {
    const { messages, graph } = setup(new FakeDefinitions({ ...NEWS, category: 'MARKETING_PLUS' as never }));
    await messages.sendMarketingMessage({ ...head, to: USER_ID });
    await messages.sendMarketingMessage({ ...head, to: { userId: 'US.ENT.123' } });
    expect(graph.bodies).toMatchObject([{ recipient: USER_ID }, { recipient: 'US.ENT.123' }]);
    for (const body of graph.bodies) expect(body).not.toHaveProperty('to');
    expect(graph.paths).toEqual(['100/marketing_messages', '100/marketing_messages']);
  });
});
