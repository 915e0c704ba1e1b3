import { Logger } from '@nestjs/common';
import type { DeliveryOptions } from '../../../lib/config/delivery-options.interface';
import type { DeliveryEngine } from '../../../lib/delivery/delivery-engine.interface';
import { DeliveryLifecycle } from '../../../lib/delivery/delivery-lifecycle';

describe('DeliveryLifecycle', () => {
  let warn: jest.SpyInstance;
  beforeEach(() => (warn = jest.spyOn(Logger.prototype, 'warn').mockImplementation()));
  afterEach(() => jest.restoreAllMocks());

  function make(left: number, delivery: DeliveryOptions = {}) {
    const drain = jest.fn((_timeoutMs: number) => Promise.resolve(left));
    const engine: DeliveryEngine = { accept: () => Promise.resolve('settled'), drain };
    return { drain, lifecycle: new DeliveryLifecycle(engine, { delivery }) };
  }

  it('drains once, at the first hook', async () => {
    const { drain, lifecycle } = make(0, { drainTimeoutMs: 1_234 });
    await lifecycle.onModuleDestroy();
    await lifecycle.beforeApplicationShutdown();
    expect(drain.mock.calls).toEqual([[1_234]]);
    expect(warn).not.toHaveBeenCalled();
  });

  it('logs how many items are left and that Meta delivers them again', async () => {
    await make(7).lifecycle.onModuleDestroy();
    expect(String(warn.mock.calls[0])).toMatch(/7 item\(s\) unfinished after 10000 ms.*deliver them again/);
  });

  it('says that items are lost with `ack: immediate`', async () => {
    await make(2, { ack: 'immediate' }).lifecycle.beforeApplicationShutdown();
    expect(String(warn.mock.calls[0])).toMatch(/2 item\(s\).*lost/);
  });

  it('takes an engine that needs no draining', async () => {
    const engine: DeliveryEngine = { accept: () => Promise.resolve('settled') };
    await new DeliveryLifecycle(engine, {}).onModuleDestroy();
    expect(warn).not.toHaveBeenCalled();
  });
});
