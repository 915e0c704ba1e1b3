import { resolveDeliveryOptions } from '../../../lib/delivery/delivery-defaults';

describe('resolveDeliveryOptions', () => {
  it('fills in what is missing, and takes `undefined` as missing', () => {
    const undefinedAttempts = { attempts: undefined } as unknown as { attempts: number };
    expect(resolveDeliveryOptions({ ...undefinedAttempts, deadlineMs: 5 })).toEqual({
      ...resolveDeliveryOptions(),
      deadlineMs: 5,
    });
    expect(resolveDeliveryOptions()).toMatchObject({
      ack: 'after-handlers',
      attempts: 3,
      onExhausted: 'dead-letter',
    });
  });

  it('remembers items for as long as Meta repeats them', () => {
    expect(resolveDeliveryOptions().dedupeTtlMs).toBe(7 * 24 * 60 * 60 * 1_000);
  });
});
