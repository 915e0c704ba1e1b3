import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock';
import { errorLabel } from '../../errors/redact';
import { AppSecretStore } from '../../http/app-secret.store';
import { WebhookLog } from '../../http/webhook-log.service';
import type { FlowRequestPayload } from '../../wire/flow/endpoint';
import { readFlowTokenSignature } from '../crypto/flow-token-signature';
import { FlowRequestSignatureAuthenticationFailedError } from '../errors/flow-request-signature-authentication-failed.error';
import { describeNotification, readErrorNotification } from './error-notification';
import { isFlowAnswer, toReply } from './flow-answer';
import type { FlowReply } from './flow-answer';
import { FLOW_ENDPOINT_OPTIONS } from './flow-endpoint.constants';
import type { FlowEndpointOptions, FlowErrorNotification } from './flow-endpoint-options.interface';
import { FlowHandlersRegistry } from './flow-handlers.registry';
import { FlowRequest } from './flow-request';
import type { FlowRequestContext } from './flow-request';

type AnswerContext = Pick<FlowRequestContext, 'signal' | 'account'>;

/** Answers decrypted requests: itself what is Meta's own business, through a handler the rest. */
@Injectable()
export class FlowDispatcher {
  constructor(
    private readonly registry: FlowHandlersRegistry,
    private readonly secrets: AppSecretStore,
    private readonly log: WebhookLog,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(FLOW_ENDPOINT_OPTIONS) private readonly options: FlowEndpointOptions,
  ) {}

  /**
   * @throws FlowEndpointError to be answered with its status; anything else means that no answer could be made
   */
  async answer(payload: FlowRequestPayload, context: AnswerContext): Promise<FlowReply> {
    if (payload.action === 'ping') return { status: 200, payload: { data: { status: 'active' } } };
    const notification = readErrorNotification(payload);
    if (notification) {
      this.note(notification);
      return { status: 200, payload: { data: { acknowledged: true } } };
    }
    const verifiedToken = await this.verifiedToken(payload);
    const flowName = await this.options.flowOf?.(payload);
    return this.handle(new FlowRequest(payload, { ...context, flowName, verifiedToken }));
  }

  private async handle(request: FlowRequest): Promise<FlowReply> {
    const handler = this.registry.find(request);
    if (!handler) throw new NoFlowHandlerError(request);
    const answer: unknown = await handler.run(request);
    if (!isFlowAnswer(answer)) throw new InvalidFlowAnswerError(handler.id);
    return toReply(answer, request.raw);
  }

  /** Logs what the client reports, and tells the application without waiting for it. */
  private note(notification: FlowErrorNotification): void {
    this.log.warn(...describeNotification(notification));
    const { onErrorNotification: tell } = this.options;
    if (!tell) return;
    Promise.resolve()
      .then(() => tell(notification))
      .catch((failure: unknown) =>
        this.log.error('flow-notification', `onErrorNotification failed with ${errorLabel(failure)}.`),
      );
  }

  /** The token that Meta vouches for; `undefined` when there is nothing to check. */
  private async verifiedToken(payload: FlowRequestPayload): Promise<string | undefined> {
    const { tokenSignature = 'optional' } = this.options;
    const { flow_token: token, flow_token_signature: signature } = payload;
    if (tokenSignature === 'ignored') return undefined;
    if (!signature) {
      if (tokenSignature === 'optional') return undefined;
      throw new FlowRequestSignatureAuthenticationFailedError(
        'flow_token_signature is missing; it needs Flow JSON 7.3 and Data API 4.0.',
      );
    }
    const { keys } = await this.secrets.get();
    const appSecrets = keys.map(({ key }) => key);
    const verified = readFlowTokenSignature({ signature, appSecrets, now: this.clock.now() });
    if (verified !== undefined && (!token || token === verified)) return verified;
    throw new FlowRequestSignatureAuthenticationFailedError('flow_token_signature is wrong.');
  }
}

/** No `@OnFlowRequest` takes the request. */
export class NoFlowHandlerError extends Error {
  constructor({ action, screen, flowName }: FlowRequest) {
    const flow = flowName === undefined ? '' : `, flow "${flowName}"`;
    super(`No @OnFlowRequest handler takes action "${action}" of screen "${screen ?? ''}"${flow}.`);
  }
}

/** A handler returned something else than an answer. */
export class InvalidFlowAnswerError extends Error {
  constructor(id: string) {
    super(
      `${id} returned no answer. Return request.show(screen, data), request.fail(message) or request.close(values). ` +
        'A flow that is being opened has no screen for `fail` yet.',
    );
  }
}
