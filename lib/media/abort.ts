import { TransportError } from '../errors/transport.error';

/**
 * Runs an upload so that abortion looks the same whichever part of it noticed first: the signal also ends what the source
 * reads from.
 * @throws TransportError with the reason `aborted`.
 */
export async function abortable<T>(
  signal: AbortSignal | undefined,
  operation: string,
  run: () => Promise<T>,
): Promise<T> {
  const aborted = (sent: boolean): TransportError =>
    new TransportError({ reason: 'aborted', sent, operation }, { cause: signal?.reason });
  if (signal?.aborted) throw aborted(false);
  try {
    return await run();
  } catch (error) {
    throw signal?.aborted && !(error instanceof TransportError) ? aborted(true) : error;
  }
}
