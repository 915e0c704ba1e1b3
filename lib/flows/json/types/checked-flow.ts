import type { FlowComponent, FlowComponentByType, FlowJson } from '../flow-json.interface';
import type { FlowJsonVersion } from '../model/versions';
import type {
  CheckedNavigate,
  CheckedPayload,
  CheckedSent,
  CheckedText,
  UnknownScreen,
} from './checked-payload';
import type { ComponentsOf, DataOf, FlowScreenId } from './flow-values';

/** The screen has no such input. */
export interface UnknownInput<Name> {
  readonly input: Name;
}
/** The component, action or screen has no such property. */
export interface UnknownProperty<Name> {
  readonly property: Name;
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
            : K extends 'list-items'
              ? CheckedItems<F, S, C[K], FlowComponentByType<T>[K]>
              : K extends 'init-values' | 'error-messages'
                ? CheckedFormValues<F, S, C[K]>
                : CheckedValue<F, S, C[K], FlowComponentByType<T>[K]>
        : UnknownProperty<K>;
    }
  : C;

/** Items of a NavigationList: Meta leaves those that are written out to the device. */
type CheckedItems<F extends FlowJson, S, V, Expected> = V extends string ? CheckedText<F, S, V, Expected> : V;

/** Meta leaves these to the device where they are one reference, and before 7.0. */
type CheckedFormValues<F extends FlowJson, S, V> = V extends string
  ? V
  : F['version'] extends `7.${string}`
    ? CheckedValue<F, S, V, unknown>
    : V;

/** A property of a component: text, a list, an action, … */
type CheckedValue<F extends FlowJson, S, V, Expected> = V extends string
  ? CheckedText<F, S, V, Expected>
  : V extends { readonly name: string; readonly next: { readonly name: infer Target } }
    ? CheckedNavigate<F, S, V, Target>
    : V extends { readonly name: 'update_data' }
      ? { readonly [K in keyof V]: K extends 'payload' ? CheckedPayload<F, S, V[K], DataOf<S>> : V[K] }
      : V extends { readonly name: 'complete' | 'data_exchange' }
        ? { readonly [K in keyof V]: K extends 'payload' ? CheckedSent<F, S, V[K]> : V[K] }
        : V extends object
          ? { readonly [K in keyof V]: CheckedValue<F, S, V[K], unknown> }
          : V;
