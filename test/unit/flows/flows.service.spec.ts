import type { FlowCategory } from '../../../lib/wire/flow/management';
import { FlowSync } from '../../../lib/flows/flow-sync.service';
import { FlowNotEditableError } from '../../../lib/flows/errors/flow-not-editable.error';
import { FlowsService } from '../../../lib/flows/flows.service';
import { parseFlowJson } from '../../../lib/flows/json/parse-flow-json';
import { RecordingGraph, refusals } from '../../support/recording-graph';
import { fixture, fixtureText } from './json/flow-fixtures';

const graph = new RecordingGraph();
const flows = new FlowsService(graph.client, graph.pages, graph.validator);
const definition = parseFlowJson(fixtureText('7.3-appointment'));
const FIELDS =
  'id,name,status,categories,validation_errors,json_version,data_api_version,endpoint_uri,preview,' +
  'whatsapp_business_account,application,updated_at';
const validation_errors = [
  {
    error: 'INVALID_PROPERTY_VALUE',
    message: 'Invalid.',
    pointers: [{ path: 'screens[0].id', line_start: 3 }],
  },
];
const issue = {
  path: 'screens[0].id',
  message: 'Invalid.',
  severity: 'error',
  code: 'INVALID_PROPERTY_VALUE',
};

beforeEach(() => {
  graph.requests.length = 0;
  graph.answer({ success: true });
});

describe('FlowsService', () => {
  it('creates a flow, and hands on what Meta found in its JSON', async () => {
    const raw = { id: '555', success: true, validation_errors };
    graph.answer(raw);
    const input = {
      name: 'booking',
      categories: ['APPOINTMENT_BOOKING'],
      flowJson: definition,
      endpointUri: 'https://example.com/flows',
      publish: false,
      cloneFlowId: '1',
    };
    await expect(flows.create(input)).resolves.toEqual({ id: '555', issues: [issue], raw });
    expect(graph.sent).toEqual([
      {
        method: 'POST',
        path: '200/flows',
        body: {
          name: 'booking',
          categories: ['APPOINTMENT_BOOKING'],
          flow_json: JSON.stringify(definition),
          publish: false,
          clone_flow_id: '1',
          endpoint_uri: 'https://example.com/flows',
        },
      },
    ]);
  });

  it('refuses inputs that Meta would refuse', async () => {
    expect(
      await refusals(() => flows.create({ name: '', categories: [], endpointUri: 'x', publish: true })),
    ).toEqual([
      expect.stringMatching(/^name: /),
      expect.stringMatching(/^categories: /),
      expect.stringMatching(/^endpointUri: /),
      expect.stringMatching(/^flowJson: /),
    ]);
    expect(await refusals(() => flows.update('1', {}))).toEqual([expect.stringContaining('at least one')]);
    const names = Array<string>(101).fill('x');
    expect(await refusals(() => flows.migrate({ sourceWabaId: '', flowNames: names }))).toHaveLength(2);
    expect(graph.requests).toEqual([]);
  });

  it('says so when a creation has no id', async () => {
    graph.answer({ success: true });
    await expect(flows.create({ name: 'x', categories: ['OTHER'] })).rejects.toThrow('no id');
  });

  it('reads a flow with all fields or with some', async () => {
    graph.answer({ id: '555', name: 'booking' });
    await expect(flows.get('555')).resolves.toEqual({ id: '555', name: 'booking' });
    await flows.get('555', { fields: ['status', 'data_channel_uri'] });
    expect(graph.sent).toEqual([
      { method: 'GET', path: '555', query: { fields: FIELDS } },
      { method: 'GET', path: '555', query: { fields: 'status,data_channel_uri' } },
    ]);
  });

  it('lists flows and finds one by its name', async () => {
    graph.answer(
      {
        data: [{ id: '1', name: 'a' }],
        paging: { cursors: { after: 'x' }, next: 'https://graph.facebook.com/next' },
      },
      { data: [{ id: '2', name: 'booking' }] },
    );
    await expect(flows.find('booking')).resolves.toEqual({ id: '2', name: 'booking' });
    expect(graph.sent[0]).toEqual({
      method: 'GET',
      path: '200/flows',
      query: { fields: FIELDS, limit: 100 },
    });
    graph.answer({ data: [] });
    await expect(flows.find('booking')).resolves.toBeUndefined();
  });

  it('reads preview, health and figures', async () => {
    graph.answer({ id: '5', preview: { preview_url: 'https://x', expires_at: '2026-12-01T00:00:00+0000' } });
    await expect(flows.preview('5', { invalidate: true })).resolves.toEqual({
      url: 'https://x',
      expiresAt: '2026-12-01T00:00:00+0000',
    });
    graph.answer({ id: '5', health_status: { can_send_message: 'BLOCKED' } });
    await expect(flows.health('5', { phoneNumberId: '100' })).resolves.toEqual({
      can_send_message: 'BLOCKED',
    });
    await flows.health('5');
    graph.answer({ id: '5', metric: { name: 'ENDPOINT_REQUEST_COUNT' } });
    const metric = {
      name: 'ENDPOINT_REQUEST_COUNT',
      granularity: 'DAY',
      since: '2026-01-01',
      until: '2026-01-02',
    } as const;
    await expect(flows.metric('5', metric)).resolves.toEqual({ name: 'ENDPOINT_REQUEST_COUNT' });
    expect(graph.sent.map(({ query }) => query?.['fields'])).toEqual([
      'preview.invalidate(true)',
      'health_status.phone_number(100)',
      'health_status',
      'metric.name(ENDPOINT_REQUEST_COUNT).granularity(DAY).since(2026-01-01).until(2026-01-02)',
    ]);
  });

  it('changes what is known about a flow', async () => {
    await flows.update('5', {
      name: 'n',
      categories: ['OTHER'],
      endpointUri: 'https://a.example',
      applicationId: '9',
    });
    expect(graph.sent).toEqual([
      {
        method: 'POST',
        path: '5',
        body: { name: 'n', categories: ['OTHER'], endpoint_uri: 'https://a.example', application_id: '9' },
      },
    ]);
  });

  it('uploads JSON as a file, and gives errors as data', async () => {
    graph.answer({ success: true, validation_errors });
    await expect(flows.updateJson('5', definition)).resolves.toEqual({
      issues: [issue],
      raw: { success: true, validation_errors },
    });
    expect(graph.sent[0]).toMatchObject({ method: 'POST', path: '5/assets' });
    const form = graph.requests[0]?.body as FormData;
    expect(Object.fromEntries([...form].filter(([key]) => key !== 'file'))).toEqual({
      name: 'flow.json',
      asset_type: 'FLOW_JSON',
      messaging_product: 'whatsapp',
    });
    const file = form.get('file') as File;
    expect([file.name, file.type]).toEqual(['flow.json', 'application/json']);
    expect(JSON.parse(await file.text())).toEqual(fixture('7.3-appointment'));
  });

  it('downloads the JSON that Meta has', async () => {
    const assets = {
      data: [{ name: 'flow.json', asset_type: 'FLOW_JSON', download_url: 'https://x.whatsapp.net/1' }],
    };
    graph.answer(assets, definition);
    await expect(flows.json('5')).resolves.toEqual(definition);
    expect(graph.sent.map(({ path }) => path)).toEqual(['5/assets', 'https://x.whatsapp.net/1']);
    graph.answer({ data: [] });
    await expect(flows.json('5')).resolves.toBeUndefined();
  });

  it('publishes, deprecates and deletes', async () => {
    await flows.publish('5');
    await flows.deprecate('5');
    await flows.delete('5');
    expect(graph.sent).toEqual([
      { method: 'POST', path: '5/publish' },
      { method: 'POST', path: '5/deprecate' },
      { method: 'DELETE', path: '5' },
    ]);
    graph.answer({ success: false });
    await expect(flows.publish('5')).rejects.toThrow('success: false');
  });

  it('copies flows from another account', async () => {
    const raw = {
      migrated_flows: [{ source_name: 'a', source_id: '1', migrated_id: '2' }],
      failed_flows: [{ source_name: 'b', error_code: '4233041', error_message: 'No such flow.' }],
    };
    graph.answer(raw);
    await expect(flows.migrate({ sourceWabaId: '300', flowNames: ['a', 'b'] })).resolves.toEqual({
      migrated: [{ name: 'a', sourceId: '1', id: '2' }],
      failed: [{ name: 'b', code: '4233041', message: 'No such flow.' }],
      raw,
    });
    expect(graph.sent[0]).toEqual({
      method: 'POST',
      path: '200/migrate_flows',
      body: { source_waba_id: '300', source_flow_names: ['a', 'b'] },
    });
  });
});

describe('FlowSync', () => {
  const sync = new FlowSync(flows);
  const input = { name: 'booking' };
  const found = (status: string, more: object = {}): object => ({
    data: [{ id: '5', name: 'booking', status, ...more }],
  });
  const assets = {
    data: [{ name: 'flow.json', asset_type: 'FLOW_JSON', download_url: 'https://x.whatsapp.net/1' }],
  };
  const other = { ...definition, version: '7.2' };
  const ok = { success: true, validation_errors: [] };
  const paths = (): string[] => graph.sent.map(({ method, path }) => `${method} ${path}`);

  it('creates what is not there, and publishes it when asked', async () => {
    graph.answer({ data: [] }, { id: '5' }, ok);
    await expect(sync.sync(definition, { ...input, publish: true })).resolves.toEqual({
      id: '5',
      outcome: 'created',
      published: true,
      issues: [],
    });
    expect(paths()).toEqual(['GET 200/flows', 'POST 200/flows', 'POST 5/publish']);
    expect(graph.sent[1]?.body).toMatchObject({ name: 'booking', categories: ['OTHER'] });
  });

  it('does not publish what has errors', async () => {
    graph.answer({ data: [] }, { id: '5', validation_errors });
    const result = await sync.sync(definition, { ...input, publish: true });
    expect(result).toEqual({ id: '5', outcome: 'created', published: false, issues: [issue] });
    expect(paths()).toEqual(['GET 200/flows', 'POST 200/flows']);
  });

  it('leaves alone what is the same', async () => {
    graph.answer(found('PUBLISHED'), assets, { ...definition });
    await expect(sync.sync(definition, { ...input, publish: true })).resolves.toEqual({
      id: '5',
      outcome: 'unchanged',
      published: false,
      issues: [],
    });
    expect(paths()).toEqual(['GET 200/flows', 'GET 5/assets', 'GET https://x.whatsapp.net/1']);
  });

  it('updates a draft that differs, and publishes it when asked', async () => {
    graph.answer(found('DRAFT'), assets, other, ok, ok);
    const result = await sync.sync(definition, { ...input, publish: true });
    expect(result).toEqual({ id: '5', outcome: 'updated', published: true, issues: [] });
    expect(paths().slice(3)).toEqual(['POST 5/assets', 'POST 5/publish']);
  });

  it('publishes a draft that is the same', async () => {
    graph.answer(found('DRAFT'), assets, definition, ok);
    const result = await sync.sync(definition, { ...input, publish: true });
    expect(result).toMatchObject({ outcome: 'unchanged', published: true });
  });

  it.each(['PUBLISHED', 'THROTTLED', 'DEPRECATED', 'BLOCKED'])(
    'does not change a flow that is %s, and says so before it changes anything',
    async (status) => {
      graph.answer(found(status), assets, other);
      await expect(sync.sync(definition, { ...input, endpointUri: 'https://a.example' })).rejects.toThrow(
        FlowNotEditableError,
      );
      expect(graph.sent.every(({ method }) => method === 'GET')).toBe(true);
    },
  );

  it('makes a new version of a published flow only when told to', async () => {
    graph.answer(found('PUBLISHED'), assets, other, ok);
    const result = await sync.sync(definition, { ...input, replacePublished: true });
    expect(result).toMatchObject({ outcome: 'updated', published: false });
    graph.answer(found('DEPRECATED'), assets, other);
    await expect(sync.sync(definition, { ...input, replacePublished: true })).rejects.toThrow('DEPRECATED');
  });

  const known = { categories: ['SURVEY', 'OTHER'], endpoint_uri: 'https://old.example' };
  const same = {
    ...input,
    categories: ['OTHER', 'SURVEY'] as FlowCategory[],
    endpointUri: 'https://old.example',
  };

  it('updates endpoint and categories when they differ, in whatever order', async () => {
    graph.answer(found('DRAFT', known), assets, definition);
    await expect(sync.sync(definition, same)).resolves.toMatchObject({ outcome: 'unchanged' });
    graph.requests.length = 0;
    graph.answer(found('DRAFT', known), assets, definition, ok);
    const next = { ...same, endpointUri: 'https://new.example' };
    await expect(sync.sync(definition, next)).resolves.toMatchObject({ outcome: 'updated' });
    expect(graph.sent.at(-1)).toEqual({
      method: 'POST',
      path: '5',
      body: { endpoint_uri: 'https://new.example' },
    });
  });

  it('moves the endpoint of a published flow only when told to', async () => {
    const moved = { ...same, endpointUri: 'https://new.example' };
    graph.answer(found('PUBLISHED', known), assets, definition);
    await expect(sync.sync(definition, moved)).rejects.toThrow('replacePublished');
    expect(graph.sent.every(({ method }) => method === 'GET')).toBe(true);
    graph.answer(found('PUBLISHED', known), assets, definition, ok);
    const result = await sync.sync(definition, { ...moved, replacePublished: true });
    expect(result).toMatchObject({ outcome: 'updated', published: false });
  });
});

describe('completion', () => {
  const event = (response_json: unknown) => ({ payload: { interactive: { nfm_reply: { response_json } } } });

  it('reads the values and the token', () => {
    expect(flows.completion(event('{"flow_token":"t","a":1}'))).toEqual({
      flowToken: 't',
      data: { flow_token: 't', a: 1 },
    });
    expect(flows.completion(event('{"a":1}'), definition)).toEqual({ flowToken: undefined, data: { a: 1 } });
    expect(flows.completion(event({ a: 1 }))).toEqual({ flowToken: undefined, data: { a: 1 } });
  });

  it('keeps ids that a number cannot hold, and touches nothing else', () => {
    const text =
      '{"photos":[{"id":790173669012345678},{"id":790173669012345},{"id":-12345678901234567}],' +
      '"note":"id 790173669012345678, \\"790173669012345678","x":1.2345678901234567890,"y":1e-12345678901234567}';
    expect(flows.completion(event(text))?.data).toEqual({
      photos: [{ id: '790173669012345678' }, { id: 790173669012345 }, { id: '-12345678901234567' }],
      note: 'id 790173669012345678, "790173669012345678',
      x: 1.2345678901234567,
      y: 0,
    });
  });

  it.each(['', '{', '[]', 'null', '7', undefined, null, 5])('%j is nothing to read, and no crash', (text) => {
    expect(flows.completion(event(text))).toBeUndefined();
  });
});
