import type { CallOptions, GraphRequest } from './graph-request.interface';

/** The part of a request that the caller's options decide. */
export function callSettings(
  options: CallOptions = {},
): Pick<GraphRequest, 'account' | 'signal' | 'timeoutMs'> {
  return { account: options, signal: options.signal, timeoutMs: options.timeoutMs };
}
