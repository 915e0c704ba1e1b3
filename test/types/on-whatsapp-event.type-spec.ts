/**
 * Compiled, never run: what `@OnWhatsAppEvent` accepts and refuses. Each line below `@ts-expect-error` must be an error,
 * and no other line, with strict and with loose compiler options.
 */
import type { WhatsAppEvent } from '../../lib/events/event-patterns';
import { OnWhatsAppEvent } from '../../lib/events/on-whatsapp-event.decorator';

type Text = WhatsAppEvent<'message.text'>;

class Refused {
  // @ts-expect-error parameter of another event
  @OnWhatsAppEvent('message.text')
  other(_event: WhatsAppEvent<'message.image'>): void {}
  // @ts-expect-error no event at all
  @OnWhatsAppEvent('message.text')
  primitive(_event: string): void {}
  // @ts-expect-error the payload in place of the event
  @OnWhatsAppEvent('message.text')
  payload(_payload: Text['payload']): void {}
  // @ts-expect-error narrower than the wildcard
  @OnWhatsAppEvent('message.*')
  narrower(_event: Text): void {}
  // @ts-expect-error narrower than every event
  @OnWhatsAppEvent('*')
  narrowerThanAll(_event: WhatsAppEvent<'message.*'>): void {}
  // @ts-expect-error the second of two names is not covered
  @OnWhatsAppEvent('message.text', 'message.image')
  second(_event: Text): void {}
  // @ts-expect-error the lower of two decorators is covered, this one is not
  @OnWhatsAppEvent('message.image')
  @OnWhatsAppEvent('message.text')
  stacked(_event: Text): void {}
  // @ts-expect-error misspelt name
  @OnWhatsAppEvent('message.txt')
  misspelt(): void {}
  // @ts-expect-error unknown name space
  @OnWhatsAppEvent('foo.*')
  nameSpace(): void {}
  // @ts-expect-error no pattern
  @OnWhatsAppEvent()
  none(): void {}
  // @ts-expect-error options alone
  @OnWhatsAppEvent({ priority: 1 })
  optionsAlone(): void {}
  // @ts-expect-error a property
  @OnWhatsAppEvent('message.text')
  property = 1;
  // @ts-expect-error an accessor whose value is not a method
  @OnWhatsAppEvent('message.text')
  get accessor(): number {
    return 1;
  }
}

class RefusedWithOptions {
  // @ts-expect-error parameter of another event
  @OnWhatsAppEvent('message.text', { priority: 1 })
  other(_event: WhatsAppEvent<'message.image'>): void {}
  // @ts-expect-error narrower than the wildcard
  @OnWhatsAppEvent('message.*', { accounts: ['1'] })
  narrower(_event: Text): void {}
  // @ts-expect-error the second of two names is not covered
  @OnWhatsAppEvent('message.text', 'message.image', { priority: 1 })
  second(_event: Text): void {}
  // @ts-expect-error misspelt name
  @OnWhatsAppEvent('message.txt', { priority: 1 })
  misspelt(): void {}
  // @ts-expect-error misspelt second name
  @OnWhatsAppEvent('message.text', 'message.imgae', { priority: 1 })
  misspeltSecond(): void {}
  // @ts-expect-error options are last
  @OnWhatsAppEvent({ priority: 1 }, 'message.text')
  optionsFirst(): void {}
  // @ts-expect-error options are given once
  @OnWhatsAppEvent('message.text', { priority: 1 }, { priority: 2 })
  twice(): void {}
  // @ts-expect-error unknown option
  @OnWhatsAppEvent('message.text', { prio: 1 })
  unknownOption(): void {}
  // @ts-expect-error priority is a number
  @OnWhatsAppEvent('message.text', { priority: 'high' })
  priority(): void {}
  // @ts-expect-error accounts is a list
  @OnWhatsAppEvent('message.text', { accounts: '123' })
  accounts(): void {}
  // @ts-expect-error where is synchronous
  @OnWhatsAppEvent('message.text', { where: async () => true })
  asyncWhere(): void {}
  // @ts-expect-error where of another event
  @OnWhatsAppEvent('message.text', {
    where: (event: WhatsAppEvent<'message.image'>) => event.payload.image.id === '1',
  })
  foreignWhere(): void {}
  // @ts-expect-error where reads what a text message does not have
  @OnWhatsAppEvent('message.text', { where: (event) => event.payload.image.id === '1' })
  inferredWhere(): void {}
}

class Accepted {
  @OnWhatsAppEvent('message.text')
  exact(_event: Text): void {}
  @OnWhatsAppEvent('message.text')
  wider(_event: WhatsAppEvent<'message.*'>): void {}
  @OnWhatsAppEvent('message.text')
  widest(_event: WhatsAppEvent): void {}
  @OnWhatsAppEvent('message.text')
  structural(_event: { readonly payload: { text: { body: string } } }): void {}
  @OnWhatsAppEvent('message.text')
  nothing(): void {}
  @OnWhatsAppEvent('message.text')
  optional(_event?: Text): void {}
  @OnWhatsAppEvent('message.text')
  rest(..._events: Text[]): void {}
  @OnWhatsAppEvent('message.text')
  untyped(_event: any): void {}
  @OnWhatsAppEvent('message.text')
  unknown(_event: unknown): void {}
  @OnWhatsAppEvent('message.text')
  generic<T>(_event: T): void {}
  @OnWhatsAppEvent('message.text')
  ofThis(this: Accepted, _event: Text): void {}
  @OnWhatsAppEvent('message.text')
  private hidden(_event: Text): void {}
  @OnWhatsAppEvent('message.text')
  protected guarded(_event: Text): void {}
  overloaded(event: Text): void;
  overloaded(event: WhatsAppEvent): void;
  @OnWhatsAppEvent('message.text')
  overloaded(_event: WhatsAppEvent): void {}
  @OnWhatsAppEvent('message.text')
  two(_event: Text, _contact: unknown): void {}
  @OnWhatsAppEvent('message.text')
  async later(_event: Text): Promise<void> {}
  @OnWhatsAppEvent('message.text')
  async *generator(_event: Text): AsyncGenerator<number> {}
  @OnWhatsAppEvent('message.text')
  @OnWhatsAppEvent('status.failed', { priority: 5 })
  stacked(_event: WhatsAppEvent<'message.text' | 'status.failed'>): void {}
  @OnWhatsAppEvent('message.interactive.*')
  wildcard(event: WhatsAppEvent<'message.interactive.*'>): string {
    return event.name;
  }
  use(): unknown {
    return this.hidden;
  }
}

class AcceptedWithOptions {
  @OnWhatsAppEvent('message.text', 'message.image', { priority: 1, accounts: ['1'] })
  two(_event: WhatsAppEvent<'message.text' | 'message.image'>): void {}
  @OnWhatsAppEvent('message.text', 'status.*', 'unknown', { priority: 1 })
  three(_event: WhatsAppEvent<'message.text' | 'status.*' | 'unknown'>): void {}
  @OnWhatsAppEvent('message.text', {})
  empty(_event: Text): void {}
  @OnWhatsAppEvent('message.text', {
    priority: 1,
    accounts: ['1'],
    where: (event) => event.payload.text.body === 'a',
  })
  all(_event: Text): void {}
  @OnWhatsAppEvent('message.text', 'message.image', { where: (event) => event.name === 'message.image' })
  union(_event: WhatsAppEvent<'message.text' | 'message.image'>): void {}
  @OnWhatsAppEvent('message.*', {
    where: (event) => event.name === 'message.text' && event.payload.text.body !== '',
  })
  narrowing(_event: WhatsAppEvent<'message.*'>): void {}
  @OnWhatsAppEvent('message.text', 'message.image', {
    where: (event: WhatsAppEvent<'message.text' | 'message.image'>) => event.name === 'message.text',
  })
  exactWhere(_event: WhatsAppEvent<'message.text' | 'message.image'>): void {}
  @OnWhatsAppEvent('message.text', { where: (event: WhatsAppEvent) => event.phoneNumberId === '1' })
  widerWhere(_event: Text): void {}
}

/** A wrapper keeps the check. */
const OnText = () => OnWhatsAppEvent('message.text', { priority: 1 });
class Wrapped {
  @OnText()
  good(_event: Text): void {}
  // @ts-expect-error parameter of another event
  @OnText()
  bad(_event: WhatsAppEvent<'message.image'>): void {}
}

export { Accepted, AcceptedWithOptions, Refused, RefusedWithOptions, Wrapped };
