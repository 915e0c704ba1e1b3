import { WhatsAppError } from './whatsapp.error';

/**
 * Why no answer came. `connect`: no connection (name not found, refused, TLS, connect timeout). `connection-lost`: it
 * broke after the request had gone out. `timeout`: the whole answer took longer than `timeoutMs`. `aborted`: by the
 * caller's signal. `too-large`: the answer exceeds the size limit. `request`: the request could not be written (broken
 * body stream, invalid header). `closed`: the application is shutting down.
 */
export type TransportFailure =
  'connect' | 'connection-lost' | 'timeout' | 'aborted' | 'too-large' | 'request' | 'closed';

const texts: Readonly<Record<TransportFailure, string>> = {
  connect: 'could not connect',
  'connection-lost': 'the connection broke before the whole answer had come',
  timeout: 'the answer took longer than `timeoutMs`',
  aborted: 'aborted by the caller',
  'too-large': 'the answer is larger than the limit',
  request: 'the request could not be written, see its headers and body',
  closed: 'the HTTP client is closed, as the application is shutting down',
};

/** What a `TransportError` is made of. */
export interface TransportErrorInit {
  readonly reason: TransportFailure;
  readonly sent: boolean;
  /** Code of Node.js or undici, e.g. `ECONNREFUSED`. */
  readonly code?: string | undefined;
  readonly operation?: string | undefined;
}

/**
 * A request got no answer. It holds no headers and no addresses.
 * @publicApi
 */
export class TransportError extends WhatsAppError {
  readonly reason: TransportFailure;
  /** `false`: nothing can have reached Meta. `true`: Meta may have received the request, or part of it. */
  readonly sent: boolean;
  /** Code of Node.js or undici, e.g. `ECONNREFUSED`. */
  declare readonly code?: string;
  /** The request without its ids, e.g. `GET /{id}`. */
  declare readonly operation?: string;

  constructor(init: TransportErrorInit, options?: ErrorOptions) {
    const where = init.operation === undefined ? '' : `${init.operation}: `;
    const code = init.code === undefined ? '' : ` (${init.code})`;
    const sent = init.sent || init.reason === 'connect' ? '' : '; nothing was sent';
    super(`${where}${texts[init.reason]}${code}${sent}`, options);
    this.reason = init.reason;
    this.sent = init.sent;
    if (init.code !== undefined) this.code = init.code;
    if (init.operation !== undefined) this.operation = init.operation;
  }

  /** The same, told of one request. */
  during(operation: string): TransportError {
    const { reason, sent, code, cause } = this;
    return new TransportError({ reason, sent, code, operation }, cause === undefined ? undefined : { cause });
  }
}
