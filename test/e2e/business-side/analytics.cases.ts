import { AnalyticsService, MessagesService, TemplatesService, WabaService } from 'nestjs-whatsapp-cloud';
import { suite } from './case';
import type { Suite, World } from './case';

const DAY = { start: new Date(Date.UTC(2026, 0, 10)), end: new Date(Date.UTC(2026, 0, 11)) };
const SPAN = { start: Date.UTC(2026, 0, 10) / 1000, end: Date.UTC(2026, 0, 11) / 1000 };
/** A text and a template, which ann has got and read. */
async function sendTwo({ the, emulator, ann }: World): Promise<void> {
  emulator.templates.add({
    name: 'offer',
    category: 'MARKETING',
    components: [{ type: 'BODY', text: 'Lamps' }],
  });
  const to = `+${ann.profile.phone}`;
  await the(MessagesService).sendText({ to, body: 'Hi' });
  await the(MessagesService).sendTemplate({ to, name: 'offer', language: 'en_US' });
  for (const message of emulator.messages) await ann.reads(message);
}

export const ANALYTICS_SUITES: readonly Suite[] = [
  suite(AnalyticsService, {
    messaging: async (analytics, world) => {
      await sendTwo(world);
      const { points } = await analytics.messaging({ ...DAY, granularity: 'DAY' });
      expect(points).toEqual([{ ...SPAN, sent: 2, delivered: 2 }]);
    },
    conversation: async (analytics, world) => {
      await sendTwo(world);
      const dimensions = ['CONVERSATION_CATEGORY', 'CONVERSATION_DIRECTION'];
      const { points } = await analytics.conversation({ ...DAY, granularity: 'DAILY', dimensions });
      expect(points.map(({ conversation_category }) => conversation_category)).toEqual([
        'SERVICE',
        'MARKETING',
      ]);
    },
    pricing: async (analytics, world) => {
      await sendTwo(world);
      const dimensions = ['PRICING_CATEGORY', 'PRICING_TYPE', 'COUNTRY', 'PHONE'];
      const { points } = await analytics.pricing({ ...DAY, granularity: 'DAILY', dimensions });
      const same = { ...SPAN, country: 'US', phone_number: world.emulator.displayPhoneNumber, volume: 1 };
      expect(points).toEqual([
        { ...same, pricing_category: 'SERVICE', pricing_type: 'FREE_CUSTOMER_SERVICE', cost: 0 },
        { ...same, pricing_category: 'MARKETING', pricing_type: 'REGULAR', cost: 0.025 },
      ]);
    },
    call: async (analytics, { ann, emulator }) => {
      const call = await ann.calls();
      await call.hangsUp();
      const range = { start: emulator.clock.now() / 1000 - 60, end: emulator.clock.now() / 1000 + 60 };
      const { points } = await analytics.call({
        ...range,
        granularity: 'HALF_HOUR',
        dimensions: ['DIRECTION'],
      });
      expect(points).toEqual([]);
    },
    template: async (analytics, world) => {
      await world.the(WabaService).updateSettings({ is_enabled_for_insights: true });
      await sendTwo(world);
      const id = world.emulator.templates.get('offer')?.id ?? '';
      const { items } = await analytics.template({ ...DAY, templateIds: [id] });
      expect(items).toMatchObject([{ ...SPAN, template_id: id, sent: 1, delivered: 1, read: 1 }]);
    },
    templateGroup: async (analytics, world) => {
      await world.the(WabaService).updateSettings({ is_enabled_for_insights: true });
      await sendTwo(world);
      const templateIds = [world.emulator.templates.get('offer')?.id ?? ''];
      const group = await world
        .the(TemplatesService)
        .createGroup({ name: 'g', description: 'd', templateIds });
      const { items } = await analytics.templateGroup({ ...DAY, templateGroupIds: [group.id] });
      expect(items).toMatchObject([{ template_group_id: group.id, sent: 1 }]);
    },
    group: async (analytics, { emulator, ann, the }) => {
      const group = emulator.group({ subject: 'Lamps', participants: [ann] });
      await the(MessagesService).sendText({ to: { group: group.id }, body: 'Hi' });
      const { items } = await analytics.group({ ...DAY, groupId: group.id });
      expect(items).toMatchObject([{ group_id: group.id, sent: 1, delivered: 0, participants_joined: 0 }]);
    },
  }),
];
