import { Logger } from '@nestjs/common';
import { flush } from '../../support/manual-clock';
import { setup } from './support';

const event = {
  phoneNumberId: '200',
  chat: { type: 'individual', id: '16505551234' },
  payload: { id: 'wamid.in', from: '16505551234' },
} as const;

/** A promise and the functions that settle it. */
function deferred<T>(): { promise: Promise<T>; resolve: (value: T) => void; reject: (error: Error) => void } {
  let resolve!: (value: T) => void;
  let reject!: (error: Error) => void;
  const promise = new Promise<T>((yes, no) => ([resolve, reject] = [yes, no]));
  return { promise, resolve, reject };
}

describe('withTyping', () => {
  let debug: jest.SpyInstance;
  beforeEach(() => {
    debug = jest.spyOn(Logger.prototype, 'debug').mockImplementation(() => undefined);
  });
  afterEach(() => {
    debug.mockRestore();
  });

  it('shows the indicator at once and every 20 seconds while the work runs', async () => {
    const { messages, graph, clock } = setup();
    const work = deferred<string>();
    const result = messages.withTyping(event, () => work.promise);
    await clock.advance(0);
    expect(graph.requests).toHaveLength(1);
    await clock.advance(19_999);
    expect(graph.requests).toHaveLength(1);
    await clock.advance(1);
    expect(graph.requests).toHaveLength(2);
    await clock.advance(40_000);
    expect(graph.requests).toHaveLength(4);
    expect(graph.bodies[3]).toMatchObject({
      status: 'read',
      message_id: 'wamid.in',
      typing_indicator: { type: 'text' },
    });

    work.resolve('done');
    expect(await result).toBe('done');
    await clock.advance(60_000);
    expect(graph.requests).toHaveLength(4);
    expect(clock.pending).toBe(0);
  });

  it('does not wait for the indicator', async () => {
    const { messages, graph, clock } = setup();
    const answer = deferred<unknown>();
    graph.answer = () => answer.promise;
    expect(await messages.withTyping(event, () => 7)).toBe(7);
    answer.resolve({ success: true });
    await flush();
    expect(clock.pending).toBe(0);
  });

  it('sends no second indicator while the first is on its way', async () => {
    const { messages, graph, clock } = setup();
    const answer = deferred<unknown>();
    graph.answer = () => answer.promise;
    const work = deferred<void>();
    const result = messages.withTyping(event, () => work.promise);
    await clock.advance(120_000);
    expect(graph.requests).toHaveLength(1);
    work.resolve();
    await result;
  });

  it('passes the failure of the work on and stops', async () => {
    const { messages, clock } = setup();
    const failure = new Error('no answer today');
    const fail = (): never => {
      throw failure;
    };
    await expect(messages.withTyping(event, fail)).rejects.toBe(failure);
    await expect(messages.withTyping(event, () => Promise.reject(failure))).rejects.toBe(failure);
    await flush();
    expect(clock.pending).toBe(0);
  });

  it('ignores an indicator that fails, tries again, and logs no data', async () => {
    const { messages, graph, clock } = setup();
    graph.answer = () => new TypeError('secret 16505551234');
    const work = deferred<string>();
    const result = messages.withTyping(event, () => work.promise);
    await clock.advance(20_000);
    work.resolve('done');
    expect(await result).toBe('done');
    expect(graph.requests).toHaveLength(2);
    expect(debug.mock.calls).toEqual([
      ['Typing indicator not shown: TypeError'],
      ['Typing indicator not shown: TypeError'],
    ]);
  });

  it('runs the work for an event without a message, and shows nothing in groups', async () => {
    const { messages, graph } = setup();
    expect(await messages.withTyping({ payload: {} }, () => 1)).toBe(1);
    expect(await messages.withTyping({ ...event, chat: { type: 'group', id: 'g' } }, () => 2)).toBe(2);
    await flush();
    expect(graph.requests).toEqual([]);
  });
});
