import type { FlowComponent, FlowComponentByType, FlowJson } from '../flow-json.interface';
import type { FlowDynamic } from '../model/rule';
import type { FlowJsonVersion } from '../model/versions';
import type {
  ComponentsOf,
  DataOf,
  FlowScreenId,
  PayloadValue,
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
/** The screen has no such input. */
export interface UnknownInput<Name> {
  readonly input: Name;
}
/** The component, action or screen has no such property. */
export interface UnknownProperty<Name> {
  readonly property: Name;
}
/** The `data` of the screen has no such field. */
export interface UnknownDataField<Name> {
  readonly field: Name;
}

/**
 * What `defineFlow` demands of a flow besides its shape: intersected with the flow, it turns the place of a mistake into
 * a type that names it. A version that this package does not know is not checked.
 */
export type CheckedFlow<F extends FlowJson> = F['version'] extends FlowJsonVersion
  ? {
      readonly screens: CheckedScreens<F, F['screens']>;
      readonly routing_model?: CheckedRouting<F, F['routing_model']>;
    }
  : unknown;

type CheckedScreens<F extends FlowJson, List> = { readonly [I in keyof List]: CheckedScreen<F, List[I]> };

type CheckedRouting<F extends FlowJson, Model> = {
  readonly [Id in keyof Model]: Id extends FlowScreenId<F>
    ? CheckedIds<F, Model[Id]>
    : UnknownScreen<Id, FlowScreenId<F>>;
};

type CheckedIds<F extends FlowJson, Ids> = {
  readonly [I in keyof Ids]: Ids[I] extends FlowScreenId<F> ? Ids[I] : UnknownScreen<Ids[I], FlowScreenId<F>>;
};

type CheckedScreen<F extends FlowJson, S> = {
  readonly [K in keyof S]: K extends 'layout'
    ? { readonly [L in keyof S[K]]: L extends 'children' ? CheckedComponents<F, S, S[K][L]> : S[K][L] }
    : K extends 'sensitive'
      ? CheckedInputs<S, S[K]>
      : K extends 'title'
        ? CheckedText<F, S, S[K], string>
        : K extends ScreenKey
          ? S[K]
          : UnknownProperty<K>;
};

type CheckedInputs<S, Names> = {
  readonly [I in keyof Names]: Names[I] extends InputName<S> ? Names[I] : UnknownInput<Names[I]>;
};

type ScreenKey = keyof FlowJson['screens'][number];
type InputName<S> = Extract<ComponentsOf<S>, { readonly name: string }>['name'];

type CheckedComponents<F extends FlowJson, S, List> = {
  readonly [I in keyof List]: CheckedComponent<F, S, List[I]>;
};

type CheckedComponent<F extends FlowJson, S, C> = C extends {
  readonly type: infer T extends FlowComponent['type'];
}
  ? {
      readonly [K in keyof C]: K extends keyof FlowComponentByType<T>
        ? K extends 'children' | 'then' | 'else'
          ? CheckedComponents<F, S, C[K]>
          : K extends 'cases'
            ? { readonly [Case in keyof C[K]]: CheckedComponents<F, S, C[K][Case]> }
            : CheckedValue<F, S, C[K], FlowComponentByType<T>[K]>
        : UnknownProperty<K>;
    }
  : C;

/** A property of a component: text, a list, an action, … */
type CheckedValue<F extends FlowJson, S, V, Expected> = V extends string
  ? CheckedText<F, S, V, Expected>
  : V extends { readonly name: string; readonly next: { readonly name: infer Target } }
    ? CheckedNavigate<F, S, V, Target>
    : V extends { readonly name: 'update_data' }
      ? { readonly [K in keyof V]: K extends 'payload' ? CheckedPayload<F, S, V[K], DataOf<S>> : V[K] }
      : V extends object
        ? { readonly [K in keyof V]: CheckedValue<F, S, V[K], unknown> }
        : V;

/** A text: each `${path}` in it leads somewhere, and a text that is nothing but one leads to the right type. */
type CheckedText<F extends FlowJson, S, V, Expected> = V extends `\${${infer Path}}`
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

type CheckedNavigate<F extends FlowJson, S, V, Target> = {
  readonly [K in keyof V]: K extends 'next'
    ? Target extends FlowScreenId<F>
      ? V[K]
      : { readonly [N in keyof V[K]]: N extends 'name' ? UnknownScreen<Target, FlowScreenId<F>> : V[K][N] }
    : K extends 'payload'
      ? F extends { readonly data_api_version: string }
        ? CheckedValue<F, S, V[K], unknown>
        : CheckedPayload<F, S, V[K], DataOf<ScreenById<F, Target>>> &
            MissingFields<V[K], DataOf<ScreenById<F, Target>>>
      : V[K];
} & (V extends { readonly payload: unknown }
  ? unknown
  : F extends { readonly data_api_version: string }
    ? unknown
    : keyof DataOf<ScreenById<F, Target>> extends never
      ? unknown
      : { readonly payload: DataOf<ScreenById<F, Target>> });

/** Fields that the next screen waits for and the payload lacks. */
type MissingFields<P, Data> = { readonly [K in Exclude<keyof Data, keyof P>]: Data[K] };

/** A payload against the `data` of the screen that gets it. */
type CheckedPayload<F extends FlowJson, S, P, Data> = {
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
