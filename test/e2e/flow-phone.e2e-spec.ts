import { CloudApiEmulator } from 'nestjs-whatsapp-cloud/testing';
import type { UserFlow, VirtualUser } from 'nestjs-whatsapp-cloud/testing';
import { Receiver } from './emulator-receiver';

const footer = (action: object): object => ({ type: 'Footer', label: 'Go', 'on-click-action': action });

const flowJson = {
  version: '7.3',
  screens: [
    {
      id: 'START',
      title: 'Start',
      data: {
        kind: { type: 'string', __example__: 'a' },
        hint: { type: 'string', __example__: '' },
      },
      layout: {
        type: 'SingleColumnLayout',
        children: [
          {
            type: 'Form',
            name: 'form',
            'init-values': { colours: ['red'] },
            children: [
              {
                type: 'CheckboxGroup',
                name: 'colours',
                label: 'Colours',
                'data-source': [
                  { id: 'red', title: 'Red' },
                  { id: 'grey', title: 'Grey', enabled: false },
                ],
                'on-select-action': { name: 'update_data', payload: { hint: 'chosen' } },
              },
              {
                type: 'Switch',
                value: '${data.kind}',
                cases: {
                  a: [{ type: 'TextInput', name: 'a', label: 'A', 'max-chars': 3 }],
                  b: [{ type: 'TextInput', name: 'b', label: 'B' }],
                },
              },
              {
                type: 'OptIn',
                name: 'terms',
                label: 'Terms',
                visible: "`${data.hint} == 'chosen'`",
                required: true,
              },
              {
                type: 'EmbeddedLink',
                text: 'Help',
                'on-click-action': { name: 'navigate', next: { type: 'screen', name: 'HELP' }, payload: {} },
              },
              footer({ name: 'complete', payload: { colours: '${form.colours}', a: '${form.a}' } }),
            ],
          },
        ],
      },
      terminal: true,
    },
    {
      id: 'HELP',
      title: 'Help',
      layout: { type: 'SingleColumnLayout', children: [{ type: 'TextBody', text: 'Help' }] },
    },
  ],
};

describe('a flow without an endpoint on the emulated phone', () => {
  let emulator: CloudApiEmulator;
  let receiver: Receiver;
  let ann: VirtualUser;

  beforeEach(async () => {
    receiver = await Receiver.start();
    emulator = await CloudApiEmulator.start({ webhookUrl: receiver.url });
    ann = emulator.user({ name: 'Ann' });
    emulator.flows.add({ name: 'colours', flowJson });
  });
  afterEach(async () => {
    await emulator.stop();
    await receiver.stop();
  });

  async function opens(parameters: object): Promise<UserFlow> {
    const response = await fetch(`${emulator.url}/v26.0/${emulator.phoneNumberId}/messages`, {
      method: 'POST',
      headers: { authorization: `Bearer ${emulator.accessToken}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        messaging_product: 'whatsapp',
        to: ann.profile.phone,
        type: 'interactive',
        interactive: {
          type: 'flow',
          body: { text: 'Choose' },
          action: {
            name: 'flow',
            parameters: { flow_message_version: '3', flow_name: 'colours', flow_cta: 'Go', ...parameters },
          },
        },
      }),
    });
    expect(response.status).toBe(200);
    return ann.opensFlow();
  }

  const payload = { screen: 'START', data: { kind: 'a', hint: 'none' } };

  it('shows the branch that applies and what becomes visible, and refuses what cannot be entered', async () => {
    const flow = await opens({ flow_action_payload: payload });
    expect(flow.values).toEqual({ colours: ['red'] });
    await expect(flow.fills({ b: 'x' })).rejects.toThrow('START has no input "b". There is colours, a.');
    await expect(flow.fills({ a: 'four' })).rejects.toThrow('a of START: takes at most 3 characters.');
    await expect(flow.fills({ colours: 'red' })).rejects.toThrow('takes a list of item ids');
    await expect(flow.fills({ colours: ['grey'] })).rejects.toThrow('has no item "grey"; there is red');
    await flow.fills({ a: 'yes', colours: [] });
    expect(flow.data).toEqual({ kind: 'a', hint: 'chosen' });
    await expect(flow.submits()).rejects.toThrow('START cannot be submitted: terms is empty.');
    await flow.fills({ terms: true });
    await expect(flow.submits('Nowhere')).rejects.toThrow('There is nothing to tap on START named Nowhere.');
    await flow.submits('Help');
    await flow.expectScreen('HELP').goesBack();
    expect(flow.values).toEqual({ a: 'yes', colours: [], terms: true });
    await flow.submits();
    expect(flow.screen).toBeUndefined();
    expect(flow.completion?.payload['interactive']).toEqual({
      type: 'nfm_reply',
      nfm_reply: {
        name: 'flow',
        body: 'Sent',
        response_json: '{"flow_token":"unused","colours":[],"a":"yes"}',
      },
    });
  });

  it('begins at the first screen when the message names none, and keeps the token', async () => {
    const data = { kind: 'b', hint: 'none' };
    const flow = await opens({ flow_token: 'mine', flow_action_payload: { data } });
    await flow.expectScreen('START').fills({ b: 'long enough' });
    await flow.submits();
    expect(JSON.stringify(flow.completion?.payload)).toContain('mine');
  });

  it('says what is missing to ask an endpoint', async () => {
    await expect(opens({ flow_action: 'data_exchange' })).rejects.toThrow('has no data_api_version');
    await expect(emulator.flows.request({ action: 'ping' })).rejects.toThrow('emulator.connectFlows(url)');
    emulator.connectFlows('http://127.0.0.1:1/flows');
    await expect(emulator.flows.request({ action: 'ping' })).rejects.toThrow('has no public key');
  });
});
