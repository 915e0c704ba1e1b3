import type { FlowActionJson } from './action-json';
import type { FlowJsonVersion } from './versions';

/** A reference to a value, `${data.x}`, `${form.x}` or `${screen.S.form.x}`. */
export type FlowReference = `\${${string}}`;
/** A nested expression in backticks (6.0). */
export type FlowExpression = `\`${string}\``;
/** A value that is computed on the device. */
export type FlowDynamic = FlowReference | FlowExpression;

/** Names of the actions. */
export type FlowActionName = FlowActionJson['name'];

/** Properties by name. */
export interface RuleMap {
  readonly [property: string]: Rule;
}

/** What a value may look like. */
export type Shape =
  | { readonly kind: 'text'; readonly max?: number }
  | { readonly kind: 'name' }
  | { readonly kind: 'any' }
  | { readonly kind: 'payload' }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'number'; readonly integer?: true; readonly min?: number; readonly max?: number }
  | { readonly kind: 'enum'; readonly values: readonly string[]; readonly open?: true }
  | { readonly kind: 'date' }
  | { readonly kind: 'image'; readonly maxKilobytes: Readonly<Record<string, number>> }
  | { readonly kind: 'format'; readonly like: RegExp; readonly words: string }
  | { readonly kind: 'pattern' }
  | {
      readonly kind: 'list';
      readonly items: Rule;
      readonly min?: number;
      readonly max?: number;
      /** Its items are no references. */
      readonly fixed?: true;
    }
  | { readonly kind: 'object'; readonly props: RuleMap }
  | { readonly kind: 'map'; readonly values: Rule }
  | { readonly kind: 'anyOf'; readonly options: readonly Rule[] }
  | { readonly kind: 'action'; readonly names: Readonly<Partial<Record<FlowActionName, FlowJsonVersion>>> }
  | { readonly kind: 'components'; readonly min?: number }
  | { readonly kind: 'cases' }
  | { readonly kind: 'condition' };

declare const VALUE: unique symbol;

/** The rule of one property: its shape and when it applies. `T` is the TypeScript type of the value. */
export interface Rule<T = unknown> {
  readonly shape: Shape;
  /** Needed: in every version, or from this one on. */
  readonly required?: true | FlowJsonVersion;
  /** Version that introduced it, where it is younger than its owner. */
  readonly since?: FlowJsonVersion;
  /** Only on a component that is not inside a Form. */
  readonly outsideForm?: true;
  /** Carries the type; never set. */
  readonly [VALUE]?: T;
}

/** The TypeScript type of a rule's value. */
export type RuleValue<R> = R extends Rule<infer T> ? T : never;

/** The JSON of an object with these properties. */
export type JsonOf<Props> = {
  readonly [K in keyof Props as Props[K] extends { readonly required: true } ? K : never]: RuleValue<
    Props[K]
  >;
} & {
  readonly [K in keyof Props as Props[K] extends { readonly required: true } ? never : K]?: RuleValue<
    Props[K]
  >;
};
