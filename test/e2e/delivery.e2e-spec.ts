import { Injectable, Logger, Module } from '@nestjs/common';
import type { Provider, OnApplicationShutdown } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { Clock } from '../../lib/config/clock';
import type { DeliveryOptions } from '../../lib/config/delivery-options.interface';
import { WHATSAPP_OPTIONS } from '../../lib/config/whatsapp.constants';
import { DeadLetterStore } from '../../lib/delivery/dead-letter.store';
import { DeadLetters } from '../../lib/delivery/dead-letters.service';
import { DeduplicationStore } from '../../lib/delivery/deduplication.store';
import { deliveryProviders } from '../../lib/delivery/delivery.providers';
import { DeliveryEngine } from '../../lib/delivery/delivery-engine.interface';
import { MemoryDeadLetterStore } from '../../lib/delivery/memory-dead-letter.store';
import { MemoryDeduplicationStore } from '../../lib/delivery/memory-deduplication.store';
import { EventDispatch } from '../../lib/events/dispatch.interface';
import { ManualClock } from '../support/manual-clock';
import { FakeDispatch, accept, envelope, watch } from '../unit/delivery/support';
import type { Behaviour } from '../unit/delivery/support';

/** Stands for a data base that handlers need until the end. */
@Injectable()
class Database implements OnApplicationShutdown {
  closed = false;

  onApplicationShutdown(): void {
    this.closed = true;
  }
}

async function boot(delivery: DeliveryOptions, behave?: Behaviour, replacements: Provider[] = []) {
  const clock = new ManualClock();
  const dispatch = new FakeDispatch(clock, ['Orders.onText'], behave);

  @Module({
    providers: [
      ...deliveryProviders,
      { provide: Clock, useValue: clock },
      { provide: WHATSAPP_OPTIONS, useValue: { delivery } },
      { provide: EventDispatch, useValue: dispatch },
      Database,
      ...replacements,
    ],
  })
  class DeliveryTestModule {}

  const moduleRef = await Test.createTestingModule({ imports: [DeliveryTestModule] }).compile();
  const app = moduleRef.createNestApplication({ logger: false });
  await app.init();
  return {
    app,
    clock,
    dispatch,
    engine: app.get<DeliveryEngine>(DeliveryEngine),
    database: app.get(Database),
  };
}

describe('Delivery in a Nest application', () => {
  let warn: jest.SpyInstance;
  beforeEach(() => {
    warn = jest.spyOn(Logger.prototype, 'warn').mockImplementation();
    jest.spyOn(Logger.prototype, 'error').mockImplementation();
  });
  afterEach(() => jest.restoreAllMocks());

  it('takes its options, and offers dead letters for injection', async () => {
    const { app, engine, dispatch } = await boot({ attempts: 1 }, (_h, key) => ({ fail: key === 'bad' }));
    await expect(accept(engine, [envelope('good'), envelope('bad')])).resolves.toBe('settled');
    await expect(accept(engine, [envelope('good')])).resolves.toBe('settled');
    expect(dispatch.runs).toHaveLength(2);
    const letters = await app.get(DeadLetters).list();
    expect(letters.map((letter) => letter.envelope.key)).toEqual(['bad']);
    await app.close();
  });

  it('lets an application put its own stores in place of those in memory', async () => {
    const time = new ManualClock();
    const deduplication = new MemoryDeduplicationStore(time, 10);
    const kept = new MemoryDeadLetterStore(10);
    const { app, engine } = await boot({ attempts: 1 }, () => ({ fail: true }), [
      { provide: DeduplicationStore, useValue: deduplication },
      { provide: DeadLetterStore, useValue: kept },
    ]);
    await engine.accept([envelope('k')]);
    expect(deduplication.claim('k', 'another process', 10).state).toBe('done');
    expect(kept.list()).toHaveLength(1);
    await app.close();
  });

  it('finishes running work before the application closes, and takes nothing in meanwhile', async () => {
    const { app, clock, engine, dispatch, database } = await boot({}, () => ({ ms: 3_000 }));
    const running = watch(accept(engine, [envelope('1')]));
    const closed = watch(app.close());
    await clock.advance(2_999);
    expect(closed.settled).toBe(false);
    expect(database.closed).toBe(false);
    await expect(accept(engine, [envelope('2', 'other')])).resolves.toBe('draining');
    await clock.advance(1);
    expect(running.value).toBe('settled');
    expect(closed.settled).toBe(true);
    expect(database.closed).toBe(true);
    expect(dispatch.log).toEqual(['Orders.onText 1']);
    expect(warn).not.toHaveBeenCalled();
  });

  it('closes after the drain time with a line that says how much was left', async () => {
    const { app, clock, engine } = await boot({ drainTimeoutMs: 1_000 }, () => ({ ms: 60_000 }));
    const running = watch(accept(engine, [envelope('1'), envelope('2'), envelope('3', 'other')]));
    const closed = watch(app.close());
    await clock.advance(1_000);
    expect(closed.settled).toBe(true);
    expect(running.value).toBe('draining');
    expect(warn.mock.calls.map(String)).toEqual([
      expect.stringMatching(/3 item\(s\) unfinished after 1000 ms/),
    ]);
  });

  it('is not held up by items that wait for their next attempt', async () => {
    const { app, clock, engine } = await boot({ retryDelayMs: 5_000 }, () => ({ fail: true }));
    const waiting = watch(accept(engine, [envelope('1')]));
    await clock.advance(0);
    const closed = watch(app.close());
    await clock.advance(0);
    expect([waiting.value, closed.settled]).toEqual(['draining', true]);
  });
});
