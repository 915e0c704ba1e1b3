import fc from 'fast-check';
import { LaneScheduler } from '../../../lib/delivery/lane-scheduler';
import type { LaneItem } from '../../../lib/delivery/lane-scheduler';
import { flush } from '../../support/manual-clock';

class Job implements LaneItem {
  next: this | undefined = undefined;
  finish!: () => void;
  readonly finished = new Promise<void>((resolve) => (this.finish = resolve));

  constructor(
    readonly id: number,
    readonly lane: string,
  ) {}
}

describe('LaneScheduler', () => {
  it('starts an item of an idle lane at once', () => {
    const started: number[] = [];
    const lanes = new LaneScheduler<Job>((job) => {
      started.push(job.id);
      return job.finished;
    });
    lanes.submit(new Job(1, 'a'));
    lanes.submit(new Job(2, 'b'));
    lanes.submit(new Job(3, 'a'));
    expect(started).toEqual([1, 2]);
  });

  it('takes a very long queue of items that end at once', async () => {
    let last = -1;
    const lanes = new LaneScheduler<Job>((job) => {
      last = job.id;
      return Promise.resolve();
    });
    for (let id = 0; id < 50_000; id++) lanes.submit(new Job(id, 'a'));
    await flush();
    expect(last).toBe(49_999);
    expect(lanes.size).toBe(0);
  });

  it('keeps each lane in order, one at a time, never idle, and forgets empty lanes', async () => {
    const lane = fc.constantFrom('a', 'b', 'c');
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.option(lane, { freq: 2 })),
        fc.infiniteStream(fc.nat()),
        async (steps, picks) => {
          const started: Job[] = [];
          const running = new Set<Job>();
          const waiting = new Map<string, number>();
          const lanes = new LaneScheduler<Job>((job) => {
            started.push(job);
            running.add(job);
            return job.finished;
          });
          const count = (name: string, by: number) => waiting.set(name, (waiting.get(name) ?? 0) + by);
          const check = () => {
            const busy = [...waiting].filter(([, open]) => open > 0).map(([name]) => name);
            expect([...running].map((job) => job.lane).sort()).toEqual(busy.sort());
            expect(lanes.size).toBe(busy.length);
          };
          const finishOne = async () => {
            const job = [...running][(picks.next().value ?? 0) % running.size]!;
            running.delete(job);
            count(job.lane, -1);
            job.finish();
            await flush(1);
          };
          let id = 0;
          for (const step of steps) {
            if (step !== null) {
              count(step, 1);
              lanes.submit(new Job(id++, step));
            } else if (running.size > 0) {
              await finishOne();
            }
            check();
          }
          while (running.size > 0) await finishOne();
          check();
          for (const name of ['a', 'b', 'c']) {
            const order = started.filter((job) => job.lane === name).map((job) => job.id);
            expect(order).toEqual([...order].sort((x, y) => x - y));
          }
          expect(started).toHaveLength(id);
        },
      ),
      { numRuns: 60 },
    );
  }, 60_000);
});
