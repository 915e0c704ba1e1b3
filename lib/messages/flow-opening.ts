import type { DataOf, FlowDefinition } from '../wire/flow/definition';

/** Id of a screen of a flow. */
export type ScreenIdOf<F extends FlowDefinition> = F['screens'][number]['id'];

/** How a flow is opened of which nothing is known. */
export interface AnyFlowOpening {
  /** `navigate` opens `screen`; `data_exchange` asks your endpoint for the first screen. @default 'navigate' */
  readonly action?: 'navigate' | 'data_exchange' | undefined;
  /** First screen, with `navigate` only. @default the flow's own first screen */
  readonly screen?: string | undefined;
  /** Data for the first screen, with `navigate` only; sent as it is. */
  readonly data?: Readonly<Record<string, unknown>> | undefined;
}

/** The endpoint chooses the first screen, or the flow does, and nothing is sent along. */
interface UnaddressedOpening {
  readonly action?: 'navigate' | 'data_exchange' | undefined;
  readonly screen?: undefined;
  readonly data?: undefined;
}

interface ScreenOpening<Id, Data> {
  readonly action?: 'navigate' | undefined;
  readonly screen: Id;
  readonly data: Data;
}

interface EmptyScreenOpening<Id> {
  readonly action?: 'navigate' | undefined;
  readonly screen: Id;
  readonly data?: undefined;
}

type OpeningOf<S> = S extends { readonly id: infer Id }
  ? keyof DataOf<S> extends never
    ? EmptyScreenOpening<Id>
    : ScreenOpening<Id, DataOf<S>>
  : never;

/** How a flow is opened: with a definition, at one of its screens, with the data that this screen declares. */
export type FlowOpening<F extends FlowDefinition> =
  // Screens of any name: a flow that is not known in particular.
  string extends ScreenIdOf<F> ? AnyFlowOpening : UnaddressedOpening | OpeningOf<F['screens'][number]>;

/** The definition of a flow, and how the flow is opened. */
export type FlowChoice<F extends FlowDefinition> = {
  /** What `defineFlow` returned: gives `screen` and `data` their types, and both are checked against it. Not sent. */
  readonly flow?: F | undefined;
} & FlowOpening<F>;
