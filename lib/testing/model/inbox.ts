import { EmulatorError } from '../emulator.error';
import type { BusinessMessage } from './business-message';
import { describeMatcher, describeMessage, matches } from './message-matcher';
import type { MessageMatcher } from './message-matcher';

interface Waiter {
  readonly matcher: MessageMatcher | undefined;
  readonly resolve: (message: BusinessMessage) => void;
  readonly reject: (error: Error) => void;
}

/** The messages that one virtual user received, and the expectations about the next ones. */
export class Inbox {
  readonly messages: BusinessMessage[] = [];
  private readonly unseen = new Set<BusinessMessage>();
  private readonly waiters = new Set<Waiter>();

  constructor(private readonly owner: string) {}

  receive(message: BusinessMessage): void {
    this.messages.push(message);
    for (const waiter of this.waiters) {
      if (!matches(message, waiter.matcher)) continue;
      this.waiters.delete(waiter);
      return waiter.resolve(message);
    }
    this.unseen.add(message);
  }

  /** Resolves with the first unseen message that matches, now or later; rejects after `timeoutMs` of real time. */
  expect(
    matcher: MessageMatcher | undefined,
    timeoutMs: number,
    explain: () => string,
  ): Promise<BusinessMessage> {
    for (const message of this.unseen) {
      if (!matches(message, matcher)) continue;
      this.unseen.delete(message);
      return Promise.resolve(message);
    }
    return new Promise((resolve, reject) => {
      const waiter: Waiter = {
        matcher,
        resolve: (message) => {
          clearTimeout(timer);
          resolve(message);
        },
        reject: (error) => {
          clearTimeout(timer);
          reject(error);
        },
      };
      const timer = setTimeout(() => {
        this.waiters.delete(waiter);
        reject(new EmulatorError(`${this.failure(matcher, timeoutMs)}${explain()}`));
      }, timeoutMs);
      this.waiters.add(waiter);
    });
  }

  expectNothing(explain: () => string): void {
    if (this.unseen.size === 0) return;
    throw new EmulatorError(`${this.owner} expected no further message.${this.arrived()}${explain()}`);
  }

  /** Ends all expectations. */
  close(reason: string): void {
    for (const waiter of this.waiters) waiter.reject(new EmulatorError(`${this.owner}: ${reason}`));
    this.waiters.clear();
  }

  private failure(matcher: MessageMatcher | undefined, timeoutMs: number): string {
    return `${this.owner} expected ${describeMatcher(matcher)} within ${timeoutMs} ms.${this.arrived()}`;
  }

  private arrived(): string {
    if (this.messages.length === 0) return '\nNothing has arrived.';
    const lines = this.messages.map(
      (message) => `\n  ${this.unseen.has(message) ? 'unseen' : 'seen  '}  ${describeMessage(message)}`,
    );
    return `\nArrived so far:${lines.join('')}`;
  }
}
