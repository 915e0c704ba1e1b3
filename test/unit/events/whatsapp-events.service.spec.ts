import { Injectable } from '@nestjs/common';
import { firstValueFrom, toArray } from 'rxjs';
import { take } from 'rxjs/operators';
import type { Envelope } from '../../../lib/events/envelope.interface';
import { OnWhatsAppEvent } from '../../../lib/events/on-whatsapp-event.decorator';
import { StopHandling } from '../../../lib/events/stop-handling.error';
import { startEvents, textEvent } from './events-app';

const ran: string[] = [];
beforeEach(() => void (ran.length = 0));

@Injectable()
class Handler {
  @OnWhatsAppEvent('message.text')
  on(): void {
    ran.push('handler');
  }
}

describe('WhatsAppEvents', () => {
  describe('on', () => {
    it('joins the chain after handlers of the same priority, and leaves it', async () => {
      const { events, dispatch } = await startEvents({ providers: [Handler] });
      const off = events.on('message.text', () => void ran.push('listener'));
      events.on(['message.*', 'status.*'], (event) => void ran.push(event.name), { priority: 1 });
      expect((await dispatch(textEvent())).settled).toEqual(['listener#2', 'Handler.on', 'listener#1']);
      expect(ran).toEqual(['message.text', 'handler', 'listener']);
      off();
      off();
      await dispatch(textEvent());
      expect(ran.slice(3)).toEqual(['message.text', 'handler']);
    });

    it('takes where and accounts', async () => {
      const { events, dispatch } = await startEvents({});
      events.on('message.text', (event) => void ran.push(event.key), {
        where: (event) => event.payload.text.body === 'hello',
        accounts: ['200'],
      });
      await dispatch(textEvent({ key: 'yes' }));
      await dispatch(textEvent({ key: 'no', wabaId: '201' }));
      expect(ran).toEqual(['yes']);
    });

    it('refuses a pattern that does not exist', async () => {
      const { events } = await startEvents({});
      expect(() => events.on('mesage.text' as 'message.text', () => undefined)).toThrow(
        'Did you mean "message.text"?',
      );
    });

    it('can be removed by a handler that runs before it, for the next event', async () => {
      const { events, dispatch } = await startEvents({});
      events.on('message.text', () => off(), { priority: 1 });
      const off = events.on('message.text', () => void ran.push('listener'));
      await dispatch(textEvent());
      await dispatch(textEvent());
      expect(ran).toEqual(['listener']);
    });
  });

  describe('once', () => {
    it('gets one event, also when several are under way', async () => {
      const { events, dispatch } = await startEvents({});
      events.once('message.text', async (event) => {
        await new Promise(setImmediate);
        ran.push(event.key);
      });
      await Promise.all([dispatch(textEvent({ key: 'a' })), dispatch(textEvent({ key: 'b' }))]);
      await dispatch(textEvent({ key: 'c' }));
      expect(ran).toEqual(['a']);
    });

    it('keeps to its event until it completes', async () => {
      const { events, dispatch } = await startEvents({});
      let attempts = 0;
      events.once('message.text', (event) => {
        ran.push(event.key);
        if (++attempts === 1) throw new Error('first');
      });
      const event = textEvent({ key: 'a' });
      expect((await dispatch(event)).failures).toHaveLength(1);
      await dispatch(textEvent({ key: 'b' }));
      expect(await dispatch(event)).toEqual({ settled: ['listener#1'], failures: [] });
      expect(await dispatch(event)).toEqual({ settled: [], failures: [] });
      expect(ran).toEqual(['a', 'a']);
    });

    it('is spent by StopHandling, and by its returned function', async () => {
      const { events, dispatch } = await startEvents({});
      events.once('message.text', () => {
        ran.push('stop');
        throw new StopHandling();
      });
      const off = events.once('message.text', () => void ran.push('off'));
      await dispatch(textEvent());
      off();
      await dispatch(textEvent());
      expect(ran).toEqual(['stop']);
    });

    it('waits for an event that fits', async () => {
      const { events, dispatch } = await startEvents({});
      events.once('message.*', (event) => void ran.push(event.name), {
        where: (event) => event.name === 'message.image',
        accounts: ['100'],
      });
      await dispatch(textEvent());
      await dispatch(textEvent({ name: 'message.image', phoneNumberId: '101' }));
      await dispatch(textEvent({ name: 'message.image' }));
      await dispatch(textEvent({ name: 'message.image' }));
      expect(ran).toEqual(['message.image']);
    });
  });

  describe('stream', () => {
    it('shows events to every subscriber until it unsubscribes', async () => {
      const { events, dispatch, registry } = await startEvents({});
      const stream = events.stream('message.text');
      expect(registry.chainFor('message.text')).toEqual([]);
      const subscription = stream.subscribe((event) => ran.push(`a ${event.payload.text.body}`));
      const two = firstValueFrom(stream.pipe(take(2), toArray()));
      await dispatch(textEvent({ key: '1' }));
      subscription.unsubscribe();
      await dispatch(textEvent({ key: '2' }));
      expect(ran).toEqual(['a hello']);
      expect((await two).map((event) => event.key)).toEqual(['1', '2']);
      expect(registry.chainFor('message.text')).toEqual([]);
    });

    it('observes: before all handlers, not ending the chain, once however often a handler is tried', async () => {
      const { events, dispatch } = await startEvents({}, { handling: 'first' });
      let broken = true;
      events.on(
        'message.text',
        () => {
          ran.push('handler');
          if (broken) throw new Error('x');
          throw new StopHandling();
        },
        { priority: 1000 },
      );
      events.stream(['message.text']).subscribe(() => ran.push('stream 1'));
      events.stream('*', { accounts: ['100'] }).subscribe(() => ran.push('stream 2'));
      events.stream('*', { where: () => false }).subscribe(() => ran.push('stream 3'));
      const event = textEvent();
      const { settled } = await dispatch(event);
      broken = false;
      await dispatch(event, new Set(settled));
      expect(ran).toEqual(['stream 1', 'stream 2', 'handler', 'handler']);
    });
  });

  describe('emit', () => {
    it('hands an event to its handlers and reports', async () => {
      const { events } = await startEvents({ providers: [Handler] });
      const error = new Error('x');
      events.on('message.text', () => {
        throw error;
      });
      const event = textEvent() as Parameters<typeof events.emit<'message.text'>>[0];
      expect(await events.emit(event)).toEqual({
        settled: ['Handler.on'],
        failures: [{ handler: 'listener#1', error }],
      });
      expect(ran).toEqual(['handler']);
    });

    it('takes the names of the options, and no others', async () => {
      const { events } = await startEvents({}, { customEvents: ['order.paid'] });
      events.on('order.*' as '*', (event: Envelope) => void ran.push(event.name));
      await events.emit(textEvent({ name: 'order.paid' }) as never);
      await expect(events.emit(textEvent({ name: 'order.lost' }) as never)).rejects.toThrow(
        'Unknown event name "order.lost": list it in the option customEvents.',
      );
      expect(ran).toEqual(['order.paid']);
    });
  });
});
