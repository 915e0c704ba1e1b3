import { Inject } from '@nestjs/common';
import { errorLabel } from '../../errors/redact';
import { WhatsAppError } from '../../errors/whatsapp.error';
import { WebhookLog } from '../../http/webhook-log.service';
import { WEBHOOK_APP_ID } from '../../http/webhook-request.interface';
import type { WebhookRequest } from '../../http/webhook-request.interface';
import { answer } from '../../http/webhook-response';
import type { WebhookResponse } from '../../http/webhook-response';
import { decryptFlowRequest, encryptFlowResponse } from '../crypto/flow-cipher';
import type { DecryptedFlowRequest } from '../crypto/flow-cipher';
import { FlowEndpointError } from '../errors/flow-endpoint.error';
import { FlowTokenNoLongerValidError } from '../errors/flow-token-no-longer-valid.error';
import { FlowDeadlineError } from './flow-deadline';
import { FlowDispatcher, InvalidFlowAnswerError, NoFlowHandlerError } from './flow-dispatcher.service';
import { FLOW_ENDPOINT_OPTIONS } from './flow-endpoint.constants';
import type { FlowEndpointOptions } from './flow-endpoint-options.interface';
import { FlowKeyStore } from './flow-key.store';

/** Lines of a stack that name a place in code; the message, which may quote a user, is left out. */
const FRAME = /^\s+at .*:\d+:\d+\)?$/;

/**
 * What the flow endpoint does. The class that Nest serves is made by `createFlowController`. Answers go to the response
 * directly: the client needs the exact status and bare base64.
 */
export abstract class FlowEndpointController {
  constructor(
    @Inject(FlowKeyStore) private readonly keys: FlowKeyStore,
    @Inject(FlowDispatcher) private readonly dispatcher: FlowDispatcher,
    @Inject(WebhookLog) private readonly log: WebhookLog,
    @Inject(FLOW_ENDPOINT_OPTIONS) private readonly options: FlowEndpointOptions,
  ) {}

  /** Takes in a request that the guard has let through. Answers always, whatever fails. */
  async receive(request: WebhookRequest, response: WebhookResponse): Promise<void> {
    let session: DecryptedFlowRequest | undefined;
    try {
      const keys = await this.keys.get({ url: request.url, appId: request[WEBHOOK_APP_ID] });
      session = await decryptFlowRequest(readJson(request), keys);
      const { status, payload } = await this.dispatcher.answer(session.payload);
      answer(response, status, encryptFlowResponse(payload, session));
    } catch (error) {
      this.fail(error, session, response);
    }
  }

  private fail(error: unknown, session: DecryptedFlowRequest | undefined, response: WebhookResponse): void {
    if (error instanceof FlowTokenNoLongerValidError) return this.refuseToken(error, session, response);
    if (error instanceof FlowEndpointError) {
      this.log.warn(`flow-${error.status}`, error.message);
      return answer(response, error.status);
    }
    if (error instanceof FlowDeadlineError) {
      this.log.error('flow-deadline', error.message);
      return answer(response, 504);
    }
    const known =
      error instanceof WhatsAppError ||
      error instanceof NoFlowHandlerError ||
      error instanceof InvalidFlowAnswerError;
    const text = known ? error.message : `A flow handler failed with ${errorLabel(error)}.`;
    const stack =
      error instanceof Error ? error.stack?.split('\n').filter((line) => FRAME.test(line)) : undefined;
    this.log.error(`flow-${errorLabel(error)}`, stack && !known ? [text, ...stack].join('\n') : text);
    answer(response, 500);
  }

  /** 427 with a text for the user. */
  private refuseToken(
    { status, userMessage }: FlowTokenNoLongerValidError,
    session: DecryptedFlowRequest | undefined,
    response: WebhookResponse,
  ): void {
    if (userMessage === undefined || !session) return answer(response, status);
    const payload = { error_msg: userMessage };
    if (this.options.tokenErrorBody === 'plain') return answer(response, status, JSON.stringify(payload));
    return answer(response, status, encryptFlowResponse(payload, session));
  }
}

/** The body as JSON, or `undefined` when it is none, which cannot be decrypted. */
function readJson(request: WebhookRequest): unknown {
  const bytes = request.rawBody ?? request.body;
  if (!(bytes instanceof Uint8Array)) return request.body;
  try {
    return JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString());
  } catch {
    return undefined;
  }
}
