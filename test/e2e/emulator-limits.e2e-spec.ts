import { CloudApiEmulator, SteppedClock } from '../../lib/testing';
import type { CloudApiEmulatorOptions } from '../../lib/testing';
import type { Json } from './emulator-receiver';

let emulator: CloudApiEmulator;

async function start(options: CloudApiEmulatorOptions = {}): Promise<void> {
  emulator = await CloudApiEmulator.start({ clock: new SteppedClock(Date.UTC(2026, 0, 10)), ...options });
}

afterEach(() => emulator.stop());

async function send(message: object): Promise<{ status: number; body: Json }> {
  const response = await fetch(`${emulator.url}/v26.0/${emulator.phoneNumberId}/messages`, {
    method: 'POST',
    headers: { authorization: `Bearer ${emulator.accessToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({ messaging_product: 'whatsapp', type: 'text', text: { body: 'Hi' }, ...message }),
  });
  return { status: response.status, body: (await response.json()) as Json };
}

const codesOf = async (count: number, to: string): Promise<(number | undefined)[]> => {
  const codes: (number | undefined)[] = [];
  for (let i = 0; i < count; i++) codes.push((await send({ to })).body.error?.code as number | undefined);
  return codes;
};
const accepted = (count: number): undefined[] => Array.from({ length: count }, () => undefined);

describe('the limit of a number and a user', () => {
  it('lets bursts of 45 through, and one message in 6 seconds after them', async () => {
    await start({ limitPairs: true });
    expect(await codesOf(46, '15550100123')).toEqual([...accepted(45), 131056]);
    expect(await codesOf(1, '15550100124')).toEqual([undefined]);
    await emulator.advance(5999);
    expect(await codesOf(1, '15550100123')).toEqual([131056]);
    await emulator.advance(1);
    expect(await codesOf(2, '15550100123')).toEqual([undefined, 131056]);
    await emulator.advance(45 * 6000);
    expect(await codesOf(46, '15550100123')).toEqual([...accepted(45), 131056]);
    expect(emulator.messages).toHaveLength(45 + 1 + 1 + 45);
  });

  it('answers as Meta does, forgets on reset, and is off unless asked for', async () => {
    await start();
    expect(await codesOf(50, '15550100123')).toEqual(accepted(50));
    emulator.number().limitPairs = true;
    await codesOf(45, '15550100123');
    const { status, body } = await send({ to: '15550100123' });
    expect(status).toBe(400);
    expect(body.error).toMatchObject({
      message: '(#131056) (Business Account, Consumer Account) pair rate limit hit',
      code: 131056,
    });
    emulator.reset();
    expect(emulator.number().limitPairs).toBe(false);
    emulator.number().limitPairs = true;
    expect(await codesOf(1, '15550100123')).toEqual([undefined]);
  });
});

describe('the window', () => {
  it('is not needed for templates and content that Meta makes templates of', async () => {
    await start({ enforceWindow: true });
    const ann = emulator.user({ name: 'Ann', phone: '15550100123' });
    const template = { name: 'hello', language: { code: 'en_US' } };
    await send({ to: '15550100123' });
    await send({ to: '15550100123', category: 'utility' });
    await send({ to: '15550100123', type: 'template', text: undefined, template });
    await emulator.idle();
    expect(emulator.messages.map(({ status }) => status)).toEqual(['failed', 'accepted', 'accepted']);
    expect(ann.inbox).toHaveLength(2);
    expect(emulator.transcript.filter(({ kind }) => kind === 'business-message')).toHaveLength(2);
  });

  it('is closed for numbers of which the platform knows nobody', async () => {
    await start({ enforceWindow: true });
    const { status } = await send({ to: '15550100199' });
    await emulator.idle();
    expect([status, emulator.messages[0]!.errorCode]).toEqual([200, 131047]);
  });
});

describe('codes', () => {
  it('go to phone numbers only, also without a template', async () => {
    await start();
    const code = { category: 'authentication' };
    const { status, body } = await send({ recipient: 'US.12345', ...code });
    expect([status, body.error.code]).toEqual([400, 131062]);
    expect((await send({ to: '15550100123', ...code })).status).toBe(200);
  });
});
