/**
 * Compiled, never run: what `sendFlow` and `flowButton` accept and refuse with the definition of a flow. Each line below
 * `@ts-expect-error` must be an error, and no other line, with strict and with loose compiler options.
 */
import { defineFlow } from '../../../lib/flows/json/define-flow';
import type { FlowJson } from '../../../lib/flows/json/flow-json.interface';
import type { ChatMessages } from '../../../lib/messages/chat-messages';
import type { SendFlowDto, SendFlowInput } from '../../../lib/messages/dto/flow.dto';
import type { MessagesService } from '../../../lib/messages/messages.service';
import { flowButton } from '../../../lib/messages/template/flow-button';

declare const messages: MessagesService;
declare const chat: ChatMessages;

const booking = defineFlow({
  version: '7.3',
  screens: [
    {
      id: 'WELCOME',
      layout: {
        type: 'SingleColumnLayout',
        children: [
          {
            type: 'Footer',
            label: 'x',
            'on-click-action': {
              name: 'navigate',
              next: { type: 'screen', name: 'SLOT' },
              payload: { day: 'x', seats: 1, vip: true, slots: [], owner: {} },
            },
          },
        ],
      },
    },
    {
      id: 'SLOT',
      terminal: true,
      data: {
        day: { type: 'string', __example__: 'x' },
        seats: { type: 'number', __example__: 1 },
        vip: { type: 'boolean', __example__: true },
        slots: {
          type: 'array',
          items: { type: 'object', properties: { id: { type: 'string' }, title: { type: 'string' } } },
          __example__: [],
        },
        owner: { type: 'object', properties: { name: { type: 'string' } }, __example__: {} },
      },
      layout: {
        type: 'SingleColumnLayout',
        children: [
          {
            type: 'Footer',
            label: 'x',
            'on-click-action': { name: 'complete', payload: { day: '${data.day}' } },
          },
        ],
      },
    },
  ],
});
type Booking = typeof booking;

const text = { to: '491701234567', body: 'Hello', cta: 'Book', flowName: 'booking' };
const inChat = { body: 'Hello', cta: 'Book', flowName: 'booking' };
const data = {
  day: 'mon',
  seats: 2,
  vip: false,
  slots: [{ id: '1', title: '9:00' }],
  owner: { name: 'Ann' },
};

/** Accepted: with the definition. */
void messages.sendFlow({ ...text, flow: booking });
void messages.sendFlow({ ...text, flow: booking, screen: 'WELCOME' });
void messages.sendFlow({ ...text, flow: booking, screen: 'SLOT', data });
void messages.sendFlow({ ...text, flow: booking, screen: 'SLOT', data, action: 'navigate', token: 't' });
void messages.sendFlow({ ...text, flow: booking, action: 'data_exchange', mode: 'draft' });
void messages.sendFlow({ ...text, flow: booking, screen: 'SLOT', data: { ...data, slots: [], owner: {} } });
void chat.flow({ ...inChat, flow: booking, screen: 'SLOT', data, quote: true });
const prepared: SendFlowInput<Booking> = { ...text, flow: booking, screen: 'SLOT', data };
void messages.sendFlow(prepared);

/** Accepted: without it, as ever. */
void messages.sendFlow({ ...text, screen: 'ANY', data: { anything: 1 } });
void messages.sendFlow({ ...text, action: 'data_exchange' });
void chat.flow({ ...inChat, screen: 'ANY', data: { anything: 1 } });
declare const dto: SendFlowDto;
declare const plain: SendFlowInput;
void messages.sendFlow(dto);
void messages.sendFlow(plain);
declare const parsed: FlowJson;
void messages.sendFlow({ ...text, flow: parsed, screen: 'ANY', data: { anything: 1 } });

/** Refused. */
// @ts-expect-error no such screen
void messages.sendFlow({ ...text, flow: booking, screen: 'NOWHERE' });
// @ts-expect-error no such screen, with data
void messages.sendFlow({ ...text, flow: booking, screen: 'NOWHERE', data });
// @ts-expect-error the screen declares data
void messages.sendFlow({ ...text, flow: booking, screen: 'SLOT' });
// @ts-expect-error fields are missing
void messages.sendFlow({ ...text, flow: booking, screen: 'SLOT', data: { day: 'mon' } });
// @ts-expect-error a field of another type
void messages.sendFlow({ ...text, flow: booking, screen: 'SLOT', data: { ...data, seats: 'two' } });
// @ts-expect-error a field of an item of another type
void messages.sendFlow({ ...text, flow: booking, screen: 'SLOT', data: { ...data, slots: [{ id: 1 }] } });
// @ts-expect-error a field that the screen does not declare
void messages.sendFlow({ ...text, flow: booking, screen: 'SLOT', data: { ...data, more: 1 } });
// @ts-expect-error a screen that declares no data
void messages.sendFlow({ ...text, flow: booking, screen: 'WELCOME', data: { day: 'mon' } });
// @ts-expect-error data for no screen in particular
void messages.sendFlow({ ...text, flow: booking, data });
// @ts-expect-error the endpoint chooses the screen
void messages.sendFlow({ ...text, flow: booking, action: 'data_exchange', screen: 'SLOT', data });
// @ts-expect-error not a flow
void messages.sendFlow({ ...text, flow: 'booking' });
// @ts-expect-error no such screen, in a chat
void chat.flow({ ...inChat, flow: booking, screen: 'NOWHERE' });
// @ts-expect-error fields are missing, in a chat
void chat.flow({ ...inChat, flow: booking, screen: 'SLOT', data: { day: 'mon' } });
// @ts-expect-error a chat has its recipient
void chat.flow({ ...text, flow: booking, to: '491701234567' });

/** The button of a template. */
const button = flowButton(booking, { screen: 'SLOT', data, token: 't' });
void messages.sendTemplate({ to: text.to, name: 'invitation', language: 'en_US', buttons: [button] });
// @ts-expect-error no such screen
flowButton(booking, { screen: 'NOWHERE', data });
// @ts-expect-error fields are missing
flowButton(booking, { screen: 'SLOT', data: { day: 'mon' } });
// @ts-expect-error a field of another type
flowButton(booking, { screen: 'SLOT', data: { ...data, vip: 'yes' } });
