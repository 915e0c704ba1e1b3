import { FlowKeysService, FlowSync, FlowsService } from 'nestjs-whatsapp-cloud';
import type { FlowJson } from 'nestjs-whatsapp-cloud';
import { generateFlowKeyPair, publicFlowKey } from '../../../lib/flows/crypto/flow-keys';
import { ID, suite } from './case';
import type { Suite, World } from './case';

const FLOW: FlowJson = {
  version: '7.3',
  screens: [
    {
      id: 'START',
      title: 'Start',
      terminal: true,
      layout: {
        type: 'SingleColumnLayout',
        children: [
          { type: 'TextHeading', text: 'Hello' },
          { type: 'Footer', label: 'Done', 'on-click-action': { name: 'complete', payload: {} } },
        ],
      },
    },
  ],
};

async function flow({ the }: World, publish = false): Promise<string> {
  const input = { name: 'visit', categories: ['OTHER'], flowJson: FLOW } as const;
  return (await the(FlowsService).create({ ...input, publish })).id;
}

export const FLOW_SUITES: readonly Suite[] = [
  suite(FlowsService, {
    completion: (flows) =>
      expect(
        flows.completion({ payload: { interactive: { nfm_reply: { response_json: '{"a":1}' } } } }),
      ).toMatchObject({ data: { a: 1 } }),
    create: async (flows) =>
      expect(await flows.create({ name: 'visit', categories: ['OTHER'] })).toMatchObject({
        id: expect.stringMatching(ID),
      }),
    get: async (flows, world) =>
      expect(await flows.get(await flow(world))).toMatchObject({ status: 'DRAFT' }),
    find: async (flows, world) => {
      const id = await flow(world);
      expect(await flows.find('visit')).toMatchObject({ id });
    },
    list: async (flows, world) => {
      const id = await flow(world);
      expect((await flows.list({ limit: 5 })).items).toMatchObject([{ id }]);
    },
    preview: async (flows, world) =>
      expect(await flows.preview(await flow(world))).toMatchObject({
        url: expect.stringMatching(/^https?:/),
      }),
    health: async (flows, world) =>
      expect(await flows.health(await flow(world))).toMatchObject({ can_send_message: 'AVAILABLE' }),
    metric: async (flows, world) =>
      expect(
        flows.metric(await flow(world), { name: 'ENDPOINT_REQUEST_COUNT', granularity: 'DAY' }),
      ).rejects.toMatchObject({ code: 139006 }),
    update: async (flows, world) => {
      const id = await flow(world);
      await flows.update(id, { name: 'visits' });
      expect(await flows.get(id)).toMatchObject({ name: 'visits' });
    },
    updateJson: async (flows, world) =>
      expect(await flows.updateJson(await flow(world), FLOW)).toMatchObject({ issues: [] }),
    assets: async (flows, world) =>
      expect(await flows.assets(await flow(world))).toMatchObject([{ asset_type: 'FLOW_JSON' }]),
    json: async (flows, world) => expect(await flows.json(await flow(world))).toEqual(FLOW),
    publish: async (flows, world) => {
      const id = await flow(world);
      await flows.publish(id);
      expect(await flows.get(id)).toMatchObject({ status: 'PUBLISHED' });
    },
    deprecate: async (flows, world) => {
      const id = await flow(world, true);
      await flows.deprecate(id);
      expect(await flows.get(id)).toMatchObject({ status: 'DEPRECATED' });
    },
    delete: async (flows, world) => {
      await flows.delete(await flow(world));
      expect((await flows.list()).items).toEqual([]);
    },
    migrate: async (flows, world) => {
      await flow(world);
      const moved = await flows.migrate(
        { sourceWabaId: world.emulator.wabaId },
        { wabaId: world.secondWabaId },
      );
      expect(moved).toMatchObject({ migrated: [{ name: 'visit' }] });
    },
  }),
  suite(FlowSync, {
    sync: async (sync) =>
      expect(await sync.sync(FLOW, { name: 'visit', categories: ['OTHER'] })).toMatchObject({
        id: expect.stringMatching(ID),
      }),
  }),
  suite(FlowKeysService, {
    generate: async (keys) => expect(await keys.generate()).toMatchObject({ privateKey: expect.any(String) }),
    publicKeyOf: async (keys) => {
      const { privateKey, publicKey } = await generateFlowKeyPair();
      expect(keys.publicKeyOf(privateKey)).toBe(publicKey);
    },
    upload: async (keys, { emulator }) => {
      const { privateKey } = await generateFlowKeyPair();
      await keys.upload(privateKey);
      expect(emulator.number().publicKey).toBe(publicFlowKey(privateKey));
    },
    check: async (keys) => {
      const { privateKey } = await generateFlowKeyPair();
      await keys.upload(privateKey);
      expect(await keys.check(privateKey)).toMatchObject({ state: 'ready' });
    },
  }),
];
