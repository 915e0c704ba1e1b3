import { Agent } from 'undici';
import type { Dispatcher } from 'undici';
import type { TransportError } from '../../../lib/errors/transport.error';
import { WireExchange } from '../../../lib/graph/transport/wire-exchange';
import type { WireAnswer } from '../../../lib/graph/transport/wire-exchange';
import { ManualClock } from '../../support/manual-clock';

/** A connection without a network: tests call the handler as undici would. */
function exchange(responseType: 'json' | 'buffer' | 'stream' = 'json', signal?: AbortSignal) {
  const clock = new ManualClock();
  const answers: WireAnswer[] = [];
  const errors: TransportError[] = [];
  const aborted: Error[] = [];
  const controller: Dispatcher.DispatchController = {
    aborted: false,
    paused: false,
    reason: null,
    abort: (reason) => void aborted.push(reason),
    pause: () => undefined,
    resume: () => undefined,
  };
  const wire = new WireExchange(
    { clock, timeoutMs: 1000, maxBytes: 10, signal, responseType },
    (answer) => void answers.push(answer),
    (error) => void errors.push(error),
  );
  const agent = new Agent();
  agent.dispatch = () => true;
  wire.run(agent, { origin: 'https://graph.facebook.com', path: '/', method: 'GET' });
  return { clock, answers, errors, aborted, controller, wire };
}

const closed = Object.assign(new Error('closed'), { code: 'UND_ERR_SOCKET' });

describe('WireExchange', () => {
  it('settles once, whatever comes after', async () => {
    const { clock, answers, errors, aborted, controller, wire } = exchange();
    wire.onRequestStart(controller);
    await clock.advance(1000);
    wire.onResponseStart(controller, 200, {});
    wire.onResponseData(controller, Buffer.from('{}'));
    wire.onResponseEnd();
    wire.onResponseError(controller, closed);
    expect(errors).toMatchObject([{ reason: 'timeout', sent: true }]);
    expect(aborted).toEqual(errors);
    expect(answers).toEqual([]);
    expect(clock.pending).toBe(0);
  });

  it('tells a request that had left from one that had not', () => {
    const before = exchange();
    before.wire.onResponseError(before.controller, closed);
    expect(before.errors).toMatchObject([{ reason: 'connect', sent: false }]);
    const after = exchange();
    after.wire.onRequestStart(after.controller);
    after.wire.onResponseError(after.controller, closed);
    expect(after.errors).toMatchObject([{ reason: 'connection-lost', sent: true }]);
  });

  it('withdraws a request that was given up in the queue, without aborting the connection', async () => {
    const { clock, errors, aborted, controller, wire } = exchange();
    await clock.advance(1000);
    expect(() => wire.onRequestStart(controller)).toThrow(/nothing was sent/);
    expect(errors).toMatchObject([{ reason: 'timeout', sent: false }]);
    expect(aborted).toEqual([]);
  });

  it('lets go of the signal', () => {
    const { signal } = new AbortController();
    const removed = jest.spyOn(signal, 'removeEventListener');
    const { wire, controller, answers } = exchange('buffer', signal);
    wire.onRequestStart(controller);
    wire.onResponseStart(controller, 200, {});
    wire.onResponseEnd();
    expect(answers).toMatchObject([{ status: 200, body: Buffer.alloc(0) }]);
    expect(removed).toHaveBeenCalledWith('abort', expect.any(Function));
  });

  it('gives up on errors that are too long', () => {
    const { wire, controller, errors } = exchange('stream');
    wire.onRequestStart(controller);
    wire.onResponseStart(controller, 500, {});
    wire.onResponseData(controller, Buffer.alloc(1024 * 1024));
    expect(errors).toEqual([]);
    wire.onResponseData(controller, Buffer.alloc(1));
    expect(errors).toMatchObject([{ reason: 'too-large' }]);
  });
});
