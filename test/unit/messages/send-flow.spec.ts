import type { FlowJson } from '../../../lib/flows/json/flow-json.interface';
import { flowButton } from '../../../lib/messages/template/flow-button';
import { setup } from './support';

const layout = { type: 'SingleColumnLayout', children: [] } as const;
const flow = {
  version: '7.3',
  screens: [
    { id: 'WELCOME', layout },
    {
      id: 'SLOT',
      layout,
      data: {
        day: { type: 'string', __example__: 'x' },
        seats: { type: 'number', __example__: 1 },
        slots: { type: 'array', items: { type: 'object' }, __example__: [] },
      },
    },
  ],
} as const satisfies FlowJson;

const base = { to: '+16505551234', body: 'Hello', flowName: 'booking', cta: 'Book' };
const data = { day: 'mon', seats: 2, slots: [{ id: '1' }] };

/** As JavaScript callers may give it. */
async function issuesOf(input: object): Promise<unknown> {
  const { messages, graph } = setup();
  const failure: unknown = await messages.sendFlow({ ...base, ...input }).catch((error: unknown) => error);
  expect(graph.requests).toHaveLength(0);
  return (failure as { issues?: readonly { path: string; message: string }[] }).issues?.map(
    ({ path, message }) => `${path}: ${message}`,
  );
}

describe('sendFlow with a definition', () => {
  it('sends screen and data as they are, and the definition not at all', async () => {
    const { messages, graph } = setup();
    await messages.sendFlow({ ...base, flow, screen: 'SLOT', data });
    expect(graph.bodies[0].interactive.action.parameters).toEqual({
      flow_message_version: '3',
      flow_name: 'booking',
      flow_cta: 'Book',
      flow_action_payload: { screen: 'SLOT', data },
    });
    expect(JSON.stringify(graph.bodies[0])).not.toContain('SingleColumnLayout');
  });

  it('opens at a screen that declares no data, at the first one, or where the endpoint says', async () => {
    const { messages, graph } = setup();
    await messages.sendFlow({ ...base, flow, screen: 'WELCOME' });
    await messages.sendFlow({ ...base, flow });
    await messages.sendFlow({ ...base, flow, action: 'data_exchange' });
    const sent = graph.bodies.map(({ interactive }) => [
      interactive.action.parameters.flow_action,
      interactive.action.parameters.flow_action_payload,
    ]);
    expect(sent).toEqual([
      [undefined, { screen: 'WELCOME' }],
      [undefined, undefined],
      ['data_exchange', undefined],
    ]);
  });

  it('is as free as ever without one', async () => {
    const { messages, graph } = setup();
    await messages.sendFlow({ ...base, screen: 'ANY', data: { x: 1 } });
    expect(graph.requests).toHaveLength(1);
  });

  it.each<[string, object, string[]]>([
    ['an unknown screen', { screen: 'NOWHERE' }, ['screen: must be a screen of the flow: WELCOME, SLOT']],
    [
      'an unknown screen with data',
      { screen: 'NOWHERE', data: { x: 1 } },
      ['screen: must be a screen of the flow: WELCOME, SLOT'],
    ],
    ['no data', { screen: 'SLOT' }, ['data: is missing: the screen declares data']],
    [
      'fields that are missing, of another type and unknown',
      { screen: 'SLOT', data: { seats: '2', slots: {}, more: 1 } },
      [
        'data.day: is missing: the screen declares it',
        'data.seats: must be of type number, as the screen declares it',
        'data.slots: must be of type array, as the screen declares it',
        'data.more: is not declared by the screen',
      ],
    ],
    [
      'null, which no screen takes',
      { screen: 'SLOT', data: { ...data, day: null } },
      ['data.day: must be of type string, as the screen declares it'],
    ],
    [
      'data for a screen that declares none',
      { screen: 'WELCOME', data: { day: 'mon' } },
      ['data.day: is not declared by the screen'],
    ],
  ])('refuses %s', async (_name, input, expected) => {
    expect(await issuesOf({ flow, ...input })).toEqual(expected);
  });

  it.each(['booking', {}, { screens: [] }, [], 5])('refuses a definition that is none: %j', async (given) => {
    expect(await issuesOf({ flow: given })).toEqual([
      'flow: must be the flow itself: what defineFlow or parseFlowJson returned',
    ]);
  });

  it('names ten screens of many', async () => {
    const screens = [...'ABCDEFGHIJKL'].map((id) => ({ id, layout }));
    expect(await issuesOf({ flow: { version: '7.3', screens }, screen: 'Z' })).toEqual([
      'screen: must be a screen of the flow: A, B, C, D, E, F, G, H, I, J, …',
    ]);
  });
});

describe('flowButton', () => {
  it('makes the value of a template button', () => {
    expect(flowButton(flow, { screen: 'SLOT', data })).toEqual({ flow: { data } });
    expect(flowButton(flow, { screen: 'SLOT', data, token: 't' })).toEqual({ flow: { token: 't', data } });
  });

  it('goes out with the template', async () => {
    const { messages, graph } = setup();
    const buttons = [flowButton(flow, { screen: 'SLOT', data, token: 't' })];
    await messages.sendTemplate({ to: base.to, name: 'invitation', language: 'en_US', buttons });
    expect(graph.bodies[0].template.components).toEqual([
      {
        type: 'button',
        sub_type: 'flow',
        index: '0',
        parameters: [{ type: 'action', action: { flow_token: 't', flow_action_data: data } }],
      },
    ]);
  });

  it('refuses another screen and other data', () => {
    expect(() => flowButton(flow, { screen: 'NOWHERE' as 'SLOT', data })).toThrow(
      'screen: must be a screen of the flow: WELCOME, SLOT',
    );
    expect(() =>
      flowButton(flow, { screen: 'SLOT', data: { ...data, day: 5 as unknown as string } }),
    ).toThrow('data.day: must be of type string');
  });
});
