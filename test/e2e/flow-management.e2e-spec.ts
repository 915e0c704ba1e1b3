import {
  FlowBlockedError,
  FlowDeletingError,
  FlowDeprecatingError,
  FlowNotEditableError,
  FlowPublishingError,
  FlowsService,
  FlowSync,
  FlowThrottledError,
  FlowUpdatingError,
  MessagesService,
} from 'nestjs-whatsapp-cloud';
import type { FlowJson } from 'nestjs-whatsapp-cloud';
import { boot } from '../support/boot';
import type { Booted } from '../support/boot';

interface StatusChanges {
  entry: [{ changes: [{ value: { old_status?: string; new_status: string } }] }];
}

const survey = (label: string): FlowJson => ({
  version: '7.3',
  screens: [
    {
      id: 'FIRST',
      title: 'One',
      layout: {
        type: 'SingleColumnLayout',
        children: [
          { type: 'TextInput', name: 'word', label: 'Word', required: true },
          {
            type: 'Footer',
            label,
            'on-click-action': {
              name: 'navigate',
              next: { type: 'screen', name: 'LAST' },
              payload: { word: '${form.word}' },
            },
          },
        ],
      },
    },
    {
      id: 'LAST',
      title: 'Two',
      terminal: true,
      data: { word: { type: 'string', __example__: 'x' } },
      layout: {
        type: 'SingleColumnLayout',
        children: [
          { type: 'OptIn', name: 'sure', label: 'Sure' },
          {
            type: 'Footer',
            label: 'Send',
            'on-click-action': {
              name: 'complete',
              payload: {
                said: "`'I said ' ${data.word}`",
                sure: '${form.sure}',
                first: '${screen.FIRST.form.word}',
              },
            },
          },
        ],
      },
    },
  ],
  routing_model: { FIRST: ['LAST'], LAST: [] },
});

describe('flow management against the emulator', () => {
  let booted: Booted;
  let flows: FlowsService;

  beforeEach(async () => {
    booted = await boot();
    flows = booted.app.get(FlowsService);
  });
  afterEach(() => booted.stop());

  it('takes a flow from draft to its end', async () => {
    const { emulator } = booted;
    const { id, issues } = await flows.create({ name: 'survey', categories: ['SURVEY'] });
    expect(issues).toEqual([]);
    expect(await flows.json(id)).toBeUndefined();
    await expect(flows.publish(id)).rejects.toThrow(FlowPublishingError);

    const broken = await flows.updateJson(
      id,
      '{"version":"7.3","screens":[{"id":"A","layout":{},"terminal":true}]}',
    );
    expect(broken.issues).toEqual([
      {
        path: 'screens[0]',
        message: 'Terminal screens must have a Footer component.',
        severity: 'error',
        code: 'MISSING_FOOTER_ON_TERMINAL_SCREEN',
      },
    ]);
    await expect(flows.publish(id)).rejects.toThrow(FlowPublishingError);
    expect((await flows.updateJson(id, survey('Next'))).issues).toEqual([]);
    expect(await flows.json(id)).toEqual(survey('Next'));

    await flows.update(id, { name: 'poll', categories: ['OTHER'] });
    expect(await flows.get(id)).toMatchObject({
      id,
      name: 'poll',
      status: 'DRAFT',
      categories: ['OTHER'],
      json_version: '7.3',
      whatsapp_business_account: { id: emulator.wabaId },
      updated_at: '2026-01-10T00:00:00+0000',
    });
    const preview = await flows.preview(id);
    expect((await flows.preview(id, { invalidate: true })).url).not.toBe(preview.url);

    await expect(flows.deprecate(id)).rejects.toThrow(FlowDeprecatingError);
    await flows.publish(id);
    await expect(flows.publish(id)).rejects.toThrow(FlowPublishingError);
    await expect(flows.delete(id)).rejects.toThrow(FlowDeletingError);
    expect(await flows.health(id)).toMatchObject({ can_send_message: 'AVAILABLE' });
    await flows.deprecate(id);
    expect(await flows.health(id)).toMatchObject({ can_send_message: 'BLOCKED' });
    await expect(flows.updateJson(id, survey('Next'))).rejects.toThrow(FlowUpdatingError);
    await emulator.idle();
    const changes = emulator.deliveries.map(
      ({ body }) => (body as unknown as StatusChanges).entry[0].changes[0].value,
    );
    expect(changes.map(({ old_status, new_status }) => [old_status, new_status])).toEqual([
      [undefined, 'DRAFT'],
      ['DRAFT', 'PUBLISHED'],
      ['PUBLISHED', 'DEPRECATED'],
    ]);
  });

  it('lists, finds, clones and deletes; a name is taken once', async () => {
    const { id } = await flows.create({ name: 'one', categories: ['OTHER'], flowJson: survey('Next') });
    const copy = await flows.create({ name: 'two', categories: ['OTHER'], cloneFlowId: id });
    await expect(flows.create({ name: 'one', categories: ['OTHER'] })).rejects.toMatchObject({ code: 100 });
    await expect(flows.update(copy.id, { name: 'one' })).rejects.toMatchObject({ code: 100 });
    expect((await (await flows.list({ limit: 1 })).all()).map(({ name }) => name)).toEqual(['one', 'two']);
    expect(await flows.json(copy.id)).toEqual(survey('Next'));
    await flows.delete(id);
    expect(await flows.find('one')).toBeUndefined();
    await expect(flows.get(id)).rejects.toMatchObject({ code: 100, subcode: 33 });
  });

  it('syncs twice and changes nothing, and leaves a published flow alone unless told', async () => {
    const sync = booted.app.get(FlowSync);
    const wanted = { name: 'survey', publish: true };
    const first = await sync.sync(survey('Next'), wanted);
    expect(first).toMatchObject({ outcome: 'created', published: true });
    expect(await sync.sync(survey('Next'), wanted)).toMatchObject({ outcome: 'unchanged', published: false });
    await expect(sync.sync(survey('Go on'), wanted)).rejects.toThrow(FlowNotEditableError);
    const replaced = await sync.sync(survey('Go on'), { ...wanted, replacePublished: true });
    expect(replaced).toMatchObject({ id: first.id, outcome: 'updated', published: true });
  });

  it('opens what was published, and a draft when the message says so', async () => {
    const { emulator, app } = booted;
    const ann = emulator.user({ name: 'Ann' });
    const { id } = await flows.create({ name: 'survey', categories: ['SURVEY'], flowJson: survey('Next') });
    const invite = (mode: 'draft' | 'published') =>
      app
        .get(MessagesService)
        .sendFlow({ to: ann.profile.phone!, body: 'A word?', flowId: id, cta: 'Go', mode });
    await expect(invite('published')).rejects.toMatchObject({ code: 131009 });
    await invite('draft');
    const flow = await ann.opensFlow();
    await flow.fills({ word: 'hi' });
    await flow.submits();
    await flow.expectScreen('LAST').goesBack();
    await expect(flow.goesBack()).rejects.toThrow('There is no screen before FIRST.');
    await flow.fills({ word: 'hello' });
    await flow.submits('Next');
    await flow.fills({ sure: true });
    await flow.submits();
    const interactive = flow.completion?.payload['interactive'] as { nfm_reply: { response_json: string } };
    expect(JSON.parse(interactive.nfm_reply.response_json)).toEqual({
      flow_token: 'unused',
      said: 'I said hello',
      sure: true,
      first: 'hello',
    });
  });

  it('refuses to send what cannot be sent', async () => {
    const { emulator, app } = booted;
    const ann = emulator.user({ name: 'Ann' });
    const invite = (flowName: string) =>
      app.get(MessagesService).sendFlow({ to: ann.profile.phone!, body: 'A word?', flowName, cta: 'Go' });
    await invite('while there are none');
    emulator.flows.add({ name: 'survey', flowJson: survey('Next') });
    await expect(invite('another')).rejects.toMatchObject({ code: 131009 });
    await emulator.flows.setStatus('survey', 'THROTTLED');
    for (let i = 0; i < 10; i++) await invite('survey');
    await expect(invite('survey')).rejects.toThrow(FlowThrottledError);
    await emulator.advance(3_600_000);
    await invite('survey');
    await emulator.flows.setStatus('survey', 'BLOCKED');
    await expect(invite('survey')).rejects.toThrow(FlowBlockedError);
    await expect(ann.opensFlow()).rejects.toThrow('is BLOCKED and cannot be opened');
  });

  it('copies flows from another account of the business', async () => {
    await booted.stop();
    const other = {
      phoneNumberId: '200555000000002',
      wabaId: '300555000000002',
      displayPhoneNumber: '15550100002',
    };
    booted = await boot({ emulator: { numbers: [other] } });
    flows = booted.app.get(FlowsService);
    const source = booted.emulator.flows.add({
      name: 'survey',
      flowJson: survey('Next'),
      wabaId: other.wabaId,
    });
    const answer = await flows.migrate({ sourceWabaId: other.wabaId, flowNames: ['survey', 'gone'] });
    expect(answer.migrated).toMatchObject([{ name: 'survey', sourceId: source.id }]);
    expect(answer.failed).toMatchObject([{ name: 'gone', code: '4233041' }]);
    const [copy] = answer.migrated;
    expect(await flows.get(copy!.id)).toMatchObject({ name: 'survey', status: 'DRAFT' });
    expect(await flows.json(copy!.id)).toEqual(survey('Next'));
    const again = await flows.migrate({ sourceWabaId: other.wabaId });
    expect(again).toMatchObject({ migrated: [], failed: [{ name: 'survey', code: '4233041' }] });
  });
});
