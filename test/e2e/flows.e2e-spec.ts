import { createHmac, generateKeyPairSync } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  BusinessEncryptionService,
  defineFlow,
  FlowRequest,
  FlowsService,
  FlowSync,
  FlowTokenNoLongerValidError,
  MessagesService,
  OnFlowRequest,
  OnWhatsAppEvent,
  WhatsAppFlowsModule,
} from 'nestjs-whatsapp-cloud';
import type { FlowScreenResponse, FlowSuccessResponse, WhatsAppEvent } from 'nestjs-whatsapp-cloud';
import type { VirtualUser } from 'nestjs-whatsapp-cloud/testing';
import { ADAPTERS, boot } from '../support/boot';
import type { AdapterName, Booted } from '../support/boot';

const newKeys = (): { publicKey: string; privateKey: string } =>
  generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
const [KEYS, OTHER_KEYS] = [newKeys(), newKeys()];

const order = defineFlow({
  version: '7.3',
  data_api_version: '4.0',
  routing_model: { MENU: ['SIZE'], SIZE: ['REVIEW'], REVIEW: [] },
  screens: [
    {
      id: 'MENU',
      title: 'Menu',
      data: {
        dishes: {
          type: 'array',
          items: { type: 'object', properties: { id: { type: 'string' }, title: { type: 'string' } } },
          __example__: [{ id: 'soup', title: 'Soup' }],
        },
      },
      layout: {
        type: 'SingleColumnLayout',
        children: [
          { type: 'Dropdown', name: 'dish', label: 'Dish', required: true, 'data-source': '${data.dishes}' },
          { type: 'TextInput', name: 'note', label: 'Note' },
          {
            type: 'Footer',
            label: 'Next',
            'on-click-action': {
              name: 'data_exchange',
              payload: { dish: '${form.dish}', note: '${form.note}' },
            },
          },
        ],
      },
    },
    {
      id: 'SIZE',
      title: 'Size',
      refresh_on_back: true,
      data: { sizes: { type: 'number', __example__: 2 } },
      layout: {
        type: 'SingleColumnLayout',
        children: [
          {
            type: 'If',
            condition: '${data.sizes} > 1',
            then: [{ type: 'TextInput', name: 'size', label: 'Size', required: true }],
          },
          {
            type: 'Footer',
            label: 'Next',
            'on-click-action': { name: 'data_exchange', payload: { size: '${form.size}' } },
          },
        ],
      },
    },
    {
      id: 'REVIEW',
      title: 'Review',
      terminal: true,
      data: { summary: { type: 'string', __example__: 'Soup, large' } },
      layout: {
        type: 'SingleColumnLayout',
        children: [
          { type: 'TextBody', text: '${data.summary}' },
          { type: 'Footer', label: 'Order', 'on-click-action': { name: 'data_exchange', payload: {} } },
        ],
      },
    },
  ],
});
type Order = typeof order;

const DISHES = [
  { id: 'soup', title: 'Soup' },
  { id: 'salad', title: 'Salad' },
];

@Injectable()
class OrderHandlers {
  static requests: FlowRequest[] = [];
  static completions: unknown[] = [];

  constructor(
    private readonly messages: MessagesService,
    private readonly flows: FlowsService,
  ) {}

  @OnWhatsAppEvent('message.text')
  async onText(event: WhatsAppEvent<'message.text'>): Promise<void> {
    await this.messages.to(event).flow({
      body: 'Hungry?',
      flowName: 'order',
      cta: 'Order',
      token: event.payload.text.body,
      action: 'data_exchange',
    });
  }

  @OnFlowRequest({ flow: order, action: 'INIT' })
  open(request: FlowRequest<Order, 'MENU' | 'SIZE' | 'REVIEW', 'INIT'>): FlowScreenResponse {
    OrderHandlers.requests.push(request);
    return request.show('MENU', { dishes: DISHES });
  }

  @OnFlowRequest({ flow: order, screen: 'MENU', action: 'data_exchange' })
  dish(request: FlowRequest<Order, 'MENU', 'data_exchange'>): FlowScreenResponse {
    OrderHandlers.requests.push(request);
    switch (request.data.note) {
      case 'sold out':
        return request.fail('That is sold out.');
      case 'expire':
        throw new FlowTokenNoLongerValidError('The kitchen is closed.');
      case 'crash':
        throw new Error('the kitchen burns');
      case 'jump':
        return request.show('REVIEW', { summary: 'too early' });
      case 'wrong type':
        return request.show('SIZE', { sizes: 'two' as unknown as number });
      default:
        return request.show('SIZE', { sizes: request.data.dish === 'soup' ? 2 : 1 });
    }
  }

  @OnFlowRequest({ flow: order, screen: 'SIZE', action: 'data_exchange' })
  size(request: FlowRequest<Order, 'SIZE', 'data_exchange'>): FlowScreenResponse {
    return request.show('REVIEW', { summary: `Soup, ${request.data.size}` });
  }

  @OnFlowRequest({ flow: order, screen: 'SIZE', action: 'BACK' })
  back(request: FlowRequest<Order, 'SIZE', 'BACK'>): FlowScreenResponse {
    return request.show('MENU', { dishes: [...DISHES, { id: 'cake', title: 'Cake' }] });
  }

  @OnFlowRequest({ flow: order, screen: 'REVIEW', action: 'data_exchange' })
  done(request: FlowRequest<Order, 'REVIEW', 'data_exchange'>): FlowSuccessResponse {
    return request.close({ number: 7 });
  }

  @OnWhatsAppEvent('message.interactive.nfm_reply')
  async onCompletion(event: WhatsAppEvent<'message.interactive.nfm_reply'>): Promise<void> {
    const completed = this.flows.completion(event, order);
    OrderHandlers.completions.push(completed);
    await this.messages.reply(event, { body: `Order ${String(completed?.data['number'])} is in.` });
  }
}

const told = jest.fn();
let booted: Booted | undefined;

async function start(adapter: AdapterName, privateKey = KEYS.privateKey): Promise<Booted> {
  booted = await boot({
    adapter,
    imports: [WhatsAppFlowsModule.forRoot({ privateKeys: privateKey, onErrorNotification: told })],
    providers: [OrderHandlers],
  });
  const { app, emulator, url } = booted;
  emulator.connectFlows(`${url}/whatsapp/flows`);
  await app.get(BusinessEncryptionService).setPublicKey(KEYS.publicKey);
  const synced = await app
    .get(FlowSync)
    .sync(order, { name: 'order', endpointUri: 'https://example.com/whatsapp/flows', publish: true });
  expect(synced).toMatchObject({ outcome: 'created', published: true, issues: [] });
  return booted;
}

beforeEach(() => {
  told.mockClear();
  OrderHandlers.requests = [];
  OrderHandlers.completions = [];
});
afterEach(async () => {
  await booted?.stop();
  booted = undefined;
});

async function invited(adapter: AdapterName, token = 'order-1'): Promise<VirtualUser> {
  const { emulator } = await start(adapter);
  const ann = emulator.user({ name: 'Ann' });
  await ann.says(token);
  await ann.expectReply('Hungry?');
  return ann;
}

describe.each(ADAPTERS)('flows on %s, with an untouched main.ts', (adapter) => {
  it('play from the message to the completion', async () => {
    const ann = await invited(adapter);
    const flow = await ann.opensFlow();
    flow.expectScreen('MENU');
    expect(flow.data).toEqual({ dishes: DISHES });
    expect(OrderHandlers.requests[0]).toMatchObject({
      version: '4.0',
      flowToken: 'order-1',
      tokenVerified: true,
    });

    await expect(flow.submits()).rejects.toThrow('MENU cannot be submitted: dish is empty.');
    await expect(flow.fills({ dish: 'cake' })).rejects.toThrow('has no item "cake"; there is soup, salad');
    await expect(flow.fills({ drink: 'tea' })).rejects.toThrow('There is dish, note.');
    await flow.fills({ dish: 'soup', note: 'sold out' });
    await flow.submits();
    flow.expectScreen('MENU');
    expect(flow.errorMessage).toBe('That is sold out.');
    expect(flow.data).toEqual({ dishes: DISHES });

    await flow.fills({ note: '' });
    await flow.submits();
    flow.expectScreen('SIZE');
    expect(flow.errorMessage).toBeUndefined();
    await flow.goesBack();
    flow.expectScreen('MENU');
    expect(flow.values).toMatchObject({ dish: 'soup' });
    expect(flow.data['dishes']).toHaveLength(3);
    await flow.fills({ dish: 'cake' });
    await flow.submits('Next');
    await expect(flow.fills({ size: 'large' })).rejects.toThrow('no input "size"');
    await flow.goesBack();
    await flow.fills({ dish: 'soup' });
    await flow.submits();
    await flow.fills({ size: 'large' });
    await flow.submits();
    flow.expectScreen('REVIEW');
    expect(flow.data).toEqual({ summary: 'Soup, large' });
    await flow.submits();

    expect(() => flow.expectScreen('REVIEW')).toThrow('it is complete');
    expect(flow.completion?.payload).toMatchObject({
      context: { id: ann.inbox[0]?.id },
      interactive: {
        type: 'nfm_reply',
        nfm_reply: { name: 'flow', response_json: '{"flow_token":"order-1","number":7}' },
      },
    });
    expect(OrderHandlers.completions).toEqual([
      { flowToken: 'order-1', data: { flow_token: 'order-1', number: 7 } },
    ]);
    await ann.expectReply('Order 7 is in.');
    expect(told).not.toHaveBeenCalled();
  });

  it('answer the health check', async () => {
    const { emulator } = await start(adapter);
    const answer = await emulator.flows.request({ version: '3.0', action: 'ping' });
    expect(answer).toMatchObject({ status: 200, payload: { data: { status: 'active' } } });
  });

  it.each(['data', 'key', 'vector'] as const)(
    'refuse a request whose %s was tampered with: 421',
    async (tamper) => {
      const { emulator } = await start(adapter);
      const ping = { version: '3.0', action: 'ping' };
      expect(await emulator.flows.request(ping, { tamper })).toEqual({
        status: 421,
        text: '',
        payload: undefined,
      });
    },
  );

  it('refuse a wrong signature and a missing one: 432', async () => {
    const { emulator } = await start(adapter);
    const ping = { version: '3.0', action: 'ping' };
    for (const appSecret of ['another secret', false] as const)
      expect(await emulator.flows.request(ping, { appSecret })).toMatchObject({
        status: 432,
        payload: undefined,
      });
  });

  it('refuse a wrong key with 421, after which the phone fetches the new one', async () => {
    const ann = await invited(adapter);
    const emulator = booted?.emulator;
    emulator!.number().publicKey = OTHER_KEYS.publicKey;
    const lost = await ann.opensFlow();
    expect(lost.failure).toMatchObject({ error: 'business-decryption-error', status: 421 });
    expect(OrderHandlers.requests).toHaveLength(0);
    emulator!.number().publicKey = KEYS.publicKey;
    (await ann.opensFlow()).expectScreen('MENU');
    expect(OrderHandlers.requests).toHaveLength(1);
  });

  it('close the button of a message whose token is refused: 427', async () => {
    const ann = await invited(adapter);
    const flow = await ann.opensFlow();
    await flow.fills({ dish: 'soup', note: 'expire' });
    await flow.submits();
    expect(flow.failure).toEqual({ error: 'flow-token', message: 'The kitchen is closed.', status: 427 });
    await expect(flow.fills({ dish: 'soup' })).rejects.toThrow('it ended with flow-token');
    await expect(ann.opensFlow()).rejects.toThrow('cannot be opened any more');
  });

  it.each([
    ['crash', 'unexpected_http_status_code', 'The endpoint answered 500.'],
    ['jump', 'invalid-screen-transition', 'MENU does not lead to REVIEW in the routing model.'],
    ['wrong type', 'payload-schema-error', 'Data of SIZE: sizes is of type string, not number.'],
  ])('are told of their own wrong answers: %s', async (note, error, message) => {
    const ann = await invited(adapter);
    const flow = await ann.opensFlow();
    await flow.fills({ dish: 'soup', note });
    await flow.submits();
    expect(flow.failure).toMatchObject({ error, message });
    expect(told.mock.calls).toEqual([[{ error, message, screen: 'MENU', flowToken: 'order-1' }]]);
  });
});

describe('the emulated phone', () => {
  it('signs the raw bytes with the app secret', async () => {
    const { emulator } = await start('express');
    const seen: { body: string; signature: unknown }[] = [];
    const { createServer } = await import('node:http');
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        seen.push({
          body: Buffer.concat(chunks).toString(),
          signature: request.headers['x-hub-signature-256'],
        });
        response.end('not base64 of ours');
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    emulator.connectFlows(`http://127.0.0.1:${(server.address() as { port: number }).port}`);
    const answer = await emulator.flows.request({ version: '3.0', action: 'ping' });
    expect(answer).toEqual({ status: 200, text: 'not base64 of ours', payload: undefined });
    const [{ body, signature } = { body: '', signature: '' }] = seen;
    expect(signature).toBe(`sha256=${createHmac('sha256', emulator.appSecret).update(body).digest('hex')}`);
    expect(Object.keys(JSON.parse(body))).toEqual([
      'encrypted_flow_data',
      'encrypted_aes_key',
      'initial_vector',
    ]);
    await new Promise((resolve) => server.close(resolve));
  });

  it('opens only what can be opened', async () => {
    const { emulator } = await start('express');
    const ann = emulator.user({ name: 'Ann' });
    await expect(ann.opensFlow()).rejects.toThrow('no flow message has arrived');
    await ann.says('order-1');
    await emulator.flows.setStatus('order', 'BLOCKED');
    await expect(ann.opensFlow()).rejects.toThrow('is BLOCKED and cannot be opened');
  });
});
