import type { Logger } from '@nestjs/common';

/**
 * Warns when nothing listens for SIGTERM, which then kills the process in the middle of its work. Nest sets its listeners
 * when `enableShutdownHooks` is called, before or after `listen`, so ask at the first webhook. Silent under NODE_ENV
 * `test`, where nobody sends signals.
 */
export function warnWithoutShutdownHooks(
  logger: Logger,
  signals: { listenerCount(signal: string): number } = process,
  nodeEnv: string | undefined = process.env['NODE_ENV'],
): void {
  if (nodeEnv === 'test' || signals.listenerCount('SIGTERM') > 0) return;
  logger.warn(
    'SIGTERM would stop this process in the middle of its handlers. Add app.enableShutdownHooks() to main.ts, so that ' +
      'running work is finished first.',
  );
}
