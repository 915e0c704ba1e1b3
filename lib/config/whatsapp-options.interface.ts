import type { Dispatcher } from 'undici';
import type { AccountResolver, AppSecret, Secret, WhatsAppAccount } from './account.interface';
import type { Clock } from './clock';
import type { DeliveryOptions } from './delivery-options.interface';
import type { PacingOptions } from './pacing-options.interface';
import type { TemplateOptions } from './template-options.interface';
import type { WindowOptions } from './window-options.interface';

/** How requests to Meta are made. */
export interface HttpOptions {
  /**
   * Longest wait for a whole answer of Meta, milliseconds.
   * @default 30000
   */
  timeoutMs?: number;
  /**
   * Longest wait for a connection, milliseconds. A failure here is safe to repeat.
   * @default 10000
   */
  connectTimeoutMs?: number;
  /**
   * Connections kept open to Meta.
   * @default 64
   */
  connections?: number;
  /**
   * URL of an HTTP proxy for all requests, e.g. `http://proxy.internal:3128`.
   * @default none
   */
  proxy?: string;
  /**
   * An undici dispatcher of your own (mTLS, mocks), or a function that picks one for an account.
   * @default a keep-alive pool
   */
  dispatcher?: Dispatcher | ((account: WhatsAppAccount) => Dispatcher | undefined);
  /**
   * Attempts in all for requests that are safe to repeat: those that cannot have been sent, that Meta throttled,
   * and reads and deletes that failed on Meta's side. A send whose answer was lost is never repeated.
   * @default 3
   */
  maxAttempts?: number;
}

/** How the webhook endpoint reads requests. */
export interface WebhookOptions {
  /**
   * Largest body, bytes. Meta sends up to 3 MiB.
   * @default 3145728
   */
  bodyLimit?: number;
}

/**
 * Which of the application's global enhancers (guards, pipes, interceptors, filters) also apply to event handlers.
 * Those of the handler's class and method always do.
 */
export type EnhancerOptions = 'handlers' | 'all';

/**
 * Options of `WhatsAppModule.forRoot` and `forRootAsync`.
 * @publicApi
 */
export interface WhatsAppModuleOptions {
  /**
   * System user token. A function is called for each request, for secret managers and rotation.
   * Dashboard: Business settings, Users, System users.
   */
  accessToken?: Secret;
  /** Default business phone number id to send from. Dashboard: WhatsApp, API Setup. */
  phoneNumberId?: string;
  /** WhatsApp Business Account id. Dashboard: WhatsApp, API Setup. */
  wabaId?: string;
  /**
   * App secret, or several: one for each Meta app that posts to this endpoint, and the old and new one during rotation.
   * Dashboard: App settings, Basic, App secret.
   */
  appSecret?: string | AppSecret | readonly (string | AppSecret)[];
  /** The verify token that you type into the dashboard: WhatsApp, Configuration, Webhook. Any secret text. */
  verifyToken?: string;
  /**
   * Graph API version.
   * @default 'v26.0'
   */
  apiVersion?: string;
  /**
   * Base URL of the Graph API. Change it for the emulator only.
   * @default 'https://graph.facebook.com'
   */
  graphUrl?: string;
  /**
   * Further hosts that may receive the access token (emulator, gateway), e.g. `['127.0.0.1:4010']`.
   * The host of `graphUrl` must be Meta's or be listed here.
   * @default Meta's hosts only
   */
  allowedHosts?: readonly string[];
  /** Finds accounts at run time: many numbers, many tenants. @default the options above */
  accountResolver?: AccountResolver;
  /** How requests to Meta are made. */
  http?: HttpOptions;
  /** How the webhook endpoint reads requests. */
  webhook?: WebhookOptions;
  /** How updates travel to the handlers. */
  delivery?: DeliveryOptions;
  /**
   * `all`: every handler of an event runs. `first`: the chain ends with the first handler that completes, unless it
   * throws `ContinueHandling`.
   * @default 'all'
   */
  handling?: 'all' | 'first';
  /**
   * `handlers`: enhancers of a handler's class and method apply. `all`: the application's global ones do too.
   * @default 'handlers'
   */
  enhancers?: EnhancerOptions;
  /**
   * Names of events of your own, which you add to `WhatsAppEventPayloads` and emit through `WhatsAppEvents.emit`.
   * A handler of a name that is neither Meta's nor listed here does not boot.
   * @default none
   */
  customEvents?: readonly string[];
  /**
   * Check inputs before they leave. Single calls can switch it off too.
   * @default true
   */
  validate?: boolean;
  /** How templates are checked before they are sent. */
  templates?: TemplateOptions;
  /** Keeps sends within the limits of each number; `{}` switches it on. @default off */
  pacing?: PacingOptions;
  /** Tracks the 24-hour customer-service windows of users; `{}` switches it on. @default off */
  window?: WindowOptions;
  /**
   * Accept webhooks without a valid signature. Anybody could then post events. Refused when NODE_ENV is `production`.
   * @default false
   */
  insecureSkipSignatureVerification?: boolean;
  /** Time source, for tests. @default the real time */
  clock?: Clock;
}

/** Class that makes the options, for `forRootAsync({ useClass })`. @publicApi */
export interface WhatsAppOptionsFactory {
  createWhatsAppOptions(): WhatsAppModuleOptions | Promise<WhatsAppModuleOptions>;
}
