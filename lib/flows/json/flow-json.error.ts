import { WhatsAppError } from '../../errors/whatsapp.error';
import type { FlowJsonIssue } from './flow-json-issue.interface';

/** Problems named in the message; the rest is in `issues`. */
const NAMED = 5;

/** A flow that Meta would refuse. @publicApi */
export class FlowJsonError extends WhatsAppError {
  constructor(
    /** What is wrong; warnings are among them. */
    readonly issues: readonly FlowJsonIssue[],
  ) {
    const errors = issues.filter((issue) => issue.severity === 'error');
    const named = errors.slice(0, NAMED).map(({ path, message }) => `${path || '(flow)'}: ${message}`);
    const more = errors.length > NAMED ? ` (and ${errors.length - NAMED} more)` : '';
    super(`The Flow JSON is not valid: ${named.join(' ')}${more}`);
  }
}
