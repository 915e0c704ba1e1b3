import { Inject } from '@nestjs/common';
import type { AccountRef } from '../../config/account.interface';
import { Clock } from '../../config/clock';
import { readJson } from '../../http/json-body';
import { WebhookLog } from '../../http/webhook-log.service';
import { WEBHOOK_APP_ID } from '../../http/webhook-request.interface';
import type { WebhookRequest } from '../../http/webhook-request.interface';
import { answer } from '../../http/webhook-response';
import type { WebhookResponse } from '../../http/webhook-response';
import { decryptFlowRequest, encryptFlowResponse } from '../crypto/flow-cipher';
import type { DecryptedFlowRequest } from '../crypto/flow-cipher';
import { FlowTokenNoLongerValidError } from '../errors/flow-token-no-longer-valid.error';
import { withDeadline } from './flow-deadline';
import { FlowDispatcher } from './flow-dispatcher.service';
import { FLOW_ENDPOINT_OPTIONS, FLOW_TIME_LIMIT_MS } from './flow-endpoint.constants';
import type { FlowEndpointOptions } from './flow-endpoint-options.interface';
import { failureOf } from './flow-failure';
import { FlowKeyStore } from './flow-key.store';

/** A request with the parameters of the path, alike on Express and Fastify. */
export interface FlowHttpRequest extends WebhookRequest {
  readonly params?: Readonly<Record<string, string>>;
}

const JSON_TYPE = 'application/json; charset=utf-8';

interface HttpAnswer {
  readonly status: number;
  readonly text: string;
  /** Content type; plain text, as encrypted answers are, when there is none. */
  readonly type?: string;
}

/**
 * What the flow endpoint does. The class that Nest serves is made by `createFlowController`. Answers go to the response
 * directly: the client needs the exact status and bare base64.
 */
export abstract class FlowEndpointController {
  constructor(
    @Inject(FlowKeyStore) private readonly keys: FlowKeyStore,
    @Inject(FlowDispatcher) private readonly dispatcher: FlowDispatcher,
    @Inject(WebhookLog) private readonly log: WebhookLog,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(FLOW_ENDPOINT_OPTIONS) private readonly options: FlowEndpointOptions,
  ) {}

  /** Takes in a request that the guard has let through. Answers always and in time, whatever fails. */
  async receive(request: FlowHttpRequest, response: WebhookResponse): Promise<void> {
    const { timeoutMs = FLOW_TIME_LIMIT_MS } = this.options;
    try {
      const { status, text, type } = await withDeadline(this.clock, timeoutMs, (signal) =>
        this.exchange(request, signal),
      );
      answer(response, status, text, {}, type);
    } catch (error) {
      const { status, level, topic, text } = failureOf(error);
      this.log[level](topic, text);
      answer(response, status);
    }
  }

  private async exchange(request: FlowHttpRequest, signal: AbortSignal): Promise<HttpAnswer> {
    const { url, params = {} } = request;
    const account = accountOf(params, this.options.account);
    const keys = await this.keys.get({ url, params, account, appId: request[WEBHOOK_APP_ID] });
    const session = await decryptFlowRequest(readJson(request), keys);
    try {
      const { status, payload } = await this.dispatcher.answer(session.payload, { signal, account });
      return { status, text: encryptFlowResponse(payload, session) };
    } catch (error) {
      if (error instanceof FlowTokenNoLongerValidError) return this.refuseToken(error, session);
      throw error;
    }
  }

  /** 427, with a text for the user when there is one. */
  private refuseToken(
    { status, userMessage }: FlowTokenNoLongerValidError,
    session: DecryptedFlowRequest,
  ): HttpAnswer {
    if (userMessage === undefined) return { status, text: '' };
    const payload = { error_msg: userMessage };
    return this.options.tokenErrorBody === 'plain'
      ? { status, text: JSON.stringify(payload), type: JSON_TYPE }
      : { status, text: encryptFlowResponse(payload, session) };
  }
}

/** The account that the path names, else the one of the options. */
function accountOf(params: Readonly<Record<string, string>>, own: AccountRef = {}): AccountRef {
  const { phoneNumberId, wabaId } = params;
  if (!phoneNumberId && !wabaId) return own;
  return { ...(phoneNumberId && { phoneNumberId }), ...(wabaId && { wabaId }) };
}
