import { DeadlineQueue } from '../../../lib/delivery/deadline-queue';
import { ManualClock } from '../../support/manual-clock';

describe('DeadlineQueue', () => {
  let clock: ManualClock;
  let queue: DeadlineQueue;
  let expired: string[];
  beforeEach(() => {
    clock = new ManualClock();
    queue = new DeadlineQueue(clock);
    expired = [];
  });
  const item = (id: string, ms: number) => ({ due: clock.now() + ms, expire: () => void expired.push(id) });

  it('expires each item at its own time', async () => {
    queue.add(item('a', 100));
    await clock.advance(30);
    queue.add(item('b', 100));
    queue.add(item('c', 100));
    await clock.advance(70);
    expect(expired).toEqual(['a']);
    await clock.advance(30);
    expect(expired).toEqual(['a', 'b', 'c']);
    expect(clock.pending).toBe(0);
  });

  it('uses one timer however many items come and go', async () => {
    for (let i = 0; i < 10; i++) {
      const met = item(`${i}`, 100);
      queue.add(met);
      queue.delete(met);
    }
    expect(clock.pending).toBe(1);
    await clock.advance(50);
    queue.add(item('late', 100));
    await clock.advance(99);
    expect(expired).toEqual([]);
    await clock.advance(1);
    expect(expired).toEqual(['late']);
  });

  it('forgets everything when stopped', async () => {
    queue.stop();
    queue.add(item('a', 100));
    queue.stop();
    expect(clock.pending).toBe(0);
    await clock.advance(100);
    expect(expired).toEqual([]);
  });
});
