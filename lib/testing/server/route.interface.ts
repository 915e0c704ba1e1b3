import type { IncomingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';
import type { CallExchange } from '../calls/call-exchange';
import type { FlowDesk } from '../flows/flow-desk';
import type { EmulatedNumber } from '../model/emulated-number.interface';
import type { EmulatorState, NodeKind } from '../model/emulator-state';
import type { JsonObject } from '../model/json';
import type { TemplateDesk } from '../templates/template-desk';
import type { StatusReporter } from '../webhooks/status-reporter';
import type { WebhookSender } from '../webhooks/webhook-sender';
import type { MultipartPart } from './multipart-reader';
import type { Throughput } from './throughput';

/** What a route may use. */
export interface RouteContext {
  readonly state: EmulatorState;
  readonly webhooks: WebhookSender;
  readonly statuses: StatusReporter;
  readonly throughput: Throughput;
  readonly calls: CallExchange;
  readonly templates: TemplateDesk;
  readonly flows: FlowDesk;
}

/** A request after routing and authorization. */
export interface RouteRequest {
  readonly method: string;
  /** The id that the path begins with. */
  readonly id: string;
  /** What the path has in the place of the route's `*`, decoded; of several, as `a/b` and not decoded; else empty. */
  readonly tail: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  /** The number that the node is, or belongs to. */
  readonly number: EmulatedNumber;
  /** The token of the request; undefined where none is needed. */
  readonly token: string | undefined;
  /** The parameters of the query and of a JSON or form body; empty when there are none. */
  params(): Promise<JsonObject>;
  /** The files of a form, by the name of their part. */
  files(): Promise<ReadonlyMap<string, MultipartPart>>;
  /** The raw body, for uploads of bytes alone. */
  readonly stream: Readable;
  /** Puts what is known about a raw body into the record of the request. */
  describeBody(description: JsonObject): void;
}

/** What the route answers. */
export interface RouteAnswer {
  /** @default 200 */
  readonly status?: number;
  readonly body: JsonObject | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
  /** Runs once the answer has been written, e.g. to report statuses. */
  readonly after?: (() => void | Promise<void>) | undefined;
}

export type RouteHandler = (
  request: RouteRequest,
  context: RouteContext,
) => RouteAnswer | Promise<RouteAnswer>;

/** One endpoint. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** Kind of the node that the path begins with; absent for the fixed paths. */
  readonly node?: NodeKind;
  /** What follows the node, e.g. `messages` or `message_qrdls/*`; the whole path for routes without a node. A `*` is any segment. */
  readonly path: string;
  /** The endpoint needs no access token. */
  readonly anonymous?: true;
  readonly handle: RouteHandler;
}
