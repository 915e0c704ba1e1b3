import * as fc from 'fast-check';
import { ContinueHandling } from '../../../lib/events/continue-handling.error';
import type { DispatchReport } from '../../../lib/events/dispatch.interface';
import type { Envelope } from '../../../lib/events/envelope.interface';
import { StopHandling } from '../../../lib/events/stop-handling.error';
import { startEvents, textEvent } from './events-app';

type Step = 'complete' | 'fail' | 'stop' | 'continue' | 'skip';

/** One listener for each script; a listener takes the next step of its script on every run. */
async function chainOf(handling: 'all' | 'first', scripts: readonly (readonly Step[])[]) {
  const app = await startEvents({}, { handling });
  const runs: string[] = [];
  scripts.forEach((script, index) => {
    let turn = 0;
    const id = `listener#${index + 1}`;
    const step = (): Step => script[Math.min(turn, script.length - 1)]!;
    app.events.on(
      'message.text',
      () => {
        const now = step();
        turn++;
        runs.push(id);
        if (now === 'fail') throw new Error(id);
        if (now === 'stop') throw new StopHandling();
        if (now === 'continue') throw new ContinueHandling();
      },
      { where: () => step() !== 'skip' },
    );
  });
  return { ...app, runs };
}

const failed = (report: DispatchReport): string[] => report.failures.map(({ handler }) => handler);

describe('EventDispatcher', () => {
  describe("handling: 'all'", () => {
    it('runs every handler; a failure neither stops nor fails the others', async () => {
      const { dispatch, runs } = await chainOf('all', [['complete'], ['fail'], ['complete']]);
      const report = await dispatch(textEvent());
      expect(runs).toEqual(['listener#1', 'listener#2', 'listener#3']);
      expect(report.settled).toEqual(['listener#1', 'listener#3']);
      expect(failed(report)).toEqual(['listener#2']);
      expect(report.failures[0]!.error).toEqual(new Error('listener#2'));
    });

    it('awaits each handler before the next', async () => {
      const { events, dispatch } = await startEvents({});
      const order: string[] = [];
      events.on('message.text', async () => {
        order.push('a begins');
        await new Promise(setImmediate);
        order.push('a ends');
      });
      events.on('message.text', () => void order.push('b'));
      await dispatch(textEvent());
      expect(order).toEqual(['a begins', 'a ends', 'b']);
    });

    it('does not run again what earlier passes settled', async () => {
      const { dispatch, runs } = await chainOf('all', [['complete'], ['fail', 'complete'], ['complete']]);
      const event = textEvent();
      const first = await dispatch(event);
      const second = await dispatch(event, new Set(first.settled));
      expect(runs).toEqual(['listener#1', 'listener#2', 'listener#3', 'listener#2']);
      expect(second).toEqual({ settled: ['listener#2'], failures: [] });
    });

    it('settles what StopHandling cuts off, and still retries what failed before it', async () => {
      const { dispatch, runs } = await chainOf('all', [
        ['fail', 'complete'],
        ['stop'],
        ['complete'],
        ['fail'],
      ]);
      const event = textEvent();
      const first = await dispatch(event);
      expect(first.settled).toEqual(['listener#2', 'listener#3', 'listener#4']);
      expect(failed(first)).toEqual(['listener#1']);
      const second = await dispatch(event, new Set(first.settled));
      expect(second).toEqual({ settled: ['listener#1'], failures: [] });
      expect(runs).toEqual(['listener#1', 'listener#2', 'listener#1']);
    });

    it('takes ContinueHandling for completed', async () => {
      const { dispatch } = await chainOf('all', [['continue'], ['complete']]);
      expect(await dispatch(textEvent())).toEqual({ settled: ['listener#1', 'listener#2'], failures: [] });
    });
  });

  describe("handling: 'first'", () => {
    it('ends with the first handler that completes', async () => {
      const { dispatch, runs } = await chainOf('first', [['skip'], ['complete'], ['complete']]);
      expect(await dispatch(textEvent())).toEqual({
        settled: ['listener#1', 'listener#2', 'listener#3'],
        failures: [],
      });
      expect(runs).toEqual(['listener#2']);
    });

    it('goes on after ContinueHandling', async () => {
      const { dispatch, runs } = await chainOf('first', [['continue'], ['complete'], ['complete']]);
      const report = await dispatch(textEvent());
      expect(report.settled).toEqual(['listener#1', 'listener#2', 'listener#3']);
      expect(runs).toEqual(['listener#1', 'listener#2']);
    });

    it('halts at a failure and resumes there', async () => {
      const { dispatch, runs } = await chainOf('first', [['skip'], ['fail', 'continue'], ['complete']]);
      const event = textEvent();
      const first = await dispatch(event);
      expect(first.settled).toEqual(['listener#1']);
      expect(failed(first)).toEqual(['listener#2']);
      const second = await dispatch(event, new Set(first.settled));
      expect(second).toEqual({ settled: ['listener#2', 'listener#3'], failures: [] });
      expect(runs).toEqual(['listener#2', 'listener#2', 'listener#3']);
    });
  });

  it('counts a throwing predicate as a failure of its handler', async () => {
    const { events, dispatch } = await startEvents({});
    const error = new Error('predicate');
    const ran = jest.fn();
    events.on('message.text', ran, {
      where: () => {
        throw error;
      },
    });
    expect(await dispatch(textEvent())).toEqual({
      settled: [],
      failures: [{ handler: 'listener#1', error }],
    });
    expect(ran).not.toHaveBeenCalled();
  });

  it('reports nothing for an event without handlers', async () => {
    const { dispatch } = await startEvents({});
    expect(await dispatch(textEvent())).toEqual({ settled: [], failures: [] });
  });

  describe('dispatchTo', () => {
    it('runs one handler and no other, whatever its filter says', async () => {
      const { dispatcher, runs } = await chainOf('all', [['complete'], ['skip'], ['complete']]);
      await dispatcher.dispatchTo('listener#2', textEvent());
      expect(runs).toEqual(['listener#2']);
    });

    it("rejects with the handler's error", async () => {
      const { dispatcher } = await chainOf('all', [['fail']]);
      await expect(dispatcher.dispatchTo('listener#1', textEvent())).rejects.toThrow('listener#1');
    });

    it('resolves when the handler stops or continues', async () => {
      const { dispatcher } = await chainOf('all', [['stop'], ['continue']]);
      await dispatcher.dispatchTo('listener#1', textEvent());
      await dispatcher.dispatchTo('listener#2', textEvent());
    });

    it('rejects when there is no such handler, and names those there are', async () => {
      const { dispatcher } = await chainOf('all', [['complete'], ['complete']]);
      await expect(dispatcher.dispatchTo('Orders.on', textEvent())).rejects.toThrow(
        'No handler Orders.on for message.text; its handlers: listener#1, listener#2.',
      );
      await expect(dispatcher.dispatchTo('listener#1', textEvent({ name: 'status.sent' }))).rejects.toThrow(
        'its handlers: none',
      );
    });
  });

  /**
   * Passes until nothing fails, as a delivery engine does it. `expected` computes by hand which handlers must complete, in
   * which order.
   */
  it('completes every due handler once and in order, over any number of passes', async () => {
    const script = fc
      .tuple(fc.nat(2), fc.constantFrom<Step>('complete', 'stop', 'continue', 'skip'))
      .map(([failures, end]): Step[] =>
        end === 'skip' ? ['skip'] : [...Array<Step>(failures).fill('fail'), end],
      );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom<'all' | 'first'>('all', 'first'),
        fc.array(script, { minLength: 1, maxLength: 5 }),
        async (handling, scripts) => {
          const { dispatch, runs } = await chainOf(handling, scripts);
          const event: Envelope = textEvent();
          const settled = new Set<string>();
          for (let pass = 0; pass < 20; pass++) {
            const report = await dispatch(event, settled);
            for (const id of report.settled) {
              expect(settled.has(id)).toBe(false);
              settled.add(id);
            }
            if (report.failures.length === 0) break;
          }
          expect(settled).toEqual(new Set(scripts.map((_, index) => `listener#${index + 1}`)));

          const counts = scripts.map(
            (_, index) => runs.filter((id) => id === `listener#${index + 1}`).length,
          );
          expect(counts).toEqual(expectedRuns(handling, scripts));
        },
      ),
      { numRuns: 60 },
    );
  });
});

/** How often each handler runs until all is settled. */
function expectedRuns(handling: 'all' | 'first', scripts: readonly (readonly Step[])[]): number[] {
  const runs = scripts.map(() => 0);
  const done = scripts.map(() => false);
  for (let pass = 0; pass < 20 && done.includes(false); pass++) {
    for (const [index, script] of scripts.entries()) {
      if (done[index]) continue;
      const step = script[Math.min(runs[index]!, script.length - 1)]!;
      if (step !== 'skip') runs[index]!++;
      if (step === 'fail') {
        if (handling === 'first') break;
        continue;
      }
      done[index] = true;
      const ends = step === 'stop' || (handling === 'first' && step === 'complete');
      if (ends) done.fill(true, index + 1);
      if (ends) break;
    }
  }
  return runs;
}
