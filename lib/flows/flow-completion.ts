import type { FlowJson } from './json/flow-json.interface';
import type { FlowCompletion } from './json/types/flow-inference';

/** The part of a completion event that is read; a `message.interactive.nfm_reply` event fits. */
export interface FlowCompletionEvent {
  readonly payload: {
    readonly interactive: { readonly nfm_reply: { readonly response_json?: unknown } };
  };
}

/** What the user sent at the end of a flow. */
export interface CompletedFlow<Data> {
  /** Missing on some versions of iOS. */
  readonly flowToken: string | undefined;
  /** Values of the completion, in the names of the flow. */
  readonly data: Data;
}

/** Without a definition, anything may have been sent. */
type DataOfFlow<F extends FlowJson> = FlowJson extends F ? Record<string, unknown> : FlowCompletion<F>;

/**
 * Reads the completion message of a flow; with its definition, the values have types. The text comes from the user's
 * device: its values are not checked against the definition.
 * @returns `undefined` when the text is no JSON object
 * @publicApi
 */
export function readFlowCompletion<F extends FlowJson = FlowJson>(
  event: FlowCompletionEvent,
  _flow?: F,
): CompletedFlow<DataOfFlow<F>> | undefined {
  const text = event.payload.interactive.nfm_reply.response_json;
  const data = typeof text === 'string' ? parse(text) : text;
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return undefined;
  const { flow_token: token } = data as { flow_token?: unknown };
  return {
    flowToken: typeof token === 'string' && token !== '' ? token : undefined,
    data: data as DataOfFlow<F>,
  };
}

const LONG_NUMBER = /\d{16}/;
/** In valid JSON: a string, or a whole number of 16 digits and more. */
const STRING_OR_LONG_NUMBER = /"(?:[^"\\]|\\.)*"|(?<![\d.eE+-])-?\d{16,}(?![\d.eE])/g;

/** Media ids are numbers in Meta's examples. One that a JavaScript number cannot hold exactly becomes text. */
function parse(text: string): unknown {
  try {
    const data: unknown = JSON.parse(text);
    return LONG_NUMBER.test(text) ? JSON.parse(text.replace(STRING_OR_LONG_NUMBER, exactly)) : data;
  } catch {
    return undefined;
  }
}

function exactly(token: string): string {
  return token.startsWith('"') || Number.isSafeInteger(Number(token)) ? token : `"${token}"`;
}
