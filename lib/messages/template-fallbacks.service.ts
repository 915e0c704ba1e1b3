import { Inject, Injectable, Logger } from '@nestjs/common';
import { Clock } from '../config/clock';
import { OnDemand } from '../config/on-demand';
import { RecentMap } from '../config/recent-map';
import type { TemplateFallback } from './template-fallback';

/** How long after a message its failure still sends the template, milliseconds. */
const TTL_MS = 86_400_000;
const MAX_WAITING = 10_000;
const MAX_EARLY = 1000;

interface Waiting {
  readonly fallback: TemplateFallback;
  readonly until: number;
}

/**
 * The templates that wait for the failure of their message: Meta often accepts a message outside the window, and reports
 * later that it could not be delivered. Kept in this process.
 */
@Injectable()
export class TemplateFallbacks {
  /** Failures are needed from the first message with a template on. */
  readonly failures = new OnDemand();
  private readonly logger = new Logger('WhatsApp');
  private readonly waiting = new RecentMap<Waiting>(MAX_WAITING);
  /** Failures that were reported before the answer to their message had come. */
  private early = new RecentMap<true>(MAX_EARLY);
  private onTheirWay = 0;
  private readonly running = new Set<Promise<void>>();

  constructor(@Inject(Clock) private readonly clock: Clock) {}

  /** A message with a template is about to go out. @returns must be called when its answer has been dealt with */
  begin(): () => void {
    this.failures.need();
    this.onTheirWay++;
    return () => {
      if (--this.onTheirWay === 0) this.early = new RecentMap(MAX_EARLY);
    };
  }

  /** Meta accepted a message. */
  accepted(messageId: string, fallback: TemplateFallback): void {
    this.waiting.set(messageId, { fallback, until: this.clock.now() + TTL_MS });
    if (this.early.has(messageId)) this.failed(messageId);
  }

  /** Meta could not deliver a message because its window is closed; harmless when it is told again. */
  failed(messageId: string): void {
    const waiting = this.waiting.get(messageId);
    if (!waiting) {
      if (this.onTheirWay > 0) this.early.set(messageId, true);
      return;
    }
    this.waiting.delete(messageId);
    if (waiting.until <= this.clock.now() || waiting.fallback.used) return;
    const run = this.send(waiting.fallback).finally(() => this.running.delete(run));
    this.running.add(run);
  }

  /** Resolves when no template is on its way. */
  async settled(): Promise<void> {
    while (this.running.size > 0) await Promise.all(this.running);
  }

  private async send(fallback: TemplateFallback): Promise<void> {
    try {
      await fallback.use();
    } catch (error) {
      const name = error instanceof Error ? error.name : 'unknown error';
      this.logger.error(
        `A message failed outside the customer-service window, and its template could not be sent: ${name}`,
      );
    }
  }
}
