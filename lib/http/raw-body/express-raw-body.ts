import 'reflect-metadata';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { WebhookLog } from '../webhook-log.service';
import { WEBHOOK_REACHED } from '../webhook-request.interface';
import type { WebhookRequest } from '../webhook-request.interface';
import { answer } from '../webhook-response';
import { WEBHOOK_ROUTE } from '../webhook.constants';
import { readBody } from './body-reader';
import { RoutePaths } from './route-paths';
import type { RouteMatching } from './route-paths';
import { reportTooLarge } from './too-large';
import { reportUnreached } from './unreached';

/** An Express request: Node's, with the mark that body parsers leave on it. */
type ExpressRequest = IncomingMessage & WebhookRequest & { _body?: boolean };

type Middleware = (request: ExpressRequest, response: ServerResponse, next: () => void) => void;

/** The part of an Express application that is used here. */
interface ExpressLike {
  use(middleware: Middleware): unknown;
  /** Knows the settings that it was built with; those of the application may have changed since. */
  readonly router: RouteMatching;
  /** Express 4 only, where `router` throws. */
  readonly _router?: RouteMatching;
  lazyrouter?: () => void;
}

/** The part of Nest's Express adapter that is used here. */
export interface ExpressAdapterLike {
  getInstance(): unknown;
  post: (path: unknown, ...handlers: unknown[]) => unknown;
}

/**
 * Keeps the bytes of webhook requests on Express, which has no settings per route: a middleware in front of the body
 * parsers reads the body and marks it as read. Global prefix, versions and module prefixes are set later, so the paths
 * are taken from the route when Nest registers it.
 */
export function installExpressRawBody(
  adapter: ExpressAdapterLike,
  registrationId: string,
  bodyLimit: number,
  log: WebhookLog,
): void {
  const app = adapter.getInstance() as ExpressLike;
  let paths: RoutePaths | undefined;
  watchRoutes(adapter, registrationId, (path) => {
    paths ??= new RoutePaths(app._router ?? app.router);
    paths.add(path);
  });

  function onFinish(this: ServerResponse): void {
    reportUnreached(log, this.req as ExpressRequest, this.statusCode);
  }

  useFirst(app, (request, response, next) => {
    const { method } = request;
    if ((method !== 'POST' && method !== 'GET') || !paths?.includes(request.url)) return next();
    response.on('finish', onFinish);
    if (method === 'GET' || request._body || request.readableEnded) return next();
    readBody(request, bodyLimit, (bytes) => {
      if (bytes) {
        request.rawBody = bytes;
        request._body = true;
        return next();
      }
      request[WEBHOOK_REACHED] = true;
      reportTooLarge(log, bodyLimit);
      answer(response, 413, 'the body is too large');
    });
  });
}

/**
 * The first `use` makes Express 4 build its router, with the settings (`query parser`, `strict routing`) of that moment.
 * That must stay the application's moment.
 */
function useFirst(app: ExpressLike, middleware: Middleware): void {
  const { lazyrouter } = app;
  if (!lazyrouter) {
    app.use(middleware);
    return;
  }
  app.lazyrouter = () => {
    app.lazyrouter = lazyrouter;
    lazyrouter.call(app);
    app.use(middleware);
  };
}

/** Reports each path under which Nest registers the route. */
function watchRoutes(
  adapter: ExpressAdapterLike,
  registrationId: string,
  onPath: (path: string) => void,
): void {
  const { post } = adapter;
  adapter.post = (path, ...handlers) => {
    const handler = handlers.at(-1);
    const isRoute =
      typeof path === 'string' &&
      typeof handler === 'function' &&
      Reflect.getMetadata(WEBHOOK_ROUTE, handler) === registrationId;
    if (isRoute) onPath(path);
    return post.call(adapter, path, ...handlers);
  };
}
