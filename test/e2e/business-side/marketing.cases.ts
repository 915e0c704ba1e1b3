import {
  ConversionsService,
  MarketingMessagesService,
  SignupsService,
  WelcomeMessageSequencesService,
} from 'nestjs-whatsapp-cloud';
import { ID, suite } from './case';
import type { Suite } from './case';

const SIGNUP = {
  signupMessage: 'Get offers',
  confirmationMessage: 'Thanks!',
  privacyPolicyUrl: 'https://example.com/privacy',
};

export const MARKETING_SUITES: readonly Suite[] = [
  suite(SignupsService, {
    create: async (signups) =>
      expect(await signups.create({ ...SIGNUP, acceptTerms: true })).toEqual({
        id: expect.stringMatching(ID),
      }),
    list: async (signups) => {
      const { id } = await signups.create({ ...SIGNUP, acceptTerms: true });
      expect((await signups.list({ limit: 5 })).items).toMatchObject([{ id, status: 'ACTIVE' }]);
    },
    get: async (signups, { emulator }) => {
      const { id } = await signups.create({ ...SIGNUP, acceptTerms: true });
      expect(await signups.get(id)).toMatchObject({
        id,
        waba_id: emulator.wabaId,
        signup_message: 'Get offers',
      });
      await expect(signups.get('1')).rejects.toMatchObject({ subcode: 2494164 });
    },
    update: async (signups) => {
      const { id } = await signups.create({ ...SIGNUP, acceptTerms: true });
      await signups.update(id, { promoCode: 'WELCOME10', displayName: 'Spring' });
      expect(await signups.get(id)).toMatchObject({ promo_code: 'WELCOME10', display_name: 'Spring' });
    },
    enable: async (signups) => {
      const { id } = await signups.create({ ...SIGNUP, acceptTerms: true });
      await signups.disable(id);
      await signups.enable(id);
      expect(await signups.get(id)).toMatchObject({ status: 'ACTIVE' });
    },
    disable: async (signups) => {
      const { id } = await signups.create({ ...SIGNUP, acceptTerms: true });
      await signups.disable(id);
      expect(await signups.get(id)).toMatchObject({ status: 'DISABLED' });
    },
    link: (signups) =>
      expect(signups.link('+1 555 010 0001', '7')).toBe('https://wa.me/15550100001/signup/7'),
    createCustomerBase: async (signups, { businessId }) =>
      expect(await signups.createCustomerBase(businessId, 'All')).toEqual({ id: expect.stringMatching(ID) }),
    customerBases: async (signups, { businessId }) => {
      const { id } = await signups.createCustomerBase(businessId, 'All');
      expect(await signups.customerBases(businessId)).toEqual([{ id, name: 'All' }]);
    },
    defaultCustomerBase: async (signups) => expect(await signups.defaultCustomerBase()).toEqual({}),
    setDefaultCustomerBase: async (signups, { businessId }) => {
      const { id } = await signups.createCustomerBase(businessId, 'All');
      await signups.setDefaultCustomerBase(id);
      expect(await signups.defaultCustomerBase()).toMatchObject({ default_messaging_customer_base_id: id });
    },
  }),
  suite(MarketingMessagesService, {
    status: async (marketing) =>
      expect(await marketing.status()).toMatchObject({ marketing_messages_lite_api_status: 'ELIGIBLE' }),
    invite: async (marketing, { businessId }) => {
      expect(await marketing.invite(businessId)).toEqual({ requestId: expect.stringMatching(ID) });
      await expect(marketing.invite(businessId)).rejects.toMatchObject({ code: 1752041 });
    },
    reach: async (marketing) =>
      expect(await marketing.reach({ countries: ['IN'], interval: 'L7D' })).toMatchObject({
        waba_currency: 'USD',
      }),
  }),
  suite(ConversionsService, {
    dataset: async (conversions) => expect(await conversions.dataset()).toBeUndefined(),
    createDataset: async (conversions) => {
      const { id } = await conversions.createDataset();
      expect(await conversions.dataset()).toEqual({ id });
    },
    send: async (conversions) => {
      const { id } = await conversions.createDataset();
      const event = { name: 'LeadSubmitted', time: new Date(Date.UTC(2026, 0, 10)), clickId: 'click' };
      expect(await conversions.send(id, [event])).toMatchObject({ received: 1 });
    },
  }),
  suite(WelcomeMessageSequencesService, {
    create: async (sequences) =>
      expect(await sequences.create({ name: 'a', content: { text: 'Hi' } })).toEqual({
        sequenceId: expect.stringMatching(ID),
      }),
    list: async (sequences) => {
      const { sequenceId } = await sequences.create({ name: 'a', content: { text: 'Hi' } });
      expect((await sequences.list({ sequenceId })).items).toMatchObject([
        { sequence_id: sequenceId, name: 'a' },
      ]);
    },
    update: async (sequences) => {
      const { sequenceId } = await sequences.create({ name: 'a', content: { text: 'Hi' } });
      await sequences.update(sequenceId, { name: 'b' });
      expect((await sequences.list()).items).toMatchObject([
        { name: 'b', welcome_message_sequence: { text: 'Hi' } },
      ]);
    },
    delete: async (sequences) => {
      const { sequenceId } = await sequences.create({ name: 'a', content: { text: 'Hi' } });
      await sequences.delete(sequenceId);
      expect((await sequences.list()).items).toEqual([]);
    },
  }),
];
