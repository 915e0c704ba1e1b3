import { get } from 'node:http';
import { CloudApiEmulator } from '../../lib/testing';
import { Receiver } from './emulator-receiver';

const sockets = (): string[] => process.getActiveResourcesInfo().filter((name) => name.startsWith('TCP'));
const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));

describe('stopping the emulator', () => {
  let app: Receiver;

  beforeEach(async () => {
    app = await Receiver.start();
  });

  afterEach(() => app.stop());

  it('ends all that is under way and leaves no socket and no timer', async () => {
    // Sockets of tests that ran before in this process may still be closing.
    for (let i = 0; i < 50 && sockets().length > 1; i++) await turn();
    const before = sockets();
    const set = jest.spyOn(globalThis, 'setTimeout');
    const cleared = jest.spyOn(globalThis, 'clearTimeout');
    const emulator = await CloudApiEmulator.start();
    await emulator.connect(app.url);
    app.answer = () => undefined;
    const ann = emulator.user({ name: 'Ann' });
    emulator.failNext({ delayMs: 1000 });
    const request = get(emulator.url);
    const cutOff = new Promise((resolve) => request.once('error', resolve));
    const said = ann.says('hi');
    const expectation = ann.expectReply('never', { timeoutMs: 60_000 }).catch((error: Error) => error);
    while (app.received.length === 0 || emulator.requests.length === 0) await turn();
    expect(sockets().length).toBeGreaterThan(before.length);

    await emulator.stop();
    expect((await said).delivery).toMatchObject({ state: 'given-up', status: undefined });
    await expect(expectation).resolves.toMatchObject({ message: 'Ann: the emulator was stopped' });
    await cutOff;
    await turn();
    expect(sockets()).toEqual(before);
    const long = set.mock.results.filter((_, index) => (set.mock.calls[index]?.[1] ?? 0) > 1000);
    expect(long).toHaveLength(3);
    const ended = cleared.mock.calls.map(([timer]) => timer);
    expect(long.every(({ value }) => ended.includes(value))).toBe(true);
  });

  it('can be done twice, and nothing works afterwards', async () => {
    const emulator = await CloudApiEmulator.start({ webhookUrl: app.url });
    const ann = emulator.user({ name: 'Ann' });
    await emulator.stop();
    await emulator.stop();
    await expect(ann.says('more')).rejects.toThrow('was stopped');
    await expect(fetch(emulator.url)).rejects.toThrow('fetch failed');
  });
});
