import type { EncryptedFlowMedia, FlowCompletionMedia } from '../../../wire/flow/media';
import type { FlowJson } from '../flow-json.interface';
import type { DataOf, FlowScreenId, FormOf, PayloadsOf, ScreenById, ScreenOf } from './flow-values';

/** Removes `readonly` one level down and shows the result as one object. */
type Plain<T> = { -readonly [K in keyof T]: T[K] };

/**
 * What a screen shows: the values of its `data`. An answer of the endpoint that opens the screen must carry them.
 * @publicApi
 */
export type FlowScreenData<F extends FlowJson, Id extends FlowScreenId<F>> = Plain<DataOf<ScreenById<F, Id>>>;

/**
 * What a screen sends to the endpoint: the payloads of its `data_exchange` actions. Anything, when it has none.
 * @publicApi
 */
export type FlowScreenRequest<F extends FlowJson, Id extends FlowScreenId<F>> = OrAnything<
  PayloadsOf<F, ScreenById<F, Id>, 'data_exchange', EncryptedFlowMedia[]>
>;

/**
 * What the user entered on a screen, by the names of its inputs.
 * @publicApi
 */
export type FlowScreenForm<F extends FlowJson, Id extends FlowScreenId<F>> = Plain<
  FormOf<ScreenById<F, Id>, EncryptedFlowMedia[]>
>;

/**
 * What the completion message carries: the payloads of the `complete` actions of a flow. Anything, when the endpoint
 * ends the flow. The token may be missing on iOS.
 * @publicApi
 */
export type FlowCompletion<F extends FlowJson> = { flow_token?: string } & OrAnything<
  CompletionsOf<F, ScreenOf<F>>
>;

type CompletionsOf<F extends FlowJson, S> = S extends unknown
  ? PayloadsOf<F, S, 'complete', FlowCompletionMedia[]>
  : never;

type OrAnything<T> = [T] extends [never] ? Record<string, unknown> : T extends unknown ? Plain<T> : never;
