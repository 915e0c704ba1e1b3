import type { FlowJson } from '../flow-json.interface';
import type { FlowDynamic, FlowReference } from '../model/rule';
import type {
  DataOf,
  FlowScreenId,
  PayloadValue,
  ReferencePath,
  Resolve,
  ScreenById,
  Unresolved,
} from './flow-values';

/** `${path}` leads nowhere: the screen has no such `data` field or input. */
export interface UnknownReference<Path> {
  readonly reference: Path;
}
/** `${path}` leads to a value of another type than the property takes. */
export interface WrongReferenceType<Path, Actual, Expected> {
  readonly reference: Path;
  readonly actual: Actual;
  readonly expected: Expected;
}
/** The flow has no such screen. */
export interface UnknownScreen<Id, Known> {
  readonly screen: Id;
  readonly known: Known;
}
/** The `data` of the screen has no such field. */
export interface UnknownDataField<Name> {
  readonly field: Name;
}

/** A text: each `${path}` in it leads somewhere, and a text that is nothing but one leads to the right type. */
export type CheckedText<F extends FlowJson, S, V, Expected> = V extends `\${${infer Path}}`
  ? Path extends `${string}}${string}`
    ? CheckedReferences<F, S, V, V>
    : Resolve<F, S, Path> extends infer T
      ? [T] extends [Unresolved]
        ? UnknownReference<Path>
        : Fits<T, Expected> extends true
          ? V
          : WrongReferenceType<Path, KindOf<T>, KindOf<Exclude<Expected, FlowDynamic>>>
      : never
  : CheckedReferences<F, S, V, V>;

type CheckedReferences<F extends FlowJson, S, V, Whole> = V extends `${string}\${${infer Path}}${infer Rest}`
  ? [Resolve<F, S, Path>] extends [Unresolved]
    ? UnknownReference<Path>
    : CheckedReferences<F, S, Rest, Whole>
  : Whole;

type KindOf<T> = T extends string
  ? 'string'
  : T extends number
    ? 'number'
    : T extends boolean
      ? 'boolean'
      : T extends readonly unknown[]
        ? 'array'
        : T extends object
          ? 'object'
          : never;

/** Whether a value of type `T` can stand where `Expected` is wanted. Only the kinds are compared. */
type Fits<T, Expected> = unknown extends T
  ? true
  : unknown extends Expected
    ? true
    : Extract<KindOf<T>, KindOf<Exclude<Expected, FlowDynamic>>> extends never
      ? false
      : true;

/** A value of a payload. What only looks like a reference is sent as it stands. */
export type CheckedSent<F extends FlowJson, S, V> = V extends string
  ? V extends `\${${infer Path}}`
    ? Path extends ReferencePath
      ? CheckedText<F, S, V, unknown>
      : V
    : CheckedText<F, S, V, unknown>
  : V extends object
    ? { readonly [K in keyof V]: CheckedSent<F, S, V[K]> }
    : V;

/** Versions in which Meta does not compare the fields of `navigate` with those that the next screen declares. */
type LooseVersion = `6.${string}` | '7.0' | '7.1' | '7.2';

export type CheckedNavigate<F extends FlowJson, S, V, Target> = {
  readonly [K in keyof V]: K extends 'next'
    ? Target extends FlowScreenId<F> | FlowReference
      ? V[K]
      : { readonly [N in keyof V[K]]: N extends 'name' ? UnknownScreen<Target, FlowScreenId<F>> : V[K][N] }
    : K extends 'payload'
      ? CheckedPassed<F, S, V[K], Target>
      : V[K];
} & (V extends { readonly payload: unknown }
  ? unknown
  : IsLeft<F, Target> extends true
    ? unknown
    : keyof DataOf<ScreenById<F, Target>> extends never
      ? unknown
      : { readonly payload: DataOf<ScreenById<F, Target>> });

/** Whether the fields may be missing: an endpoint fills them in, the screen is computed, or Meta does not look. */
type IsLeft<F extends FlowJson, Target> = F extends { readonly data_api_version: string }
  ? true
  : Target extends FlowReference
    ? true
    : F['version'] extends LooseVersion
      ? true
      : false;

type CheckedPassed<F extends FlowJson, S, P, Target> = F extends { readonly data_api_version: string }
  ? CheckedSent<F, S, P>
  : Target extends FlowReference
    ? CheckedSent<F, S, P>
    : F['version'] extends LooseVersion
      ? LoosePayload<F, S, P, DataOf<ScreenById<F, Target>>>
      : CheckedPayload<F, S, P, DataOf<ScreenById<F, Target>>> &
          MissingFields<P, DataOf<ScreenById<F, Target>>>;

/** A payload of which only the fields that are declared are compared. */
type LoosePayload<F extends FlowJson, S, P, Data> = {
  readonly [K in keyof P]: K extends keyof Data
    ? CheckedPayloadValue<F, S, P[K], Data[K]>
    : CheckedSent<F, S, P[K]>;
};

/** Fields that the next screen waits for and the payload lacks. */
type MissingFields<P, Data> = { readonly [K in Exclude<keyof Data, keyof P>]: Data[K] };

/** A payload against the `data` of the screen that gets it. */
export type CheckedPayload<F extends FlowJson, S, P, Data> = {
  readonly [K in keyof P]: K extends keyof Data
    ? CheckedPayloadValue<F, S, P[K], Data[K]>
    : UnknownDataField<K>;
};

type CheckedPayloadValue<F extends FlowJson, S, V, Expected> =
  PayloadValue<F, S, V, never> extends infer T
    ? [T] extends [Unresolved]
      ? UnknownReference<V>
      : Fits<T, Expected> extends true
        ? V
        : WrongReferenceType<V, KindOf<T>, KindOf<Expected>>
    : never;
