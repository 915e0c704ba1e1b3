/** Compiled, never run: the run-time service is typed like the decorator. */
import type { Observable } from 'rxjs';
import type { Envelope } from '../../lib/events/envelope.interface';
import {
  EventContact,
  EventMetadata,
  EventPayload,
  EventShared,
} from '../../lib/events/event-params.decorator';
import type { WhatsAppEvent } from '../../lib/events/event-patterns';
import { OnWhatsAppEvent } from '../../lib/events/on-whatsapp-event.decorator';
import type { WhatsAppEvents } from '../../lib/events/whatsapp-events.service';

type Text = WhatsAppEvent<'message.text'>;
declare const events: WhatsAppEvents;
declare const text: Text;
declare const image: WhatsAppEvent<'message.image'>;

// Inferred parameters.
const off: () => void = events.on('message.text', (event) => event.payload.text.body);
events.once(['message.text', 'status.failed'], (event) => {
  if (event.name === 'message.text') return event.payload.text.body;
  return event.payload.id;
});
events.on('message.*', (event) => (event.name === 'message.image' ? event.payload.image.id : undefined));
events.on('*', () => undefined);
events.on('message.text', async (event) => Promise.resolve(event.key), {
  priority: 1,
  accounts: ['1'],
  where: (event) => event.payload.text.body !== '',
});

// Declared parameters.
const onText = (_event: Text): void => undefined;
const onAny = (_event: Envelope): void => undefined;
events.on('message.text', onText);
events.on('message.text', onAny);
events.on('message.*', onAny);
// @ts-expect-error narrower than the wildcard
events.on('message.*', onText);
// @ts-expect-error parameter of another event
events.on('message.image', onText);
// @ts-expect-error the second pattern is not covered
events.once(['message.text', 'message.image'], onText);
// @ts-expect-error misspelt
events.on('message.txt', () => undefined);
// @ts-expect-error the payload has no image
events.on('message.text', (event) => event.payload.image.id);
// @ts-expect-error where of another event
events.on('message.text', onAny, { where: (event) => event.payload.image.id === '' });
// @ts-expect-error unknown option
events.on('message.text', onAny, { prio: 1 });

const stream: Observable<Text> = events.stream('message.text');
// @ts-expect-error a stream of other events
const wrong: Observable<WhatsAppEvent<'message.image'>> = events.stream('message.text');
const both: Observable<WhatsAppEvent<'message.text' | 'message.image'>> = events.stream([
  'message.text',
  'message.image',
]);
// @ts-expect-error streams have no priority
events.stream('message.text', { priority: 1 });

void events.emit(text);
void events.emit(image);
declare const any: WhatsAppEvent;
void events.emit(any);
// @ts-expect-error the payload of another event
void events.emit({ ...text, payload: image.payload });
// @ts-expect-error not a name
void events.emit({ ...text, name: 'message.txt' });

/** Parameter decorators follow the event. */
export class Params {
  @OnWhatsAppEvent('message.text')
  all(
    _event: Text,
    @EventPayload() _payload: Text['payload'],
    @EventPayload('from') _from: string,
    @EventContact('wa_id') _id: string | undefined,
    @EventMetadata('phoneNumberId') _phone: string | undefined,
    @EventShared() _shared: Map<string, unknown>,
  ): void {}
  @OnWhatsAppEvent('message.text')
  unused(_event: unknown, @EventPayload('from') _from: string): void {}
  @OnWhatsAppEvent('message.text')
  // @ts-expect-error not a property of the metadata
  wrong(_event: Text, @EventMetadata('phone') _phone: string): void {}
}

export { both, off, stream, wrong };
