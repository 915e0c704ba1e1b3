import { Logger } from '@nestjs/common';
import { META_EXAMPLES } from './meta-examples';
import { setup } from './support';

describe('Meta’s published examples', () => {
  beforeAll(() => {
    jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => undefined);
  });
  afterAll(() => {
    jest.restoreAllMocks();
  });

  it.each(META_EXAMPLES.map((example) => [example.name, example] as const))(
    '%s',
    async (_name, { method, input, payload }) => {
      const { messages, graph } = setup();
      const before = structuredClone(input);
      const send = messages[method].bind(messages) as (input: object) => Promise<unknown>;
      await send(input);
      expect(graph.bodies).toEqual([payload]);
      expect(input).toEqual(before);
      expect(graph.paths).toEqual([
        method === 'sendMarketingMessage' ? '100/marketing_messages' : '100/messages',
      ]);
      expect(graph.requests[0]).toMatchObject({ method: 'POST', kind: 'send' });
    },
  );

  it.each(META_EXAMPLES.map((example) => [example.name, example] as const))(
    '%s in Meta’s names',
    async (_name, { payload }) => {
      const { messages, graph } = setup();
      await messages.send(payload as never);
      expect(graph.bodies).toEqual([payload]);
    },
  );

  it('cover every method that sends a message of its own', () => {
    const { messages } = setup();
    const methods = Object.getOwnPropertyNames(Object.getPrototypeOf(Object.getPrototypeOf(messages)));
    const covered = new Set(META_EXAMPLES.map((example) => example.method as string));
    expect(methods.filter((name) => !covered.has(name))).toEqual([
      'constructor',
      'submitMedia',
      'submit',
      'submitWithFiles',
    ]);
  });

  it('leave out what is null or undefined', async () => {
    const { messages, graph } = setup();
    const nothing = null as unknown as undefined;
    await messages.sendImage({
      to: '16505551234',
      id: '1',
      link: nothing,
      caption: nothing,
      replyTo: undefined,
      correlation: nothing,
    });
    await messages.sendList({
      to: '16505551234',
      body: 'b',
      button: 'c',
      header: nothing,
      footer: undefined,
      sections: [{ title: nothing, rows: [{ id: '1', title: 't', description: nothing }] }],
    });
    expect(JSON.stringify(graph.bodies)).not.toContain('null');
    expect(graph.bodies[0]).toEqual({
      messaging_product: 'whatsapp',
      recipient_type: 'individual',
      to: '16505551234',
      type: 'image',
      image: { id: '1' },
    });
  });
});
