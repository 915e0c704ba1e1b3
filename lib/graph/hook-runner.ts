import { Logger } from '@nestjs/common';
import type { Clock } from '../config/clock';
import { errorLabel } from '../errors/redact';
import type { WhatsAppError } from '../errors/whatsapp.error';
import type { PreparedCall } from './graph-call';
import type { GraphCall, GraphHooks } from './graph-hooks.interface';

/** The hooks around one attempt. */
export interface AttemptHooks {
  after(status: number): void;
  failed(error: WhatsAppError, retryInMs: number | undefined): void;
}

/** Calls the application's hooks. One that throws is logged, and the request goes on. */
export class HookRunner {
  private readonly logger = new Logger('GraphClient');

  constructor(
    private readonly hooks: GraphHooks | undefined,
    private readonly clock: Clock,
  ) {}

  /** Begins an attempt; `undefined` when there are no hooks. */
  before(call: PreparedCall, attempt: number): AttemptHooks | undefined {
    const { hooks, clock } = this;
    if (!hooks) return undefined;
    const { operation, kind, account } = call;
    const { phoneNumberId, wabaId, tenant } = account;
    const info: GraphCall = { operation, attempt, kind, phoneNumberId, wabaId, tenant };
    const startedAt = clock.now();
    const durationMs = (): number => clock.now() - startedAt;
    this.guard('before', () => hooks.before?.(info));
    return {
      after: (status) => this.guard('after', () => hooks.after?.(info, { status, durationMs: durationMs() })),
      failed: (error, retryInMs) =>
        this.guard('failed', () => hooks.failed?.(info, error, { durationMs: durationMs(), retryInMs })),
    };
  }

  private guard(hook: string, run: () => void): void {
    try {
      run();
    } catch (error) {
      this.logger.error(`The hook \`${hook}\` of GraphHooks threw ${errorLabel(error)}`);
    }
  }
}
