import { PayloadValidationError } from '../../../lib/errors/payload-validation.error';
import { SendOutcomeUnknownError } from '../../../lib/errors/send-outcome-unknown.error';
import { CallStateError } from '../../../lib/calls/errors/call-state.error';
import { CallingUnavailableWithSipError } from '../../../lib/calls/errors/calling-unavailable-with-sip.error';
import { ANSWER, OFFER, OWN_OFFER } from './sdp-samples';
import { CALL_ID, PHONE_NUMBER_ID, callEvent, setup, userCall } from './support';

const issuesOf = async (work: Promise<unknown>): Promise<string[]> => {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(PayloadValidationError);
  return (error as PayloadValidationError).issues.map(({ path, message }) => `${path}: ${message}`);
};

describe('CallsService.initiate', () => {
  it('sends an offer to a phone number, once', async () => {
    const { calls, graph, tracker } = setup();
    const call = await calls.initiate({ to: '+15550100123', sdp: OWN_OFFER, correlation: { order: 7 } });
    expect(call).toEqual({
      callId: CALL_ID,
      raw: { messaging_product: 'whatsapp', calls: [{ id: CALL_ID }] },
    });
    expect(graph.bodies).toEqual([
      {
        messaging_product: 'whatsapp',
        to: '+15550100123',
        action: 'connect',
        session: { sdp_type: 'offer', sdp: OWN_OFFER },
        biz_opaque_callback_data: '{"order":7}',
      },
    ]);
    expect(graph.requests[0]).toMatchObject({
      method: 'POST',
      path: `${PHONE_NUMBER_ID}/calls`,
      kind: 'send',
      correlation: '{"order":7}',
    });
    expect(tracker.stateOf(CALL_ID)).toMatchObject({ direction: 'business', phase: 'dialing' });
  });

  it('sends an offer to a user id', async () => {
    const { calls, graph } = setup();
    await calls.initiate({ to: 'US.13491208655302741918', sdp: OWN_OFFER }, { phoneNumberId: '42' });
    expect(graph.bodies[0]).toMatchObject({ recipient: 'US.13491208655302741918' });
    expect(graph.bodies[0]).not.toHaveProperty('to');
    expect(graph.requests[0]?.path).toBe('42/calls');
  });

  it('asks for a recording and a transcript', async () => {
    const { calls, graph } = setup();
    const recording = { purpose: 'quality', language: 'en_US' };
    await calls.initiate({ to: '+15550100123', sdp: OWN_OFFER, recording, transcription: recording });
    const capture = { status: 'ENABLED', purpose: 'quality', announcement_language: 'en_US' };
    expect(graph.bodies[0]).toMatchObject({ recording: capture, transcription: capture });
  });

  it('refuses what cannot work before it leaves', async () => {
    const { calls, graph } = setup();
    const wrong = {
      to: { group: 'g' } as never,
      sdp: OWN_OFFER.replaceAll('\r\n', '\n'),
      correlation: 'x'.repeat(513),
      recording: { purpose: '', language: 'en' },
    };
    expect(await issuesOf(calls.initiate(wrong))).toEqual([
      expect.stringMatching(/^to: must be a user/),
      expect.stringMatching(/^sdp: must end its lines with CRLF/),
      expect.stringMatching(/^correlation: .*512/),
      expect.stringMatching(/^recording\.purpose: must not be empty/),
    ]);
    expect(graph.requests).toEqual([]);
  });

  it('tells an answer without a call id from a failure: the phone may ring', async () => {
    const { calls, graph } = setup();
    graph.answer = () => ({ messaging_product: 'whatsapp' });
    const call = calls.initiate({ to: '+15550100123', sdp: OWN_OFFER, correlation: 'order 7' });
    await expect(call).rejects.toThrow(SendOutcomeUnknownError);
    await expect(call).rejects.toMatchObject({ correlation: 'order 7' });
  });

  it('leaves the checks out when asked to', async () => {
    const { calls, graph } = setup();
    await calls.initiate({ to: '+15550100123', sdp: 'anything' }, { validate: false });
    expect(graph.requests).toHaveLength(1);
  });
});

describe('a call of a user', () => {
  it('S1 CallConnect.pre_accept(*, sdp): action pre_accept with an answer', async () => {
    const { calls, graph } = setup();
    await calls.of(userCall()).preAccept({ sdp: ANSWER });
    expect(graph.bodies).toEqual([
      {
        messaging_product: 'whatsapp',
        call_id: CALL_ID,
        action: 'pre_accept',
        session: { sdp_type: 'answer', sdp: ANSWER },
      },
    ]);
    expect(graph.requests[0]).toMatchObject({ method: 'POST', path: '200555000000001/calls', kind: 'safe' });
  });

  it('S1 pre_accept.sdp: the method decides that it is an answer', async () => {
    const { calls } = setup();
    expect(await issuesOf(calls.preAccept({ callId: CALL_ID, sdp: OWN_OFFER }))).toEqual([
      expect.stringContaining('sdp: must answer with a=setup:active'),
    ]);
  });

  it('S1 CallConnect.accept(sdp, *, tracker=None): action accept with an answer', async () => {
    const { calls, graph } = setup();
    await calls.of(userCall()).accept({ sdp: ANSWER });
    await calls.accept({ callId: 'wacid.2', sdp: ANSWER, tracker: 'ticket=9' });
    expect(graph.bodies).toEqual([
      {
        messaging_product: 'whatsapp',
        call_id: CALL_ID,
        action: 'accept',
        session: { sdp_type: 'answer', sdp: ANSWER },
      },
      {
        messaging_product: 'whatsapp',
        call_id: 'wacid.2',
        action: 'accept',
        session: { sdp_type: 'answer', sdp: ANSWER },
        biz_opaque_callback_data: 'ticket=9',
      },
    ]);
  });

  it('S1 accept.tracker: up to 512 characters, text or data', async () => {
    const { calls, graph } = setup();
    await calls.accept({ callId: '1', sdp: ANSWER, tracker: { ticket: 9 } });
    await calls.accept({ callId: '2', sdp: ANSWER, tracker: '😀'.repeat(512) });
    expect(graph.bodies[0]).toMatchObject({ biz_opaque_callback_data: '{"ticket":9}' });
    const loop: Record<string, unknown> = {};
    loop['self'] = loop;
    for (const tracker of ['x'.repeat(513), { text: 'x'.repeat(512) }, loop, '']) {
      expect(await issuesOf(calls.accept({ callId: '3', sdp: ANSWER, tracker }))).toEqual([
        expect.stringMatching(/^tracker: /),
      ]);
    }
    expect(graph.requests).toHaveLength(2);
  });

  it('S1 CallConnect.reject(): action reject', async () => {
    const { calls, graph } = setup();
    await calls.of(userCall()).reject();
    expect(graph.bodies).toEqual([{ messaging_product: 'whatsapp', call_id: CALL_ID, action: 'reject' }]);
  });

  it('S1 CallConnect.terminate(): action terminate', async () => {
    const { calls, graph } = setup();
    const call = calls.of(userCall());
    await call.accept({ sdp: ANSWER });
    await call.terminate();
    expect(graph.bodies[1]).toEqual({ messaging_product: 'whatsapp', call_id: CALL_ID, action: 'terminate' });
  });

  it('S1 CallConnect: needs neither a contact nor a phone number', async () => {
    const { calls, graph } = setup();
    const event = userCall({ from: undefined, from_user_id: 'US.13491208655302741918' });
    await calls.of(event).accept({ sdp: ANSWER });
    expect(graph.requests).toHaveLength(1);
  });

  it('S1 CallConnect.id, .direction, .session: are on the handle', () => {
    const { calls } = setup();
    expect(calls.of(userCall())).toMatchObject({
      id: CALL_ID,
      direction: 'user',
      sdp: OFFER,
      phase: 'ringing',
    });
  });

  it('S1 CallEvent and CallDirection: both directions are told apart', () => {
    const { calls } = setup();
    const directions = ['USER_INITIATED', 'BUSINESS_INITIATED'].map(
      (direction) => calls.of(callEvent('call.connect', { direction })).direction,
    );
    expect(directions).toEqual(['user', 'business']);
  });

  it('S1 SessionDescription: must be RFC 8866 and begin with v=0', async () => {
    const { calls } = setup();
    expect(await issuesOf(calls.of(userCall()).accept({ sdp: 'm=audio 9 RTP/AVP 0\r\n' }))).toEqual([
      'sdp: must begin with the line v=0 (RFC 8866)',
    ]);
  });

  it("refuses the caller's own offer sent back, with the event or without", async () => {
    const { calls, graph } = setup();
    const echoed = expect.stringContaining("is the caller's own offer") as unknown as string;
    const call = calls.of(userCall());
    expect(await issuesOf(call.preAccept({ sdp: OFFER }))).toEqual([echoed]);
    const answered = OFFER.replace('actpass', 'active').replace('a=ice-lite\r\n', '');
    expect(await issuesOf(calls.accept({ callId: CALL_ID, sdp: answered }))).toEqual([echoed]);
    expect(graph.requests).toEqual([]);
    expect(call.phase).toBe('ringing');
  });

  it('repeats the pre-accepted answer, and refuses another one', async () => {
    const { calls, graph } = setup();
    const call = calls.of(userCall());
    await call.preAccept({ sdp: ANSWER });
    const other = ANSWER.replace('o=- 73112 0', 'o=- 73112 1');
    expect(await issuesOf(call.accept({ sdp: other }))).toEqual([
      expect.stringContaining('sdp: must be the same as in preAccept'),
    ]);
    await call.accept({ tracker: 'ticket=9' });
    expect(graph.bodies[1]).toMatchObject({ action: 'accept', session: { sdp_type: 'answer', sdp: ANSWER } });
    await expect(call.accept()).rejects.toThrow('was taken already');
  });

  it('wants a session description when there was no pre-accept', async () => {
    const { calls } = setup();
    expect(await issuesOf(calls.of(userCall()).accept())).toEqual([
      expect.stringMatching(/^sdp: must be a session description/),
    ]);
  });

  it('refuses steps that come too late or twice, and sends nothing', async () => {
    const { calls, graph } = setup();
    const call = calls.of(userCall());
    await call.accept({ sdp: ANSWER });
    await expect(call.accept({ sdp: ANSWER })).rejects.toThrow(CallStateError);
    await expect(call.reject()).rejects.toThrow('end it with terminate');
    calls.of(callEvent('call.terminate', { direction: 'USER_INITIATED' }));
    expect(call.phase).toBe('ended');
    await expect(call.terminate()).rejects.toThrow('it is over');
    await expect(calls.accept({ callId: CALL_ID, sdp: ANSWER })).rejects.toThrow('it is over');
    expect(graph.requests).toHaveLength(1);
  });

  it('sends one of two accepts at the same time', async () => {
    const { calls, graph } = setup();
    const call = calls.of(userCall());
    const both = await Promise.allSettled([call.accept({ sdp: ANSWER }), call.accept({ sdp: ANSWER })]);
    expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect(graph.requests).toHaveLength(1);
  });

  it('can repeat a step that failed', async () => {
    const { calls, graph } = setup();
    const call = calls.of(userCall());
    graph.answer = () => new Error('refused');
    await expect(call.accept({ sdp: ANSWER })).rejects.toThrow('refused');
    expect(call.phase).toBe('ringing');
    graph.answer = () => ({ success: false });
    await expect(call.accept({ sdp: ANSWER })).rejects.toThrow('success: false');
    expect(call.phase).toBe('ringing');
    graph.answer = () => ({ success: true });
    await call.accept({ sdp: ANSWER });
    expect(call.phase).toBe('accepted');
  });

  it('tells how long Meta surely waits', async () => {
    const { calls, clock } = setup();
    const call = calls.of(userCall());
    expect([call.deadline, call.remainingMs]).toEqual([
      { safe: clock.now() + 30_000, last: clock.now() + 60_000 },
      30_000,
    ]);
    await clock.advance(29_000);
    expect(call.remainingMs).toBe(1000);
    await clock.advance(60_000);
    expect(call.remainingMs).toBe(0);
    expect(calls.of(callEvent('call.terminate')).remainingMs).toBeUndefined();
  });

  it('S1 companions: calls the user again after the end', async () => {
    const { calls, graph } = setup();
    const ended = callEvent('call.terminate', { direction: 'USER_INITIATED', from: '15550100123' });
    await calls.of(ended).recall({ sdp: OWN_OFFER, correlation: 'again' });
    expect(graph.bodies[0]).toMatchObject({ action: 'connect', to: '15550100123' });
    expect(graph.requests[0]?.path).toBe('200555000000001/calls');
    await expect(calls.of(callEvent('call.terminate')).recall({ sdp: OWN_OFFER })).rejects.toThrow(
      'names no user',
    );
  });

  it('takes an account of the caller for that of the event', async () => {
    const { calls, graph } = setup();
    await calls.of(userCall()).reject({ phoneNumberId: '42' });
    expect(graph.requests[0]?.path).toBe('42/calls');
  });

  it('says which events are about no call', () => {
    const { calls } = setup();
    expect(() => calls.of({ name: 'message.text', payload: {} })).toThrow('event: has no call id');
  });

  it('wants an id to end a call', async () => {
    const { calls } = setup();
    expect(await issuesOf(calls.terminate(''))).toEqual(['callId: must not be empty']);
    expect(await issuesOf(calls.reject(undefined as never))).toEqual(['callId: must not be empty']);
  });
});

describe('a number on SIP', () => {
  it('S0 CallingSettings.sip: calls are refused with the reason while SIP is known to be on', async () => {
    const { calls, graph, sip, clock } = setup();
    sip.note(PHONE_NUMBER_ID, true);
    const call = (): Promise<unknown> => calls.initiate({ to: '+15550100123', sdp: OWN_OFFER });
    await expect(call()).rejects.toThrow(CallingUnavailableWithSipError);
    await expect(calls.terminate(CALL_ID)).rejects.toThrow(
      /SIP is enabled on this phone number.*settings\.update/,
    );
    expect(graph.requests).toEqual([]);
    await calls.initiate({ to: '+15550100123', sdp: OWN_OFFER }, { phoneNumberId: '42' });
    await calls.permissions('+15550100123');

    sip.note(PHONE_NUMBER_ID, false);
    await call();
    sip.note(PHONE_NUMBER_ID, true);
    await clock.advance(15 * 60 * 1000);
    await call();
    expect(graph.requests).toHaveLength(4);
  });

  it('lets those through who insist', async () => {
    const { calls, graph, sip } = setup();
    sip.note(PHONE_NUMBER_ID, true);
    await calls.initiate({ to: '+15550100123', sdp: OWN_OFFER }, { validate: false });
    expect(graph.requests).toHaveLength(1);
  });

  it('refuses the steps of a call that is signalled by SIP', async () => {
    const { calls } = setup();
    const call = calls.of(callEvent('call.created', { event: 'call_created', direction: 'USER_INITIATED' }));
    await expect(call.reject()).rejects.toThrow('signalled by SIP');
  });
});

describe('CallsService.link', () => {
  it('makes a link that calls the business', () => {
    const { calls } = setup();
    expect(calls.link({ phone: '+1 (555) 010-0001' })).toBe('https://wa.me/call/15550100001');
    expect(calls.link({ phone: '15550100001', payload: 'spring sale & more' })).toBe(
      'https://wa.me/call/15550100001?biz_payload=spring%20sale%20%26%20more',
    );
  });

  it.each([{ phone: '200555000000001' + '9' }, { phone: '' }, { phone: '1', payload: 'x' }])(
    'refuses what is no phone number: %j',
    (input) => {
      expect(() => setup().calls.link(input)).toThrow('phone: must be a phone number with country code');
    },
  );

  it('refuses a payload that is too long', () => {
    expect(() => setup().calls.link({ phone: '15550100001', payload: 'x'.repeat(513) })).toThrow(
      /payload: .*512/,
    );
  });
});
