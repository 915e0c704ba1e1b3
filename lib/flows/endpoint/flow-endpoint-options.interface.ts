import type { AccountRef } from '../../config/account.interface';
import type { FlowPrivateKeys } from '../../config/flow-private-key.interface';
import type { WebhookDecorator } from '../../config/webhook-registration.interface';
import type { FlowErrorKey, FlowRequestPayload } from '../../wire/flow/endpoint';

/** What is known of a request before it is decrypted. */
export interface FlowKeyContext {
  /** Path and query as received. */
  readonly url: string;
  /** Parameters of the endpoint's path, e.g. `tenant` of `flows/:tenant`. */
  readonly params: Readonly<Record<string, string>>;
  /** Account that the path or the option `account` names; empty when neither does. */
  readonly account: AccountRef;
  /** Meta app that signed the request, when its id stands beside its secret. */
  readonly appId: string | undefined;
}

/** An error that the WhatsApp client reports. */
export interface FlowErrorNotification {
  readonly error: FlowErrorKey;
  /** Meta's explanation. */
  readonly message: string | undefined;
  readonly screen: string | undefined;
  readonly flowToken: string | undefined;
}

/** Options of `WhatsAppFlowsModule`. @publicApi */
export interface FlowEndpointOptions {
  /**
   * Keys that open requests, newest first; or a function that finds them, which is called for each request. A set of keys
   * is read once and kept. Keys of the account (`flowPrivateKeys`) are tried before them. Each key that does not fit costs
   * an RSA operation, so many tenants need a path each.
   * @default the keys of the account
   */
  privateKeys?: FlowPrivateKeys | ((context: FlowKeyContext) => FlowPrivateKeys | Promise<FlowPrivateKeys>);
  /**
   * Account that the endpoint serves. Meta does not say for which number a request is: a path with `:phoneNumberId` or
   * `:wabaId` (e.g. `path: 'whatsapp/flows/:wabaId'`, and each account's `endpoint_uri` with its own id) tells it too,
   * and comes first.
   * @default the default account
   */
  account?: AccountRef;
  /**
   * Compares the private keys with the public key that Meta holds, once, when the application has started, and warns when
   * they do not fit: one request to Meta for each number. `true`: the number of `account`, else the default one; or a list
   * of phone number ids.
   * @default false
   */
  checkKeysAtBoot?: boolean | readonly string[];
  /**
   * Name of the flow that a request belongs to, usually read from its `flow_token`: Meta does not send it. Needed for
   * handlers with `name`.
   * @default none
   */
  flowOf?: (request: FlowRequestPayload) => string | undefined | Promise<string | undefined>;
  /**
   * What is done with `flow_token_signature` (Flow JSON 7.3 and Data API 4.0): `optional` refuses a wrong one, `required`
   * a missing one too, `ignored` does not look.
   * @default 'optional'
   */
  tokenSignature?: 'optional' | 'required' | 'ignored';
  /**
   * How the text of `FlowTokenNoLongerValidError` is sent. Meta's page shows plain JSON, its sample code encrypts.
   * @default 'encrypted'
   */
  tokenErrorBody?: 'encrypted' | 'plain';
  /**
   * Time for an answer, milliseconds. Meta waits 10 seconds.
   * @default 10000
   */
  timeoutMs?: number;
  /** Told of every error that the client reports; it is logged and acknowledged in any case, without waiting for this. */
  onErrorNotification?: (notification: FlowErrorNotification) => unknown;
}

/** Class that makes the options, for `forRootAsync({ useClass })`. @publicApi */
export interface FlowEndpointOptionsFactory {
  createFlowEndpointOptions(): FlowEndpointOptions | Promise<FlowEndpointOptions>;
}

/** What must be known when the module is declared. @publicApi */
export interface WhatsAppFlowsModuleExtras {
  /**
   * Path of the endpoint, below the application's global prefix; the flow's `endpoint_uri` leads to it. Parameters
   * `:phoneNumberId` and `:wabaId` name the account whose keys open the request.
   * @default 'whatsapp/flows'
   */
  path?: string;
  /**
   * Name of this endpoint, where an application has several: handlers with `endpoint` belong to one of them.
   * @default 'default'
   */
  endpoint?: string;
  /**
   * Largest request, bytes.
   * @default 10485760 (10 MiB, what Meta sends at most)
   */
  bodyLimit?: number;
  /**
   * Your own decorators for the generated controller and its method, e.g. `[Public(), SkipThrottle()]`.
   * @default []
   */
  decorators?: readonly WebhookDecorator[];
}

/** One endpoint. */
export interface FlowEndpointRegistration {
  /** Unique in the process. */
  readonly id: string;
  readonly path: string;
  readonly endpoint: string;
  readonly bodyLimit: number;
  readonly decorators: readonly WebhookDecorator[];
}
