import { CallTracker } from '../../../lib/calls/call-tracker';
import { CallStateError } from '../../../lib/calls/errors/call-state.error';
import { ManualClock } from '../../support/manual-clock';
import { ANSWER, OFFER } from './sdp-samples';
import { CALL_ID, callEvent, userCall } from './support';

const HOUR = 60 * 60 * 1000;

function tracker(limits?: { maxCalls?: number; ttlMs?: number }) {
  const clock = new ManualClock();
  return { clock, tracker: new CallTracker(clock, limits) };
}

describe('CallTracker', () => {
  it('follows call events and ignores all others', () => {
    const { tracker: calls } = tracker();
    calls.observe(callEvent('message.text'));
    calls.observe(callEvent('call.recording_available'));
    calls.observe({ name: 'call.connect', payload: null });
    calls.observe({ name: 'call.connect', payload: { id: 7 } });
    expect(calls.stateOf(CALL_ID)).toBeUndefined();

    calls.observe(userCall());
    expect(calls.stateOf(CALL_ID)).toEqual({ direction: 'user', phase: 'ringing', sip: false });
    calls.observe(callEvent('call.terminate', { direction: 'USER_INITIATED' }));
    calls.observe(userCall());
    expect(calls.stateOf(CALL_ID)?.phase).toBe('ended');
  });

  it('knows from a status that the business called', () => {
    const { tracker: calls } = tracker();
    calls.observe(callEvent('call.status.ringing', { status: 'RINGING' }));
    expect(calls.stateOf(CALL_ID)).toMatchObject({ direction: 'business', phase: 'ringing' });
    calls.observe(callEvent('call.status.rejected', { status: 'REJECTED' }));
    expect(() => calls.begin(CALL_ID, 'terminate')).toThrow(CallStateError);
  });

  it('keeps the offer and the pre-accepted answer until the call is taken', () => {
    const { tracker: calls } = tracker();
    calls.observe(userCall());
    calls.begin(CALL_ID, 'pre_accept', ANSWER);
    expect([calls.offerOf(CALL_ID), calls.preAcceptedSdp(CALL_ID)]).toEqual([OFFER, ANSWER]);
    calls.begin(CALL_ID, 'accept', ANSWER);
    expect([calls.offerOf(CALL_ID), calls.preAcceptedSdp(CALL_ID)]).toEqual([undefined, undefined]);
  });

  it('tells the step, the phase and the reason when it refuses', () => {
    const { tracker: calls } = tracker();
    calls.observe(userCall());
    calls.begin(CALL_ID, 'accept');
    const refused = (): unknown => calls.begin(CALL_ID, 'accept');
    expect(refused).toThrow(CallStateError);
    expect(refused).toThrow('Cannot accept the call, nothing was sent: it was taken already.');
    expect(refused).toThrow(expect.objectContaining({ step: 'accept', phase: 'accepted' }));
    expect(refused).not.toThrow(CALL_ID);
  });

  it('takes a failed step back, unless something has happened since', () => {
    const { tracker: calls } = tracker();
    calls.observe(userCall());
    calls.begin(CALL_ID, 'pre_accept', ANSWER)();
    expect(calls.stateOf(CALL_ID)?.phase).toBe('ringing');
    expect(calls.preAcceptedSdp(CALL_ID)).toBeUndefined();

    const undo = calls.begin(CALL_ID, 'accept');
    calls.observe(callEvent('call.terminate'));
    undo();
    expect(calls.stateOf(CALL_ID)?.phase).toBe('ended');

    calls.begin('wacid.unknown', 'terminate')();
    expect(calls.stateOf('wacid.unknown')).toBeUndefined();
  });

  it('forgets calls without news after 6 hours', async () => {
    const { tracker: calls, clock } = tracker();
    calls.observe(userCall());
    await clock.advance(5 * HOUR);
    calls.begin(CALL_ID, 'accept');
    await clock.advance(5 * HOUR);
    expect(calls.stateOf(CALL_ID)?.phase).toBe('accepted');
    await clock.advance(HOUR);
    expect(calls.stateOf(CALL_ID)).toBeUndefined();
  });

  it('forgets those without news for longest when there are too many', () => {
    const { tracker: calls } = tracker({ maxCalls: 2 });
    for (const id of ['a', 'b']) calls.observe(userCall({ id }));
    calls.begin('a', 'accept');
    calls.observe(userCall({ id: 'c' }));
    expect(['a', 'b', 'c'].map((id) => calls.stateOf(id)?.phase)).toEqual(['accepted', undefined, 'ringing']);
  });

  it('makes room from what has expired first', async () => {
    const { tracker: calls, clock } = tracker({ maxCalls: 100, ttlMs: HOUR });
    for (let n = 0; n < 50; n++) calls.observe(userCall({ id: `old ${n}` }));
    await clock.advance(HOUR);
    calls.observe(userCall({ id: 'new' }));
    expect((calls as unknown as { calls: Map<string, unknown> }).calls.size).toBe(1);
  });
});
