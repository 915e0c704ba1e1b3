import type { FlowRequestPayload, FlowResponsePayload } from '../../wire/flow/endpoint';
import type { FlowAnswer } from './flow-request';

/** What goes back to the client: HTTP status and content before encryption. */
export interface FlowReply {
  readonly status: number;
  readonly payload: FlowResponsePayload;
}

/** Whether a value is an answer of a handler. */
export function isFlowAnswer(value: unknown): value is FlowAnswer {
  if (typeof value !== 'object' || value === null) return false;
  const { screen, data } = value as { screen?: unknown; data?: unknown };
  return typeof screen === 'string' && screen !== '' && typeof data === 'object' && data !== null;
}

/** An answer with the version of the request. */
export function toReply(answer: FlowAnswer, { version }: FlowRequestPayload): FlowReply {
  const { screen, data, ...rest } = answer;
  return {
    status: 200,
    payload: { version: version ?? '3.0', screen, data, ...rest },
  };
}
