import { EmulatorError } from '../emulator.error';
import type { EmulatedCall } from './emulated-call';

/** The calls of the business that one virtual user received. */
export class CallInbox {
  private readonly unseen: EmulatedCall[] = [];
  private readonly waiters = new Set<(call: EmulatedCall) => void>();

  constructor(private readonly owner: string) {}

  ring(call: EmulatedCall): void {
    const [waiter] = this.waiters;
    if (!waiter) return void this.unseen.push(call);
    this.waiters.delete(waiter);
    waiter(call);
  }

  /** The first call that was not expected before, there or still to come; rejects after `timeoutMs` of real time. */
  expect(timeoutMs: number, explain: () => string): Promise<EmulatedCall> {
    const call = this.unseen.shift();
    if (call) return Promise.resolve(call);
    return new Promise((resolve, reject) => {
      const waiter = (arrived: EmulatedCall): void => {
        clearTimeout(timer);
        resolve(arrived);
      };
      const timer = setTimeout(() => {
        this.waiters.delete(waiter);
        reject(new EmulatorError(`${this.owner} expected a call within ${timeoutMs} ms.${explain()}`));
      }, timeoutMs);
      this.waiters.add(waiter);
    });
  }
}
