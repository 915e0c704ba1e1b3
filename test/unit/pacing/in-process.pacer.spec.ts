import { Logger } from '@nestjs/common';
import fc from 'fast-check';
import type { PacingOptions } from '../../../lib/config/pacing-options.interface';
import type { PacedSend } from '../../../lib/config/send-pacer.interface';
import type { SendPriority } from '../../../lib/config/send-settings.interface';
import { errorsOf } from '../../../lib/errors/webhook-errors';
import { InProcessPacer } from '../../../lib/pacing/in-process.pacer';
import { NumberThroughput } from '../../../lib/pacing/number-throughput';
import { flush, ManualClock } from '../../support/manual-clock';
import { ScriptedGraph } from '../../support/scripted-graph';

interface Left {
  readonly name: string;
  readonly at: number;
}

class Traffic {
  readonly clock = new ManualClock();
  readonly graph = new ScriptedGraph();
  readonly left: Left[] = [];
  readonly refused: [string, Error][] = [];
  readonly pacer: InProcessPacer;
  readonly start = this.clock.now();

  constructor(pacing: PacingOptions = {}) {
    const throughput = new NumberThroughput(this.graph.client, this.clock);
    this.pacer = new InProcessPacer({ pacing }, this.clock, throughput);
  }

  /** Lets a message ask for its turn; what became of it stands in `left` or `refused`. */
  send(name: string, extra: Partial<PacedSend> = {}): PacedSend {
    const send: PacedSend = {
      phoneNumberId: '100',
      account: {},
      recipient: '16505551234',
      priority: 'utility',
      ...extra,
    };
    const run = async (): Promise<void> => {
      await this.pacer.acquire(send);
      this.left.push({ name, at: this.clock.now() - this.start });
    };
    run().catch((error: Error) => this.refused.push([name, error]));
    return send;
  }

  get names(): string[] {
    return this.left.map(({ name }) => name);
  }
}

const refusal = (code: number): unknown => errorsOf([{ code, title: 'x' }])[0];

describe('InProcessPacer', () => {
  beforeAll(() => void jest.spyOn(Logger.prototype, 'debug').mockImplementation(() => undefined));
  afterAll(() => void jest.restoreAllMocks());

  it('lets no second see more messages than the number may send, and wastes little', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 120 }),
        fc.array(
          fc.record({ gap: fc.integer({ min: 0, max: 400 }), count: fc.integer({ min: 1, max: 40 }) }),
          {
            minLength: 1,
            maxLength: 8,
          },
        ),
        async (messagesPerSecond, bursts) => {
          const traffic = new Traffic({ messagesPerSecond, maxWaitMs: 10_000_000 });
          let sent = 0;
          for (const { gap, count } of bursts) {
            await traffic.clock.advance(gap);
            for (let i = 0; i < count; i++) traffic.send(String(sent++));
          }
          await traffic.clock.advance((sent / messagesPerSecond) * 1100 + 1000);
          expect(traffic.left).toHaveLength(sent);
          traffic.left.forEach(({ at }, index) => {
            const after = traffic.left[index + messagesPerSecond];
            if (after) expect(after.at - at).toBeGreaterThanOrEqual(1000);
          });
          expect(traffic.pacer.waiting).toBe(0);
          expect(traffic.clock.pending).toBe(0);
        },
      ),
      { numRuns: 15 },
    );
  });

  it('lets codes go before updates before marketing, each in the order they came', async () => {
    const order: SendPriority[] = ['authentication', 'utility', 'marketing'];
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...order), { maxLength: 25 }), async (priorities) => {
        const traffic = new Traffic({ messagesPerSecond: 10 });
        traffic.send('first');
        await flush();
        priorities.forEach((priority, index) => traffic.send(`${priority} ${index}`, { priority }));
        await traffic.clock.advance(10_000);
        const expected = order.flatMap((priority) =>
          priorities.flatMap((given, index) => (given === priority ? [`${priority} ${index}`] : [])),
        );
        expect(traffic.names).toEqual(['first', ...expected]);
      }),
      { numRuns: 20 },
    );
  });

  it('refuses clearly what finds the queue full, and nothing before', async () => {
    const traffic = new Traffic({ messagesPerSecond: 1, maxQueue: 2 });
    for (const name of ['leaves', 'waits 1', 'waits 2', 'refused']) traffic.send(name);
    traffic.send('other number', { phoneNumberId: '101' });
    await flush();
    expect(traffic.names).toEqual(['leaves', 'other number']);
    expect(traffic.refused).toEqual([
      ['refused', expect.objectContaining({ name: 'SendRejectedError', reason: 'queue-full' })],
    ]);
    await traffic.clock.advance(2000);
    expect(traffic.names).toEqual(['leaves', 'other number', 'waits 1', 'waits 2']);
  });

  it('refuses what has waited too long', async () => {
    const traffic = new Traffic({ messagesPerSecond: 1, maxWaitMs: 1500 });
    for (const name of ['0', '1', '2']) traffic.send(name);
    await traffic.clock.advance(5000);
    expect(traffic.left).toEqual([
      { name: '0', at: 0 },
      { name: '1', at: 1000 },
    ]);
    expect(traffic.refused).toEqual([['2', expect.objectContaining({ reason: 'max-wait' })]]);
  });

  it('gives the place of an aborted message to the next', async () => {
    const traffic = new Traffic({ messagesPerSecond: 1 });
    const abort = new AbortController();
    traffic.send('0');
    traffic.send('aborted', { signal: abort.signal });
    traffic.send('2');
    await flush();
    abort.abort(new Error('enough'));
    traffic.send('aborted before', { signal: abort.signal });
    await traffic.clock.advance(1000);
    expect(traffic.left).toEqual([
      { name: '0', at: 0 },
      { name: '2', at: 1000 },
    ]);
    expect(traffic.refused).toEqual([
      ['aborted before', expect.objectContaining({ name: 'TransportError', reason: 'aborted', sent: false })],
      ['aborted', expect.objectContaining({ name: 'TransportError', reason: 'aborted', sent: false })],
    ]);
  });

  it('refuses what waits when the application shuts down', async () => {
    const traffic = new Traffic({ messagesPerSecond: 1 });
    traffic.send('0');
    traffic.send('1');
    await flush();
    traffic.pacer.onApplicationShutdown();
    traffic.send('2');
    await flush();
    expect(new Map(traffic.refused)).toEqual(
      new Map([
        ['1', expect.objectContaining({ name: 'SendRejectedError', reason: 'closed' })],
        ['2', expect.objectContaining({ name: 'SendRejectedError', reason: 'closed' })],
      ]),
    );
    expect(traffic.pacer.waiting).toBe(0);
  });

  describe('the limit of a pair', () => {
    it('is 45 at once and then one in 6 seconds, and does not hold up other users', async () => {
      const traffic = new Traffic({ pairs: true, messagesPerSecond: 1000, maxWaitMs: 60_000 });
      for (let i = 0; i < 47; i++) traffic.send(`a${i}`);
      traffic.send('b', { recipient: 'US.1' });
      await traffic.clock.advance(1000);
      expect(traffic.left).toHaveLength(46);
      expect(traffic.names).toContain('b');
      await traffic.clock.advance(20_000);
      expect(traffic.left.slice(46)).toEqual([
        { name: 'a45', at: 6000 },
        { name: 'a46', at: 12_000 },
      ]);
    });

    it('is off by default', async () => {
      const traffic = new Traffic({ messagesPerSecond: 1000 });
      for (let i = 0; i < 100; i++) traffic.send(String(i));
      await traffic.clock.advance(1000);
      expect(traffic.left).toHaveLength(100);
    });

    it('holds a user whom Meta refused for 4^n seconds, and nobody else', async () => {
      const traffic = new Traffic({ messagesPerSecond: 1000, maxWaitMs: 100_000 });
      for (const [n, seconds] of [1, 4, 16, 64].entries()) {
        const before = traffic.clock.now() - traffic.start;
        traffic.pacer.report(traffic.send(`try ${n}`), { error: refusal(131056) });
        traffic.send(`again ${n}`);
        traffic.send(`other ${n}`, { recipient: '44' });
        await flush();
        expect(traffic.left.at(-1)).toEqual({ name: `other ${n}`, at: before });
        await traffic.clock.advance(seconds * 1000);
        expect(traffic.left.at(-1)).toEqual({ name: `again ${n}`, at: before + seconds * 1000 });
        // Until the next message of the pair may leave.
        await traffic.clock.advance(6000);
      }
    });

    it('starts again at one second after a success', async () => {
      const traffic = new Traffic({ messagesPerSecond: 1000 });
      const send = traffic.send('0');
      traffic.pacer.report(send, { error: refusal(131056) });
      await traffic.clock.advance(10_000);
      traffic.pacer.report(send, {});
      traffic.pacer.report(send, { error: refusal(131056) });
      traffic.send('1');
      await traffic.clock.advance(1000);
      expect(traffic.left.at(-1)).toEqual({ name: '1', at: 11_000 });
    });

    it('holds back what already waited for the number', async () => {
      const traffic = new Traffic({ messagesPerSecond: 2 });
      const send = traffic.send('0');
      traffic.send('1');
      traffic.send('other', { recipient: '44' });
      await flush();
      for (let i = 0; i < 3; i++) traffic.pacer.report(send, { error: refusal(131056) });
      await traffic.clock.advance(3000);
      expect(traffic.left).toEqual([
        { name: '0', at: 0 },
        { name: 'other', at: 500 },
        { name: '1', at: 1000 },
      ]);
    });
  });

  describe('what Meta says', () => {
    it('slows a number down, longer each time, until a message is accepted', async () => {
      const traffic = new Traffic({ messagesPerSecond: 1000 });
      for (const seconds of [1, 2, 4]) {
        const send = traffic.send('x');
        await flush();
        // All that were on their way are refused; that counts once.
        for (let i = 0; i < 20; i++) traffic.pacer.report(send, { error: refusal(130429) });
        const before = traffic.clock.now() - traffic.start;
        traffic.send('y');
        await traffic.clock.advance(seconds * 1000);
        expect(traffic.left.at(-1)).toEqual({ name: 'y', at: before + seconds * 1000 });
      }
      const send = traffic.send('z');
      traffic.pacer.report(send, {});
      traffic.pacer.report(send, { error: refusal(130429) });
      traffic.send('w');
      await traffic.clock.advance(1000);
      expect(traffic.names.at(-1)).toBe('w');
    });

    it('refuses at once what could not leave in time, with the wait', async () => {
      const traffic = new Traffic({ messagesPerSecond: 80 });
      traffic.pacer.report(traffic.send('0'), { error: refusal(80007) });
      traffic.send('1');
      await flush();
      expect(traffic.refused).toEqual([
        ['1', expect.objectContaining({ reason: 'max-wait', retryAfterMs: 300_000 })],
      ]);
    });

    it.each<[string, Record<string, string>, number]>([
      ['the app used up its calls', { 'x-app-usage': '{"call_count":100,"total_time":2}' }, 60_000],
      ['calls are left', { 'x-app-usage': '{"call_count":99}' }, 0],
      [
        'Meta names the minutes for messages',
        {
          'x-business-use-case-usage':
            '{"200":[{"type":"whatsapp_messages","call_count":100,"estimated_time_to_regain_access":3}]}',
        },
        180_000,
      ],
      [
        'the management budget is used up, which is none of messages',
        {
          'x-business-use-case-usage':
            '{"200":[{"type":"whatsapp_business_management","call_count":100,"estimated_time_to_regain_access":19}]}',
        },
        0,
      ],
      ['headers are damaged', { 'x-app-usage': '{"call', 'x-business-use-case-usage': '7' }, 0],
    ])('heeds the headers: %s', async (_name, headers, wait) => {
      const traffic = new Traffic({ messagesPerSecond: 80, maxWaitMs: 1_000_000 });
      traffic.pacer.report(traffic.send('0'), { headers });
      traffic.send('1');
      await traffic.clock.advance(wait + 1000);
      const [, next] = traffic.left;
      expect(next!.at - wait).toBeGreaterThanOrEqual(0);
      expect(next!.at - wait).toBeLessThan(50);
    });

    it('is not moved by errors that are about the message', async () => {
      const traffic = new Traffic({ messagesPerSecond: 80 });
      const send = traffic.send('0');
      for (const code of [131026, 131047, 131048, 100]) traffic.pacer.report(send, { error: refusal(code) });
      traffic.pacer.report(send, { error: new Error('x') });
      traffic.send('1');
      await flush();
      expect(traffic.names).toEqual(['0', '1']);
    });
  });

  describe('the rate of a number', () => {
    const secondsFor = async (answer: unknown): Promise<number> => {
      const traffic = new Traffic({ maxWaitMs: 1_000_000 });
      traffic.graph.answer = () => answer;
      traffic.send('asks');
      await flush();
      for (let i = 1; i < 2001; i++) traffic.send(String(i), { recipient: String(i) });
      await traffic.clock.advance(200_000);
      expect(traffic.graph.calls).toEqual(['GET 100']);
      expect(traffic.left).toHaveLength(2001);
      return Math.round(traffic.left.at(-1)!.at / 1000);
    };

    it.each<[string, unknown, number]>([
      ['80 for a standard number', { throughput: { level: 'STANDARD' }, is_on_biz_app: false }, 26],
      ['20 in coexistence', { throughput: { level: 'STANDARD' }, is_on_biz_app: true }, 100],
      ['1000 after the upgrade', { throughput: { level: 'HIGH' } }, 2],
      ['80 when Meta cannot be asked', new Error('x'), 26],
      ['80 when Meta says nothing', null, 26],
    ])('is %s', async (_name, answer, seconds) => {
      expect(await secondsFor(answer)).toBe(seconds);
    });
  });
});
