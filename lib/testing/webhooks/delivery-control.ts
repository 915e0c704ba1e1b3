import type { EmulatorClock } from '../emulator-clock';
import { EmulatorError } from '../emulator.error';
import type { EmulatorState } from '../model/emulator-state';
import type { Delivery } from './delivery';
import type { Outbox } from './outbox';
import { rawWebhook } from './raw-webhook';
import type { RawWebhookOptions } from './raw-webhook';
import { regroup } from './regroup';

/** Longest wait for the answer to a repeat, in real time: the application may itself wait for the clock. */
const SETTLE_MS = 1000;

/** What a test can do with webhooks besides the actions of its users. */
export class DeliveryControl {
  constructor(
    private readonly outbox: Outbox,
    private readonly state: EmulatorState,
    private readonly appSecret: string,
  ) {}

  deliver(body: object | string, options: RawWebhookOptions): Promise<Delivery> {
    return this.outbox.post(rawWebhook(body, this.appSecret, options, this.state)).answered;
  }

  /** Posts the bytes of deliveries again, or the same updates in other bodies. */
  async redeliver(deliveries: readonly Delivery[], otherwiseGrouped: boolean): Promise<Delivery[]> {
    const webhooks = otherwiseGrouped
      ? regroup(deliveries).map((body) => rawWebhook(body, this.appSecret, {}, this.state))
      : // A list of its own: the emulator's grows meanwhile.
        [...deliveries];
    const again: Delivery[] = [];
    for (const { bytes, body, headers } of webhooks) {
      again.push(await this.outbox.post({ bytes, body, headers }).answered);
    }
    return again;
  }

  /** The last delivery that has left. */
  last(): Delivery {
    const last = this.outbox.deliveries.findLast(({ state }) => state !== 'held');
    if (!last) throw new EmulatorError('Nothing has been delivered yet.');
    return last;
  }

  /** Delivers all that the actions bring about in one webhook. */
  async batch(actions: () => unknown): Promise<Delivery> {
    this.outbox.hold();
    try {
      await actions();
    } catch (error) {
      this.outbox.drop();
      throw error;
    }
    const delivery = await this.outbox.release();
    if (!delivery) throw new EmulatorError('Nothing was sent within batch().');
    return delivery;
  }

  /** Moves the clock and repeats what falls due on the way, one after the other. */
  async advance(clock: EmulatorClock, ms: number): Promise<void> {
    if (!clock.advance)
      throw new EmulatorError('The clock of this emulator has no advance(): it runs on its own.');
    const end = clock.now() + ms;
    for (let due = this.outbox.nextDue; due !== undefined && due <= end; due = this.outbox.nextDue) {
      const before = this.outbox.underWay;
      await clock.advance(Math.max(0, due - clock.now()));
      await atMost(SETTLE_MS, this.outbox.settle(before));
    }
    await clock.advance(Math.max(0, end - clock.now()));
  }
}

async function atMost(ms: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<void>((resolve) => (timer = setTimeout(resolve, ms)));
  await Promise.race([work, limit]);
  clearTimeout(timer);
}
