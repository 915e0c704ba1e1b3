import { Readable } from 'node:stream';
import { FormData as UndiciFormData } from 'undici';
import { PayloadValidationError } from '../errors/payload-validation.error';
import { StreamBody } from './stream-body';

/** A body as it goes on the wire. */
export interface EncodedBody {
  /** Text, bytes, form or stream. Read once for each attempt. */
  readonly data: unknown;
  /** `false`: known to the transport only (the boundary of a form), or up to the caller. */
  readonly contentType: string | false;
  /** Whether it can be written a second time. */
  readonly replayable: boolean;
}

/** Content types stay with what callers set for bytes and streams. */
const bytes = { contentType: false, replayable: true } as const;

/**
 * Plain values become JSON; forms, bytes and streams go out as they are.
 * @throws PayloadValidationError when a value cannot be written as JSON.
 */
export function encodeBody(body: unknown): EncodedBody {
  if (body === undefined) return { data: undefined, ...bytes };
  if (body instanceof StreamBody) {
    return {
      get data() {
        return body.open();
      },
      ...bytes,
    };
  }
  if (typeof body === 'object' && body !== null) {
    if (body instanceof Uint8Array || isTagged(body, 'Blob')) return { data: body, ...bytes };
    if (isTagged(body, 'FormData')) return { data: toUndiciForm(body as FormData), ...bytes };
    if (body instanceof ArrayBuffer) return { data: Buffer.from(body), ...bytes };
    if (body instanceof URLSearchParams) {
      return { data: body.toString(), contentType: 'application/x-www-form-urlencoded', replayable: true };
    }
    const stream = toStream(body);
    if (stream) return { data: stream, contentType: false, replayable: false };
  }
  return { data: toJson(body), contentType: 'application/json', replayable: true };
}

/** By tag, since there are several implementations of these classes. */
function isTagged(body: object, tag: string): boolean {
  return (body as { [Symbol.toStringTag]?: unknown })[Symbol.toStringTag] === tag;
}

/** The transport writes forms of its own class only, and the global one is another. */
function toUndiciForm(form: FormData): UndiciFormData {
  if (form instanceof UndiciFormData) return form;
  const copy = new UndiciFormData();
  for (const [name, value] of form) {
    if (typeof value === 'string') copy.append(name, value);
    else copy.append(name, value, value.name);
  }
  return copy;
}

function toStream(body: object): object | undefined {
  if ('pipe' in body && typeof body.pipe === 'function') return body;
  return Symbol.asyncIterator in body ? Readable.from(body as AsyncIterable<Uint8Array>) : undefined;
}

function toJson(body: unknown): string {
  let json: string | undefined;
  try {
    json = JSON.stringify(body);
  } catch {
    // A cycle or a BigInt: told below, without quoting the value.
  }
  if (json !== undefined) return json;
  throw new PayloadValidationError('graph request', [
    { path: 'body', message: 'cannot be written as JSON: it holds a cycle, a BigInt or a function' },
  ]);
}
