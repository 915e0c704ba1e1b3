import { Injectable } from '@nestjs/common';
import type { Envelope } from './envelope.interface';
import type { EventHandlerInfo, EventHandlerOutcome, EventHandlerRun } from './handler-record.interface';

/**
 * The seam around every run of a handler: spans, metrics, async context. To put your own in its place, extend it and
 * provide it under this class in any module of the application:
 *
 * ```ts
 * @Injectable()
 * class TracingInvoker extends EventInvoker {
 *   override invoke(handler: EventHandlerInfo, event: Envelope, run: EventHandlerRun) {
 *     return tracer.startActiveSpan(handler.id, (span) => run(event).finally(() => span.end()));
 *   }
 * }
 * // providers: [{ provide: EventInvoker, useClass: TracingInvoker }]
 * ```
 * @publicApi
 */
@Injectable()
export class EventInvoker {
  /**
   * Runs a handler. Must call `run` once with the event, and resolve or reject as it does: a rejection is a failed
   * handler that is tried again.
   */
  invoke(_handler: EventHandlerInfo, event: Envelope, run: EventHandlerRun): Promise<EventHandlerOutcome> {
    return run(event);
  }
}
