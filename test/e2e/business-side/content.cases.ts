import { GroupsService, TemplatesService } from 'nestjs-whatsapp-cloud';
import type { TemplateCreation, TemplateUpsert } from 'nestjs-whatsapp-cloud';
import { jpeg } from '../../unit/groups/jpegs';
import { ID, suite } from './case';
import type { Suite, World } from './case';

const BODY = { type: 'BODY' as const, text: 'All about lamps' };
const OFFER: TemplateCreation = {
  name: 'offer',
  language: 'en_US',
  category: 'MARKETING',
  components: [BODY],
};
const CODES: TemplateUpsert = {
  name: 'codes',
  languages: ['en_US', 'es_ES'],
  category: 'AUTHENTICATION',
  components: [{ type: 'BODY' }, { type: 'BUTTONS', buttons: [{ type: 'OTP', otp_type: 'COPY_CODE' }] }],
};
async function offer({ emulator, the }: World, name = 'offer'): Promise<string> {
  const { id } = await the(TemplatesService).create({ ...OFFER, name });
  await emulator.approveTemplate(name);
  return id;
}

async function group({ emulator, the }: World, joinApprovalMode = 'auto_approve'): Promise<string> {
  await the(GroupsService).create({ subject: 'Lamps', joinApprovalMode });
  await emulator.idle();
  return emulator.groups.at(-1)?.id ?? '';
}

/** A group that ann waits to be let into. */
async function waiting(world: World): Promise<{ readonly id: string; readonly request: string }> {
  const id = await group(world, 'approval_required');
  await world.ann.joins(world.emulator.groups.at(-1)!);
  const page = await world.the(GroupsService).joinRequests(id);
  return { id, request: page.items[0]?.joinRequestId ?? '' };
}

export const CONTENT_SUITES: readonly Suite[] = [
  suite(TemplatesService, {
    create: async (templates) =>
      expect(await templates.create(OFFER)).toMatchObject({
        id: expect.stringMatching(ID),
        status: 'PENDING',
      }),
    createFromLibrary: async (templates) =>
      expect(
        await templates.createFromLibrary({
          name: 'delivery',
          language: 'en_US',
          category: 'UTILITY',
          library_template_name: 'delivery_update_1',
          library_template_button_inputs: [{ type: 'URL', url: { base_url: 'https://example.com' } }],
        }),
      ).toMatchObject({ status: 'APPROVED' }),
    upsert: async (templates) =>
      expect(await templates.upsert(CODES)).toMatchObject([{ language: 'en_US' }, { language: 'es_ES' }]),
    get: async (templates, world) =>
      expect(await templates.get(await offer(world))).toMatchObject({ name: 'offer', status: 'APPROVED' }),
    find: async (templates, world) => {
      const id = await offer(world);
      expect(await templates.find('offer', 'en_US')).toMatchObject({ id });
    },
    list: async (templates, world) => {
      for (const name of ['a', 'b', 'c']) await offer(world, name);
      const page = await templates.list({ limit: 2, summary: ['total_count'] });
      expect(page.summary).toEqual({ total_count: 3 });
      expect((await page.all()).map(({ name }) => name)).toEqual(['a', 'b', 'c']);
    },
    update: async (templates, world) => {
      const id = await offer(world);
      expect(await templates.update(id, { components: [{ ...BODY, text: 'More lamps' }] })).toMatchObject({
        success: true,
      });
    },
    delete: async (templates, world) => {
      await offer(world);
      await templates.delete({ name: 'offer' });
      expect((await templates.list()).items).toEqual([]);
    },
    compare: async (templates, world) => {
      const [id, otherId] = [await offer(world), await offer(world, 'other')];
      expect((await templates.compare({ id, otherId, days: 7 })).raw).toMatchObject({
        data: [{ metric: 'BLOCK_RATE' }, { metric: 'MESSAGE_SENDS' }, { metric: 'TOP_BLOCK_REASON' }],
      });
    },
    migrate: async (templates, world) => {
      const id = await offer(world);
      await templates.create({ ...OFFER, name: 'pending' });
      const { raw } = await templates.migrate(
        { sourceWabaId: world.emulator.wabaId },
        { wabaId: world.secondWabaId },
      );
      expect(raw.migrated_templates).toEqual([expect.stringMatching(ID)]);
      expect(raw.migrated_templates).not.toEqual([id]);
      expect(Object.keys(raw.failed_templates ?? {})).toHaveLength(1);
    },
    unpause: async (templates, world) => {
      const id = await offer(world);
      await world.emulator.templates.pause('offer');
      expect(await templates.unpause(id)).toMatchObject({ success: true });
    },
    archive: async (templates, world) => {
      const id = await offer(world);
      expect((await templates.archive([id, '1'])).raw).toMatchObject({ archived_templates: [id] });
    },
    unarchive: async (templates, world) => {
      const id = await offer(world);
      await templates.archive([id]);
      expect((await templates.unarchive([id])).raw).toMatchObject({ unarchived_templates: [id] });
    },
    library: async (templates) =>
      expect((await templates.library({ topic: 'PAYMENTS' })).items).toMatchObject([
        { name: 'low_balance_warning_1' },
      ]),
    previews: async (templates) =>
      expect((await templates.previews({ languages: ['en_US'], codeExpirationMinutes: 5 })).items).toEqual([
        {
          language: 'en_US',
          body: '*{{1}}* is your verification code.',
          footer: 'This code expires in 5 minutes.',
          buttons: [{ text: 'Copy code', autofill_text: 'Autofill' }],
        },
      ]),
    groups: async (templates, world) => {
      const templateIds = [await offer(world)];
      await templates.createGroup({ name: 'g', description: 'd', templateIds });
      expect((await templates.groups({ limit: 5 })).items).toMatchObject([{ name: 'g', description: 'd' }]);
    },
    createGroup: async (templates, world) => {
      const templateIds = [await offer(world)];
      const created = await templates.createGroup({ name: 'g', description: 'd', templateIds });
      expect(created.id).toMatch(ID);
    },
    getGroup: async (templates, world) => {
      const templateIds = [await offer(world)];
      const { id } = await templates.createGroup({ name: 'g', description: 'd', templateIds });
      expect(await templates.getGroup(id)).toEqual({ id, name: 'g', description: 'd' });
    },
    classify: async (templates) =>
      expect(await templates.classify({ type: 'text', text: { body: 'Your code is 123456' } })).toMatchObject(
        {
          category: 'AUTHENTICATION',
        },
      ),
  }),
  suite(GroupsService, {
    create: async (groups) =>
      expect(await groups.create({ subject: 'Lamps' })).toMatchObject({ requestId: expect.any(String) }),
    list: async (groups, world) => {
      const ids = [await group(world), await group(world), await group(world)];
      expect((await (await groups.list({ limit: 2 })).all()).map(({ id }) => id)).toEqual(ids);
    },
    info: async (groups, world) =>
      expect(await groups.info(await group(world))).toMatchObject({ subject: 'Lamps', participantCount: 0 }),
    update: async (groups, world) => {
      const id = await group(world);
      await groups.update(id, { subject: 'More lamps' });
      expect(await groups.info(id)).toMatchObject({ subject: 'More lamps' });
    },
    setPicture: async (groups, world) => {
      const data = jpeg(192, 192);
      await groups.setPicture(await group(world), data);
      expect(world.emulator.groups[0]?.picture).toEqual(data);
    },
    delete: async (groups, world) => {
      const id = await group(world);
      await groups.delete(id);
      await expect(groups.info(id)).rejects.toMatchObject({ httpStatus: expect.any(Number) });
    },
    inviteLink: async (groups, world) =>
      expect(await groups.inviteLink(await group(world))).toMatchObject({
        inviteLink: expect.stringMatching(/^https:/),
      }),
    resetInviteLink: async (groups, world) => {
      const id = await group(world);
      const before = await groups.inviteLink(id);
      expect((await groups.resetInviteLink(id)).inviteLink).not.toBe(before.inviteLink);
    },
    deleteInviteLink: async (groups, world) => {
      await groups.deleteInviteLink(await group(world));
      expect(world.emulator.groups[0]?.inviteLink).toBeUndefined();
    },
    joinRequests: async (groups, world) => {
      const { id } = await waiting(world);
      expect((await groups.joinRequests(id)).items).toMatchObject([{ userId: world.ann.profile.userId }]);
    },
    approveJoinRequests: async (groups, world) => {
      const { id, request } = await waiting(world);
      expect(await groups.approveJoinRequests(id, [request])).toMatchObject({ done: [request], failed: [] });
    },
    rejectJoinRequests: async (groups, world) => {
      const { id, request } = await waiting(world);
      expect(await groups.rejectJoinRequests(id, [request])).toMatchObject({ done: [request], failed: [] });
    },
    removeParticipants: async (groups, world) => {
      const { id, request } = await waiting(world);
      await groups.approveJoinRequests(id, [request]);
      await groups.removeParticipants(id, [`+${world.ann.profile.phone}`]);
      expect(await groups.info(id)).toMatchObject({ participantCount: 0 });
    },
  }),
];
