import type { FlowComponentOf } from './model/component';
import type { FLOW_COMPONENTS } from './model/component-table';
import type { FlowReference } from './model/rule';
import type { FlowJsonVersion } from './model/versions';

/** Components that hold others; their types are written out because they are recursive. */
type ContainerType = 'Form' | 'If' | 'Switch';

type LeafComponents = {
  [T in Exclude<keyof typeof FLOW_COMPONENTS, ContainerType>]: FlowComponentOf<(typeof FLOW_COMPONENTS)[T]>;
};

/** Holds inputs; optional from 4.0. With one on the screen, no input may stand outside it. */
export interface FlowForm {
  readonly type: 'Form';
  readonly name: string;
  readonly children: readonly FlowComponent[];
  /** Values of the inputs by name. */
  readonly 'init-values'?: Readonly<Record<string, unknown>> | FlowReference;
  /** Error texts of the inputs by name; for a CalendarPicker one for each end of its range. */
  readonly 'error-messages'?:
    Readonly<Record<string, string | Readonly<Record<string, string>>>> | FlowReference;
}

/** Shows one of two lists of components (4.0). Up to 3 deep. */
export interface FlowIf {
  readonly type: 'If';
  /** Boolean expression, e.g. `${form.age} > 17`; backticks around it are possible from 6.0 on, as is a constant. */
  readonly condition: string | boolean;
  /** At least one. */
  readonly then: readonly FlowComponent[];
  readonly else?: readonly FlowComponent[];
}

/** Shows the components of the case whose key equals the value (4.0). */
export interface FlowSwitch {
  readonly type: 'Switch';
  readonly value: string;
  readonly cases: Readonly<Record<string, readonly FlowComponent[]>>;
}

/** Any component. Discriminated by `type`. */
export type FlowComponent = LeafComponents[keyof LeafComponents] | FlowForm | FlowIf | FlowSwitch;

/** The component of one type. */
export type FlowComponentByType<T extends FlowComponent['type']> = Extract<
  FlowComponent,
  { readonly type: T }
>;

/** Type of one field of a screen's `data`. */
export interface FlowDataSchema {
  readonly type?: 'string' | 'number' | 'boolean' | 'object' | 'array' | (string & {});
  /** Fields of an object. */
  readonly properties?: Readonly<Record<string, FlowDataSchema>>;
  /** Type of the items of an array. */
  readonly items?: FlowDataSchema | boolean;
  /** Sample value; needed on the fields of `data` itself and only there. */
  readonly __example__?: unknown;
  readonly [keyword: string]: unknown;
}

/** One screen. */
export interface FlowScreen {
  /** Letters and underscores; unique; not `SUCCESS`. */
  readonly id: string;
  readonly title?: string;
  /** The flow can end here. Needs a Footer. */
  readonly terminal?: boolean;
  /** Whether ending here is the outcome that the business wants (3.1). @default true */
  readonly success?: boolean;
  /** What the screen gets from the endpoint, the screen before or the message. */
  readonly data?: Readonly<Record<string, FlowDataSchema>>;
  /** Ask the endpoint when the user comes back to this screen. @default false */
  readonly refresh_on_back?: boolean;
  /** Names of inputs that are masked in the summary (5.1). */
  readonly sensitive?: readonly string[];
  readonly layout: { readonly type: 'SingleColumnLayout'; readonly children: readonly FlowComponent[] };
}

/**
 * A flow as Meta stores it. Unknown properties are kept.
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/flows/reference/flowjson
 * @publicApi
 */
export interface FlowJson {
  readonly version: FlowJsonVersion | (string & {});
  /** 1 to 100. */
  readonly screens: readonly FlowScreen[];
  /** Version of the data API; needed with an endpoint. */
  readonly data_api_version?: '3.0' | '4.0' | (string & {});
  /** Screens that may follow each screen; needed with an endpoint. */
  readonly routing_model?: Readonly<Record<string, readonly string[]>>;
  /** URL of the endpoint, before 3.0 only. */
  readonly data_channel_uri?: string;
}
