import type { TransportErrorInit } from '../../errors/transport.error';

/** Codes of the network, of TLS and of the HTTP parser; any other error comes from the body or the headers given. */
const NETWORK =
  /^(?:UND_ERR_|HPE_|ERR_SSL|ERR_TLS|ERR_HTTP2|E(?:CONN|PIPE|TIMEDOUT|HOST|NET|NOTCONN|ADDR|AI_|NOTFOUND|PROTO))/;

/** The request itself could not be written. */
const OWN_FAULT: ReadonlySet<string> = new Set([
  'UND_ERR_INVALID_ARG',
  'UND_ERR_NOT_SUPPORTED',
  'UND_ERR_REQ_CONTENT_LENGTH_MISMATCH',
]);

const CLOSED: ReadonlySet<string> = new Set(['UND_ERR_CLOSED', 'UND_ERR_DESTROYED']);

/**
 * Reads an error of undici or Node.js. `started`: the request had been handed to a socket, so that Meta may have it.
 * Errors of the network are not kept as a cause: their code says all, and they name addresses.
 */
export function describeFailure(
  error: Error & { readonly code?: unknown },
  started: boolean,
): readonly [TransportErrorInit, ErrorOptions?] {
  const code = typeof error.code === 'string' ? error.code : undefined;
  if (code !== undefined && !started && CLOSED.has(code)) return [{ reason: 'closed', sent: false, code }];
  if (code === undefined || OWN_FAULT.has(code))
    return [{ reason: 'request', sent: started, code }, { cause: error }];
  if (!started) return [{ reason: 'connect', sent: false, code }];
  return NETWORK.test(code)
    ? [{ reason: 'connection-lost', sent: true, code }]
    : [{ reason: 'request', sent: true, code }, { cause: error }];
}
