import { defineFlow } from '../../../lib/flows/json/define-flow';
import type { FlowCompletion, FlowScreenRequest } from '../../../lib/flows/json/types/flow-inference';

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const same = <A, B>(_proof: Same<A, B>): void => undefined;

/** Accepted from 6.0 to 7.2: fields that the next screen does not declare, and declared ones that are missing. */
const loose = defineFlow({
  version: '7.2',
  screens: [
    {
      id: 'A',
      layout: {
        type: 'SingleColumnLayout',
        children: [
          { type: 'TextInput', name: 'a', label: 'A' },
          { type: 'If', condition: true, then: [{ type: 'TextBody', text: 'Due: ${form.a}' }] },
          {
            type: 'EmbeddedLink',
            text: 'x',
            'on-click-action': { name: 'navigate', next: { type: 'screen', name: 'B' } },
          },
          {
            type: 'Footer',
            label: 'x',
            'on-click-action': {
              name: 'navigate',
              next: { type: 'screen', name: 'B' },
              payload: { more: '${form.a}', text: '${form.a}' },
            },
          },
        ],
      },
    },
    {
      id: 'B',
      terminal: true,
      data: { text: { type: 'string', __example__: 'x' }, count: { type: 'integer', __example__: 1 } },
      layout: {
        type: 'SingleColumnLayout',
        children: [
          {
            type: 'Footer',
            label: 'x',
            'on-click-action': {
              name: 'complete',
              payload: { text: '${data.text}', literal: '${screen.A.a}', own: '${screen.B.data.text}' },
            },
          },
        ],
      },
    },
  ],
});
same<
  FlowCompletion<typeof loose>,
  { flow_token?: string } & { text: string; literal: '${screen.A.a}'; own: string }
>(true);

/** Refused there: a field of another type, and a reference that leads nowhere. */
defineFlow({
  version: '6.3',
  screens: [
    {
      id: 'A',
      layout: {
        type: 'SingleColumnLayout',
        children: [
          { type: 'TextInput', name: 'a', label: 'A' },
          {
            type: 'Footer',
            label: 'x',
            'on-click-action': {
              name: 'navigate',
              next: { type: 'screen', name: 'B' },
              payload: {
                // @ts-expect-error another type
                count: '${form.a}',
                // @ts-expect-error unknown input
                more: '${form.nobody}',
              },
            },
          },
        ],
      },
    },
    {
      id: 'B',
      terminal: true,
      data: { count: { type: 'number', __example__: 1 } },
      layout: {
        type: 'SingleColumnLayout',
        children: [{ type: 'Footer', label: 'x', 'on-click-action': { name: 'complete', payload: {} } }],
      },
    },
  ],
});

/** Accepted: items of a list that lead anywhere, the value of a list, a computed target. */
const menu = defineFlow({
  version: '7.3',
  data_api_version: '4.0',
  routing_model: { MENU: ['LIST'], LIST: ['LAST'], LAST: [] },
  screens: [
    {
      id: 'MENU',
      data: { drinks: { type: 'array', items: { type: 'object' }, __example__: [] } },
      layout: {
        type: 'SingleColumnLayout',
        children: [
          {
            type: 'NavigationList',
            name: 'drinks',
            'list-items': '${data.drinks}',
            'on-click-action': { name: 'data_exchange', payload: { picked: '${form.drinks}' } },
          },
        ],
      },
    },
    {
      id: 'LIST',
      data: { next: { type: 'string', __example__: 'LAST' } },
      layout: {
        type: 'SingleColumnLayout',
        children: [
          {
            type: 'NavigationList',
            name: 'items',
            'list-items': [
              {
                id: 'tea',
                'main-content': { title: 'Tea' },
                'on-click-action': {
                  name: 'navigate',
                  next: { type: 'screen', name: 'NOWHERE' },
                  payload: { more: 1 },
                },
              },
              {
                id: 'milk',
                'main-content': { title: 'Milk' },
                'on-click-action': {
                  name: 'navigate',
                  next: { type: 'screen', name: '${data.next}' },
                  payload: {},
                },
              },
            ],
          },
        ],
      },
    },
    {
      id: 'LAST',
      terminal: true,
      data: { next: { type: 'string', __example__: 'MENU' } },
      layout: {
        type: 'SingleColumnLayout',
        children: [
          {
            type: 'EmbeddedLink',
            text: 'x',
            'on-click-action': {
              name: 'navigate',
              next: { type: 'screen', name: '${data.next}' },
              payload: { from: '${data.next}' },
            },
          },
          { type: 'Footer', label: 'x', 'on-click-action': { name: 'complete', payload: {} } },
        ],
      },
    },
  ],
});
same<FlowScreenRequest<typeof menu, 'MENU'>, { picked: string }>(true);

/** Accepted: values of a Form that are declared later, and an error text for each end of a range. */
defineFlow({
  version: '7.3',
  screens: [
    {
      id: 'A',
      terminal: true,
      layout: {
        type: 'SingleColumnLayout',
        children: [
          {
            type: 'Form',
            name: 'form',
            'init-values': '${data.later}',
            'error-messages': { stay: { 'start-date': 'Too soon' } },
            children: [
              {
                type: 'CalendarPicker',
                name: 'stay',
                mode: 'range',
                label: { 'start-date': 'From', 'end-date': 'To' },
              },
            ],
          },
          { type: 'Footer', label: 'x', 'on-click-action': { name: 'complete', payload: {} } },
        ],
      },
    },
  ],
});

/** Refused from 7.0 on: a single value that is not declared. */
defineFlow({
  version: '7.0',
  screens: [
    {
      id: 'A',
      terminal: true,
      layout: {
        type: 'SingleColumnLayout',
        children: [
          {
            type: 'Form',
            name: 'form',
            // @ts-expect-error unknown field
            'init-values': { a: '${data.no}' },
            children: [{ type: 'TextInput', name: 'a', label: 'A' }],
          },
          { type: 'Footer', label: 'x', 'on-click-action': { name: 'complete', payload: {} } },
        ],
      },
    },
  ],
});
