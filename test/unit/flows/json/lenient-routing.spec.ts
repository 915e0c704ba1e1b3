import {
  done,
  expectAccepted,
  expectRefused,
  footer,
  input,
  link,
  navigate,
  screens,
  string,
  text,
} from './flow-builders';
import type { LenientRow, RefusedRow } from './flow-builders';
import type { LooseComponent } from './flow-fixtures';

const ROUTING = 'INVALID_ROUTING_MODEL';
const FIELDS = 'INVALID_NAVIGATE_ACTION_PAYLOAD';
const TARGET = 'INVALID_NAVIGATE_ACTION_NEXT_SCREEN_NAME';
const ACTION = 'screens[0].layout.children[0].on-click-action';

function menu(action: object, more: object = {}): LooseComponent {
  const item = { id: 'tea', 'main-content': { title: 'Tea' }, 'on-click-action': action };
  return { type: 'NavigationList', name: 'drinks', 'list-items': [item], ...more };
}
/** A screen that leads on, and the one that it leads to. */
function pair(version: string, payload: object, data?: Record<string, unknown>, more: object = {}) {
  const last = { children: [done()], ...(data ? { data } : {}) };
  return screens(version, { A: { children: [footer(navigate('B', payload)), input('a')] }, B: last }, more);
}
const endpoint = (routing_model: object) => ({ data_api_version: '3.0', routing_model });
const exchange = footer({ name: 'data_exchange', payload: {} });

describe('lists to navigate by', () => {
  const rows: LenientRow[] = [
    [
      'an item that leads nowhere',
      screens('6.2', { A: { children: [menu(navigate('C'))] }, B: { children: [done()] } }),
      TARGET,
    ],
    [
      'an item with a field too many',
      screens('6.2', {
        A: { children: [menu(navigate('B', { x: 1 }))] },
        B: { children: [done()], data: {} },
      }),
      FIELDS,
    ],
    [
      'a model without an endpoint',
      screens(
        '6.2',
        { A: { children: [menu(navigate('B'))] }, B: { children: [done()] } },
        { routing_model: { A: ['B'], B: [] } },
      ),
    ],
    [
      'the chosen item in the action of the list',
      screens(
        '6.2',
        {
          A: {
            data: { drinks: { type: 'array', items: { type: 'object' }, __example__: [] } },
            children: [
              {
                type: 'NavigationList',
                name: 'drinks',
                'list-items': '${data.drinks}',
                'on-click-action': { name: 'data_exchange', payload: { picked: '${form.drinks}' } },
              },
            ],
          },
          B: { children: [done()] },
        },
        endpoint({ A: ['B'] }),
      ),
    ],
  ];
  it.each(rows)('%s is no error', (_what, ...[flow, warning]) => {
    expectAccepted(flow, warning);
  });
});

describe('fields of navigate', () => {
  const missing = (version: string) => pair(version, {}, { due: string });
  const extra = (version: string) => pair(version, { a: '${form.a}' }, {});

  it.each(['6.0', '6.3', '7.0', '7.1', '7.2'])('are not compared in %s', (version) => {
    expectAccepted(missing(version), FIELDS);
    expectAccepted(extra(version), FIELDS);
  });
  it.each(['2.1', '3.1', '5.1', '7.3'])('are compared in %s', (version) => {
    // Inputs stand in a Form there; what counts is the payload.
    expectRefusedAt(missing(version), `${ACTION}.payload`);
    expectRefusedAt(extra(version), `${ACTION}.payload.a`);
  });
  it.each(['5.1', '6.0', '7.2', '7.3'])(
    'must have the type that the next screen declares in %s',
    (version) => {
      expectRefusedAt(
        pair(version, { n: '' }, { n: { type: 'number', __example__: 1 } }),
        `${ACTION}.payload.n`,
      );
    },
  );
  it('may lead to a screen that is computed', () => {
    const flow = pair('7.3', {});
    flow.screens[0]?.layout.children.push(text('x'));
    Object.assign(flow.screens[0] ?? {}, { data: { to: string } });
    flow.screens[0]?.layout.children.splice(0, 1, footer(navigate('${data.to}')));
    flow['data_api_version'] = '3.0';
    flow['routing_model'] = { A: ['B'], B: [] };
    expectAccepted(flow);
  });

  function expectRefusedAt(flow: Parameters<typeof expectRefused>[0], path: string): void {
    expectRefused(flow, FIELDS, path);
  }
});

describe('the routing model', () => {
  const three = (version: string, routes: object, to = 'B') =>
    screens(
      version,
      {
        A: { children: [footer(navigate(to))] },
        B: { children: [exchange] },
        C: { children: [done()] },
      },
      endpoint(routes),
    );

  it('covers a way in either direction', () => {
    expectAccepted(three('5.1', { B: ['A'], A: ['C'], C: [] }), ROUTING);
  });
  it('may lack a way of navigate from 6.3 to 7.2', () => {
    for (const version of ['6.3', '7.0', '7.2']) {
      expectAccepted(three(version, { A: ['C'], C: ['B'], B: [] }), ROUTING);
    }
    for (const version of ['5.1', '6.2', '7.3']) {
      expectRefused(three(version, { A: ['C'], C: ['B'], B: [] }), ROUTING, 'routing_model.A');
    }
  });
  it('counts without an endpoint too', () => {
    const forward = screens(
      '4.0',
      { B: { children: [text('x')] }, A: { children: [link(navigate('B')), done()] } },
      { routing_model: { A: ['B'] } },
    );
    expectAccepted(forward);
    const unknown = { ...forward, routing_model: { A: ['B', 'X'] } };
    expectRefused(unknown, ROUTING, 'routing_model.A[1]');
  });

  const refused: RefusedRow[] = [
    ['a way there and back', three('7.3', { A: ['B'], B: ['A', 'C'], C: [] }), ROUTING, 'routing_model'],
    ['a way to itself', three('7.3', { A: ['A', 'B'], B: ['C'], C: [] }), ROUTING, 'routing_model.A[0]'],
    ['a screen that is missing', three('7.3', { A: ['B'] }), ROUTING, 'routing_model'],
    ['a screen that does not exist', three('7.3', { A: ['B'], B: ['C'], X: [] }), ROUTING, 'routing_model.X'],
  ];
  it.each(refused)('%s is refused', (_what, flow, code, path) => {
    expectRefused(flow, code, path);
  });
  it('may have a longer loop', () => {
    const flow = screens(
      '7.3',
      {
        S: { children: [exchange] },
        A: { children: [exchange] },
        B: { children: [exchange] },
        C: { children: [done()] },
      },
      endpoint({ S: ['A'], A: ['B'], B: ['C'], C: ['A'] }),
    );
    expectAccepted(flow, ROUTING);
  });
});
