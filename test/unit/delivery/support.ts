import type { Clock } from '../../../lib/config/clock';
import { sleep } from '../../../lib/config/clock';
import type { MaybePromise } from '../../../lib/config/maybe-promise';
import { attempt, whenDone } from '../../../lib/config/maybe-promise';
import type { DeliveryOptions } from '../../../lib/config/delivery-options.interface';
import { AnswerMonitor } from '../../../lib/delivery/answer-monitor';
import type { DeadLetterStore } from '../../../lib/delivery/dead-letter.store';
import { DeadLetters } from '../../../lib/delivery/dead-letters.service';
import type { DeduplicationStore } from '../../../lib/delivery/deduplication.store';
import type { DeliveryEngine, DeliveryVerdict } from '../../../lib/delivery/delivery-engine.interface';
import { InlineDeliveryEngine } from '../../../lib/delivery/inline-delivery.engine';
import { MemoryDeadLetterStore } from '../../../lib/delivery/memory-dead-letter.store';
import { MemoryDeduplicationStore } from '../../../lib/delivery/memory-deduplication.store';
import type { DispatchReport, EventDispatch, HandlerFailure } from '../../../lib/events/dispatch.interface';
import type { Envelope } from '../../../lib/events/envelope.interface';
import { ManualClock } from '../../support/manual-clock';

export function envelope(key: string, lane = 'lane', name = 'message.text'): Envelope {
  return { name, payload: { id: key }, key, lane, wabaId: '1', receivedAt: 0, field: 'messages' };
}

/** One run of one handler. */
export interface Run {
  readonly handler: string;
  readonly key: string;
  readonly lane: string;
  readonly start: number;
  end?: number;
  ok?: boolean;
}

/** One call of `dispatch`. */
export interface Pass {
  readonly key: string;
  readonly lane: string;
  readonly start: number;
  end?: number;
}

/** What a handler does in its nth run for a key (from 1): takes `ms`, then completes or throws. */
export type Behaviour = (handler: string, key: string, run: number) => { ms?: number; fail?: boolean };

/** A dispatcher with made-up handlers that keeps a record of all runs. */
export class FakeDispatch implements EventDispatch {
  readonly runs: Run[] = [];
  readonly passes: Pass[] = [];
  /** Set to simulate a dead process: nothing that runs here ever ends. */
  dead = false;

  constructor(
    private readonly clock: Clock,
    readonly handlers: readonly string[],
    private readonly behave: Behaviour = () => ({}),
  ) {}

  dispatch(item: Envelope, settled?: ReadonlySet<string>): MaybePromise<DispatchReport> {
    const pass: Pass = { key: item.key, lane: item.lane, start: this.clock.now() };
    this.passes.push(pass);
    const due = this.handlers.filter((handler) => !settled?.has(handler));
    const done: string[] = [];
    const failures: HandlerFailure[] = [];
    const runFrom = (position: number): MaybePromise<DispatchReport> => {
      const handler = due[position];
      if (handler === undefined) {
        pass.end = this.clock.now();
        return { settled: done, failures };
      }
      const outcome = attempt(
        () => whenDone(this.run(handler, item), () => void done.push(handler)),
        (error) => void failures.push({ handler, error }),
      );
      return whenDone(outcome, () => runFrom(position + 1));
    };
    return runFrom(0);
  }

  async dispatchTo(handler: string, item: Envelope): Promise<void> {
    await this.run(handler, item);
  }

  /** Ends at once when the behaviour takes no time. */
  private run(handler: string, item: Envelope): MaybePromise<void> {
    const run: Run = { handler, key: item.key, lane: item.lane, start: this.clock.now() };
    const nth = this.runs.filter((r) => r.handler === handler && r.key === item.key).length + 1;
    this.runs.push(run);
    const { ms = 0, fail = false } = this.behave(handler, item.key, nth);
    const end = (): MaybePromise<void> => {
      if (this.dead) return new Promise<never>(() => undefined);
      run.end = this.clock.now();
      run.ok = !fail;
      if (fail) throw new TypeError(`no luck with ${item.key}`);
    };
    return ms > 0 ? sleep(this.clock, ms).then(end) : end();
  }

  /** `handler key` of each run, in order of their start. */
  get log(): string[] {
    return this.runs.map((run) => `${run.handler} ${run.key}`);
  }

  completed(handler: string, key: string): number {
    return this.runs.filter((run) => run.handler === handler && run.key === key && run.ok).length;
  }
}

export interface Setup {
  handlers?: readonly string[];
  behave?: Behaviour;
  delivery?: DeliveryOptions;
  clock?: ManualClock;
  store?: DeduplicationStore;
  deadLetterStore?: DeadLetterStore;
  dispatch?: EventDispatch;
}

/** An engine with made-up handlers on a clock that stands still. */
export function setup(given: Setup = {}) {
  const clock = given.clock ?? new ManualClock();
  const dispatch = new FakeDispatch(clock, given.handlers ?? ['A'], given.behave);
  const dispatcher = given.dispatch ?? dispatch;
  const store = given.store ?? new MemoryDeduplicationStore(clock, 1000);
  const deadLetters = new DeadLetters(
    given.deadLetterStore ?? new MemoryDeadLetterStore(1000),
    dispatcher,
    clock,
  );
  const options = given.delivery === undefined ? {} : { delivery: given.delivery };
  const engine = new InlineDeliveryEngine(
    dispatcher,
    store,
    deadLetters,
    new AnswerMonitor(clock),
    clock,
    options,
  );
  return { clock, dispatch, store, deadLetters, engine };
}

/** What an engine answers, always as a promise. */
export async function accept(
  engine: DeliveryEngine,
  envelopes: readonly Envelope[],
): Promise<DeliveryVerdict> {
  return engine.accept(envelopes);
}

/** Tells without waiting whether, and how, a promise has settled. */
export function watch<T>(promise: Promise<T>): { value?: T; error?: unknown; settled: boolean } {
  const state: { value?: T; error?: unknown; settled: boolean } = { settled: false };
  promise.then(
    (value) => Object.assign(state, { value, settled: true }),
    (error: unknown) => Object.assign(state, { error, settled: true }),
  );
  return state;
}
