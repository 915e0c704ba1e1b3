import { AsyncResource } from 'node:async_hooks';
import type { IncomingMessage } from 'node:http';

/**
 * Reads a whole body. Reports `undefined` as soon as it is known to be longer than `limit` bytes; Node throws the rest
 * away once the answer is out, so that the client can take it in and keep its connection. Reports nothing when the client
 * goes away: there is nobody to answer.
 */
export function readBody(
  request: IncomingMessage,
  limit: number,
  done: (bytes: Buffer | undefined) => void,
): void {
  if (Number(request.headers['content-length']) > limit) {
    done(undefined);
    return;
  }
  // The events come from the socket's context; what the application keeps in AsyncLocalStorage is in the caller's.
  const context = new AsyncResource('WhatsAppWebhookBody');
  let chunks: Buffer[] | undefined = [];
  let size = 0;

  const settle = (bytes: Buffer | undefined): void => {
    chunks = undefined;
    context.runInAsyncScope(done, undefined, bytes);
  };
  request
    .on('data', (chunk: Buffer) => {
      if (!chunks) return;
      size += chunk.length;
      if (size <= limit) chunks.push(chunk);
      else settle(undefined);
    })
    .on('end', () => {
      if (chunks) settle(chunks.length === 1 ? chunks[0] : Buffer.concat(chunks, size));
    });
}
