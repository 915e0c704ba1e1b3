import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../config/clock';
import type { PayloadIssue } from '../errors/payload-validation.error';
import { PayloadValidationError } from '../errors/payload-validation.error';
import type { CallOptions } from '../graph/graph-request.interface';
import { PayloadValidator } from '../validation/payload-validator.service';
import type { IndividualRecipient } from '../validation/recipient';
import { recipientProblem } from '../validation/rules/is-recipient.decorator';
import { buildAccept, buildConnect, buildEnd, buildPreAccept } from './builders/call-request.builder';
import type { CallEventLike } from './call-event';
import { CallHandle } from './call-handle';
import { buildCallLink } from './call-link';
import type { CallPermissions } from './call-permissions';
import { toCallPermissions } from './call-permissions';
import type { InitiatedCall } from './call-result.interface';
import type { CallStep } from './call-state';
import { CallTracker } from './call-tracker';
import { CallsSender } from './calls.sender';
import type { AcceptCallInput, PreAcceptCallInput } from './dto/answer-call.dto';
import { AcceptCallDto, PreAcceptCallDto } from './dto/answer-call.dto';
import type { CallLinkInput } from './dto/call-link.dto';
import { CallLinkDto } from './dto/call-link.dto';
import type { InitiateCallInput } from './dto/initiate-call.dto';
import { InitiateCallDto } from './dto/initiate-call.dto';

const ANOTHER_SDP: PayloadIssue = {
  path: 'sdp',
  message: 'must be the same as in preAccept; leave it out to repeat that',
};

/**
 * Makes, takes, refuses and ends voice calls. Signalling only: the audio is up to a WebRTC stack of your choice. Steps
 * that cannot work (a wrong session description, a call that is over, a number on SIP) are refused before they leave.
 * @example
 * ```ts
 * @OnWhatsAppEvent('call.connect')
 * async onCall(event: WhatsAppEvent<'call.connect'>) {
 *   const call = this.calls.of(event);
 *   const sdp = await this.media.answer(call.sdp);
 *   await call.preAccept({ sdp });
 *   await call.accept({ sdp });
 * }
 * ```
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/calling
 * @publicApi
 */
@Injectable()
export class CallsService {
  constructor(
    private readonly sender: CallsSender,
    private readonly tracker: CallTracker,
    private readonly validator: PayloadValidator,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /**
   * Calls a user, who must have given permission. Resolves when Meta has taken the request on; the answer for the WebRTC
   * stack comes by a `call.connect` event. At most 10000 a day and 1000 at once for a number.
   * @throws CallPermissionNotFoundError, BusinessInitiatedCallsLimitHitError, DuplicateCallError and other
   * `CallingError`s when Meta refuses it
   * @throws SendOutcomeUnknownError when no usable answer came: the user's phone may ring
   * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/calling/business-initiated-calls
   */
  async initiate(input: InitiateCallInput, options?: CallOptions): Promise<InitiatedCall> {
    this.validator.assert('call', InitiateCallDto, input, options?.validate);
    const call = await this.sender.connect(buildConnect(input), options);
    this.tracker.initiated(call.callId);
    return call;
  }

  /**
   * Opens the media connection of a user's call before it is taken, so that no word is cut off. Recommended. Send audio
   * only after `accept`: WhatsApp takes a call for accepted when it hears something.
   * @throws CallStateError when the call is over, taken or pre-accepted already
   */
  async preAccept(input: PreAcceptCallInput, options?: CallOptions): Promise<void> {
    const given = { ...input, offer: input.offer ?? this.tracker.offerOf(input.callId) };
    return this.step(
      input.callId,
      'pre_accept',
      options,
      () => {
        this.validator.assert('call pre-accept', PreAcceptCallDto, given, options?.validate);
        return this.sender.step(buildPreAccept(given), options);
      },
      input.sdp,
    );
  }

  /**
   * Takes a user's call. Meta waits 30 to 60 seconds for it, see `callDeadline`.
   * @throws CallStateError when the call is over or taken already
   */
  async accept(input: AcceptCallInput, options?: CallOptions): Promise<void> {
    const preAccepted = this.tracker.preAcceptedSdp(input.callId);
    const sdp = input.sdp ?? preAccepted;
    const given = { ...input, sdp, offer: input.offer ?? this.tracker.offerOf(input.callId) };
    const another = preAccepted !== undefined && preAccepted !== sdp;
    return this.step(input.callId, 'accept', options, () => {
      this.validator.assert('call accept', AcceptCallDto, given, options?.validate);
      this.validator.assertWith('call accept', () => (another ? [ANOTHER_SDP] : []), options?.validate);
      return this.sender.step(buildAccept({ ...given, sdp: sdp ?? '' }), options);
    });
  }

  /**
   * Refuses a user's call that nobody has taken.
   * @param callId id (`wacid.…`) of the call
   * @throws CallStateError when the call is over or taken already
   */
  async reject(callId: string, options?: CallOptions): Promise<void> {
    return this.end(callId, 'reject', options);
  }

  /**
   * Ends a call. Needed even when the media connection has ended with an RTCP BYE, and for exact billing; not needed when
   * the user hangs up.
   * @param callId id (`wacid.…`) of the call
   * @throws CallStateError when the call is over already
   */
  async terminate(callId: string, options?: CallOptions): Promise<void> {
    return this.end(callId, 'terminate', options);
  }

  /**
   * Whether a user can be called, or asked for permission. At most 5 requests a second for a number.
   * @throws FetchCallPermissionLimitHitError when it is asked too often
   * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/calling/user-call-permissions
   */
  async permissions(user: IndividualRecipient, options?: CallOptions): Promise<CallPermissions> {
    this.validator.assertWith(
      'call permissions',
      (context) => {
        const problem = recipientProblem(user, 'individual', context);
        return problem === undefined ? [] : [{ path: 'user', message: problem }];
      },
      options?.validate,
    );
    return toCallPermissions(await this.sender.permissions(user, options), this.clock.now());
  }

  /**
   * A link that calls the business when it is opened on a phone: for web pages, mails and QR codes.
   * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/calling/call-button-messages-deep-links
   */
  link(input: CallLinkInput): string {
    this.validator.assert('call link', CallLinkDto, input, true);
    return buildCallLink(input);
  }

  /**
   * The call that an event is about, with its steps bound to it and to the number that it is on.
   * @throws PayloadValidationError when the event is about no call
   */
  of(event: CallEventLike): CallHandle {
    this.tracker.observe(event);
    return new CallHandle(this, this.tracker, this.clock, event);
  }

  private async end(
    callId: string,
    action: 'reject' | 'terminate',
    options: CallOptions | undefined,
  ): Promise<void> {
    if (typeof callId !== 'string' || callId === '')
      throw new PayloadValidationError(`call ${action}`, [{ path: 'callId', message: 'must not be empty' }]);
    return this.step(callId, action, options, () => this.sender.step(buildEnd(callId, action), options));
  }

  /** Claims a step, so that it is not sent twice, and gives it back when it fails. */
  private async step(
    callId: string,
    step: CallStep,
    options: CallOptions | undefined,
    send: () => Promise<void>,
    sdp?: string,
  ): Promise<void> {
    if (options?.validate === false) return send();
    const undo = this.tracker.begin(callId, step, sdp);
    try {
      await send();
    } catch (error) {
      undo();
      throw error;
    }
  }
}
