/**
 * Compiled, never run: what `defineFlow` accepts and refuses, and the types that follow from a flow. Each line below
 * `@ts-expect-error` must be an error, and no other line, with strict and with loose compiler options.
 */
import { defineFlow } from '../../../lib/flows/json/define-flow';
import type {
  FlowCompletion,
  FlowScreenData,
  FlowScreenForm,
  FlowScreenRequest,
} from '../../../lib/flows/json/types/flow-inference';
import type { EncryptedFlowMedia, FlowCompletionMedia } from '../../../lib/wire/flow/media';

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const same = <A, B>(_proof: Same<A, B>): void => undefined;

/** Accepted: every kind of reference, with and without an endpoint. */
const booking = defineFlow({
  version: '7.3',
  data_api_version: '4.0',
  routing_model: { SERVICE: ['SLOT'], SLOT: ['PAPERS'], PAPERS: [] },
  screens: [
    {
      id: 'SERVICE',
      title: 'Service',
      sensitive: ['name'],
      data: {
        services: {
          type: 'array',
          items: { type: 'object', properties: { id: { type: 'string' }, title: { type: 'string' } } },
          __example__: [],
        },
        open: { type: 'boolean', __example__: true },
        price: { type: 'number', __example__: 5 },
        owner: { type: 'object', properties: { name: { type: 'string' } }, __example__: {} },
      },
      layout: {
        type: 'SingleColumnLayout',
        children: [
          { type: 'TextHeading', text: '${data.owner.name}', visible: '${data.open}' },
          { type: 'TextBody', text: ['one', 'two'], markdown: true },
          {
            type: 'Form',
            name: 'form',
            children: [
              {
                type: 'RadioButtonsGroup',
                name: 'service',
                label: 'Service',
                'data-source': '${data.services}',
              },
              { type: 'TextInput', name: 'name', label: 'Name', required: '`${data.price} > 5`' },
              { type: 'TextInput', name: 'age', label: 'Age', 'input-type': 'number' },
              {
                type: 'If',
                condition: '${data.open} && ${form.age} > 17',
                then: [
                  {
                    type: 'CheckboxGroup',
                    name: 'extras',
                    label: 'Extras',
                    'data-source': [{ id: '1', title: 'One' }],
                    'on-select-action': { name: 'update_data', payload: { open: '${data.open}', price: 7 } },
                  },
                ],
                else: [{ type: 'OptIn', name: 'news', label: 'News' }],
              },
              {
                type: 'Switch',
                value: '${form.service}',
                cases: { a: [{ type: 'DatePicker', name: 'day', label: 'Day' }], b: [] },
              },
              {
                type: 'Footer',
                label: 'Go on',
                'on-click-action': {
                  name: 'data_exchange',
                  payload: {
                    service: '${form.service}',
                    extras: '${form.extras}',
                    person: { name: '${form.name}', age: '${form.age}', news: '${form.news}' },
                    day: '${form.day}',
                    price: '${data.price}',
                    kind: 'fixed',
                    sum: '`${data.price} + 1`',
                  },
                },
              },
            ],
          },
        ],
      },
    },
    {
      id: 'SLOT',
      title: '${screen.SERVICE.form.service}',
      data: {},
      layout: {
        type: 'SingleColumnLayout',
        children: [
          {
            type: 'CalendarPicker',
            name: 'stay',
            mode: 'range',
            label: { 'start-date': 'From', 'end-date': 'To' },
          },
          { type: 'TextBody', text: "`'For ' ${screen.SERVICE.form.name}`" },
          {
            type: 'Footer',
            label: 'Go on',
            'on-click-action': { name: 'navigate', next: { type: 'screen', name: 'PAPERS' }, payload: {} },
          },
        ],
      },
    },
    {
      id: 'PAPERS',
      title: 'Papers',
      terminal: true,
      layout: {
        type: 'SingleColumnLayout',
        children: [
          { type: 'DocumentPicker', name: 'papers', label: 'Papers', 'max-uploaded-documents': 1 },
          {
            type: 'EmbeddedLink',
            text: 'Save',
            'on-click-action': { name: 'data_exchange', payload: { papers: '${form.papers}' } },
          },
          {
            type: 'Footer',
            label: 'Done',
            'on-click-action': {
              name: 'complete',
              payload: {
                papers: '${form.papers}',
                extras: '${screen.SERVICE.form.extras}',
                from: '${screen.SLOT.form.stay.start-date}',
              },
            },
          },
        ],
      },
    },
  ],
});
type Booking = typeof booking;

same<
  FlowScreenData<Booking, 'SERVICE'>,
  {
    services: readonly { readonly id?: string; readonly title?: string }[];
    open: boolean;
    price: number;
    owner: { readonly name?: string };
  }
>(true);
same<FlowScreenData<Booking, 'SLOT'>, {}>(true);
same<FlowScreenData<Booking, 'PAPERS'>, {}>(true);
same<
  FlowScreenForm<Booking, 'SERVICE'>,
  {
    service: string;
    name: string;
    age: string | number;
    extras: readonly string[];
    news: boolean;
    day: string;
  }
>(true);
same<
  FlowScreenForm<Booking, 'SLOT'>,
  { stay: { readonly 'start-date': string; readonly 'end-date': string } }
>(true);
same<FlowScreenForm<Booking, 'PAPERS'>, { papers: EncryptedFlowMedia[] }>(true);
same<FlowScreenRequest<Booking, 'PAPERS'>, { papers: EncryptedFlowMedia[] }>(true);
same<FlowScreenRequest<Booking, 'SLOT'>, Record<string, unknown>>(true);
same<
  FlowCompletion<Booking>,
  { flow_token?: string } & { papers: FlowCompletionMedia[]; extras: readonly string[]; from: string }
>(true);

declare const sent: FlowScreenRequest<Booking, 'SERVICE'>;
same<typeof sent.extras, readonly string[]>(true);
same<typeof sent.person.news, boolean>(true);
same<typeof sent.person.age, string | number>(true);
same<typeof sent.price, number>(true);
same<typeof sent.kind, 'fixed'>(true);
same<typeof sent.sum, string | number | boolean>(true);
// @ts-expect-error not sent
void sent.other;
// @ts-expect-error no such screen
type _Nowhere = FlowScreenData<Booking, 'NOWHERE'>;

/** Refused: names and types that do not fit. */
defineFlow({
  version: '7.3',
  routing_model: {
    // @ts-expect-error unknown target
    A: ['B', 'C'],
    // @ts-expect-error unknown screen
    X: [],
  },
  screens: [
    {
      id: 'A',
      title: 'First',
      // @ts-expect-error unknown property of a screen
      subtitle: 'x',
      // @ts-expect-error unknown input
      sensitive: ['nobody'],
      data: { text: { type: 'string', __example__: 'x' }, flag: { type: 'boolean', __example__: true } },
      layout: {
        type: 'SingleColumnLayout',
        children: [
          // @ts-expect-error unknown field
          { type: 'TextBody', text: '${data.txet}' },
          // @ts-expect-error unknown input
          { type: 'TextBody', text: '${form.nobody}' },
          // @ts-expect-error unknown screen
          { type: 'TextBody', text: '${screen.C.data.text}' },
          // @ts-expect-error unknown field of another screen
          { type: 'TextBody', text: '${screen.B.data.text}' },
          // @ts-expect-error unknown input of another screen, in an expression
          { type: 'TextBody', text: "`'Hello ' ${screen.B.form.name}`" },
          // @ts-expect-error a text as a flag
          { type: 'TextBody', text: 'x', visible: '${data.text}' },
          // @ts-expect-error a flag as a text
          { type: 'TextHeading', text: '${data.flag}' },
          // @ts-expect-error a text as a list
          { type: 'Dropdown', name: 'pick', label: 'x', 'data-source': '${data.text}' },
          // @ts-expect-error misspelt property
          { type: 'TextBody', text: 'x', visble: true },
          { type: 'TextInput', name: 'name', label: 'Name' },
          {
            type: 'OptIn',
            name: 'news',
            label: 'News',
            // @ts-expect-error update of an unknown field
            'on-select-action': { name: 'update_data', payload: { txet: 'x' } },
            // @ts-expect-error update with another type
            'on-unselect-action': { name: 'update_data', payload: { flag: '${form.name}' } },
          },
          {
            type: 'If',
            // @ts-expect-error unknown input in a condition
            condition: '${form.nobody} > 1',
            // @ts-expect-error unknown input inside a branch
            then: [{ type: 'TextBody', text: '${form.nobody}' }],
          },
          {
            type: 'Switch',
            // @ts-expect-error unknown input in a value
            value: '${form.nobody}',
            // @ts-expect-error unknown input inside a case
            cases: { a: [{ type: 'TextBody', text: '${form.nobody}' }] },
          },
          {
            type: 'EmbeddedLink',
            text: 'x',
            // @ts-expect-error unknown screen
            'on-click-action': { name: 'navigate', next: { type: 'screen', name: 'C' }, payload: {} },
          },
          {
            type: 'EmbeddedLink',
            text: 'x',
            'on-click-action': {
              name: 'navigate',
              next: { type: 'screen', name: 'B' },
              // @ts-expect-error a field is missing
              payload: {},
            },
          },
          {
            type: 'EmbeddedLink',
            text: 'x',
            // @ts-expect-error the payload is missing
            'on-click-action': { name: 'navigate', next: { type: 'screen', name: 'B' } },
          },
          {
            type: 'EmbeddedLink',
            text: 'x',
            'on-click-action': {
              name: 'navigate',
              next: { type: 'screen', name: 'B' },
              // @ts-expect-error another type
              payload: { count: '${form.name}' },
            },
          },
          {
            type: 'Footer',
            label: 'x',
            'on-click-action': {
              name: 'navigate',
              next: { type: 'screen', name: 'B' },
              // @ts-expect-error a field that the screen does not take
              payload: { count: 1, more: 2 },
            },
          },
        ],
      },
    },
    {
      id: 'B',
      title: 'Second',
      terminal: true,
      data: { count: { type: 'number', __example__: 1 } },
      layout: {
        type: 'SingleColumnLayout',
        children: [
          {
            type: 'Footer',
            label: 'x',
            'on-click-action': {
              name: 'complete',
              payload: {
                count: '${data.count}',
                // @ts-expect-error unknown field, inside an expression
                sum: '`${data.cuont} + 1`',
                // @ts-expect-error unknown input, further down
                deep: { list: ['${form.nobody}'] },
              },
            },
          },
        ],
      },
    },
  ],
});

/** Refused: components that are not complete or not possible. */
const only = <const C>(children: C) =>
  ({
    version: '7.3',
    screens: [{ id: 'A', terminal: true, layout: { type: 'SingleColumnLayout', children } }],
  }) as const;

// @ts-expect-error a name is needed
defineFlow(only([{ type: 'TextInput', label: 'Name' }]));
// @ts-expect-error a component that does not exist
defineFlow(only([{ type: 'Slider', name: 'x' }]));
// @ts-expect-error a kind of input that does not exist
defineFlow(only([{ type: 'TextInput', name: 'x', label: 'x', 'input-type': 'voice' }]));
// @ts-expect-error a flag that is text
defineFlow(only([{ type: 'TextBody', text: 'x', visible: 'yes' }]));
// @ts-expect-error an action that is not possible here
defineFlow(only([{ type: 'EmbeddedLink', text: 'x', 'on-click-action': { name: 'complete', payload: {} } }]));
// @ts-expect-error a choice without a title
defineFlow(only([{ type: 'Dropdown', name: 'x', label: 'x', 'data-source': [{ id: '1' }] }]));
// @ts-expect-error update_data carries something
defineFlow(only([{ type: 'OptIn', name: 'x', label: 'x', 'on-select-action': { name: 'update_data' } }]));
// @ts-expect-error a picture of a carousel needs a text
defineFlow(only([{ type: 'ImageCarousel', images: [{ src: 'aaaa' }] }]));
// @ts-expect-error no screens
defineFlow({ version: '7.3' });
// @ts-expect-error no version
defineFlow({ screens: [] });

/** Accepted: a version that this package does not know is not checked for names. */
defineFlow({
  version: '9.0',
  screens: [
    {
      id: 'A',
      terminal: true,
      layout: { type: 'SingleColumnLayout', children: [{ type: 'TextBody', text: '${state.x}' }] },
    },
  ],
});

/** With several ends, the completion is one of them; without one, anything. */
const survey = defineFlow({
  version: '7.3',
  screens: [
    {
      id: 'ASK',
      title: 'Ask',
      layout: {
        type: 'SingleColumnLayout',
        children: [
          {
            type: 'EmbeddedLink',
            text: 'No',
            'on-click-action': { name: 'navigate', next: { type: 'screen', name: 'NO' }, payload: {} },
          },
          {
            type: 'Footer',
            label: 'Yes',
            'on-click-action': { name: 'navigate', next: { type: 'screen', name: 'YES' }, payload: {} },
          },
        ],
      },
    },
    {
      id: 'YES',
      terminal: true,
      layout: {
        type: 'SingleColumnLayout',
        children: [
          { type: 'Footer', label: 'x', 'on-click-action': { name: 'complete', payload: { answer: 'yes' } } },
        ],
      },
    },
    {
      id: 'NO',
      terminal: true,
      layout: {
        type: 'SingleColumnLayout',
        children: [
          { type: 'TextArea', name: 'why', label: 'Why?' },
          {
            type: 'Footer',
            label: 'x',
            'on-click-action': { name: 'complete', payload: { answer: 'no', why: '${form.why}' } },
          },
        ],
      },
    },
  ],
});
declare const answer: FlowCompletion<typeof survey>;
if (answer.answer === 'no') same<typeof answer.why, string>(true);
same<typeof answer.answer, 'yes' | 'no'>(true);
same<typeof answer.flow_token, string | undefined>(true);
