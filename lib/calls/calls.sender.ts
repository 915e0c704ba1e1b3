import { Injectable } from '@nestjs/common';
import type { WhatsAppAccount } from '../config/account.interface';
import { SendOutcomeUnknownError } from '../errors/send-outcome-unknown.error';
import { GraphClient } from '../graph/graph-client.service';
import { phoneNumberPath } from '../graph/graph-url';
import { assertSuccess, onNumber } from '../graph/node-request';
import type { CallOptions } from '../graph/graph-request.interface';
import type { IndividualRecipient } from '../validation/recipient';
import { recipientFields } from '../validation/recipient';
import type { CallPermissionsResponse } from '../wire/call/call-permission';
import type {
  CallConnectResponse,
  CallStepResponse,
  OutboundCallConnect,
  OutboundCallRequest,
} from '../wire/call/call-request';
import type { InitiatedCall } from './call-result.interface';
import { SipStatusStore } from './sip-status.store';

const OPERATION = 'POST /{id}/calls';

/** Hands finished call requests to the Graph API and reads its answers. */
@Injectable()
export class CallsSender {
  constructor(
    private readonly graph: GraphClient,
    private readonly sip: SipStatusStore,
  ) {}

  /**
   * Starts a call, once.
   * @throws SendOutcomeUnknownError when no usable answer came: the user's phone may ring
   */
  async connect(request: OutboundCallConnect, options: CallOptions = {}): Promise<InitiatedCall> {
    const correlation = request.biz_opaque_callback_data;
    const raw = await this.post<CallConnectResponse>(request, options, 'send');
    const callId = raw?.calls?.[0]?.id;
    if (typeof callId === 'string') return { callId, raw };
    throw new SendOutcomeUnknownError({
      reason: 'unreadable-answer',
      operation: OPERATION,
      correlation,
    });
  }

  /** Takes a step of a call. A lost answer is asked for again: Meta does a step once and refuses the repeat. */
  async step(
    request: Exclude<OutboundCallRequest, OutboundCallConnect>,
    options: CallOptions = {},
  ): Promise<void> {
    assertSuccess(await this.post<CallStepResponse>(request, options, 'safe'), OPERATION);
  }

  /** What a user lets the business do. */
  permissions(user: IndividualRecipient, options: CallOptions = {}): Promise<CallPermissionsResponse> {
    const fields = recipientFields(user);
    return this.graph.request<CallPermissionsResponse>({
      method: 'GET',
      ...onNumber(options, 'call_permissions'),
      query: 'recipient' in fields ? { recipient: fields.recipient } : { user_wa_id: fields.to },
    });
  }

  private post<Response>(
    body: OutboundCallRequest,
    options: CallOptions,
    kind: 'send' | 'safe',
  ): Promise<Response> {
    return this.graph.request<Response>({
      method: 'POST',
      ...onNumber(options),
      path: (account) => this.callsPath(account, options),
      body,
      kind,
      correlation: 'biz_opaque_callback_data' in body ? body.biz_opaque_callback_data : undefined,
    });
  }

  private callsPath(account: WhatsAppAccount, { validate }: CallOptions): string {
    if (validate !== false) this.sip.assertGraphCalls(account.phoneNumberId);
    return `${phoneNumberPath(account)}/calls`;
  }
}
