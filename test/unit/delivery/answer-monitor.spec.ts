import { Logger } from '@nestjs/common';
import { AnswerMonitor } from '../../../lib/delivery/answer-monitor';
import { ManualClock } from '../../support/manual-clock';

describe('AnswerMonitor', () => {
  let clock: ManualClock;
  let monitor: AnswerMonitor;
  let warn: jest.SpyInstance;
  beforeEach(() => {
    warn = jest.spyOn(Logger.prototype, 'warn').mockImplementation();
    clock = new ManualClock();
    monitor = new AnswerMonitor(clock);
  });
  afterEach(() => jest.restoreAllMocks());
  const record = (count: number, ms: number) => {
    for (let i = 0; i < count; i++) monitor.record(ms);
  };

  it('is silent while the median is within 250 ms', () => {
    record(500, 250);
    record(500, 900);
    expect(warn).not.toHaveBeenCalled();
  });

  it('warns when more than half of the answers take longer than 250 ms, and says what to do', () => {
    record(50, 10);
    record(50, 251);
    expect(warn).not.toHaveBeenCalled();
    record(1, 251);
    expect(warn).toHaveBeenCalledTimes(1);
    expect(String(warn.mock.calls[0])).toMatch(
      /of the last 101, 51 took longer than 250 ms.*job queue.*immediate/,
    );
  });

  it('warns when more than one in a hundred takes longer than 1 s', () => {
    record(297, 10);
    record(3, 1_000);
    record(3, 1_001);
    expect(warn).not.toHaveBeenCalled();
    record(1, 1_001);
    expect(warn).toHaveBeenCalledTimes(1);
  });

  it('does not judge by a few answers', () => {
    record(19, 300);
    expect(warn).not.toHaveBeenCalled();
    record(1, 300);
    expect(warn).toHaveBeenCalledTimes(1);
  });

  it('warns at most every ten minutes', async () => {
    record(100, 300);
    await clock.advance(9 * 60_000);
    record(100, 300);
    expect(warn).toHaveBeenCalledTimes(1);
    await clock.advance(60_000);
    record(100, 300);
    expect(warn).toHaveBeenCalledTimes(2);
  });

  it('counts the last five minutes only', async () => {
    record(1_000, 10);
    await clock.advance(270_000);
    record(30, 300);
    expect(warn).not.toHaveBeenCalled();
    await clock.advance(30_000);
    record(1, 300);
    expect(warn).toHaveBeenCalledTimes(1);
    expect(String(warn.mock.calls[0])).toContain('of the last 31,');
  });
});
