import { FlowJsonError } from './flow-json.error';
import type { FlowJson } from './flow-json.interface';
import { readFlowJson } from './read-flow-json';
import { issuesOf } from './validate-flow-json';

/**
 * Checks a flow and gives it its type. The result is a copy that is equal to the input, unknown properties included, so
 * `JSON.stringify` writes what was read.
 * @param value the flow, or its JSON text
 * @throws FlowJsonError when Meta would refuse it; warnings do not count
 * @publicApi
 */
export function parseFlowJson(value: unknown): FlowJson {
  const { json, problem } = readFlowJson(value);
  if (problem) throw new FlowJsonError([problem]);
  const issues = issuesOf(json);
  if (issues.some((issue) => issue.severity === 'error')) throw new FlowJsonError(issues);
  // What was checked has all that the type asks for.
  return json as unknown as FlowJson;
}
