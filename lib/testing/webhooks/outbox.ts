import type { EmulatorClock, EmulatorTimer } from '../emulator-clock';
import { EmulatorError } from '../emulator.error';
import type { Activity } from '../model/activity';
import type { JsonObject } from '../model/json';
import { Delivery } from './delivery';
import type { DeliveryAttempt } from './delivery';
import { exchange } from './http-exchange';
import { nextAttemptAt } from './retry-schedule';
import { toBytes, webhookHeaders } from './sign-webhook';
import { groupWebhook } from './webhook-items';
import type { WebhookItem } from './webhook-items';
import { addressOf, addressOfBody } from './webhook-address';
import type { WebhookAddress } from './webhook-address';
import type { Sending, WebhookSender } from './webhook-sender';

/** What the outbox needs to work. */
export interface OutboxOptions {
  readonly clock: EmulatorClock;
  readonly activity: Activity;
  readonly appSecret: string;
  readonly retryGapsMs: readonly number[];
  readonly answerTimeoutMs: number;
  /** Records kept at most; the oldest are dropped first. */
  readonly keep: number;
  /** The callback override of a number or its account; undefined where there is none. */
  readonly overrideFor: (address: WebhookAddress) => string | undefined;
  /** Called after every attempt. */
  readonly onAttempt: (delivery: Delivery) => void;
}

/** A body and how to sign it. */
export interface RawWebhook {
  readonly bytes: Buffer;
  readonly body?: JsonObject | undefined;
  readonly headers?: ((bytes: Buffer) => Record<string, string>) | undefined;
}

/** Posts webhooks and repeats those that are not accepted, when the clock says so. */
export class Outbox implements WebhookSender {
  /** Where webhooks go that have no override; undefined until an application is connected. */
  url: string | undefined;
  private readonly log: Delivery[] = [];
  private readonly waiting = new Map<Delivery, EmulatorTimer>();
  private readonly posting = new Set<Promise<unknown>>();
  private readonly stopping = new AbortController();
  private held: { delivery: Delivery; items: WebhookItem[] } | undefined;
  private count = 0;

  constructor(private readonly options: OutboxOptions) {}

  get connected(): boolean {
    return this.url !== undefined;
  }

  get deliveries(): readonly Delivery[] {
    return this.log;
  }

  /** Deliveries that wait for their next attempt. */
  get pending(): readonly Delivery[] {
    return [...this.waiting.keys()];
  }

  /** When the next repeat is due. */
  get nextDue(): number | undefined {
    const times = this.pending.map((delivery) => delivery.retryAt ?? Infinity);
    return times.length > 0 ? Math.min(...times) : undefined;
  }

  send(items: readonly WebhookItem[]): Sending {
    this.requireUrl();
    if (this.held) {
      this.held.items.push(...items);
      return { delivery: this.held.delivery, answered: Promise.resolve(this.held.delivery) };
    }
    const [first, ...others] = this.bundles(items).map((bundle) => this.postItems(bundle));
    const { delivery, answered } = first as Sending;
    const all = Promise.all([answered, ...others.map((other) => other.answered)]);
    return { delivery, answered: all.then(() => delivery) };
  }

  /** Posts bytes as they are. They are repeated like any others. */
  post(webhook: RawWebhook): Sending {
    this.requireUrl();
    const delivery = this.open(webhook.headers);
    delivery.fill(webhook.bytes, webhook.body);
    return { delivery, answered: this.attempt(delivery) };
  }

  hold(): void {
    if (this.held) throw new EmulatorError('Webhooks are held already: call release() first.');
    this.requireUrl();
    this.held = { delivery: this.open(), items: [] };
  }

  /** Posts what was held, in one body for each URL. Undefined when there was nothing. */
  async release(): Promise<Delivery | undefined> {
    const held = this.held;
    if (!held) throw new EmulatorError('No webhooks are held: call hold() first.');
    if (held.items.length === 0) {
      this.drop();
      return undefined;
    }
    this.held = undefined;
    const [own = [], ...others] = this.bundles(held.items);
    const body = groupWebhook(own);
    held.delivery.fill(toBytes(body), body);
    const answers = others.map((bundle) => this.postItems(bundle).answered);
    await Promise.all([this.attempt(held.delivery), ...answers]);
    return held.delivery;
  }

  /** Forgets what was held. */
  drop(): void {
    if (this.held) this.log.splice(this.log.indexOf(this.held.delivery), 1);
    this.held = undefined;
  }

  /** Repeats at once what waits for its next attempt, and resolves with it when it was answered. */
  async retryNow(): Promise<readonly Delivery[]> {
    const due = this.pending;
    await Promise.all(due.map((delivery) => this.attempt(delivery)));
    return due;
  }

  /** Resolves when the attempts that are under way now have ended, except those that were before. */
  async settle(before: ReadonlySet<Promise<unknown>>): Promise<void> {
    await Promise.all([...this.posting].filter((attempt) => !before.has(attempt)));
  }

  /** The attempts that are under way. */
  get underWay(): ReadonlySet<Promise<unknown>> {
    return new Set(this.posting);
  }

  /** Gives up what waits and forgets what was delivered. */
  clear(): void {
    this.giveUpAll();
    this.held = undefined;
    this.log.length = 0;
  }

  /** Ends everything, also what is under way. */
  async stop(): Promise<void> {
    this.stopping.abort();
    this.url = undefined;
    this.giveUpAll();
    await Promise.all(this.posting);
  }

  /** The updates that go to one URL together, in the order of the first of each. */
  private bundles(items: readonly WebhookItem[]): (readonly WebhookItem[])[] {
    const bundles = new Map<string | undefined, WebhookItem[]>();
    for (const item of items) {
      const target = this.options.overrideFor(addressOf(item));
      bundles.set(target, [...(bundles.get(target) ?? []), item]);
    }
    return bundles.size === 0 ? [[]] : [...bundles.values()];
  }

  private postItems(items: readonly WebhookItem[]): Sending {
    const body = groupWebhook(items);
    return this.post({ bytes: toBytes(body), body });
  }

  /** Where a delivery goes now: the overrides may have changed since the last attempt. */
  private urlOf({ body }: Delivery): string {
    const url = this.requireUrl();
    const address = addressOfBody(body);
    return (address && this.options.overrideFor(address)) ?? url;
  }

  private requireUrl(): string {
    if (this.stopping.signal.aborted) throw new EmulatorError('The emulator was stopped.');
    if (this.url === undefined) {
      throw new EmulatorError('No application is connected: call connect(webhookUrl) first.');
    }
    return this.url;
  }

  private open(headers?: (bytes: Buffer) => Record<string, string>): Delivery {
    const delivery = new Delivery(
      ++this.count,
      headers ?? ((bytes) => webhookHeaders(bytes, this.options.appSecret)),
    );
    this.log.push(delivery);
    if (this.log.length > this.options.keep) this.log.shift();
    return delivery;
  }

  private attempt(delivery: Delivery): Promise<Delivery> {
    const url = this.urlOf(delivery);
    this.waiting.get(delivery)?.cancel();
    this.waiting.delete(delivery);
    delivery.current = 'posting';
    delivery.retryAt = undefined;
    const end = this.options.activity.begin();
    const attempt = this.run(delivery, url).finally(() => {
      this.posting.delete(attempt);
      end();
    });
    this.posting.add(attempt);
    return attempt;
  }

  private async run(delivery: Delivery, url: string): Promise<Delivery> {
    const at = this.options.clock.now();
    const { status, error, durationMs } = await exchange(url, {
      method: 'POST',
      headers: delivery.headers(delivery.bytes),
      body: delivery.bytes,
      timeoutMs: this.options.answerTimeoutMs,
      signal: this.stopping.signal,
    });
    const attempt: DeliveryAttempt = {
      at,
      url,
      durationMs,
      ...(error === undefined && status !== undefined && { status }),
      ...(error !== undefined && { error }),
    };
    delivery.record(attempt);
    if (attempt.status === 200) delivery.current = 'accepted';
    else this.scheduleRetry(delivery);
    this.options.onAttempt(delivery);
    return delivery;
  }

  private scheduleRetry(delivery: Delivery): void {
    const now = this.options.clock.now();
    const firstAt = delivery.attempts[0]?.at ?? now;
    const due = nextAttemptAt(this.options.retryGapsMs, firstAt, delivery.attempts.length, now);
    const forgotten = this.stopping.signal.aborted || !this.log.includes(delivery);
    if (due === undefined || forgotten) return this.giveUp(delivery);
    delivery.current = 'waiting';
    delivery.retryAt = due;
    this.waiting.set(
      delivery,
      this.options.clock.schedule(() => void this.attempt(delivery), due - now),
    );
  }

  private giveUpAll(): void {
    for (const [delivery, timer] of this.waiting) {
      timer.cancel();
      this.giveUp(delivery);
    }
    this.waiting.clear();
  }

  private giveUp(delivery: Delivery): void {
    delivery.current = 'given-up';
    delivery.retryAt = undefined;
  }
}
