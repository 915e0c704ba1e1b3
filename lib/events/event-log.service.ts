import { Injectable, Logger } from '@nestjs/common';
import { redactKey } from '../errors/redact';
import type { WebhookError } from '../wire/error';
import type { Envelope } from './envelope.interface';
import { safeErrorText, stackFrames } from '../errors/error-frames';

/** What the log says of events. No line below debug level holds personal data or text that an application wrote. */
@Injectable()
export class EventLog {
  private readonly logger = new Logger('WhatsAppEvents');

  /** A handler threw. */
  failure(handler: string, event: Envelope, error: unknown): void {
    this.write(() => {
      const where = `${handler} failed on ${event.name}, key ${redactKey(event.key)}`;
      this.logger.error(`${where}: ${safeErrorText(error)}`, stackFrames(error));
      if (error instanceof Error) this.logger.debug(`${where}: ${error.message}`);
    });
  }

  /** A guard refused the event. */
  denied(handler: string, event: Envelope): void {
    this.write(() =>
      this.logger.debug(`A guard kept ${handler} from ${event.name}, key ${redactKey(event.key)}`),
    );
  }

  /** Nobody handles the event. Only lost messages are worth a line. */
  unhandled(event: Envelope): void {
    if (event.name !== 'status.failed') return;
    this.write(() =>
      this.logger.warn(
        `A message was not delivered and nothing handles status.failed, key ${redactKey(event.key)}: ` +
          reasons(event.payload),
      ),
    );
  }

  /** A logger that throws must not lose what handlers have completed: they would run a second time. */
  private write(line: () => void): void {
    try {
      line();
    } catch {
      return;
    }
  }
}

/** Codes and titles of Meta's errors; the details may name the recipient. */
function reasons(payload: unknown): string {
  const { errors } = (payload ?? {}) as { errors?: readonly WebhookError[] };
  if (!Array.isArray(errors) || errors.length === 0) return 'no reason given';
  return (errors as readonly (WebhookError | null)[])
    .map((error) => [error?.code, error?.title].filter((part) => part !== undefined).join(' '))
    .join('; ');
}
