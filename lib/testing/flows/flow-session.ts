import { EmulatorError } from '../emulator.error';
import { isObject, textOf } from '../model/json';
import type { JsonObject } from '../model/json';
import { screenDataProblem } from './flow-answer-check';
import { signFlowToken } from './flow-crypto';
import { tokenErrorText } from './flow-endpoint';
import type { FlowEndpoint, FlowEndpointAnswer } from './flow-endpoint';
import type { FlowMessage } from './flow-message';

/** Why a flow stopped with an error on the user's phone. @publicApi */
export interface FlowFailure {
  /** Meta's key, e.g. `invalid-screen-transition`; `flow-token` when the endpoint refused the token. */
  readonly error: string;
  /** What went wrong. */
  readonly message: string;
  /** HTTP status of the endpoint. */
  readonly status: number | undefined;
}

/** What the endpoint wants the client to do. */
export type FlowStep =
  | { readonly kind: 'screen'; readonly screen: string; readonly data: JsonObject }
  | { readonly kind: 'done'; readonly values: JsonObject }
  | { readonly kind: 'failed'; readonly failure: FlowFailure };

/** Where a request comes from. */
export interface FlowQuestion {
  readonly action: 'INIT' | 'data_exchange' | 'BACK';
  readonly screen: string;
  readonly data: JsonObject;
  /** What the screen shows; its members stay when the endpoint shows it again without them. */
  readonly shown: JsonObject;
}

/** The talk of one opened flow with the endpoint. */
export class FlowSession {
  constructor(
    private readonly flow: FlowMessage,
    private readonly endpoint: FlowEndpoint,
    private readonly userId: string,
  ) {}

  /** Asks the endpoint; reports to it when its answer is of no use, as the client does. */
  async ask(question: FlowQuestion): Promise<FlowStep> {
    const { action, screen, data } = question;
    const answer = await this.post({ action, screen, data });
    const step = this.read(answer, question);
    if (step.kind === 'failed' && ![421, 427, 432].includes(answer.status ?? 0)) {
      const { error, message } = step.failure;
      await this.post({
        action: action === 'INIT' ? 'INIT' : 'data_exchange',
        screen,
        data: { error, error_message: message },
      });
    }
    return step;
  }

  private post(request: JsonObject): Promise<FlowEndpointAnswer> {
    const { definition, token, message } = this.flow;
    const version = definition.dataApiVersion;
    if (version === undefined)
      throw new EmulatorError('The flow asks its endpoint, but has no data_api_version.');
    return this.endpoint.sendFrom(this.userId, message.phoneNumberId, {
      version,
      ...request,
      flow_token: token,
      ...(definition.signsToken && {
        flow_token_signature: signFlowToken(token, this.endpoint.appSecret),
      }),
    });
  }

  private read(answer: FlowEndpointAnswer, question: FlowQuestion): FlowStep {
    const { status, payload, error } = answer;
    const failed = (key: string, message: string): FlowStep => ({
      kind: 'failed',
      failure: { error: key, message, status },
    });
    if (status === undefined) {
      const isLate = error?.startsWith('no answer within') === true;
      return failed(isLate ? 'timeout_error' : 'no_http_response_error', error ?? 'no answer');
    }
    if (status === 421) return failed('business-decryption-error', 'The endpoint cannot decrypt.');
    if (status === 427)
      return failed('flow-token', tokenErrorText(answer) ?? 'The flow token is no longer valid.');
    if (status !== 200) return failed('unexpected_http_status_code', `The endpoint answered ${status}.`);
    if (!payload) return failed('response-decryption-error', 'The answer cannot be decrypted.');
    return this.next(payload, question, failed);
  }

  private next(
    payload: JsonObject,
    { action, screen: from, shown }: FlowQuestion,
    failed: (key: string, message: string) => FlowStep,
  ): FlowStep {
    const { definition } = this.flow;
    const to = textOf(payload['screen']) ?? '';
    const data = isObject(payload['data']) ? payload['data'] : {};
    if (to === 'SUCCESS') {
      const extension = data['extension_message_response'];
      const values = isObject(extension) ? extension['params'] : undefined;
      if (isObject(values) && textOf(values['flow_token']) !== undefined) return { kind: 'done', values };
      return failed(
        'payload-schema-error',
        'The answer has no extension_message_response.params.flow_token.',
      );
    }
    const target = definition.screen(to);
    if (!target) return failed('invalid-screen-transition', `The flow has no screen ${JSON.stringify(to)}.`);
    if (action === 'data_exchange' && !definition.leadsTo(from, to))
      return failed('invalid-screen-transition', `${from} does not lead to ${to} in the routing model.`);
    const { error_message: _, ...rest } = to === from ? { ...shown, ...data } : data;
    const problem = screenDataProblem(target, rest);
    if (problem !== undefined) return failed('payload-schema-error', `Data of ${to}: ${problem}.`);
    return { kind: 'screen', screen: to, data: to === from ? { ...shown, ...data } : data };
  }
}
