import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { WebhookLog } from '../webhook-log.service';
import { WEBHOOK_REACHED } from '../webhook-request.interface';
import type { WebhookRequest } from '../webhook-request.interface';
import { answer } from '../webhook-response';
import type { WebhookResponse } from '../webhook-response';
import { WEBHOOK_ROUTE } from '../webhook.constants';
import { reportTooLarge } from './too-large';
import { reportUnreached } from './unreached';

const CONTENT_TYPE = Symbol('whatsapp-webhook-content-type');

type Done = (error: Error | null, body?: unknown) => void;

interface FastifyRequestLike extends WebhookRequest {
  readonly raw: IncomingMessage;
  [CONTENT_TYPE]?: string | undefined;
}

type FastifyReplyLike = WebhookResponse & { readonly statusCode: number };
type Hook = (request: FastifyRequestLike, reply: FastifyReplyLike, done: () => void) => void;
type SendHook = (
  request: FastifyRequestLike,
  reply: FastifyReplyLike,
  payload: unknown,
  done: () => void,
) => void;

interface RouteOptionsLike {
  readonly method: string | readonly string[];
  readonly config?: Readonly<Record<string, unknown>>;
  bodyLimit?: number;
  onRequest?: Hook | Hook[];
  onSend?: SendHook | SendHook[];
  errorHandler?: (
    error: { statusCode?: number },
    request: FastifyRequestLike,
    reply: FastifyReplyLike,
  ) => void;
}

/** The part of a Fastify instance that is used here. */
export interface FastifyLike {
  addHook(name: 'onRoute', hook: (this: FastifyLike, route: RouteOptionsLike) => void): unknown;
  hasContentTypeParser(type: string): boolean;
  addContentTypeParser(
    type: string,
    options: { parseAs: 'buffer'; bodyLimit: number },
    parser: (request: FastifyRequestLike, bytes: Buffer, done: Done) => void,
  ): unknown;
}

/**
 * Keeps the bytes of webhook requests on Fastify. Content type parsers belong to the whole instance, so the route's
 * requests get a content type of their own just before their body is read. It is random: nobody can ask for it on other
 * routes.
 */
export function installFastifyRawBody(
  instance: FastifyLike,
  registrationId: string,
  bodyLimit: number,
  log: WebhookLog,
): void {
  const ownType = `application/x-whatsapp-webhook-${randomUUID()}`;

  const chooseParser: Hook = (request, _reply, done) => {
    const { headers } = request.raw;
    request[CONTENT_TYPE] = headers['content-type'];
    headers['content-type'] = ownType;
    done();
  };
  const keepBytes = (request: FastifyRequestLike, bytes: Buffer, done: Done): void => {
    request.raw.headers['content-type'] = request[CONTENT_TYPE];
    request.rawBody = bytes;
    done(null);
  };
  // Not `onResponse`, for which Fastify times every answer and listens to its end.
  const onSend: SendHook = (request, reply, _payload, done) => {
    reportUnreached(log, request, reply.statusCode);
    done();
  };

  instance.addHook('onRoute', function (route) {
    if (route.config?.[WEBHOOK_ROUTE] !== registrationId) return;
    route.onSend = [route.onSend ?? [], onSend].flat();
    if (route.method !== 'POST') return;
    if (!this.hasContentTypeParser(ownType)) {
      this.addContentTypeParser(ownType, { parseAs: 'buffer', bodyLimit }, keepBytes);
    }
    route.bodyLimit = bodyLimit;
    route.onRequest = [route.onRequest ?? [], chooseParser].flat();
    route.errorHandler = (error, request, reply) => {
      // Anything but the size is the application's: what its own hooks throw.
      if (error.statusCode !== 413) throw error as Error;
      request[WEBHOOK_REACHED] = true;
      reportTooLarge(log, bodyLimit);
      answer(reply, 413, 'the body is too large');
    };
  });
}
