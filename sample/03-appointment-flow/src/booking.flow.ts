import { defineFlow } from 'nestjs-whatsapp-cloud';

const choices = {
  type: 'array',
  items: { type: 'object', properties: { id: { type: 'string' }, title: { type: 'string' } } },
  __example__: [{ id: 'cut', title: 'Haircut' }],
} as const;

/** The booking flow: what the customer sees. The endpoint fills in services, times and the summary. */
export const bookingFlow = defineFlow({
  version: '7.3',
  data_api_version: '4.0',
  routing_model: { SERVICE: ['TIME'], TIME: ['CONFIRM'], CONFIRM: [] },
  screens: [
    {
      id: 'SERVICE',
      title: 'Your appointment',
      data: { services: choices },
      layout: {
        type: 'SingleColumnLayout',
        children: [
          {
            type: 'RadioButtonsGroup',
            name: 'service',
            label: 'What can we do for you?',
            required: true,
            'data-source': '${data.services}',
          },
          {
            type: 'Footer',
            label: 'See free times',
            'on-click-action': { name: 'data_exchange', payload: { service: '${form.service}' } },
          },
        ],
      },
    },
    {
      id: 'TIME',
      title: 'Pick a time',
      data: { times: choices },
      layout: {
        type: 'SingleColumnLayout',
        children: [
          {
            type: 'Dropdown',
            name: 'time',
            label: 'Free times',
            required: true,
            'data-source': '${data.times}',
          },
          {
            type: 'Footer',
            label: 'Continue',
            'on-click-action': {
              name: 'data_exchange',
              payload: { service: '${screen.SERVICE.form.service}', time: '${form.time}' },
            },
          },
        ],
      },
    },
    {
      id: 'CONFIRM',
      title: 'Is this right?',
      terminal: true,
      data: { summary: { type: 'string', __example__: 'Haircut, Monday 10:00' } },
      layout: {
        type: 'SingleColumnLayout',
        children: [
          { type: 'TextBody', text: '${data.summary}' },
          { type: 'TextArea', name: 'note', label: 'Anything else?' },
          {
            type: 'Footer',
            label: 'Book',
            'on-click-action': {
              name: 'data_exchange',
              payload: {
                service: '${screen.SERVICE.form.service}',
                time: '${screen.TIME.form.time}',
                note: '${form.note}',
              },
            },
          },
        ],
      },
    },
  ],
});

export type BookingFlow = typeof bookingFlow;
