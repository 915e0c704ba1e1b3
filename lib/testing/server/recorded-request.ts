import type { IncomingHttpHeaders } from 'node:http';

/** A request that the application made. Tokens are never recorded. @publicApi */
export interface RecordedRequest {
  /** When it came in, milliseconds since the Unix epoch. */
  readonly at: number;
  readonly method: string;
  /** Path without version and query. */
  readonly path: string;
  /** Version in the path, e.g. `v26.0`. */
  readonly version: string | undefined;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  /** The parameters; for uploads what was found in the form. Undefined when the body was not read. */
  readonly body: unknown;
  /** HTTP status of the answer; undefined while there is none, and when the connection was reset. */
  readonly status: number | undefined;
  /** Error code of the answer. */
  readonly code: number | undefined;
}

/** The record while the request is under way. */
export type RequestRecord = { -readonly [K in keyof RecordedRequest]: RecordedRequest[K] };

const SECRET_NAME = /authorization|cookie|token|secret|proof/i;

/** The headers that carry no secret. */
export function publicHeaders(headers: IncomingHttpHeaders): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers)
      .filter(([name]) => !SECRET_NAME.test(name))
      .map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : (value ?? '')]),
  );
}

/** The query parameters that carry no secret. */
export function publicQuery(query: URLSearchParams): Record<string, string> {
  return Object.fromEntries([...query].filter(([name]) => !SECRET_NAME.test(name)));
}
