import { Inject, Injectable, Logger } from '@nestjs/common';
import { Clock } from '../config/clock';
import { Throttle } from './throttle';

/** What Meta asks of a webhook endpoint. */
const MEDIAN_LIMIT_MS = 250;
const TAIL_LIMIT_MS = 1_000;
const TAIL_SHARE = 0.01;

const SLICE_MS = 30_000;
const SLICES = 10;
/** Fewer answers than this in the window say nothing about the median, or about one in a hundred. */
const MEDIAN_SAMPLES = 20;
const TAIL_SAMPLES = 200;
const WARN_EVERY_MS = 10 * 60_000;

interface Slice {
  index: number;
  answers: number;
  overMedian: number;
  overTail: number;
}

/**
 * Counts how long Meta waits for answers, over the last five minutes, and warns when it is longer than Meta asks for:
 * a median of at most 250 ms, and fewer than 1 % above 1 s.
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/overview
 */
@Injectable()
export class AnswerMonitor {
  private readonly logger = new Logger('WhatsAppDelivery');
  private readonly slices: Slice[] = Array.from({ length: SLICES }, () => emptySlice(-1));
  private readonly throttle: Throttle;

  constructor(@Inject(Clock) private readonly clock: Clock) {
    this.throttle = new Throttle(clock, WARN_EVERY_MS);
  }

  /** Notes one answer that took `ms` milliseconds. */
  record(ms: number): void {
    const index = Math.floor(this.clock.now() / SLICE_MS);
    let slice = this.slices[index % SLICES];
    if (slice?.index !== index) this.slices[index % SLICES] = slice = emptySlice(index);
    slice.answers++;
    if (ms <= MEDIAN_LIMIT_MS) return;
    slice.overMedian++;
    if (ms > TAIL_LIMIT_MS) slice.overTail++;
    this.check(index);
  }

  /** Only a slow answer can make the figures worse, so only those pay for the check. */
  private check(index: number): void {
    const window = emptySlice(index);
    for (const slice of this.slices) {
      if (slice.index <= index - SLICES) continue;
      window.answers += slice.answers;
      window.overMedian += slice.overMedian;
      window.overTail += slice.overTail;
    }
    const slowMedian = window.answers >= MEDIAN_SAMPLES && window.overMedian * 2 > window.answers;
    const slowTail = window.answers >= TAIL_SAMPLES && window.overTail > window.answers * TAIL_SHARE;
    if ((!slowMedian && !slowTail) || !this.throttle.allow()) return;
    this.logger.warn(
      `Webhook answers are too slow for Meta: of the last ${window.answers}, ${window.overMedian} took longer than ` +
        `${MEDIAN_LIMIT_MS} ms and ${window.overTail} longer than ${TAIL_LIMIT_MS / 1_000} s (allowed: half, and 1 %). ` +
        'Meta may then slow down or repeat deliveries. Let handlers hand slow work to a job queue and return, or set ' +
        "delivery.ack to 'immediate' if updates may be lost when the process dies.",
    );
  }
}

function emptySlice(index: number): Slice {
  return { index, answers: 0, overMedian: 0, overTail: 0 };
}
