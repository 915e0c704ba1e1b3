import { toGraphApiError } from '../../../lib/errors/graph-error.mapper';
import type { GraphApiError } from '../../../lib/errors/graph-api.error';
import type { TransportFailure } from '../../../lib/errors/transport.error';
import { TransportError } from '../../../lib/errors/transport.error';
import type { FailedAttempt } from '../../../lib/graph/graph-retry.policy';
import { isOutcomeUnknown, isTokenRefused, retryDelay } from '../../../lib/graph/graph-retry.policy';

const kinds = ['safe', 'unsafe', 'send'] as const;

function delay(failure: FailedAttempt['failure'], attempt: Partial<FailedAttempt> = {}): number | undefined {
  return retryDelay({
    kind: 'send',
    attempt: 1,
    maxAttempts: 10,
    remainingMs: 1_000_000,
    replayable: true,
    random: 0,
    failure,
    ...attempt,
  });
}

const lost = (reason: TransportFailure, sent = reason !== 'connect'): TransportError =>
  new TransportError({ reason, sent });
const meta = (code: number, status = 400, headers = {}): GraphApiError =>
  toGraphApiError(status, headers, { error: { code, message: 'x' } });

describe('retryDelay', () => {
  it.each(kinds)('repeats a %s that found no connection, with growing waits', (kind) => {
    const waits = [1, 2, 3, 20].map((attempt) => delay(lost('connect'), { kind, attempt, maxAttempts: 99 }));
    expect(waits).toEqual([200, 400, 800, 60_000]);
  });

  it('repeats a lost answer of what is safe only', () => {
    expect(delay(lost('connection-lost'), { kind: 'safe' })).toBe(200);
    expect(delay(lost('connection-lost'), { kind: 'unsafe' })).toBeUndefined();
    expect(delay(lost('connection-lost'), { kind: 'send' })).toBeUndefined();
  });

  it.each(['timeout', 'aborted', 'too-large', 'request', 'closed'] as const)(
    'never repeats after %s',
    (reason) => {
      for (const kind of kinds)
        for (const sent of [true, false]) expect(delay(lost(reason, sent), { kind })).toBeUndefined();
    },
  );

  it.each(kinds)('repeats a %s that was throttled, by the rules of the limit', (kind) => {
    const waits = (error: GraphApiError): (number | undefined)[] =>
      [1, 2, 3, 4].map((attempt) => delay(error, { kind, attempt }));
    expect(waits(meta(131056))).toEqual([1000, 4000, 16_000, 64_000]);
    expect(waits(meta(130429))).toEqual([1000, 2000, 4000, 8000]);
    expect(waits(meta(4))).toEqual([300_000, 300_000, 300_000, 300_000]);
    expect(waits(meta(130429, 429, { 'retry-after': '3' }))).toEqual([3000, 3000, 3000, 3000]);
    expect(waits(meta(138005, 429))).toEqual([1000, 2000, 4000, 8000]);
    expect(delay(toGraphApiError(429, {}, '<html>'), { kind })).toBe(1000);
  });

  it.each(kinds)('does not repeat a %s that throttling will not let through', (kind) => {
    expect(delay(meta(131048), { kind })).toBeUndefined();
  });

  it('repeats failures of Meta for what is safe only', () => {
    for (const error of [
      meta(131000, 500),
      meta(2, 503),
      toGraphApiError(502, {}, '<html>'),
      toGraphApiError(200, {}, '{"a'),
    ]) {
      expect(delay(error, { kind: 'safe', remainingMs: 1e9 })).toBeGreaterThan(0);
      expect(delay(error, { kind: 'unsafe', remainingMs: 1e9 })).toBeUndefined();
      expect(delay(error, { kind: 'send', remainingMs: 1e9 })).toBeUndefined();
    }
  });

  it.each([3, 131045, 133000, 100, 131047])('never repeats %i, also as HTTP 500', (code) => {
    for (const kind of kinds) expect(delay(meta(code, 500), { kind })).toBeUndefined();
  });

  it('does not guess a wait that only Meta knows', () => {
    expect(delay(meta(138003), { kind: 'safe' })).toBeUndefined();
  });

  it('waits a fixed time as it is', () => {
    expect(delay(meta(131057, 500), { kind: 'safe', attempt: 3 })).toBe(60_000);
  });

  it('honours is_transient for what is safe', () => {
    const error = toGraphApiError(400, {}, { error: { code: 100, message: 'x', is_transient: true } });
    expect(delay(error, { kind: 'safe' })).toBe(1000);
    expect(delay(error, { kind: 'send' })).toBeUndefined();
  });

  it('stops at the last attempt, before a wait that is too long, and for bodies that are used up', () => {
    expect(delay(lost('connect'), { attempt: 3, maxAttempts: 3 })).toBeUndefined();
    expect(delay(lost('connect'), { attempt: 2, maxAttempts: 3 })).toBe(400);
    expect(delay(meta(4), { remainingMs: 300_000 })).toBeUndefined();
    expect(delay(meta(4), { remainingMs: 300_001 })).toBe(300_000);
    expect(delay(lost('connect'), { replayable: false })).toBeUndefined();
  });

  it('spreads growing waits by up to a quarter, and does not shorten long first waits', () => {
    expect(delay(meta(130429), { random: 0.999 })).toBe(1250);
    expect(delay(meta(2, 503), { kind: 'safe', attempt: 2 })).toBe(300_000);
  });
});

describe('isOutcomeUnknown', () => {
  it('follows what can have reached Meta', () => {
    expect(isOutcomeUnknown(lost('connect'))).toBe(false);
    expect(isOutcomeUnknown(lost('timeout', false))).toBe(false);
    expect(isOutcomeUnknown(lost('timeout', true))).toBe(true);
    expect(isOutcomeUnknown(lost('connection-lost'))).toBe(true);
  });

  it('takes the word of Meta, and not that of a gateway', () => {
    expect(isOutcomeUnknown(meta(131000, 500))).toBe(false);
    expect(isOutcomeUnknown(meta(131047))).toBe(false);
    expect(isOutcomeUnknown(toGraphApiError(502, {}, '<html>'))).toBe(true);
    expect(isOutcomeUnknown(toGraphApiError(200, {}, '{"messages":'))).toBe(true);
    expect(isOutcomeUnknown(toGraphApiError(404, {}, '<html>'))).toBe(false);
    expect(isOutcomeUnknown(toGraphApiError(302, {}, ''))).toBe(false);
  });
});

describe('isTokenRefused', () => {
  it('knows the codes that a fresh token cures', () => {
    expect([0, 102, 190].every((code) => isTokenRefused(meta(code, 401)))).toBe(true);
    expect(isTokenRefused(meta(10, 403))).toBe(false);
    expect(isTokenRefused(toGraphApiError(401, {}, '<html>'))).toBe(false);
    expect(isTokenRefused(lost('connect'))).toBe(false);
  });
});
