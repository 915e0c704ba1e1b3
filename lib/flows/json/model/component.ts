import type { FlowJsonIssueCode } from '../flow-json-issue.interface';
import type { JsonObject } from './json';
import type { JsonOf, RuleMap } from './rule';
import { boolean } from './rules';
import type { FlowJsonVersion } from './versions';

/** What the value of an input is, for `${form.x}`. `text`: that of a TextInput, a number when `input-type` says so. */
export type FlowInputValue = 'string' | 'boolean' | 'strings' | 'calendar' | 'media' | 'text';

/** Where a component's own check says what is wrong; `property` is a path inside the component. */
export interface ComponentReport {
  /** Whether the flow's version is this one or a newer one. */
  from(version: FlowJsonVersion): boolean;
  error(code: FlowJsonIssueCode, property: string, message: string): void;
  warn(code: FlowJsonIssueCode, property: string, message: string): void;
}

/** One component: when it came, what it holds, where and how often it may stand. */
export interface FlowComponentSpec {
  readonly type: string;
  readonly since: FlowJsonVersion;
  readonly props: RuleMap;
  /** Set for inputs, and for what else `${form.x}` can name. */
  readonly value?: FlowInputValue;
  /** Meta takes it outside a Form even when the screen has one. */
  readonly besideForm?: true;
  /** Most on one screen, of those that can be seen at once. */
  readonly perScreen?: number;
  /** Most in a flow. */
  readonly perFlow?: number;
  /** First version that takes it inside If and Switch, when that is younger; `false`: none does. */
  readonly inBranches?: FlowJsonVersion | false;
  /** `false`: not on a terminal screen. */
  readonly onTerminal?: false;
  /** Types that may stand on the same screen, by the version from which that holds; absent: all. */
  readonly only?: Readonly<Partial<Record<FlowJsonVersion, readonly string[]>>>;
  /** Pairs of properties, the first of which must not exceed the second. */
  readonly ranges?: readonly (readonly [string, string])[];
  /** What no table can say: properties that depend on each other. */
  readonly check?: (json: JsonObject, report: ComponentReport) => void;
}

/** What a declaration says besides its type. */
type Declared = Omit<FlowComponentSpec, 'type'>;
type Declaration<Type, Spec extends Declared, Added = unknown> = Spec & {
  readonly type: Type;
  readonly props: Spec['props'] & Added;
};

const VISIBLE = {
  /** Shown or hidden. @default true */
  visible: boolean(),
};

/** Declares a component; `visible` comes with it. */
export function component<const Type extends string, const Spec extends Declared>(
  type: Type,
  spec: Spec,
): Declaration<Type, Spec, typeof VISIBLE> {
  return { ...spec, type, props: { ...spec.props, ...VISIBLE } };
}

/** Declares a component that cannot be hidden. */
export function fixedComponent<const Type extends string, const Spec extends Declared>(
  type: Type,
  spec: Spec,
): Declaration<Type, Spec> {
  return { ...spec, type };
}

/** The JSON of a component. */
export type FlowComponentOf<Spec> = Spec extends { readonly type: infer Type; readonly props: infer Props }
  ? { readonly type: Type } & JsonOf<Props>
  : never;
