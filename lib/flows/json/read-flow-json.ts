import type { FlowJsonIssue } from './flow-json-issue.interface';
import { isObject } from './model/json';
import type { JsonObject } from './model/json';
import { FLOW_LIMITS } from './model/limits';

/** A flow as JSON, or what keeps it from being one. */
export type ReadFlowJson =
  | { readonly json: JsonObject; readonly problem?: undefined }
  | { readonly json?: undefined; readonly problem: FlowJsonIssue };

/** Makes JSON of a flow or its text: always a copy, without anything that JSON does not know. */
export function readFlowJson(value: unknown): ReadFlowJson {
  let json: unknown;
  let text: string;
  try {
    // `undefined` and functions have no JSON, and none of them is a flow.
    text = typeof value === 'string' ? value.replace(/^\uFEFF/, '') : (JSON.stringify(value) ?? 'null');
    if (Buffer.byteLength(text) > FLOW_LIMITS.fileBytes) return unreadable('A flow can have 10 MB.');
    json = JSON.parse(text);
  } catch {
    return unreadable('The flow is not valid JSON.');
  }
  return isObject(json) ? { json } : unreadable('A flow must be a JSON object.');
}

function unreadable(message: string): ReadFlowJson {
  return { problem: { path: '', message, severity: 'error', code: 'INVALID_FLOW_JSON' } };
}
