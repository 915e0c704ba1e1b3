import { SendOutcomeUnknownError } from '../../../lib/errors/send-outcome-unknown.error';
import type { SendOutcome } from '../../../lib/errors/send-outcome-unknown.error';
import { SendOutcomes } from '../../../lib/graph/send-outcomes.service';
import { flush, ManualClock } from '../../support/manual-clock';

const TO = '+1 650 555 1234';

function setup() {
  const clock = new ManualClock();
  const outcomes = new SendOutcomes(clock);
  const lostError = (): SendOutcomeUnknownError =>
    new SendOutcomeUnknownError({ reason: 'timeout', correlation: 'o-1' });
  const lose = (correlation = 'o-1', to = TO): SendOutcomeUnknownError => {
    const error = lostError();
    outcomes.watch(correlation, to).failed(error);
    return error;
  };
  const status = (
    messageId: string,
    correlation = 'o-1',
    name = 'sent',
    recipients = ['16505551234'],
  ): void => outcomes.observe({ messageId, correlation, recipients, status: name });
  return { clock, outcomes, lostError, lose, status };
}

async function settled(error: SendOutcomeUnknownError): Promise<SendOutcome | 'pending'> {
  let result: SendOutcome | 'pending' = 'pending';
  void error.outcome.then((outcome) => (result = outcome));
  await flush();
  return result;
}

const accepted = (messageId: string, reported = 'sent') => ({ status: 'accepted', messageId, reported });

describe('SendOutcomes', () => {
  it('settles a lost send as accepted when a status tells of it', async () => {
    const { clock, outcomes, lose, status } = setup();
    const error = lose();
    expect(await settled(error)).toBe('pending');
    status('wamid.1', 'o-1', 'delivered');
    expect(await settled(error)).toEqual(accepted('wamid.1', 'delivered'));
    expect([outcomes.pending, clock.pending]).toEqual([0, 0]);
  });

  it('tells of every lost send in one place, with the correlation it was sent with', async () => {
    const { clock, outcomes, lose, status } = setup();
    const told: unknown[] = [];
    outcomes.settled.subscribe((settled) => told.push(settled));
    lose('{"order":7}');
    lose('o-2');
    outcomes.watch('o-3', TO).answered('wamid.3');
    status('wamid.1', '{"order":7}', 'delivered');
    await clock.advance(600_000);
    expect(told).toEqual([
      { correlation: '{"order":7}', outcome: accepted('wamid.1', 'delivered') },
      { correlation: 'o-2', outcome: { status: 'unknown' } },
    ]);
  });

  it('knows a status that came before the answer was given up', async () => {
    const { outcomes, lostError, status } = setup();
    const send = outcomes.watch('o-1', TO);
    status('wamid.1');
    status('wamid.1', 'o-1', 'delivered');
    const error = lostError();
    send.failed(error);
    expect(await settled(error)).toEqual(accepted('wamid.1'));
  });

  it('leaves it unknown after ten minutes, and does not mind what comes then', async () => {
    const { clock, lose, status } = setup();
    const error = lose();
    await clock.advance(599_999);
    expect(await settled(error)).toBe('pending');
    await clock.advance(1);
    expect(await settled(error)).toEqual({ status: 'unknown' });
    status('wamid.1');
    expect(await settled(error)).toEqual({ status: 'unknown' });
  });

  it.each<[string, Parameters<ReturnType<typeof setup>['status']>]>([
    ['another correlation', ['wamid.1', 'o-2']],
    ['another recipient', ['wamid.1', 'o-1', 'sent', ['447700900000']]],
    ['no recipient', ['wamid.1', 'o-1', 'sent', []]],
  ])('is not settled by a status with %s', async (_name, args) => {
    const { lose, status } = setup();
    const error = lose();
    status(...args);
    expect(await settled(error)).toBe('pending');
  });

  it('is not settled by statuses of sends that were answered, whenever they come', async () => {
    const { outcomes, lose, status } = setup();
    outcomes.watch('o-1', TO).answered('wamid.before');
    const onItsWay = outcomes.watch('o-1', TO);
    const error = lose();
    status('wamid.before', 'o-1', 'read');
    status('wamid.way');
    expect(await settled(error)).toBe('pending');
    onItsWay.answered('wamid.way');
    status('wamid.way', 'o-1', 'read');
    expect(await settled(error)).toBe('pending');
    status('wamid.lost');
    expect(await settled(error)).toEqual(accepted('wamid.lost'));
  });

  it('gives each of two lost sends a message of its own', async () => {
    const { lose, status } = setup();
    const errors = [lose(), lose()] as const;
    status('wamid.1');
    status('wamid.1', 'o-1', 'delivered');
    expect([await settled(errors[0]), await settled(errors[1])]).toEqual([accepted('wamid.1'), 'pending']);
    status('wamid.2', 'o-1', 'failed');
    expect(await settled(errors[1])).toEqual(accepted('wamid.2', 'failed'));
  });

  it('does not wait for sends that Meta refused', async () => {
    const { outcomes } = setup();
    outcomes.watch('o-1', TO).failed(new Error('refused'));
    expect(outcomes.pending).toBe(0);
  });

  it('gives up the oldest when there are too many', async () => {
    const { outcomes, lose } = setup();
    const first = lose('first');
    for (let i = 0; i < 10_000; i++) lose(`o-${i}`);
    expect(await settled(first)).toEqual({ status: 'unknown' });
    expect(outcomes.pending).toBe(10_000);
  });

  it('asks for statuses from the first watched send on', () => {
    const { outcomes } = setup();
    const begin = jest.fn();
    outcomes.statuses.provide(begin);
    expect(begin).not.toHaveBeenCalled();
    outcomes.watch('o-1', TO);
    outcomes.watch('o-2', TO);
    expect(begin).toHaveBeenCalledTimes(1);
  });

  it('is unknown at once for an error that nobody follows', async () => {
    expect(await settled(new SendOutcomeUnknownError({ reason: 'timeout' }))).toEqual({ status: 'unknown' });
  });
});
