import type { VirtualUser } from 'nestjs-whatsapp-cloud/testing';

/** What the customer does, and what the application must answer. A missing answer is an error. */
export const conversation: readonly ((customer: VirtualUser) => Promise<unknown>)[] = [
  async (customer) => {
    await customer.says('Hello there');
    await customer.expectReply('You said: Hello there');
  },
  async (customer) => {
    await customer.says('menu');
    await customer.expectReply('What shall it be?');
  },
  async (customer) => {
    await customer.taps('Colours');
    await customer.expectReply('Pick a colour.');
  },
  async (customer) => {
    await customer.chooses('Green');
    await customer.expectReply('Green it is.');
  },
  async (customer) => {
    await customer.taps('Thanks');
    await customer.expectReply({ type: 'reaction' });
  },
  async (customer) => {
    await customer.says('crash');
    await customer.expectReply('Sorry, that went wrong on our side.');
  },
];
