import { Logger } from '@nestjs/common';
import { WebhookLog } from '../../../lib/http/webhook-log.service';
import { ManualClock } from '../../support/manual-clock';

describe('WebhookLog', () => {
  const clock = new ManualClock();
  const warn = jest.spyOn(Logger.prototype, 'warn').mockImplementation();
  const error = jest.spyOn(Logger.prototype, 'error').mockImplementation();

  afterEach(() => jest.clearAllMocks());
  afterAll(() => jest.restoreAllMocks());

  it('says a thing once a minute, and then how often it was silent', async () => {
    const log = new WebhookLog(clock);
    for (let i = 0; i < 5; i++) log.warn('a', 'first');
    log.warn('b', 'second');
    expect(warn.mock.calls).toEqual([['first'], ['second']]);

    await clock.advance(60_000);
    log.warn('a', 'first');
    log.warn('b', 'second');
    expect(warn.mock.calls.slice(2)).toEqual([['first (4 more since the last line)'], ['second']]);
  });

  it('gives class and place of an error, not its message, which may quote a user', () => {
    const log = new WebhookLog(clock);
    const cause = new Error('Ann, 15550100123');
    log.error('a', 'first', cause);
    log.error('a', 'first', cause);
    log.error('b', 'second', 'text');
    expect(error.mock.calls).toEqual([
      ['first', expect.stringMatching(/^Error\n\s+at .*webhook-log/)],
      ['second', undefined],
    ]);
  });
});
