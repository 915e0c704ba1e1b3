import { WhatsAppError } from '../../../lib/errors/whatsapp.error';
import { safeErrorText, stackFrames } from '../../../lib/errors/error-frames';

describe('safeErrorText', () => {
  it('names class and code, and keeps the message of foreign errors out', () => {
    expect(safeErrorText(new TypeError('call +15550001111'))).toBe('TypeError');
    expect(safeErrorText(Object.assign(new Error('secret'), { code: 'ECONNRESET' }))).toBe(
      'Error ECONNRESET',
    );
    expect(safeErrorText('+15550001111')).toBe('a thrown string');
  });

  it('keeps the message of errors of this package', () => {
    expect(safeErrorText(new WhatsAppError('Field to is empty'))).toBe('WhatsAppError: Field to is empty');
  });
});

describe('stackFrames', () => {
  it('has the frames and no line of the message', () => {
    const frames = stackFrames(new Error('Maria said:\n  at +15550001111\nbye'))!;
    expect(frames).toMatch(/^Error\n\s+at .*error-frames\.spec/);
    expect(frames).not.toMatch(/Maria|1555|bye/);
  });

  it('holds when the message was changed after the error was made', () => {
    const error = new Error('Maria\n    at +15550001111');
    error.message = 'other';
    expect(stackFrames(error)).not.toMatch(/Maria|1555/);
  });

  it('follows causes, once each', () => {
    const inner = new RangeError('Maria');
    const outer = new Error('x', { cause: inner });
    inner.cause = outer;
    const frames = stackFrames(outer)!;
    expect(frames).toMatch(/^Error\n[\s\S]*\nCaused by RangeError\n/);
    expect(frames.match(/Caused by/g)).toHaveLength(1);
    expect(frames).not.toContain('Maria');
  });

  it.each([
    ['text'],
    [undefined],
    [Object.assign(new Error('x'), { stack: undefined })],
    [{ stack: 'at x:1:1' }],
  ])('is undefined without a stack (%p)', (thrown) => {
    expect(stackFrames(thrown)).toBeUndefined();
  });
});
