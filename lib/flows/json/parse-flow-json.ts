import { FlowJsonError } from './flow-json.error';
import type { FlowJson } from './flow-json.interface';
import { validateFlowJson } from './validate-flow-json';

/**
 * Checks a flow and gives it its type. The result is a copy that is equal to the input, unknown properties included, so
 * `JSON.stringify` writes what was read.
 * @param value the flow, or its JSON text
 * @throws FlowJsonError when Meta would refuse it; warnings do not count
 * @publicApi
 */
export function parseFlowJson(value: unknown): FlowJson {
  const issues = validateFlowJson(value);
  if (issues.some((issue) => issue.severity === 'error')) throw new FlowJsonError(issues);
  return JSON.parse(typeof value === 'string' ? value : JSON.stringify(value)) as FlowJson;
}
