import type { ServerResponse } from 'node:http';

/** The part of a Fastify reply that is used here. */
interface FastifyReplyLike {
  readonly sent: boolean;
  code(status: number): this;
  header(name: string, value: string): this;
  send(body?: string): this;
}

/** A response of Express (which is Node's own) or a reply of Fastify. */
export type WebhookResponse = ServerResponse | FastifyReplyLike;

const NO_HEADERS: Readonly<Record<string, string>> = {};
const PLAIN_TEXT = 'text/plain; charset=utf-8';

/**
 * Answers with text, plain text unless `type` says otherwise. Goes past what the application wraps round its own answers.
 * Does nothing when somebody, a timeout for example, has answered already.
 */
export function answer(
  response: WebhookResponse,
  status: number,
  text = '',
  headers: Readonly<Record<string, string>> = NO_HEADERS,
  type = PLAIN_TEXT,
): void {
  if ('code' in response) answerFastify(response, status, text, headers, type);
  else answerNode(response, status, text, headers, type);
}

function answerFastify(
  reply: FastifyReplyLike,
  status: number,
  text: string,
  headers: Readonly<Record<string, string>>,
  type: string,
): void {
  if (reply.sent) return;
  for (const name in headers) reply.header(name, headers[name] as string);
  if (text === '') {
    reply.code(status).send();
    return;
  }
  reply.header('content-type', type).header('x-content-type-options', 'nosniff');
  reply.code(status).send(text);
}

function answerNode(
  response: ServerResponse,
  status: number,
  text: string,
  headers: Readonly<Record<string, string>>,
  type: string,
): void {
  if (response.headersSent) return;
  for (const name in headers) response.setHeader(name, headers[name] as string);
  if (text !== '') {
    response.setHeader('Content-Type', type);
    response.setHeader('X-Content-Type-Options', 'nosniff');
  }
  response.statusCode = status;
  response.end(text);
}
