import type { IncomingMessage } from 'node:http';
import { isObject } from '../model/json';
import type { JsonObject } from '../model/json';
import { MAX_UPLOAD_BYTES } from '../rules/media.rules';
import { GraphRefusal } from './graph-refusal';
import { MultipartError, readMultipart } from './multipart-reader';
import type { MultipartPart } from './multipart-reader';
import { paramsOfJson, paramsOfPairs } from './param-values';

const MB = 1024 * 1024;
const MAX_BODY_BYTES = 10 * MB;
/** The largest file, and some room for the other parts of its form. */
const FORM_LIMITS = { maxBytes: MAX_UPLOAD_BYTES + MB, maxParts: 20 };

/** What stands in the body of a request. */
export interface RequestContent {
  readonly params: JsonObject;
  /** The files of a form, by the name of their part. */
  readonly files: ReadonlyMap<string, MultipartPart>;
}

const NO_FILES: RequestContent['files'] = new Map();

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

async function readForm(request: IncomingMessage, contentType: string): Promise<RequestContent> {
  // Leaving the loop must not destroy the request, which would cut off the answer too.
  const chunks = request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
  const parts = await readMultipart(chunks, contentType, FORM_LIMITS).catch((error: unknown) => {
    throw error instanceof MultipartError ? new GraphRefusal(100, { details: error.message }) : error;
  });
  const isFile = (part: MultipartPart): boolean => part.filename !== undefined;
  return {
    params: paramsOfPairs(
      parts.filter((part) => !isFile(part)).map(({ name, data }) => [name, data.toString('utf8')] as const),
    ),
    files: new Map(parts.filter(isFile).map((part) => [part.name, part])),
  };
}

function jsonParams(text: string): JsonObject {
  try {
    const parsed: unknown = JSON.parse(text);
    return isObject(parsed) ? paramsOfJson(parsed) : {};
  } catch {
    return {};
  }
}

/** Whether the body is a file and not parameters; its route reads the bytes. */
function isBinary(contentType: string): boolean {
  return (
    contentType !== '' &&
    !/^(?:text\/|application\/(?:[\w.-]+\+)?json\b|application\/x-www-form-urlencoded)/.test(contentType)
  );
}

/** The parameters of a JSON or form body, and its files. Like Graph, takes what it cannot read for a body without any. */
export async function readContent(request: IncomingMessage): Promise<RequestContent> {
  const contentType = request.headers['content-type']?.trim() ?? '';
  const kind = contentType.toLowerCase();
  if (kind.startsWith('multipart/')) return readForm(request, contentType);
  if (isBinary(kind)) return { params: {}, files: NO_FILES };
  const text = (await readBytes(request)).toString('utf8');
  const isForm = kind.startsWith('application/x-www-form-urlencoded');
  return { params: isForm ? paramsOfPairs(new URLSearchParams(text)) : jsonParams(text), files: NO_FILES };
}
