import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MessageProgress, StatusUpdate } from '../../../../lib/messages/status/reduce-status';
import { reduceStatus } from '../../../../lib/messages/status/reduce-status';

const undeliverable = [{ code: 131026, title: 'Message undeliverable' }];
const at = (status: string, seconds: number, more: object = {}): StatusUpdate => ({
  status,
  timestamp: String(seconds),
  ...more,
});
const reduceAll = (updates: readonly StatusUpdate[]): MessageProgress | undefined =>
  updates.reduce<MessageProgress | undefined>(reduceStatus, undefined);

function fixture(name: string): StatusUpdate[] {
  const file = join(__dirname, '../../../fixtures/webhooks', `messages.statuses.${name}.json`);
  const body = JSON.parse(readFileSync(file, 'utf8')) as {
    entry: { changes: { value: { statuses: StatusUpdate[] } }[] }[];
  };
  return body.entry[0]!.changes[0]!.value.statuses;
}

describe('reduceStatus', () => {
  it('moves on through the states and keeps their times', () => {
    const states = ['sent', 'delivered', 'read', 'played'].map((status, i) => at(status, 100 + i));
    expect(reduceAll(states)).toEqual({
      status: 'played',
      at: { sent: 100_000, delivered: 101_000, read: 102_000, played: 103_000 },
      isRegression: false,
    });
  });

  it('flags what comes late, and keeps its time', () => {
    const progress = reduceAll([at('sent', 1), at('read', 3), at('delivered', 2)]);
    expect(progress).toEqual({
      status: 'read',
      at: { sent: 1000, delivered: 2000, read: 3000 },
      isRegression: true,
    });
    expect(reduceStatus(progress, at('played', 4))).toMatchObject({ status: 'played', isRegression: false });
  });

  it('does not flag repetitions and keeps the earlier time', () => {
    expect(reduceAll([at('delivered', 2), at('delivered', 5)])).toEqual({
      status: 'delivered',
      at: { delivered: 2000 },
      isRegression: false,
    });
  });

  it('keeps the reason of a failure, also when it is repeated without', () => {
    const failed = reduceAll([
      at('sent', 1),
      at('failed', 2, { errors: undeliverable }),
      at('failed', 3, { errors: [] }),
      at('failed', 4),
    ]);
    expect(failed).toEqual({
      status: 'failed',
      at: { sent: 1000, failed: 2000 },
      errors: undeliverable,
      isRegression: false,
    });
  });

  it('takes the reason from a repetition when the first failure had none', () => {
    expect(reduceAll([at('failed', 1), at('failed', 2, { errors: undeliverable })])).toMatchObject({
      errors: undeliverable,
    });
  });

  it('stays failed when sent comes late', () => {
    expect(reduceAll([at('failed', 2, { errors: undeliverable }), at('sent', 1)])).toMatchObject({
      status: 'failed',
      isRegression: true,
    });
  });

  it.each([
    [[at('delivered', 1), at('failed', 2, { errors: undeliverable })], true],
    [[at('failed', 1, { errors: undeliverable }), at('delivered', 2)], false],
  ])('lets delivery win over the failure of another device', (updates, isRegression) => {
    expect(reduceAll(updates)).toMatchObject({ status: 'delivered', errors: undeliverable, isRegression });
  });

  it.each([
    at('captured', 1, { type: 'payment' }),
    at('failed', 1, { type: 'payment' }),
    at('warning', 1),
    {},
    { status: 'toString' },
  ])('says nothing about delivery: %j', (update) => {
    expect(reduceStatus(undefined, update)).toEqual({ at: {}, isRegression: false });
    const known = reduceAll([at('delivered', 1)]);
    expect(reduceStatus(known, update)).toEqual(known);
  });

  it('does without times it cannot read', () => {
    expect(reduceStatus(undefined, { status: 'sent', timestamp: 'soon' })).toEqual({
      status: 'sent',
      at: {},
      isRegression: false,
    });
    expect(reduceStatus(undefined, { status: 'sent' })).toMatchObject({ at: {} });
    expect(reduceStatus(undefined, { status: 'sent', timestamp: 7 })).toMatchObject({ at: { sent: 7000 } });
  });

  it('keeps the members of a group apart', () => {
    const member = (phone: string, userId: string): object => ({
      recipient_type: 'group',
      recipient_participant_id: phone,
      recipient_participant_user_id: userId,
    });
    const progress = reduceAll([
      at('sent', 1, { recipient_type: 'group' }),
      at('delivered', 2, member('111', 'US.1')),
      at('read', 3, { recipient_participant_user_id: 'US.1' }),
      at('failed', 4, { ...member('222', 'US.2'), errors: undeliverable }),
      at('delivered', 5, { participant_recipient_id: '111' }),
    ]);
    expect(progress).toEqual({
      status: 'sent',
      at: { sent: 1000 },
      participants: [
        { phone: '111', userId: 'US.1', status: 'read', at: { delivered: 2000, read: 3000 } },
        { phone: '222', userId: 'US.2', status: 'failed', at: { failed: 4000 }, errors: undeliverable },
      ],
      isRegression: true,
    });
  });

  it('reads the statuses of the webhook fixtures', () => {
    const group = reduceAll([
      ...fixture('group.sent'),
      ...fixture('group.delivered_aggregated'),
      ...fixture('group.read_bsuid'),
    ]);
    expect(group).toMatchObject({
      status: 'sent',
      participants: [
        { phone: '15550100123', status: 'read' },
        { phone: '15550100456', status: 'delivered' },
      ],
    });
    expect(reduceAll(fixture('failed'))).toMatchObject({ status: 'failed', errors: [{ code: 131026 }] });
    expect(reduceAll(fixture('payment.failed_attempt'))).toEqual({ at: {}, isRegression: false });
  });

  it('changes nothing that it was given', () => {
    const known = Object.freeze({
      at: Object.freeze({}),
      participants: Object.freeze([]),
      isRegression: false,
    });
    reduceStatus(known, Object.freeze(at('sent', 1, { recipient_participant_id: '1' })));
    expect(known).toEqual({ at: {}, participants: [], isRegression: false });
  });

  it('comes to the same end in any order, repeated or not, and survives JSON', () => {
    const update = fc.record({
      status: fc.constantFrom('sent', 'delivered', 'read', 'played', 'failed', 'warning'),
      timestamp: fc.integer({ min: 1, max: 9 }),
      member: fc.constantFrom(undefined, '111', '222'),
    });
    const toStatus = ({
      status,
      timestamp,
      member,
    }: {
      status: string;
      timestamp: number;
      member: string | undefined;
    }): StatusUpdate => ({
      status,
      timestamp,
      ...(status === 'failed' && { errors: undeliverable }),
      ...(member !== undefined && { recipient_participant_id: member }),
    });
    const end = (updates: readonly StatusUpdate[]): unknown => {
      const progress = updates.reduce<MessageProgress | undefined>(
        (known, next) => JSON.parse(JSON.stringify(reduceStatus(known, next))) as MessageProgress,
        undefined,
      );
      const participants = [...(progress?.participants ?? [])].sort((a, b) => (a.phone! < b.phone! ? -1 : 1));
      return { ...progress, participants, isRegression: undefined };
    };
    const history = fc.array(update, { maxLength: 8 }).chain((updates) =>
      fc.tuple(
        fc.constant(updates.map(toStatus)),
        fc.shuffledSubarray(
          [...updates, ...updates].map((_, i) => i),
          { minLength: updates.length * 2 },
        ),
      ),
    );
    fc.assert(
      fc.property(history, ([updates, order]) => {
        expect(end(order.map((i) => updates[i % updates.length]!))).toEqual(end(updates));
      }),
    );
  });
});
