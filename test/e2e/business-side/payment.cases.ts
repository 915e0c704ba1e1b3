import { PaymentsService } from 'nestjs-whatsapp-cloud';
import { suite } from './case';
import type { Suite, World } from './case';

const START = Date.UTC(2026, 0, 10) / 1000;
const UPI = { name: 'shop', provider: 'upi_vpa', merchantVpa: 'shop@bank' } as const;

async function order({ the, ann, emulator }: World): Promise<void> {
  await the(PaymentsService).createConfiguration(UPI);
  const parameters = {
    reference_id: 'ord-1',
    type: 'digital-goods',
    payment_type: 'upi',
    payment_configuration: 'shop',
    currency: 'INR',
    total_amount: { value: 5000, offset: 100 },
    order: {
      status: 'pending',
      items: [{ retailer_id: '1', name: 'Lamp', amount: { value: 5000, offset: 100 }, quantity: 1 }],
      subtotal: { value: 5000, offset: 100 },
      tax: { value: 0, offset: 100 },
    },
  };
  const action = { name: 'review_and_pay', parameters };
  const interactive = { type: 'order_details', body: { text: 'Your order' }, action };
  const answer = await fetch(`${emulator.url}/${emulator.phoneNumberId}/messages`, {
    method: 'POST',
    headers: { authorization: `Bearer ${emulator.accessToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      messaging_product: 'whatsapp',
      to: ann.profile.phone,
      type: 'interactive',
      interactive,
    }),
  });
  expect(await answer.json()).not.toHaveProperty('error');
}

export const PAYMENT_SUITES: readonly Suite[] = [
  suite(PaymentsService, {
    configurations: async (payments) => {
      await payments.createConfiguration(UPI);
      expect(await payments.configurations()).toMatchObject([
        { configuration_name: 'shop', status: 'Active' },
      ]);
    },
    configuration: async (payments) => expect(await payments.configuration('none')).toBeUndefined(),
    createConfiguration: async (payments) =>
      expect(await payments.createConfiguration({ name: 'gateway', provider: 'razorpay' })).toMatchObject({
        oauth_url: expect.stringContaining('gateway'),
      }),
    setDataEndpoint: async (payments) => {
      await payments.createConfiguration(UPI);
      await payments.setDataEndpoint('shop', 'https://example.com/orders');
      expect(await payments.configuration('shop')).toMatchObject({
        data_endpoint_url: 'https://example.com/orders',
      });
    },
    oauthLink: async (payments) => {
      await payments.createConfiguration(UPI);
      expect(await payments.oauthLink('shop')).toMatchObject({ expiration: START + 3600 });
    },
    deleteConfiguration: async (payments) => {
      await payments.createConfiguration(UPI);
      await payments.deleteConfiguration('shop');
      expect(await payments.configurations()).toEqual([]);
    },
    find: async (payments, world) => {
      await order(world);
      expect(await payments.find('shop', 'ord-1')).toMatchObject([
        { reference_id: 'ord-1', status: 'pending' },
      ]);
    },
    refund: async (payments, world) => {
      await order(world);
      world.emulator.account().payments.capture('ord-1', world.emulator.clock.now());
      const refund = await payments.refund({ referenceId: 'ord-1', configurationName: 'shop', value: 2000 });
      expect(refund).toMatchObject({ status: 'completed' });
      expect(await payments.find('shop', 'ord-1')).toMatchObject([
        { status: 'captured', transactions: [{ refunds: [{ id: refund.id, amount: { value: 2000 } }] }] },
      ]);
    },
  }),
];
