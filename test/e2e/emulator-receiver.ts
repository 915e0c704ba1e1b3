import { createServer } from 'node:http';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Parsed JSON, for tests that look into it freely. */
export type Json = ReturnType<typeof JSON.parse>;

/** A webhook as it came in. */
export interface ReceivedWebhook {
  readonly bytes: Buffer;
  readonly headers: IncomingHttpHeaders;
  readonly body: Json;
}

/** Answers a webhook; the number is the HTTP status. */
export type Answer = (
  webhook: ReceivedWebhook,
  response: ServerResponse,
) => number | void | Promise<number | void>;

/** An application without any library: a plain HTTP server that keeps what it receives. */
export class Receiver {
  readonly received: ReceivedWebhook[] = [];
  /** What to answer; nothing is written when it returns no status. */
  answer: Answer = () => 200;
  /** What to answer to the handshake. */
  handshake: (query: URLSearchParams, response: ServerResponse) => void = (query, response) => {
    const isRight =
      query.get('hub.verify_token') === 'emulator-verify-token' && query.get('hub.mode') === 'subscribe';
    response.writeHead(isRight ? 200 : 403).end(isRight ? query.get('hub.challenge') : '');
  };
  private readonly server = createServer((request, response) => void this.serve(request, response));
  url = '';

  static async start(): Promise<Receiver> {
    const receiver = new Receiver();
    await new Promise<void>((resolve) => receiver.server.listen(0, '127.0.0.1', resolve));
    receiver.url = `http://127.0.0.1:${(receiver.server.address() as AddressInfo).port}/webhook`;
    return receiver;
  }

  /** All items of one collection that came in, in order. */
  items(collection: 'messages' | 'statuses'): Json[] {
    return this.received.flatMap(({ body }) =>
      body.entry.flatMap((entry: Json) =>
        entry.changes.flatMap((change: Json) => change.value[collection] ?? []),
      ),
    );
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method === 'GET') {
      return this.handshake(new URL(`http://host${request.url}`).searchParams, response);
    }
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const bytes = Buffer.concat(chunks);
    const webhook = { bytes, headers: request.headers, body: parse(bytes) };
    this.received.push(webhook);
    const status = await this.answer(webhook, response);
    if (status !== undefined) response.writeHead(status).end();
  }
}

function parse(bytes: Buffer): Json {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}
