import type { ExecutionContext, PipeTransform } from '@nestjs/common';
import { createParamDecorator, Injectable, Scope, UsePipes } from '@nestjs/common';
import type { Envelope } from '../../../lib/events/envelope.interface';
import type { WhatsAppEventMetadata } from '../../../lib/events/event-params.decorator';
import {
  EventContact,
  EventMetadata,
  EventPayload,
  EventShared,
} from '../../../lib/events/event-params.decorator';
import { OnWhatsAppEvent } from '../../../lib/events/on-whatsapp-event.decorator';
import { sharedData } from '../../../lib/events/shared-data';
import { startEvents, textEvent } from './events-app';

let args: unknown[] = [];

@Injectable()
class Suffix {
  readonly text = '!';
}
@Injectable()
class Exclaim implements PipeTransform {
  constructor(private readonly suffix: Suffix) {}
  transform(value: string): string {
    return `${value}${this.suffix.text}`;
  }
}
const Twice: PipeTransform = { transform: (value: string) => `${value}${value}` };
const Type = createParamDecorator((_: unknown, context: ExecutionContext) => context.getType<string>());

const contact = { wa_id: '15550001111', profile: { name: 'Ada' } };

describe('parameter decorators', () => {
  it('fill parameters; the first, undecorated one stays the event', async () => {
    @Injectable()
    class Handler {
      @OnWhatsAppEvent('message.text')
      on(
        event: Envelope,
        @EventPayload() payload: unknown,
        @EventPayload('text') text: unknown,
        @EventContact() who: unknown,
        @EventContact('wa_id') id: unknown,
        undecorated: unknown,
        @EventMetadata() metadata: WhatsAppEventMetadata,
        @EventMetadata('phoneNumberId') phone: unknown,
        @Type() type: unknown,
      ): void {
        args = [event, payload, text, who, id, undecorated, metadata, phone, type];
      }
    }
    const { dispatch } = await startEvents({ providers: [Handler] });
    const event = textEvent({ contact });
    expect((await dispatch(event)).failures).toEqual([]);
    const { payload, contact: _contact, ...metadata } = event;
    expect(args[0]).toBe(event);
    expect(args[1]).toBe(payload);
    expect(args.slice(2)).toEqual([
      { body: 'hello' },
      contact,
      contact.wa_id,
      undefined,
      metadata,
      '100',
      'whatsapp',
    ]);
  });

  it('may stand on the first parameter', async () => {
    @Injectable()
    class Handler {
      @OnWhatsAppEvent('message.text')
      on(@EventPayload('from') from: unknown): void {
        args = [from];
      }
    }
    const { dispatch } = await startEvents({ providers: [Handler] });
    await dispatch(textEvent());
    expect(args).toEqual(['15550001111']);
  });

  it('are undefined where Meta sent nothing', async () => {
    @Injectable()
    class Handler {
      @OnWhatsAppEvent('*')
      on(
        _: Envelope,
        @EventContact() who: unknown,
        @EventContact('wa_id') id: unknown,
        @EventPayload('x') x: unknown,
      ): void {
        args = [who, id, x];
      }
    }
    const { dispatch } = await startEvents({ providers: [Handler] });
    for (const payload of [{}, null, undefined]) {
      args = ['not called'];
      await dispatch(textEvent({ payload }));
      expect(args).toEqual([undefined, undefined, undefined]);
    }
  });

  it('take pipes, as classes with dependencies and as instances, with a property or without', async () => {
    @Injectable()
    class Handler {
      @OnWhatsAppEvent('message.text')
      on(
        _: unknown,
        @EventPayload('from', Exclaim, Twice) both: unknown,
        @EventMetadata('field', Twice) field: unknown,
        @EventContact(Twice) whole: unknown,
      ): void {
        args = [both, field, whole];
      }
    }
    const { dispatch } = await startEvents({ providers: [Handler, Suffix] });
    await dispatch(textEvent());
    expect(args).toEqual(['15550001111!15550001111!', 'messagesmessages', 'undefinedundefined']);
  });

  it('work together with pipes of the method and request scope, and are inherited', async () => {
    class Base {
      @OnWhatsAppEvent('message.text')
      @UsePipes({ transform: (value: unknown) => ({ piped: value }) })
      on(event: unknown, @EventPayload('from') from: unknown): void {
        args = [event, from];
      }
    }
    @Injectable({ scope: Scope.REQUEST })
    class Handler extends Base {}
    const { dispatch } = await startEvents({ providers: [Handler] });
    const event = textEvent();
    expect((await dispatch(event)).failures).toEqual([]);
    expect(args).toEqual([{ piped: event }, { piped: '15550001111' }]);
  });

  it('fail the handler when a pipe throws', async () => {
    const error = new Error('not a number');
    @Injectable()
    class Handler {
      @OnWhatsAppEvent('message.text')
      on(
        _: unknown,
        @EventPayload({
          transform: () => {
            throw error;
          },
        })
        __: unknown,
      ): void {}
    }
    const { dispatch } = await startEvents({ providers: [Handler] });
    expect((await dispatch(textEvent())).failures).toEqual([{ handler: 'Handler.on', error }]);
  });
});

describe('shared data', () => {
  it('is one bag for all handlers of an event', async () => {
    @Injectable()
    class Handler {
      @OnWhatsAppEvent('message.text')
      first(event: Envelope): void {
        sharedData(event).set('seen by', 'first');
      }
      @OnWhatsAppEvent('message.text')
      second(_: unknown, @EventShared() shared: Map<string, unknown>): void {
        args = [...shared];
      }
    }
    const { dispatch } = await startEvents({ providers: [Handler] });
    await dispatch(textEvent());
    expect(args).toEqual([['seen by', 'first']]);
    expect(sharedData(textEvent()).size).toBe(0);
  });
});
