/** Compiled, never run: the events that patterns stand for. */
import type { WhatsAppEventName, WhatsAppEventPayloads } from '../../lib/events/event-map';
import type { WhatsAppEvent, WhatsAppEventPattern } from '../../lib/events/event-patterns';

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const holds = <_T extends true>(): void => undefined;

holds<Same<WhatsAppEvent<'message.text'>['payload'], WhatsAppEventPayloads['message.text']>>();
holds<Same<WhatsAppEvent['name'], WhatsAppEventName>>();
holds<Same<WhatsAppEvent<'*'>, WhatsAppEvent>>();
holds<Same<WhatsAppEvent<'handover.*'>['name'], Extract<WhatsAppEventName, `handover.${string}`>>>();
holds<
  Same<
    WhatsAppEvent<'call.status.*' | 'message.text'>['name'],
    | 'call.status.ringing'
    | 'call.status.accepted'
    | 'call.status.rejected'
    | 'call.status.unknown'
    | 'message.text'
  >
>();
// @ts-expect-error the wildcard takes more than one name
holds<Same<WhatsAppEvent<'message.*'>['name'], 'message.text'>>();

const patterns: WhatsAppEventPattern[] = ['*', 'unknown', 'message.text', 'message.*', 'message.system.*'];
// @ts-expect-error no event lies below message.text
patterns.push('message.text.*');
// @ts-expect-error a prefix alone is no pattern
patterns.push('message');
// @ts-expect-error a name without detail has nothing below it
patterns.push('unknown.*');

/** `name` tells the events apart, and a switch over it is exhaustive. */
export function read(event: WhatsAppEvent<'call.status.*' | 'message.text' | 'status.failed'>): string {
  switch (event.name) {
    case 'message.text':
      return event.payload.text.body;
    case 'status.failed':
      return event.payload.id;
    case 'call.status.ringing':
    case 'call.status.accepted':
    case 'call.status.rejected':
    case 'call.status.unknown':
      return event.key;
    default: {
      const nothing: never = event;
      return nothing;
    }
  }
}
