import { Logger } from '@nestjs/common';
import { TemplateFallback } from '../../../lib/messages/template-fallback';
import { TemplateFallbacks } from '../../../lib/messages/template-fallbacks.service';
import type { SendResult } from '../../../lib/messages/send-result.interface';
import { ManualClock } from '../../support/manual-clock';

const RESULT: SendResult = { messageId: 'wamid.t', recipient: { input: '1' }, status: 'accepted', raw: {} };

function setup() {
  const clock = new ManualClock();
  const deliver = jest.fn<Promise<SendResult>, []>(() => Promise.resolve(RESULT));
  return { clock, deliver, fallback: new TemplateFallback(deliver), fallbacks: new TemplateFallbacks(clock) };
}

describe('TemplateFallbacks', () => {
  it('sends a template whose message failed before its answer had come', async () => {
    const { deliver, fallback, fallbacks } = setup();
    const done = fallbacks.begin();
    fallbacks.failed('wamid.1');
    fallbacks.failed('wamid.1');
    expect(deliver).not.toHaveBeenCalled();
    fallbacks.accepted('wamid.1', fallback);
    done();
    fallbacks.failed('wamid.1');
    await fallbacks.settled();
    expect(deliver).toHaveBeenCalledTimes(1);
  });

  it('remembers no failure while nothing is on its way', async () => {
    const { deliver, fallback, fallbacks } = setup();
    fallbacks.failed('wamid.1');
    const done = fallbacks.begin();
    fallbacks.accepted('wamid.1', fallback);
    done();
    await fallbacks.settled();
    expect(deliver).not.toHaveBeenCalled();
  });

  it('sends none a day later', async () => {
    const { clock, deliver, fallback, fallbacks } = setup();
    fallbacks.accepted('wamid.1', fallback);
    await clock.advance(86_400_000);
    fallbacks.failed('wamid.1');
    await fallbacks.settled();
    expect(deliver).not.toHaveBeenCalled();
  });

  it('does not try again when the template fails, and logs no more than the kind of error', async () => {
    const log = jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
    const { deliver, fallback, fallbacks } = setup();
    deliver.mockRejectedValue(new Error('for 16505551234'));
    fallbacks.accepted('wamid.1', fallback);
    fallbacks.accepted('wamid.2', fallback);
    fallbacks.failed('wamid.1');
    fallbacks.failed('wamid.2');
    await fallbacks.settled();
    fallbacks.failed('wamid.1');
    await fallbacks.settled();
    expect(deliver).toHaveBeenCalledTimes(1);
    expect(log.mock.calls).toEqual([[expect.not.stringContaining('16505551234')]]);
    log.mockRestore();
  });
});
