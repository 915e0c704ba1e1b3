import { Injectable } from '@nestjs/common';
import {
  CallPermissionNotFoundError,
  CallSdpValidationError,
  CallStateError,
  CallTracker,
  CallingNotEnabledError,
  CallingUnavailableWithSipError,
  CallsService,
  DuplicateCallError,
  FetchCallPermissionLimitHitError,
  OnWhatsAppEvent,
  ReceiverUncallableError,
  SettingsService,
  callDeadline,
  errorsOf,
  sharedData,
} from 'nestjs-whatsapp-cloud';
import * as api from 'nestjs-whatsapp-cloud';
import type { CallHandle, WhatsAppEvent } from 'nestjs-whatsapp-cloud';
import { ADAPTERS, boot } from '../support/boot';
import type { BootSetup, Booted } from '../support/boot';
import { ANSWER, OWN_OFFER } from '../unit/calls/sdp-samples';

type Plan = (call: CallHandle, event: WhatsAppEvent<'call.connect'>) => Promise<unknown>;

/** Does with calls what a test tells it to. */
@Injectable()
class Desk {
  plan: Plan = (call) => call.accept({ sdp: ANSWER });
  readonly seen: WhatsAppEvent<'call.*'>[] = [];

  constructor(
    readonly calls: CallsService,
    readonly settings: SettingsService,
  ) {}

  @OnWhatsAppEvent('call.*')
  onAny(event: WhatsAppEvent<'call.*'>): void {
    this.seen.push(event);
    sharedData(event).set('first', 'was here');
  }

  @OnWhatsAppEvent('call.connect', { where: ({ payload }) => payload.direction === 'USER_INITIATED' })
  async onCall(event: WhatsAppEvent<'call.connect'>): Promise<void> {
    await this.plan(this.calls.of(event), event);
  }

  get names(): string[] {
    return this.seen.map(({ name }) => name);
  }
}

async function start(setup: BootSetup = {}): Promise<Booted & { desk: Desk; calls: CallsService }> {
  const booted = await boot({ providers: [Desk], ...setup });
  return { ...booted, desk: booted.app.get(Desk), calls: booted.app.get(CallsService) };
}

describe.each(ADAPTERS)('calls of users, on %s', (adapter) => {
  let booted: Awaited<ReturnType<typeof start>>;
  beforeEach(async () => (booted = await start({ adapter })));
  afterEach(() => booted.stop());

  it('are answered, and ended by the user', async () => {
    const { desk, emulator } = booted;
    desk.plan = async (call) => {
      await call.preAccept({ sdp: ANSWER });
      await call.accept({ tracker: { ticket: 7 } });
    };
    const ann = emulator.user({ name: 'Ann', phone: '15550100123' });
    const call = await ann.calls();
    await call.expectPreAccept();
    await call.expectAnswer();
    expect(call).toMatchObject({ state: 'accepted', businessSdp: ANSWER, correlation: '{"ticket":7}' });

    await emulator.advance(65_000);
    await call.hangsUp();
    expect(desk.names).toEqual(['call.connect', 'call.terminate']);
    expect(desk.seen[1]?.payload).toMatchObject({
      status: 'COMPLETED',
      duration: 65,
      biz_opaque_callback_data: '{"ticket":7}',
    });
    expect(emulator.transcript.map((entry) => 'text' in entry && entry.text)).toEqual([
      'calls',
      'takes the call',
      'hangs up',
    ]);
  });

  it('are refused', async () => {
    const { desk, emulator } = booted;
    desk.plan = (call) => call.reject();
    const call = await emulator.user({ name: 'Ann' }).calls();
    await call.expectRejection();
    await call.expectEnd();
    await emulator.idle();
    expect(desk.names).toEqual(['call.connect', 'call.terminate']);
    expect(desk.seen[1]?.payload).not.toHaveProperty('duration');
    await expect(call.expectAnswer()).rejects.toThrow(/was to be accepted before it ended.*rejected, ended/);
  });

  it('are ended by the application', async () => {
    const { desk, emulator } = booted;
    const handles: CallHandle[] = [];
    desk.plan = async (call) => {
      handles.push(call);
      await call.accept({ sdp: ANSWER });
    };
    const call = await emulator.user({ name: 'Ann' }).calls();
    await call.expectAnswer();
    await handles[0]?.terminate();
    await call.expectEnd();
    await emulator.idle();
    expect(handles[0]?.phase).toBe('ended');
    await expect(handles[0]?.terminate()).rejects.toThrow(CallStateError);
    expect(emulator.requests.filter(({ path }) => path.endsWith('/calls'))).toHaveLength(2);
  });

  it('end by themselves when nobody takes them', async () => {
    const { desk, emulator } = booted;
    desk.plan = () => Promise.resolve();
    const call = await emulator.user({ name: 'Ann' }).calls();
    const deadline = callDeadline(desk.seen[0]!);
    expect(deadline).toEqual({
      safe: emulator.clock.now() + 30_000,
      last: emulator.clock.now() + 60_000,
    });
    await emulator.advance(59_999);
    expect(call.state).toBe('ringing');
    await emulator.advance(1);
    await emulator.idle();
    expect(call.state).toBe('ended');
    await expect(booted.calls.of(desk.seen[0]!).accept({ sdp: ANSWER })).rejects.toThrow('it is over');
  });

  it('S1 CallConnect.metadata, .from_user, .timestamp, .event, .shared_data: reach the handlers', async () => {
    const { desk, emulator } = booted;
    const bags: unknown[] = [];
    desk.plan = (_call, event) => Promise.resolve(bags.push(sharedData(event).get('first')));
    const ann = emulator.user({ name: 'Ann', phone: '15550100123' });
    await ann.calls({ button: 'order-8812', link: 'spring' });
    expect(desk.seen[0]).toMatchObject({
      name: 'call.connect',
      phoneNumberId: emulator.phoneNumberId,
      displayPhoneNumber: emulator.displayPhoneNumber,
      contact: { profile: { name: 'Ann' }, wa_id: '15550100123', user_id: ann.profile.userId },
      timestamp: emulator.clock.now(),
      payload: { event: 'connect', cta_payload: 'order-8812', deeplink_payload: 'spring' },
    });
    expect(bags).toEqual(['was here']);
  });

  it('of users who hide their number are answered too', async () => {
    const { emulator } = booted;
    const call = await emulator.user({ name: 'Ben', username: 'ben' }).calls();
    await call.expectAnswer();
  });

  it('do not wait behind messages of the same user', async () => {
    const { desk, emulator } = booted;
    let letGo = (): void => undefined;
    const stuck = new Promise<void>((resolve) => (letGo = resolve));
    booted.app.get(api.WhatsAppEvents).on('message.text', () => stuck);
    const ann = emulator.user({ name: 'Ann' });
    const said = ann.says('hello');
    const call = await ann.calls();
    await call.expectAnswer();
    expect(desk.names).toEqual(['call.connect']);
    letGo();
    await said;
  });

  it('are handled once, in whatever order and however often they are told', async () => {
    const { desk, emulator } = booted;
    const call = await emulator.user({ name: 'Ann' }).calls();
    await call.hangsUp();
    await emulator.redeliver([...emulator.deliveries].reverse());
    expect(desk.names).toEqual(['call.connect', 'call.terminate']);
  });
});

describe('calls of the business', () => {
  let booted: Awaited<ReturnType<typeof start>>;
  beforeEach(async () => (booted = await start()));
  afterEach(() => booted.stop());

  const phone = '15550100123';
  const callAnn = () => booted.calls.initiate({ to: phone, sdp: OWN_OFFER, correlation: 'ticket=9' });

  it('ring, are taken, and end', async () => {
    const { calls, desk, emulator } = booted;
    const ann = emulator.user({ name: 'Ann', phone });
    await ann.allowsCalls();
    const { callId } = await callAnn();
    const ringing = await ann.expectCall();
    expect(ringing).toMatchObject({ id: callId, businessSdp: OWN_OFFER, correlation: 'ticket=9' });
    await emulator.idle();
    await ringing.accepts();
    await calls.terminate(callId);
    await ringing.expectEnd();
    await emulator.idle();
    expect(desk.names).toEqual([
      'call.connect',
      'call.status.ringing',
      'call.status.accepted',
      'call.terminate',
    ]);
    const [connect] = desk.seen;
    expect(calls.of(connect!).sdp).toBe(ringing.whatsAppSdp);
    expect(
      api.checkSdp(ringing.whatsAppSdp, { type: 'answer', offer: OWN_OFFER }).map(({ code }) => code),
    ).toEqual(['ice-lite', 'setup']);
    for (const { payload } of desk.seen)
      expect(payload).toMatchObject({ biz_opaque_callback_data: 'ticket=9' });
  });

  it('are refused by the user', async () => {
    const { desk, emulator } = booted;
    const ann = emulator.user({ name: 'Ann', phone });
    await ann.allowsCalls({ permanent: true });
    const { callId } = await callAnn();
    await (await ann.expectCall()).rejects();
    await emulator.idle();
    expect(desk.names.slice(-2)).toEqual(['call.status.rejected', 'call.terminate']);
    expect(booted.app.get(CallTracker).stateOf(callId)?.phase).toBe('ended');
    await expect(booted.calls.terminate(callId)).rejects.toThrow('it is over');
  });

  it('cannot be taken by the business itself', async () => {
    const { calls, desk, emulator } = booted;
    const ann = emulator.user({ name: 'Ann', phone });
    await ann.allowsCalls();
    await callAnn();
    await ann.expectCall();
    await emulator.idle();
    await expect(calls.of(desk.seen[0]!).accept({ sdp: ANSWER })).rejects.toThrow('made by the business');
  });

  it('can be made again after the end', async () => {
    const { calls, desk, emulator } = booted;
    const ann = emulator.user({ name: 'Ann', phone });
    await ann.allowsCalls();
    await (await ann.calls()).hangsUp();
    const ended = desk.seen.find(({ name }) => name === 'call.terminate');
    await calls.of(ended!).recall({ sdp: OWN_OFFER });
    await (await ann.expectCall()).accepts();
  });

  it('need permission, which wears off', async () => {
    const { calls, emulator } = booted;
    const ann = emulator.user({ name: 'Ann', phone });
    await expect(callAnn()).rejects.toThrow(CallPermissionNotFoundError);
    expect(await calls.permissions(phone)).toMatchObject({
      permission: { status: 'no_permission', permanent: false },
      canStartCall: false,
      canRequestPermission: true,
    });

    await ann.allowsCalls();
    const granted = await calls.permissions({ userId: ann.profile.userId });
    expect(granted).toMatchObject({ permission: { status: 'temporary' }, canStartCall: true });
    expect(granted.permission.expiresAt?.getTime()).toBe(emulator.clock.now() + 7 * 24 * 3600 * 1000);
    await emulator.advance(7 * 24 * 3600 * 1000);
    expect((await calls.permissions(phone)).canStartCall).toBe(false);

    await ann.allowsCalls({ permanent: true });
    await emulator.advance(30 * 24 * 3600 * 1000);
    expect((await calls.permissions(phone)).permission).toEqual({
      status: 'permanent',
      permanent: true,
      isExpired: false,
    });
    await ann.refusesCalls();
    expect((await calls.permissions(phone)).canStartCall).toBe(false);
  });

  it('lose the permission when four of them are missed', async () => {
    const { emulator, calls } = booted;
    await emulator.user({ name: 'Ann', phone }).allowsCalls({ permanent: true });
    for (let n = 0; n < 4; n++) {
      await callAnn();
      await emulator.idle();
      await emulator.advance(60_000);
      await emulator.idle();
    }
    await expect(callAnn()).rejects.toThrow(CallPermissionNotFoundError);
    expect((await calls.permissions(phone)).permission.status).toBe('no_permission');
  });

  it('may ask for permission once a day', async () => {
    const { emulator, app } = booted;
    const messages = app.get(api.MessagesService);
    const ann = emulator.user({ name: 'Ann', phone });
    const ask = () => messages.requestCallPermission({ to: phone, body: 'May we call you?' });
    const replies: unknown[] = [];
    app.get(api.WhatsAppEvents).on('message.interactive.call_permission_reply', ({ payload }) => {
      replies.push(payload.interactive.call_permission_reply);
    });
    await ask();
    const request = await ann.expectReply({ type: 'interactive' });
    await expect(ask()).rejects.toThrow(api.CallPermissionRequestLimitHitError);
    await ann.allowsCalls({ permanent: true, replyTo: request });
    expect(replies).toEqual([{ response: 'accept', is_permanent: true, response_source: 'user_action' }]);
    await expect(ask()).rejects.toThrow(api.PermanentCallPermissionExistsError);
  });

  it('tell how they failed', async () => {
    const { desk, emulator } = booted;
    const ann = emulator.user({ name: 'Ann', phone });
    await ann.allowsCalls();
    await callAnn();
    await (await ann.expectCall()).fails({ code: 138021, details: 'No media came.' });
    const ended = desk.seen.at(-1);
    expect(ended?.payload).toMatchObject({ status: 'FAILED' });
    const [error] = errorsOf(ended?.errors);
    expect(error).toBeInstanceOf(api.CallMediaReceiveTimeoutError);
    expect(error?.details).toBe('No media came.');
  });

  it('are refused by Meta for a reason that has a name', async () => {
    const { calls, emulator } = booted;
    await expect(callAnn()).rejects.toThrow(ReceiverUncallableError);
    const ann = emulator.user({ name: 'Ann', phone });
    await ann.allowsCalls();
    const wrong = { to: phone, sdp: OWN_OFFER.replace('a=rtcp-mux\r\n', 'a=fingerprint:sha-1 AA\r\n') };
    await expect(calls.initiate(wrong, { validate: false })).rejects.toThrow(CallSdpValidationError);
    await callAnn();
    await expect(callAnn()).rejects.toThrow(DuplicateCallError);
    emulator.failNext({
      path: '/calls',
      code: 138012,
      details: 'Next call allowed after 2026-01-10T01:00:00Z',
    });
    await expect(callAnn()).rejects.toBeInstanceOf(api.BusinessInitiatedCallsLimitHitError);
  });

  it('ask for permissions not too often', async () => {
    const { calls, emulator } = booted;
    emulator.user({ name: 'Ann', phone });
    for (let n = 0; n < 5; n++) await calls.permissions(phone);
    await expect(calls.permissions(phone, { timeoutMs: 500 })).rejects.toThrow(
      FetchCallPermissionLimitHitError,
    );
  });

  it('leave no trace of a call whose number is not known in the tracker of another', async () => {
    const { calls } = booted;
    await expect(calls.terminate('wacid.unknown')).rejects.toThrow(api.GraphApiError);
    expect(booted.app.get(CallTracker).stateOf('wacid.unknown')).toBeUndefined();
  });
});

describe('calls and settings', () => {
  it('S3 CallingNotEnabled: calls are refused while calling is off, and users cannot call', async () => {
    const { app, emulator, calls, stop } = await start();
    const ann = emulator.user({ name: 'Ann', phone: '15550100123' });
    await app.get(SettingsService).update({ calling: { status: 'DISABLED' } });
    await expect(ann.calls()).rejects.toThrow('Ann cannot call: calling is not enabled');
    await expect(calls.initiate({ to: '15550100123', sdp: OWN_OFFER })).rejects.toThrow(
      CallingNotEnabledError,
    );
    await stop();
  });

  it('S0 SIPStatus: a number on SIP is known from its settings and from webhooks', async () => {
    const { app, emulator, calls, stop } = await start();
    const settings = app.get(SettingsService);
    const initiate = () => calls.initiate({ to: '15550100123', sdp: OWN_OFFER });
    const before = emulator.requests.length;
    await settings.update({
      calling: { sip: { status: 'ENABLED', servers: [{ hostname: 'sip.example.com' }] } },
    });
    await expect(initiate()).rejects.toThrow(CallingUnavailableWithSipError);
    expect(emulator.requests).toHaveLength(before + 1);
    await expect(calls.terminate('wacid.1', { validate: false })).rejects.toThrow(
      api.CallingMethodNotAllowedError,
    );
    await expect(emulator.user({ name: 'Ann', phone: '15550100123' }).calls()).rejects.toThrow('is on SIP');
    await settings.update({ calling: { sip: { status: 'DISABLED' } } });
    await expect(initiate()).rejects.toThrow(CallPermissionNotFoundError);

    // Somebody else turns it on: the webhook tells.
    await emulator.deliver({
      object: 'whatsapp_business_account',
      entry: [
        {
          id: emulator.wabaId,
          changes: [
            {
              field: 'account_settings_update',
              value: {
                messaging_product: 'whatsapp',
                timestamp: '1768004845',
                type: 'phone_number_settings',
                phone_number_settings: {
                  phone_number_id: emulator.phoneNumberId,
                  calling: { sip: { status: 'enabled' } },
                },
              },
            },
          ],
        },
      ],
    });
    await expect(initiate()).rejects.toThrow(CallingUnavailableWithSipError);
    await stop();
  });

  it('are tracked without counting as a handler', async () => {
    const { emulator, app, desk, stop } = await start({ options: { handling: 'first' } });
    const call = await emulator.user({ name: 'Ann' }).calls();
    expect(desk.names).toEqual(['call.connect']);
    expect(app.get(CallTracker).stateOf(call.id)).toMatchObject({ phase: 'ringing', direction: 'user' });
    await stop();
  });
});
