import { Logger } from '@nestjs/common';
import { redactKey } from '../errors/redact';
import type { DeadLetter, DeadLetterStore } from './dead-letter.store';

/** Dead letters of one process, at most `maxItems`; the oldest are dropped first, with a log line. */
export class MemoryDeadLetterStore implements DeadLetterStore {
  private readonly logger = new Logger('DeadLetters');
  private readonly letters = new Map<string, DeadLetter>();

  constructor(private readonly maxItems: number) {}

  put(letter: DeadLetter): void {
    this.letters.set(letter.id, letter);
    if (this.letters.size <= this.maxItems) return;
    const oldest = this.letters.values().next().value as DeadLetter;
    this.letters.delete(oldest.id);
    this.logger.error(
      `Dropped the oldest dead letter: ${oldest.handler} for ${oldest.envelope.name}, ` +
        `key ${redactKey(oldest.envelope.key)}. delivery.deadLetterMaxItems is ${this.maxItems}; ` +
        'replay or remove letters, or provide a DeadLetterStore of your own.',
    );
  }

  get(id: string): DeadLetter | undefined {
    return this.letters.get(id);
  }

  list(): readonly DeadLetter[] {
    return [...this.letters.values()];
  }

  remove(id: string): boolean {
    return this.letters.delete(id);
  }
}
