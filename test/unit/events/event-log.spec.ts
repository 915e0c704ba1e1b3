import { Injectable } from '@nestjs/common';
import { redactKey } from '../../../lib/errors/redact';
import type { Envelope } from '../../../lib/events/envelope.interface';
import { EventInvoker } from '../../../lib/events/event-invoker.service';
import type {
  EventHandlerInfo,
  EventHandlerOutcome,
  EventHandlerRun,
} from '../../../lib/events/handler-record.interface';
import { OnWhatsAppEvent } from '../../../lib/events/on-whatsapp-event.decorator';
import { startEvents, textEvent } from './events-app';

class PaymentError extends Error {
  override name = 'PaymentError';
}

@Injectable()
class Handler {
  @OnWhatsAppEvent('message.text', { where: (event) => event.payload.text.body !== 'quiet' })
  on(): void {
    throw new PaymentError('card of Ada, +15550001111');
  }
}

describe('log lines', () => {
  it('name handler, event, key hash and error class, and nothing of the user above debug level', async () => {
    const { dispatch, logger } = await startEvents({ providers: [Handler] });
    const event = textEvent();
    await dispatch(event);
    const errors = logger.at('error');
    expect(errors).toHaveLength(1);
    expect(errors[0]).toContain(
      `Handler.on failed on message.text, key ${redactKey(event.key)}: PaymentError`,
    );
    expect(errors[0]).toMatch(/\n\s+at .*event-log\.spec/);
    const text = logger.at('log', 'warn', 'error').join('\n');
    for (const secret of ['Ada', '1555', event.key, 'hello']) expect(text).not.toContain(secret);
    expect(logger.at('debug').join('\n')).toContain('card of Ada');
  });

  it('say so when the thrown value is no error', async () => {
    const { dispatch, events, logger } = await startEvents({});
    events.on('message.text', () => {
      // eslint-disable-next-line @typescript-eslint/only-throw-error
      throw '+15550001111';
    });
    await dispatch(textEvent());
    expect(logger.at('error')[0]).toContain('a thrown string');
    expect(logger.at('error', 'debug').join('\n')).not.toContain('1555');
  });

  it('are dropped when the logger throws; the report stands', async () => {
    const { dispatch, events, logger } = await startEvents({ providers: [Handler] });
    events.on('message.text', () => undefined);
    logger.error = () => {
      throw new Error('disk full');
    };
    const report = await dispatch(textEvent());
    expect(report.settled).toEqual(['listener#1']);
    expect(report.failures).toHaveLength(1);
  });

  describe('status.failed without a handler', () => {
    const failed = (errors?: unknown): Envelope =>
      textEvent({ name: 'status.failed', payload: { recipient_id: '15550001111', errors } });

    it('warns once, with codes and titles only', async () => {
      const { dispatch, logger } = await startEvents({ providers: [Handler] });
      const event = failed([
        { code: 131026, title: 'Message undeliverable', message: 'to 1555', error_data: { details: '1555' } },
        { code: '131047', details: 'Ada' },
      ]);
      await dispatch(event);
      expect(logger.at('warn')).toEqual([
        `A message was not delivered and nothing handles status.failed, key ${redactKey(event.key)}: ` +
          '131026 Message undeliverable; 131047 WhatsAppEvents',
      ]);
    });

    it.each([undefined, [], 'text'])('says so when Meta gives no reason (%j)', async (errors) => {
      const { dispatch, logger } = await startEvents({ providers: [Handler] });
      await dispatch(failed(errors));
      expect(logger.at('warn')[0]).toContain('no reason given');
    });

    it('is silent with a handler, and for other events', async () => {
      const { dispatch, events, logger } = await startEvents({ providers: [Handler] });
      await dispatch(textEvent({ name: 'status.sent' }));
      events.on('status.*', () => undefined);
      await dispatch(failed());
      expect(logger.at('warn')).toEqual([]);
    });
  });
});

describe('EventInvoker', () => {
  it('gives way to the one that the application provides, in any module', async () => {
    const spans: string[] = [];
    @Injectable()
    class Tracing extends EventInvoker {
      override async invoke(
        handler: EventHandlerInfo,
        event: Envelope,
        run: EventHandlerRun,
      ): Promise<EventHandlerOutcome> {
        try {
          const outcome = await run(event);
          spans.push(`${handler.id} [${handler.patterns.join()}] ${outcome}`);
          return outcome;
        } catch (error) {
          spans.push(`${handler.id} ${(error as Error).name}`);
          throw error;
        }
      }
    }
    const { dispatch, dispatcher, events } = await startEvents({
      providers: [Handler, { provide: EventInvoker, useClass: Tracing }],
    });
    events.on(['message.text', 'message.image'], () => undefined);
    const event = textEvent();
    const report = await dispatch(event);
    expect(report.failures).toHaveLength(1);
    expect(spans).toEqual(['Handler.on PaymentError', 'listener#1 [message.text,message.image] completed']);
    await dispatcher.dispatchTo('listener#1', event);
    expect(spans).toHaveLength(3);
    await dispatch(textEvent({ payload: { text: { body: 'quiet' } } }));
    expect(spans).toHaveLength(4);
  });
});
