import type { EmulatedNumber } from '../model/emulated-number.interface';
import type { EmulatorState } from '../model/emulator-state';
import { chatIdOf } from '../model/user-profile.interface';
import type { UserProfile } from '../model/user-profile.interface';
import type { Delivery } from '../webhooks/delivery';
import type { WebhookItem } from '../webhooks/webhook-items';
import type { WebhookSender } from '../webhooks/webhook-sender';
import { metaSdp, midOf } from './call-sdp';
import { callStatusItem, connectItem, terminateItem } from './call-webhooks';
import type { CallFailure } from './call-webhooks';
import { EmulatedCall } from './emulated-call';
import type { CallPayloads } from './emulated-call';

/** After this time nobody takes the call any more. */
const RING_MS = 60_000;

/** Puts calls through between virtual users and the application: signalling only, no audio. */
export class CallExchange {
  constructor(
    private readonly state: EmulatorState,
    private readonly webhooks: WebhookSender,
  ) {}

  /** A user calls. Resolves when the application has answered the webhook. */
  async userCalls(number: EmulatedNumber, user: UserProfile, payloads: CallPayloads): Promise<EmulatedCall> {
    const call = this.open('USER_INITIATED', number, user, undefined, payloads);
    this.log(call, 'user', 'calls');
    await this.tell(connectItem(call));
    return call;
  }

  /** The business calls. The webhooks are sent by `announce`, once its request has been answered. */
  businessCalls(
    number: EmulatedNumber,
    user: UserProfile,
    sdp: string,
    correlation: string | undefined,
  ): EmulatedCall {
    const call = this.open('BUSINESS_INITIATED', number, user, midOf(sdp), {});
    call.businessSdp = sdp;
    call.correlation = correlation;
    this.log(call, 'business', `calls ${user.name}`);
    return call;
  }

  /** Meta's answer, and the ringing of the user's phone. */
  async announce(call: EmulatedCall): Promise<void> {
    if (this.webhooks.connected) await this.tell(connectItem(call));
    if (call.state === 'ended') return;
    this.state.personOf(call.user)?.calls.ring(call);
    if (this.webhooks.connected) await this.tell(callStatusItem(call, 'RINGING', this.now));
  }

  /** The user takes a call of the business. */
  async userAccepts(call: EmulatedCall): Promise<Delivery> {
    this.connect(call, 'user');
    return this.tell(callStatusItem(call, 'ACCEPTED', this.now));
  }

  /** The user refuses a call of the business: two webhooks. */
  async userRejects(call: EmulatedCall): Promise<Delivery> {
    this.close(call, 'user', 'rejected');
    await this.tell(callStatusItem(call, 'REJECTED', this.now));
    return this.tell(terminateItem(call, this.now));
  }

  /** The user hangs up, or the call breaks. */
  async userEnds(call: EmulatedCall, failure?: CallFailure): Promise<Delivery> {
    this.close(call, 'user');
    return this.tell(terminateItem(call, this.now, failure));
  }

  /** The business opens the media connection. */
  preAccept(call: EmulatedCall, sdp: string): void {
    call.state = 'pre-accepted';
    call.businessSdp = sdp;
    call.happens('pre-accepted');
  }

  /** Both talk from now on. */
  connect(call: EmulatedCall, by: 'user' | 'business'): void {
    call.timeout?.cancel();
    call.state = 'accepted';
    call.acceptedAt = this.now;
    const { phoneNumberId } = call.number;
    this.state.calling.permissions.connected(phoneNumberId, call.user.userId, by === 'user');
    this.log(call, by, 'takes the call');
    call.happens('accepted');
  }

  /** Ends a call. The business is told by `tellEnd`, once its request has been answered. */
  close(call: EmulatedCall, by: 'user' | 'business' | 'time', how?: 'rejected'): void {
    const wasTaken = call.acceptedAt !== undefined;
    call.timeout?.cancel();
    call.state = 'ended';
    call.endedAt = this.now;
    if (call.direction === 'BUSINESS_INITIATED' && !wasTaken)
      this.state.calling.permissions.missed(call.number.phoneNumberId, call.user.userId);
    if (by === 'time') this.log(call, 'user', 'is not answered');
    else this.log(call, by, how === 'rejected' ? 'refuses the call' : 'hangs up');
    if (how) call.happens(how);
    call.happens('ended');
  }

  /** Tells the application that a call is over, if there is one to tell. */
  async tellEnd(call: EmulatedCall): Promise<void> {
    if (this.webhooks.connected) await this.tell(terminateItem(call, this.now));
  }

  private get now(): number {
    return this.state.clock.now();
  }

  private open(
    direction: EmulatedCall['direction'],
    number: EmulatedNumber,
    user: UserProfile,
    mid: string | undefined,
    payloads: CallPayloads,
  ): EmulatedCall {
    const { clock, ids, calling } = this.state;
    const inbound = direction === 'USER_INITIATED';
    const id = ids.message(chatIdOf(user), inbound ? 'inbound' : 'outbound').replace('wamid.', 'wacid.');
    const sdp = metaSdp(id, this.now, inbound ? 'offer' : 'answer', mid);
    const call = new EmulatedCall(id, direction, number, user, this.now, sdp, payloads);
    call.timeout = clock.schedule(() => {
      this.close(call, 'time');
      // The emulator may have been stopped meanwhile.
      this.tellEnd(call).catch(() => undefined);
    }, RING_MS);
    calling.calls.set(id, call);
    return call;
  }

  private log({ user }: EmulatedCall, by: 'user' | 'business', text: string): void {
    const who = by === 'user' ? { who: user.name } : {};
    this.state.transcript.add({ kind: 'call', at: this.now, text, ...who });
  }

  private tell(item: WebhookItem): Promise<Delivery> {
    return this.webhooks.send([item]).answered;
  }
}
