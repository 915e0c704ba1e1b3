import { safeErrorText, stackFrames } from '../../errors/error-frames';
import { errorLabel } from '../../errors/redact';
import { WhatsAppError } from '../../errors/whatsapp.error';
import { FlowEndpointError } from '../errors/flow-endpoint.error';
import { FlowDeadlineError } from './flow-deadline';
import { InvalidFlowAnswerError, NoFlowHandlerError } from './flow-dispatcher.service';

/** How a request that failed is answered, and what the log says of it. */
export interface FlowFailure {
  readonly status: number;
  readonly level: 'warn' | 'error';
  /** Topic of the log line. */
  readonly topic: string;
  readonly text: string;
}

/** What becomes of an error. Of a stranger's error only its name and where it arose are told: its message may quote a user. */
export function failureOf(error: unknown): FlowFailure {
  if (error instanceof FlowEndpointError) {
    return { status: error.status, level: 'warn', topic: `flow-${error.status}`, text: error.message };
  }
  if (error instanceof FlowDeadlineError) {
    return { status: 504, level: 'error', topic: 'flow-deadline', text: error.message };
  }
  const own =
    error instanceof WhatsAppError ||
    error instanceof NoFlowHandlerError ||
    error instanceof InvalidFlowAnswerError;
  const text = own ? error.message : describe(error);
  return { status: 500, level: 'error', topic: `flow-${errorLabel(error)}`, text };
}

function describe(error: unknown): string {
  const frames = stackFrames(error);
  const line = `A flow handler failed with ${safeErrorText(error)}.`;
  return frames === undefined ? line : `${line}\n${frames}`;
}
