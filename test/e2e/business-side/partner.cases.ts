import { CreditLinesService, PreverifiedNumbersService, SolutionsService } from 'nestjs-whatsapp-cloud';
import { ID, suite } from './case';
import type { Suite, World } from './case';

const LINE = '700555000000001';
const PARTNER = '400555000000009';
const SOLUTION = { name: 'Lamps', partnerAppId: '100555000000009', messagingBy: 'owner' } as const;

function lineOf({ emulator }: World): string {
  emulator.portfolio().creditLines.set(LINE, 'Emulator');
  return LINE;
}

export const PARTNER_SUITES: readonly Suite[] = [
  suite(PreverifiedNumbersService, {
    add: async (pool, { businessId }) =>
      expect(await pool.add(businessId, '15550783881')).toEqual({ id: expect.stringMatching(ID) }),
    list: async (pool, { businessId }) => {
      await pool.add(businessId, '15550783881');
      await pool.add(businessId, '15550783882');
      const page = await pool.list(businessId, { status: 'NOT_VERIFIED' }, { limit: 1 });
      expect((await page.all()).map(({ phone_number }) => phone_number)).toEqual([
        '15550783881',
        '15550783882',
      ]);
    },
    get: async (pool, { businessId }) => {
      const { id } = await pool.add(businessId, '15550783881');
      expect(await pool.get(id)).toMatchObject({ id, owner_business: { id: businessId } });
    },
    delete: async (pool, { businessId }) => {
      const { id } = await pool.add(businessId, '15550783881');
      await pool.delete(id);
      await expect(pool.get(id)).rejects.toMatchObject({ code: 100, subcode: 33 });
    },
    requestCode: async (pool, { businessId, emulator }) => {
      const { id } = await pool.add(businessId, '15550783881');
      await pool.requestCode(id, { method: 'SMS', language: 'en_US' });
      expect(emulator.portfolio().preverifiedNumbers.get(id)?.code).toMatch(/^\d{6}$/);
    },
    verifyCode: async (pool, { businessId, emulator }) => {
      const { id } = await pool.add(businessId, '15550783881');
      await pool.requestCode(id, { method: 'SMS', language: 'en_US' });
      await pool.verifyCode(id, { code: emulator.portfolio().preverifiedNumbers.get(id)?.code ?? '' });
      expect(await pool.get(id)).toMatchObject({
        code_verification_status: 'VERIFIED',
        verification_expiry_time: '2026-04-10T00:00:00+0000',
      });
    },
    partners: async (pool, { businessId }) => {
      const { id } = await pool.add(businessId, '15550783881');
      expect((await pool.partners(id)).items).toEqual([]);
    },
    share: async (pool, { businessId }) => {
      const { id } = await pool.add(businessId, '15550783881');
      await pool.share(businessId, { preverifiedId: id, partnerBusinessId: PARTNER });
      expect((await pool.partners(id)).items).toEqual([{ id: PARTNER, name: 'Emulator' }]);
    },
    unshare: async (pool, { businessId }) => {
      const { id } = await pool.add(businessId, '15550783881');
      await pool.share(businessId, { preverifiedId: id, partnerBusinessId: PARTNER });
      await pool.unshare(businessId, { preverifiedId: id, partnerBusinessId: PARTNER });
      expect((await pool.partners(id)).items).toEqual([]);
    },
  }),
  suite(CreditLinesService, {
    list: async (lines, world) => {
      const id = lineOf(world);
      expect((await lines.list(world.businessId)).items).toEqual([{ id, legal_entity_name: 'Emulator' }]);
    },
    shareAndAttach: async (lines, world) => {
      const target = { wabaId: world.emulator.wabaId, currency: 'EUR' };
      const { allocationId } = await lines.shareAndAttach(lineOf(world), target);
      const { receiving_credential } = await lines.allocation(allocationId);
      expect(receiving_credential).toEqual({ id: world.emulator.account().primaryFundingId });
    },
    share: async (lines, world) =>
      expect(await lines.share(lineOf(world), PARTNER)).toMatchObject({
        allocationId: expect.stringMatching(ID),
      }),
    attach: async (lines, world) => {
      await lines.attach(lineOf(world), { wabaId: world.secondWabaId, currency: 'EUR' });
      expect(world.emulator.account(world.secondWabaId).currency).toBe('EUR');
    },
    allocations: async (lines, world) => {
      const { allocationId } = await lines.share(lineOf(world), PARTNER);
      expect(await lines.allocations(LINE, PARTNER)).toMatchObject([
        { id: allocationId, receiving_business: { id: PARTNER } },
      ]);
    },
    allocation: async (lines, world) => {
      const { allocationId } = await lines.share(lineOf(world), PARTNER);
      expect(await lines.allocation(allocationId)).toMatchObject({ receiving_business: { id: PARTNER } });
    },
    revoke: async (lines, world) => {
      const { allocationId } = await lines.share(lineOf(world), PARTNER);
      await lines.revoke(allocationId);
      expect(await lines.allocation(allocationId)).toMatchObject({ request_status: 'DELETED' });
    },
  }),
  suite(SolutionsService, {
    create: async (solutions, { emulator }) =>
      expect(await solutions.create(emulator.appId, SOLUTION)).toEqual({ id: expect.stringMatching(ID) }),
    ofApp: async (solutions, { emulator }) => {
      const { id } = await solutions.create(emulator.appId, SOLUTION);
      expect((await solutions.ofApp(emulator.appId, { role: 'OWNER' })).items).toMatchObject([
        { id, name: 'Lamps' },
      ]);
    },
    ofWaba: async (solutions, { emulator }) => {
      const { id } = await solutions.create(emulator.appId, SOLUTION);
      await solutions.accept(id, SOLUTION.partnerAppId);
      expect((await solutions.ofWaba()).items).toMatchObject([{ id, status: 'ACTIVE' }]);
    },
    get: async (solutions, { emulator }) => {
      const { id } = await solutions.create(emulator.appId, SOLUTION);
      expect(await solutions.get(id)).toMatchObject({
        status: 'INITIATED',
        owner_permissions: ['MESSAGING'],
      });
    },
    accessToken: async (solutions, { emulator, businessId }) => {
      const { id } = await solutions.create(emulator.appId, SOLUTION);
      expect((await solutions.accessToken(id, businessId)).accessToken).toBe(emulator.accessToken);
    },
    accept: async (solutions, { emulator }) => {
      const { id } = await solutions.create(emulator.appId, SOLUTION);
      await solutions.accept(id, SOLUTION.partnerAppId);
      expect(await solutions.get(id)).toMatchObject({ status: 'ACTIVE', status_for_pending_request: 'NONE' });
    },
    reject: async (solutions, { emulator }) => {
      const { id } = await solutions.create(emulator.appId, SOLUTION);
      await solutions.reject(id);
      expect(await solutions.get(id)).toMatchObject({ status: 'REJECTED' });
    },
    requestDeactivation: async (solutions, { emulator }) => {
      const { id } = await solutions.create(emulator.appId, SOLUTION);
      await solutions.accept(id, SOLUTION.partnerAppId);
      await solutions.requestDeactivation(id);
      expect(await solutions.get(id)).toMatchObject({ status_for_pending_request: 'PENDING_DEACTIVATION' });
    },
    acceptDeactivation: async (solutions, { emulator }) => {
      const { id } = await solutions.create(emulator.appId, SOLUTION);
      await solutions.accept(id, SOLUTION.partnerAppId);
      await solutions.requestDeactivation(id);
      await solutions.acceptDeactivation(id);
      expect(await solutions.get(id)).toMatchObject({ status: 'DEACTIVATED' });
    },
    rejectDeactivation: async (solutions, { emulator }) => {
      const { id } = await solutions.create(emulator.appId, SOLUTION);
      await solutions.accept(id, SOLUTION.partnerAppId);
      await solutions.requestDeactivation(id);
      await solutions.rejectDeactivation(id);
      expect(await solutions.get(id)).toMatchObject({ status: 'ACTIVE' });
    },
  }),
];
