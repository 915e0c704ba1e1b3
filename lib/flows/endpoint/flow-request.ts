import type { AccountRef } from '../../config/account.interface';
import type { FlowRequestPayload, FlowScreenResponse, FlowSuccessResponse } from '../../wire/flow/endpoint';
import type { FlowJson } from '../json/flow-json.interface';
import type { FlowScreenData, FlowScreenRequest } from '../json/types/flow-inference';
import type { FlowScreenId } from '../json/types/flow-values';

/**
 * Why the endpoint is asked: a flow was opened, a screen sends something, or the user went back. `navigate` is not in
 * Meta's pages, but was seen.
 */
export type FlowRequestAction = 'INIT' | 'data_exchange' | 'BACK' | 'navigate';

/** What a handler may answer. */
export type FlowAnswer = FlowScreenResponse | FlowSuccessResponse;

type AnyData = Record<string, unknown>;

/** What a request carries: with a definition, the payloads of the screen's `data_exchange` actions. */
export type FlowRequestData<F extends FlowJson, S extends FlowScreenId<F>, A extends FlowRequestAction> =
  // A flow that is not known in particular is wider than any definition.
  FlowJson extends F ? AnyData : A extends 'data_exchange' ? FlowScreenRequest<F, S> : AnyData;

/** What a screen needs to be shown. */
type ShownData<F extends FlowJson, S extends FlowScreenId<F>> = FlowJson extends F
  ? AnyData
  : FlowScreenData<F, S>;

/** Arguments of `show`: the data may be left out when the screen needs none. */
type ShowArguments<Data> = AnyData extends Data
  ? [data?: Data]
  : keyof Data extends never
    ? [data?: Data]
    : [data: Data];

/** What came with a request besides its content. */
export interface FlowRequestContext {
  /** Aborts when Meta no longer waits for the answer. */
  readonly signal: AbortSignal;
  /** Account that the endpoint's path or options name. */
  readonly account: AccountRef;
  /** Name of the flow, from the option `flowOf`. */
  readonly flowName: string | undefined;
  /** The token that Meta vouched for, from `flow_token_signature`. */
  readonly verifiedToken: string | undefined;
}

/**
 * A request of the WhatsApp client, decrypted. Its methods make answers: another screen, an error on the same one, the
 * end of the flow.
 * @publicApi
 */
export class FlowRequest<
  F extends FlowJson = FlowJson,
  S extends FlowScreenId<F> = FlowScreenId<F>,
  A extends FlowRequestAction = FlowRequestAction,
> {
  /** Version of the data API, e.g. `4.0`. */
  readonly version: string;
  readonly action: A;
  /** Screen that asks; on `BACK`, the one that was left. Empty when a flow is opened, on most clients. */
  readonly screen: A extends 'INIT' ? S | undefined : S;
  readonly data: FlowRequestData<F, S, A>;
  /** The token of the flow message. Some versions of iOS leave it out; a signature of Meta's brings it back. */
  readonly flowToken: string | undefined;
  /** Name of the flow, from the option `flowOf`. */
  readonly flowName: string | undefined;
  /** Whether Meta vouched for the token with `flow_token_signature`. */
  readonly tokenVerified: boolean;
  /** Aborts when Meta no longer waits for the answer. */
  readonly signal: AbortSignal;
  /** Account that the endpoint's path (`:phoneNumberId`, `:wabaId`) or its option `account` names; else empty. */
  readonly account: AccountRef;

  constructor(
    /** As decrypted, unknown fields included. */
    readonly raw: FlowRequestPayload,
    context: FlowRequestContext,
  ) {
    this.version = raw.version ?? '3.0';
    this.action = raw.action as A;
    this.screen = (raw.screen || undefined) as FlowRequest<F, S, A>['screen'];
    this.data = (raw.data ?? {}) as FlowRequestData<F, S, A>;
    this.flowToken = raw.flow_token || context.verifiedToken;
    this.flowName = context.flowName;
    this.tokenVerified = context.verifiedToken !== undefined;
    this.signal = context.signal;
    this.account = context.account;
  }

  /** Shows a screen: one that may follow by the routing model, or the same one again. */
  show<Id extends FlowScreenId<F>>(screen: Id, ...data: ShowArguments<ShownData<F, Id>>): FlowScreenResponse;
  show(screen: string, data: AnyData = {}): FlowScreenResponse {
    return { screen, data };
  }

  /** Stays on the screen and shows an error to the user, with new data for the screen if given. */
  fail(message: string, data: Partial<ShownData<F, S>> = {}): FlowScreenResponse {
    return { screen: this.screen ?? '', data: { ...data, error_message: message } };
  }

  /** Ends the flow; the values arrive in the completion message. The flow token is added. */
  close(values: AnyData = {}): FlowSuccessResponse {
    const params = { flow_token: this.flowToken ?? '', ...values };
    return { screen: 'SUCCESS', data: { extension_message_response: { params } } };
  }
}
