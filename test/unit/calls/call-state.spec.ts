import fc from 'fast-check';
import type { CallChange, CallPhase, CallSignal, CallState, CallStep } from '../../../lib/calls/call-state';
import { reduceCall } from '../../../lib/calls/call-state';

const STEPS: readonly CallStep[] = ['pre_accept', 'accept', 'reject', 'terminate'];
const SIGNALS: readonly CallSignal[] = ['connect', 'created', 'ringing', 'accepted', 'rejected', 'terminate'];
const PHASES: readonly CallPhase[] = [
  'dialing',
  'ringing',
  'pre-accepted',
  'accepted',
  'rejected',
  'ending',
  'ended',
];

const at = (phase: CallPhase, direction: CallState['direction'] = 'user'): CallState => ({
  phase,
  direction,
  sip: false,
});

function phaseAfter(state: CallState | undefined, change: CallChange): string {
  const next = reduceCall(state, change);
  return 'refused' in next ? `refused: ${next.refused}` : next.phase;
}

describe('reduceCall', () => {
  const OVER = expect.stringMatching(/^refused: (?:is over|is being ended|was refused)/) as unknown as string;
  const TAKEN = expect.stringMatching(/^refused: was taken/) as unknown as string;

  it.each<[phase: CallPhase, pre_accept: string, accept: string, reject: string, terminate: string]>([
    ['ringing', 'pre-accepted', 'accepted', 'ending', 'ending'],
    ['pre-accepted', 'refused: was pre-accepted already', 'accepted', 'ending', 'ending'],
    ['accepted', TAKEN, TAKEN, TAKEN, 'ending'],
    ['ending', OVER, OVER, OVER, OVER],
    ['ended', OVER, OVER, OVER, OVER],
  ])("lets the business do what fits a user's call that is %s", (phase, ...expected) => {
    expect(STEPS.map((step) => phaseAfter(at(phase), { step }))).toEqual(expected);
  });

  it('lets the business do nothing but end a call of its own', () => {
    const wrong = expect.stringContaining('made by the business') as unknown as string;
    for (const phase of ['dialing', 'ringing', 'accepted'] as const) {
      expect(STEPS.map((step) => phaseAfter(at(phase, 'business'), { step }))).toEqual([
        wrong,
        wrong,
        wrong,
        'ending',
      ]);
    }
  });

  it('follows a call of a user', () => {
    const connect = { signal: 'connect', direction: 'user' } as const;
    expect(phaseAfter(undefined, connect)).toBe('ringing');
    expect(phaseAfter(at('accepted'), { signal: 'terminate', direction: 'user' })).toBe('ended');
  });

  it('follows a call of the business, also when the answer comes after the ringing', () => {
    let state: CallState | undefined;
    const phases = (['connect', 'ringing', 'connect', 'accepted', 'terminate'] as const).map((signal) => {
      state = reduceCall(state, { signal, direction: 'business' }) as CallState;
      return state.phase;
    });
    expect(phases).toEqual(['dialing', 'ringing', 'ringing', 'accepted', 'ended']);
  });

  it('refuses every step of a call that is signalled by SIP', () => {
    const state = reduceCall(undefined, { signal: 'created', direction: 'user' }) as CallState;
    for (const step of STEPS) expect(phaseAfter(state, { step })).toContain('signalled by SIP');
  });

  it('allows every step of a call that it knows nothing of: another process may', () => {
    expect(STEPS.map((step) => phaseAfter(undefined, { step }))).toEqual([
      'pre-accepted',
      'accepted',
      'ending',
      'ending',
    ]);
  });

  it('is never led back by signals, in whatever order and however often they come', () => {
    const change: fc.Arbitrary<CallChange> = fc.oneof(
      fc.record({
        signal: fc.constantFrom(...SIGNALS),
        direction: fc.constantFrom('user' as const, 'business' as const, undefined),
      }),
      fc.record({ step: fc.constantFrom(...STEPS) }),
    );
    fc.assert(
      fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
        let state: CallState | undefined;
        for (const each of changes) {
          const next = reduceCall(state, each);
          if ('refused' in next) continue;
          expect(PHASES.indexOf(next.phase)).toBeGreaterThanOrEqual(state ? PHASES.indexOf(state.phase) : 0);
          if (!('step' in each)) expect(reduceCall(next, each)).toBe(next);
          state = next;
        }
        const ended = reduceCall(state, { signal: 'terminate', direction: undefined }) as CallState;
        for (const step of STEPS) expect(reduceCall(ended, { step })).toHaveProperty('refused');
      }),
    );
  });
});
