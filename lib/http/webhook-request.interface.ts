import type { IncomingHttpHeaders } from 'node:http';

/** Set once the request has come past the application's own guards and middleware. */
export const WEBHOOK_REACHED = Symbol('whatsapp-webhook-reached');

/** App id that belongs to the secret that signed the request. */
export const WEBHOOK_APP_ID = Symbol('whatsapp-webhook-app-id');

/** What the webhook needs of a request, alike on Express and Fastify. */
export interface WebhookRequest {
  readonly method: string;
  /** Path and query as received. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  /** The bytes as received. */
  rawBody?: unknown;
  body?: unknown;
  [WEBHOOK_REACHED]?: boolean;
  [WEBHOOK_APP_ID]?: string;
}
