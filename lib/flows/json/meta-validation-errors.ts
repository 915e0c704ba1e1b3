import type { FlowValidationError } from '../../wire/flow/management';
import type { FlowJsonIssue } from './flow-json-issue.interface';

/**
 * Meta's `validation_errors` in the shape of `validateFlowJson`: one issue for each place.
 * @publicApi
 */
export function toFlowJsonIssues(errors: readonly FlowValidationError[] | undefined): FlowJsonIssue[] {
  return (errors ?? []).flatMap(({ error, message, pointers }) => {
    const paths = pointers?.length ? pointers.map((pointer) => pointer.path ?? '') : [''];
    return paths.map((path): FlowJsonIssue => ({
      path,
      message: message ?? error,
      severity: 'error',
      code: error,
    }));
  });
}
