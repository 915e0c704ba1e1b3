import { Inject, Injectable, Logger } from '@nestjs/common';
import { Clock } from '../config/clock';
import { stackFrames } from '../errors/error-frames';

/** Shortest time between two lines about the same thing. */
const INTERVAL_MS = 60_000;

interface Topic {
  quietUntil: number;
  suppressed: number;
}

/**
 * Log of the webhook endpoint. Anybody on the internet can cause its lines, so each topic speaks once a minute at most
 * and then says how often it was silent. Of a cause it tells class, code and place: its message may quote a user.
 */
@Injectable()
export class WebhookLog {
  private readonly logger = new Logger('WhatsAppWebhook');
  private readonly topics = new Map<string, Topic>();

  constructor(@Inject(Clock) private readonly clock: Clock) {}

  warn(topic: string, message: string): void {
    const suppressed = this.take(topic);
    if (suppressed !== undefined) this.logger.warn(withCount(message, suppressed));
  }

  error(topic: string, message: string, cause?: unknown): void {
    const suppressed = this.take(topic);
    if (suppressed === undefined) return;
    this.logger.error(withCount(message, suppressed), stackFrames(cause));
  }

  /** How many lines were held back since the last one; `undefined` while the topic must be quiet. */
  private take(topic: string): number | undefined {
    const now = this.clock.now();
    const known = this.topics.get(topic);
    if (known && now < known.quietUntil) {
      known.suppressed++;
      return undefined;
    }
    this.topics.set(topic, { quietUntil: now + INTERVAL_MS, suppressed: 0 });
    return known?.suppressed ?? 0;
  }
}

function withCount(message: string, suppressed: number): string {
  return suppressed === 0 ? message : `${message} (${suppressed} more since the last line)`;
}
