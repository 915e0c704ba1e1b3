import { Logger } from '@nestjs/common';
import type { TemplateComponent } from '../../../lib/wire/template/component';
import { issuesOf } from '../../support/scripted-graph';
import { setup } from './support';

beforeAll(() => {
  jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => undefined);
});
afterAll(() => {
  jest.restoreAllMocks();
});

const BODY: TemplateComponent = { type: 'BODY', text: 'Your order is on its way to you.' };
const TEMPLATE = { name: 'order_shipped', language: 'en_US', category: 'UTILITY', components: [BODY] };
const CREATED = { id: '1', status: 'PENDING', category: 'UTILITY' };

describe('create', () => {
  it('posts the template as it is', async () => {
    const { templates, graph } = setup();
    graph.answer = () => CREATED;
    const input = { ...TEMPLATE, message_send_ttl_seconds: 60, cta_url_link_tracking_opted_out: true };
    expect(await templates.create(input)).toEqual({ ...CREATED, raw: CREATED });
    expect(graph.sent).toEqual([{ method: 'POST', path: '200/message_templates', body: input }]);
  });

  it('says that the variables have names', async () => {
    const { templates, graph } = setup();
    graph.answer = () => CREATED;
    const named: TemplateComponent = {
      type: 'BODY',
      text: 'Hello {{name}}, your order is on its way.',
      example: { body_text_named_params: [{ param_name: 'name', example: 'Ada' }] },
    };
    await templates.create({ ...TEMPLATE, components: [named] });
    expect(graph.last.body.parameter_format).toBe('NAMED');
    await templates.create({ ...TEMPLATE, components: [BODY] });
    expect(graph.last.body).not.toHaveProperty('parameter_format');
    await templates.create({ ...TEMPLATE, components: [named], parameter_format: 'named' });
    expect(graph.last.body.parameter_format).toBe('named');
  });

  it('refuses what Meta would refuse, and sends it when told to', async () => {
    const { templates, graph } = setup();
    graph.answer = () => CREATED;
    const wrong = { ...TEMPLATE, name: 'Order Shipped' };
    expect(await issuesOf(templates.create(wrong))).toEqual([
      'name: must have lower-case letters, digits and _ only',
    ]);
    expect(graph.sent).toHaveLength(0);
    await templates.create(wrong, { validate: false });
    expect(graph.last.body.name).toBe('Order Shipped');
  });

  it('speaks for the account of the call', async () => {
    const { templates, graph } = setup();
    graph.answer = () => CREATED;
    const { signal } = new AbortController();
    await templates.create(TEMPLATE, { wabaId: '300', signal, timeoutMs: 5 });
    expect(graph.requests[0]).toMatchObject({ account: { wabaId: '300' }, signal, timeoutMs: 5 });
  });
});

describe('createFromLibrary', () => {
  it('posts names and inputs', async () => {
    const { templates, graph } = setup();
    graph.answer = () => ({ ...CREATED, status: 'APPROVED' });
    const input = {
      name: 'my_delivery',
      language: 'en_US',
      category: 'UTILITY',
      library_template_name: 'delivery_update_1',
      library_template_button_inputs: [
        {
          type: 'URL' as const,
          url: { base_url: 'https://a.example/{{1}}', url_suffix_example: 'https://a.example/x' },
        },
      ],
      library_template_body_inputs: { add_contact_number: true },
    };
    expect(await templates.createFromLibrary(input)).toMatchObject({ status: 'APPROVED' });
    expect(graph.sent).toEqual([{ method: 'POST', path: '200/message_templates', body: input }]);
  });

  it.each([
    [{ library_template_name: '' }, 'library_template_name: must not be empty'],
    [{ category: 'MARKETING' }, 'category: must be one of UTILITY, AUTHENTICATION'],
    [{ components: [BODY] }, 'components: must be left out: the library has the components'],
    [
      { library_template_body_inputs: { code_expiration_minutes: 91 } },
      'library_template_body_inputs.code_expiration_minutes: must be a whole number from 1 to 90',
    ],
    [
      {
        library_template_button_inputs: [
          { type: 'URL' },
          { type: 'PHONE_NUMBER', phone_number: '1'.repeat(21) },
        ],
      },
      'library_template_button_inputs[0].url.base_url: must be a string',
    ],
    [
      { library_template_button_inputs: [{ type: 'OTP', otp_type: 'ZERO_TAP' }] },
      'library_template_button_inputs[0].zero_tap_terms_accepted: must be true: zero-tap needs the acceptance of its terms',
    ],
  ])('refuses %j', async (change, issue) => {
    const { templates } = setup();
    const input = { name: 'n', language: 'en', category: 'UTILITY', library_template_name: 'l', ...change };
    expect(await issuesOf(templates.createFromLibrary(input as never))).toContain(issue);
  });
});

describe('upsert', () => {
  const components: TemplateComponent[] = [
    { type: 'BODY', add_security_recommendation: true },
    { type: 'FOOTER', code_expiration_minutes: 10 },
    { type: 'BUTTONS', buttons: [{ type: 'OTP', otp_type: 'COPY_CODE' }] },
  ];
  const input = { name: 'code', languages: ['en_US', 'es'], category: 'AUTHENTICATION' as const, components };

  it('creates and updates many languages', async () => {
    const { templates, graph } = setup();
    const data = [{ id: '1', status: 'APPROVED', language: 'en_US' }];
    graph.answer = () => ({ data });
    expect(await templates.upsert(input)).toEqual(data);
    expect(graph.sent).toEqual([{ method: 'POST', path: '200/upsert_message_templates', body: input }]);
  });

  it.each([
    [{ languages: [] }, 'languages: must have at least 1 item, has 0'],
    [{ languages: ['en_US', 'EN'] }, 'languages[1]: must be a language code such as en or en_US'],
    [{ languages: ['es', 'es'] }, 'languages[1]: must be unique, equals [0]'],
    [{ category: 'UTILITY' }, 'category: must be one of AUTHENTICATION'],
    [
      { message_send_ttl_seconds: 901 },
      'message_send_ttl_seconds: must be from 30 to 900 seconds for this category, or -1 for 30 days',
    ],
    [
      {
        components: [
          components[0],
          { type: 'BUTTONS', buttons: [{ type: 'OTP', otp_type: 'COPY_CODE', text: 'Copy' }] },
        ],
      },
      'components[1].buttons[0].text: must be left out: Meta translates the labels',
    ],
  ])('refuses %j', async (change, issue) => {
    const { templates } = setup();
    expect(await issuesOf(templates.upsert({ ...input, ...change } as never))).toEqual([issue]);
  });
});

describe('get, find and list', () => {
  const template = {
    id: '1',
    name: 'order_shipped',
    language: 'en_US',
    status: 'APPROVED',
    category: 'UTILITY',
  };

  it('gets a template by id', async () => {
    const { templates, graph } = setup();
    graph.answer = () => template;
    expect(await templates.get('1')).toBe(template);
    expect(graph.last.path).toBe('1');
    expect(String(graph.last.query?.['fields']).split(',')).toEqual(
      expect.arrayContaining([
        'id',
        'name',
        'language',
        'status',
        'category',
        'components',
        'parameter_format',
      ]),
    );
    await templates.get('1', { fields: ['health_status', 'source'], wabaId: '300' });
    expect(graph.last.query).toEqual({ fields: 'health_status,source' });
    expect(graph.requests[1]?.account).toMatchObject({ wabaId: '300' });
  });

  it.each(['', '..'])('asks for no template by the id %j', async (id) => {
    const { templates, graph } = setup();
    await expect(templates.get(id)).rejects.toThrow('empty id');
    await expect(templates.getGroup(id)).rejects.toThrow('empty id');
    expect(graph.sent).toHaveLength(0);
  });

  it('finds the one of exactly that name and language', async () => {
    const { templates, graph } = setup();
    const others = [
      { ...template, name: 'order_shipped_2' },
      { ...template, language: 'en' },
    ];
    graph.answer = ({ query }) =>
      query?.['after'] === undefined
        ? { data: others, paging: { cursors: { after: 'a' }, next: 'https://x/?after=a' } }
        : { data: [template] };
    expect(await templates.find('order_shipped', 'en_US')).toBe(template);
    expect(await templates.find('order_shipped', 'fr')).toBeUndefined();
    expect(graph.sent[0]?.query).toMatchObject({ name: 'order_shipped', language: 'en_US', limit: 100 });
  });

  it('lists with every filter', async () => {
    const { templates, graph } = setup();
    graph.answer = () => ({ data: [template], summary: { total_count: 1 } });
    const page = await templates.list({
      name: 'order',
      content: 'way',
      nameOrContent: 'o',
      category: ['UTILITY', 'MARKETING'],
      language: 'en_US',
      status: ['REJECTED'],
      qualityScore: 'RED',
      source: 'MANUAL',
      fields: ['id', 'name'],
      summary: ['total_count', 'message_template_limit'],
      limit: 10,
      after: 'c',
    });
    expect(page.items).toEqual([template]);
    expect(page.summary).toEqual({ total_count: 1 });
    expect(graph.sent).toEqual([
      {
        method: 'GET',
        path: '200/message_templates',
        query: {
          name: 'order',
          content: 'way',
          name_or_content: 'o',
          category: '["UTILITY","MARKETING"]',
          language: 'en_US',
          status: '["REJECTED"]',
          quality_score: 'RED',
          source: 'MANUAL',
          fields: 'id,name',
          summary: 'total_count,message_template_limit',
          limit: 10,
          after: 'c',
        },
      },
    ]);
  });
});

describe('update', () => {
  it('posts the changes', async () => {
    const { templates, graph } = setup();
    graph.answer = () => ({ success: true, id: '1', name: 'n', category: 'UTILITY' });
    const changes = { components: [BODY], message_send_ttl_seconds: 60, category: 'UTILITY' };
    expect(await templates.update('1', changes)).toMatchObject({ success: true, raw: { name: 'n' } });
    expect(graph.sent).toEqual([{ method: 'POST', path: '1', body: changes }]);
  });

  it.each([
    [{}, 'components: is missing: give at least one of components, category and message_send_ttl_seconds'],
    [{ components: [] }, 'components: must have a component of type BODY'],
    [{ category: 'OTHER' }, 'category: must be one of AUTHENTICATION, MARKETING, UTILITY'],
    [{ message_send_ttl_seconds: 5 }, 'message_send_ttl_seconds: is outside all limits'],
    [
      { cta_url_link_tracking_opted_out: true },
      'cta_url_link_tracking_opted_out: must come together with category',
    ],
  ])('refuses %j', async (changes, issue) => {
    const { templates } = setup();
    expect(await issuesOf(templates.update('1', changes as never))).toEqual([issue]);
  });
});

describe('delete', () => {
  it('deletes by name, by name and id, by ids', async () => {
    const { templates, graph } = setup();
    await templates.delete({ name: 'n' });
    await templates.delete({ name: 'n', id: '1' });
    await templates.delete({ ids: ['1', '2'] });
    expect(graph.sent).toEqual([
      { method: 'DELETE', path: '200/message_templates', query: { name: 'n', hsm_id: undefined } },
      { method: 'DELETE', path: '200/message_templates', query: { name: 'n', hsm_id: '1' } },
      { method: 'DELETE', path: '200/message_templates', query: { hsm_ids: '["1","2"]' } },
    ]);
  });

  it('looks the name up that Meta wants beside an id', async () => {
    const { templates, graph } = setup();
    graph.answer = ({ method }) => (method === 'GET' ? { id: '1', name: 'n' } : { success: true });
    await templates.delete({ id: '1' });
    expect(graph.calls).toEqual(['GET 1', 'DELETE 200/message_templates']);
    expect(graph.last.query).toMatchObject({ name: 'n', hsm_id: '1' });
  });

  it('takes up to 100 ids', async () => {
    const { templates } = setup();
    const ids = Array.from({ length: 101 }, (_, i) => String(i));
    expect(await issuesOf(templates.delete({ ids }))).toEqual(['ids: must have at most 100 items, has 101']);
  });
});

describe('the rest of a template’s life', () => {
  it('compares two templates over the last days', async () => {
    const { templates, graph } = setup();
    const raw = {
      data: [
        { metric: 'BLOCK_RATE', type: 'RELATIVE', order_by_relative_metric: ['2', '1'] },
        {
          metric: 'MESSAGE_SENDS',
          type: 'NUMBER_VALUES',
          number_values: [
            { key: '1', value: 1273 },
            { key: '2', value: 1042 },
          ],
        },
        { metric: 'TOP_BLOCK_REASON', type: 'STRING_VALUES', string_values: [{ key: '1', value: 'SPAM' }] },
        { metric: 'NEW_METRIC', type: 'RELATIVE' },
      ],
    };
    graph.answer = () => raw;
    expect(await templates.compare({ id: '1', otherId: '2', days: 7 })).toEqual({
      blockRateOrder: ['2', '1'],
      sends: { '1': 1273, '2': 1042 },
      topBlockReason: { '1': 'SPAM' },
      raw,
    });
    const now = graph.clock.now() / 1000;
    expect(graph.last).toEqual({
      method: 'GET',
      path: '1/compare',
      query: { template_ids: '["2"]', start: now - 7 * 86_400, end: now },
    });
    await templates.compare({ id: '1', otherId: '2', days: 90, end: new Date(86_400_000 * 100) });
    expect(graph.last.query).toMatchObject({ start: 864_000, end: 8_640_000 });
  });

  it.each([
    [{ '8': 'Normalized name collision' }, { '8': 'Normalized name collision' }],
    [[{ '8': 'collision' }, '9'], { '8': 'collision', '9': 'no reason given' }],
    [undefined, {}],
  ])('migrates, and reads failures of either form: %j', async (failed, expected) => {
    const { templates, graph } = setup();
    graph.answer = () => ({ migrated_templates: ['1'], failed_templates: failed });
    const result = await templates.migrate({ sourceWabaId: '300', page: 0, count: 500, templateIds: ['5'] });
    expect(result).toMatchObject({ done: ['1'], failed: expected });
    expect(graph.last).toEqual({
      method: 'POST',
      path: '200/migrate_message_templates',
      query: { source_waba_id: '300', page_number: 0, count: 500, template_ids: '["5"]' },
    });
  });

  it('unpauses', async () => {
    const { templates, graph } = setup();
    graph.answer = () => ({ success: false, reason: 'too early' });
    expect(await templates.unpause('1')).toMatchObject({ success: false, reason: 'too early' });
    expect(graph.last).toEqual({ method: 'POST', path: '1/unpause' });
  });

  it('archives and unarchives at the host that Meta has for it', async () => {
    const { templates, graph } = setup();
    graph.answer = () => ({
      archived_templates: ['1'],
      failed_templates: { '2': 'Template is already archived' },
    });
    expect(await templates.archive(['1', '2'])).toMatchObject({
      done: ['1'],
      failed: { '2': 'Template is already archived' },
    });
    graph.answer = () => ({ unarchived_templates: ['1'] });
    expect(await templates.unarchive(['1'])).toMatchObject({ done: ['1'], failed: {} });
    expect(graph.sent).toEqual([
      {
        method: 'POST',
        path: 'https://api.facebook.com/200/message_templates/archive',
        body: { hsm_ids: ['1', '2'] },
      },
      {
        method: 'POST',
        path: 'https://api.facebook.com/200/message_templates/unarchive',
        body: { hsm_ids: ['1'] },
      },
    ]);
  });

  it.each([
    ['https://graph.facebook.com/', 'https://api.facebook.com/200/message_templates/archive'],
    ['http://127.0.0.1:4010', 'http://127.0.0.1:4010/200/message_templates/archive'],
    ['https://gateway.internal/meta/', 'https://gateway.internal/meta/200/message_templates/archive'],
  ])('archives through %s', async (graphUrl, path) => {
    const { templates, graph } = setup({ graphUrl });
    await templates.archive(['1']);
    expect(graph.last.path).toBe(path);
  });

  it('archives 1 to 100 templates at once', async () => {
    const { templates } = setup();
    expect(await issuesOf(templates.archive([]))).toEqual(['ids: must have at least 1 item, has 0']);
    expect(await issuesOf(templates.unarchive(['1', '']))).toEqual(['ids[1]: must not be empty']);
  });
});

describe('library, previews and groups', () => {
  it('browses the library', async () => {
    const { templates, graph } = setup();
    graph.answer = () => ({ data: [{ id: '1', name: 'delivery_update_1' }] });
    const input = { search: 'delivery', topic: 'ORDER_MANAGEMENT', usecase: 'DELIVERY_UPDATE', limit: 5 };
    expect((await templates.library(input)).at(0)).toMatchObject({ name: 'delivery_update_1' });
    expect(graph.last).toEqual({ method: 'GET', path: 'message_template_library', query: input });
  });

  it('previews authentication templates', async () => {
    const { templates, graph } = setup();
    graph.answer = () => ({ data: [{ language: 'en_US', body: '*{{1}}* is your code.' }] });
    await templates.previews({
      languages: ['en_US', 'es'],
      addSecurityRecommendation: true,
      codeExpirationMinutes: 10,
      businessName: 'Lucky Shrub',
    });
    expect(graph.last).toEqual({
      method: 'GET',
      path: '200/message_template_previews',
      query: {
        category: 'AUTHENTICATION',
        languages: 'en_US,es',
        add_security_recommendation: true,
        code_expiration_minutes: 10,
        button_types: 'OTP',
        business_name: 'Lucky Shrub',
      },
    });
  });

  it('lists, makes and gets groups', async () => {
    const { templates, graph } = setup();
    graph.answer = ({ method, path }) =>
      method === 'GET' && path !== '9' ? { data: [{ id: '9' }] } : { id: '9' };
    expect((await templates.groups({ limit: 3 })).items).toEqual([{ id: '9' }]);
    const group = { name: 'Shipping', description: 'All about shipping', templateIds: ['1', '2'] };
    expect(await templates.createGroup(group)).toEqual({ id: '9' });
    expect(await templates.getGroup('9')).toEqual({ id: '9' });
    expect(graph.sent).toEqual([
      { method: 'GET', path: '200/template_groups', query: { limit: 3 } },
      {
        method: 'POST',
        path: '200/template_groups',
        body: {
          name: 'Shipping',
          description: 'All about shipping',
          whatsapp_business_templates: ['1', '2'],
        },
      },
      { method: 'GET', path: '9' },
    ]);
  });

  it('asks which category planned content would get', async () => {
    const { templates, graph } = setup();
    const raw = { success: true, category: 'UTILITY' };
    graph.answer = () => raw;
    const sample = {
      type: 'text',
      text: { body: 'Your order is on its way.' },
      category: 'utility',
    } as const;
    expect(await templates.classify(sample)).toEqual({ category: 'UTILITY', raw });
    expect(graph.sent).toEqual([{ method: 'POST', path: '200/message_samples', body: sample }]);
    graph.answer = () => ({});
    await expect(templates.classify(sample)).rejects.toThrow('the answer has no category');
    const wrong = async (input: object): Promise<string[]> => issuesOf(templates.classify(input as never));
    expect(await wrong({ type: 'text', text: { body: '' } })).toEqual(['text.body: must not be empty']);
    expect(await wrong({ type: 'interactive' })).toEqual(['interactive: must be an object']);
    expect(await wrong({ type: 'image' })).toEqual(['type: must be one of text, interactive']);
  });

  it('refuses what Meta would refuse, without a request', async () => {
    const { templates, graph } = setup();
    expect(await issuesOf(templates.compare({ id: '1', otherId: '', days: 8 as 7 }))).toEqual([
      'otherId: must not be empty',
      'days: must be one of 7, 30, 60, 90',
    ]);
    expect(
      await issuesOf(templates.migrate({ sourceWabaId: '', page: -1, count: 501, templateIds: [''] })),
    ).toEqual([
      'sourceWabaId: must not be empty',
      'page: must be a whole number from 0 to 9007199254740991',
      'count: must be a whole number from 1 to 500',
      'templateIds[0]: must not be empty',
    ]);
    expect(await issuesOf(templates.previews({ codeExpirationMinutes: 91 }))).toEqual([
      'codeExpirationMinutes: must be a whole number from 1 to 90',
    ]);
    expect(await issuesOf(templates.createGroup({ name: '', description: '', templateIds: [] }))).toEqual([
      'name: must not be empty',
      'description: must not be empty',
      'templateIds: must have at least 1 item, has 0',
    ]);
    expect(graph.sent).toEqual([]);
  });
});
