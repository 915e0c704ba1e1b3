/**
 * Compiled, never run: what `@OnFlowRequest` accepts and refuses. Each line below `@ts-expect-error` must be an error, and
 * no other line, with strict and with loose compiler options.
 */
import type { FlowAnswer } from '../../../lib/flows/endpoint/flow-request';
import { FlowRequest } from '../../../lib/flows/endpoint/flow-request';
import { OnFlowRequest } from '../../../lib/flows/endpoint/on-flow-request.decorator';
import { readFlowCompletion } from '../../../lib/flows/flow-completion';
import { defineFlow } from '../../../lib/flows/json/define-flow';

const booking = defineFlow({
  version: '7.3',
  data_api_version: '4.0',
  routing_model: { SERVICE: ['SLOT'], SLOT: [] },
  screens: [
    {
      id: 'SERVICE',
      layout: {
        type: 'SingleColumnLayout',
        children: [
          { type: 'TextInput', name: 'service', label: 'Service' },
          {
            type: 'Footer',
            label: 'x',
            'on-click-action': { name: 'data_exchange', payload: { service: '${form.service}' } },
          },
        ],
      },
    },
    {
      id: 'SLOT',
      terminal: true,
      data: { text: { type: 'string', __example__: 'x' }, count: { type: 'number', __example__: 1 } },
      layout: {
        type: 'SingleColumnLayout',
        children: [
          { type: 'OptIn', name: 'sure', label: 'Sure?' },
          {
            type: 'Footer',
            label: 'x',
            'on-click-action': { name: 'complete', payload: { sure: '${form.sure}' } },
          },
        ],
      },
    },
  ],
});
type Booking = typeof booking;

class Accepted {
  @OnFlowRequest()
  any(request: FlowRequest): FlowAnswer {
    return request.show('ANYTHING', { a: request.data['x'] });
  }
  @OnFlowRequest({ flow: booking, screen: 'SERVICE', action: 'data_exchange' })
  async exact(request: FlowRequest<Booking, 'SERVICE', 'data_exchange'>): Promise<FlowAnswer> {
    const service: string = await Promise.resolve(request.data.service);
    return request.screen === 'SERVICE' ? request.show('SLOT', { text: service, count: 1 }) : request.close();
  }
  @OnFlowRequest({ flow: booking, screen: 'SLOT' })
  partial(request: FlowRequest<Booking, 'SLOT'>): FlowAnswer {
    return request.fail('No.', { text: 'x' });
  }
  @OnFlowRequest({ flow: booking })
  withoutData(request: FlowRequest<Booking>): FlowAnswer {
    return request.show('SERVICE');
  }
  @OnFlowRequest({ flow: booking, screen: ['SERVICE', 'SLOT'], action: ['INIT', 'BACK'] })
  several(request: FlowRequest<Booking, 'SERVICE' | 'SLOT', 'INIT' | 'BACK'>): FlowAnswer {
    return request.close({ left: request.data['x'] });
  }
  @OnFlowRequest({ flow: booking, screen: 'SERVICE', action: 'data_exchange' })
  structural(request: { readonly data: { readonly service: string } }): FlowAnswer {
    return { screen: 'SLOT', data: { text: request.data.service } };
  }
  @OnFlowRequest({ screen: 'X', action: 'INIT', name: 'booking', endpoint: 'main' })
  nothing(): FlowAnswer {
    return { screen: 'A', data: {} };
  }
}

class Refused {
  // @ts-expect-error another screen
  @OnFlowRequest({ flow: booking, screen: 'SERVICE', action: 'data_exchange' })
  screen(request: FlowRequest<Booking, 'SLOT', 'data_exchange'>): FlowAnswer {
    return request.close();
  }
  // @ts-expect-error data that the screen does not send
  @OnFlowRequest({ flow: booking, screen: 'SERVICE', action: 'data_exchange' })
  data(_request: { readonly data: { readonly other: string } }): FlowAnswer {
    return { screen: 'A', data: {} };
  }
  // @ts-expect-error a screen that the flow does not have
  @OnFlowRequest({ flow: booking, screen: 'NOWHERE' })
  nowhere(): FlowAnswer {
    return { screen: 'A', data: {} };
  }
  // @ts-expect-error an action that does not exist
  @OnFlowRequest({ action: 'ping' })
  action(): FlowAnswer {
    return { screen: 'A', data: {} };
  }
  // @ts-expect-error no answer
  @OnFlowRequest()
  silent(_request: FlowRequest): void {}
  // @ts-expect-error something else than an answer
  @OnFlowRequest()
  text(_request: FlowRequest): string {
    return 'SLOT';
  }
  // @ts-expect-error a promise of something else
  @OnFlowRequest()
  later(_request: FlowRequest): Promise<{ screen: string }> {
    return Promise.resolve({ screen: 'SLOT' });
  }
  // @ts-expect-error not a request
  @OnFlowRequest()
  number(_request: number): FlowAnswer {
    return { screen: 'A', data: {} };
  }
  // @ts-expect-error a property
  @OnFlowRequest()
  property = 1;
}

declare const request: FlowRequest<Booking, 'SLOT', 'data_exchange'>;
// @ts-expect-error a screen that the flow does not have
request.show('NOWHERE');
// @ts-expect-error the screen needs data
request.show('SLOT');
// @ts-expect-error a field is missing
request.show('SLOT', { text: 'x' });
// @ts-expect-error a field of another type
request.show('SLOT', { text: 'x', count: 'y' });
// @ts-expect-error new data of another type
request.fail('No.', { count: 'y' });

declare const event: { payload: { interactive: { nfm_reply: { response_json: string } } } };
const sure: boolean | undefined = readFlowCompletion(event, booking)?.data.sure;
const anything: unknown = readFlowCompletion(event)?.data['anything'];
// @ts-expect-error not in the completion
void readFlowCompletion(event, booking)?.data.other;

export { Accepted, anything, Refused, sure };
