import { Logger } from '@nestjs/common';
import { warnWithoutShutdownHooks } from '../../../lib/delivery/shutdown-hooks.check';

describe('warnWithoutShutdownHooks', () => {
  const listeners = (count: number) => ({
    listenerCount: (signal: string) => (signal === 'SIGTERM' ? count : 0),
  });

  function linesFor(count: number, env: string | undefined): unknown[][] {
    const logger = new Logger();
    const warn = jest.spyOn(logger, 'warn').mockImplementation();
    warnWithoutShutdownHooks(logger, listeners(count), env);
    return warn.mock.calls;
  }

  it('names the line to add when nothing listens for SIGTERM', () => {
    expect(linesFor(0, 'production')).toEqual([[expect.stringContaining('app.enableShutdownHooks()')]]);
    expect(linesFor(0, '')).toHaveLength(1);
  });

  it('is silent when something does, and in tests', () => {
    expect(linesFor(1, 'production')).toEqual([]);
    expect(linesFor(0, 'test')).toEqual([]);
  });
});
