import type { IncomingMessage } from 'node:http';
import { isObject } from '../model/json';
import type { JsonObject } from '../model/json';
import { GraphRefusal } from './graph-refusal';

const MAX_BODY_BYTES = 10 * 1024 * 1024;

/** Reads to the end even when it is too much: the client takes no answer before it has sent everything. */
async function readBytes(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= MAX_BODY_BYTES) chunks.push(chunk);
  }
  if (size > MAX_BODY_BYTES)
    throw new GraphRefusal(100, { status: 413, details: 'The request body is too large.' });
  return Buffer.concat(chunks);
}

/** Graph takes lists and objects in a form as JSON text. */
function formValue(text: string): unknown {
  if (!/^[[{]|^(?:true|false)$/.test(text)) return text;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

/** The parameters of a JSON or form body. Like Graph, takes a body that it cannot read for one without parameters. */
export async function readParams(request: IncomingMessage): Promise<JsonObject> {
  const text = (await readBytes(request)).toString('utf8');
  if (request.headers['content-type']?.startsWith('application/x-www-form-urlencoded')) {
    return Object.fromEntries(
      [...new URLSearchParams(text)].map(([name, value]) => [name, formValue(value)]),
    );
  }
  try {
    const parsed: unknown = JSON.parse(text);
    return isObject(parsed) ? parsed : {};
  } catch {
    return {};
  }
}
