import type { DataOf } from '../../../wire/flow/definition';
import type { EncryptedFlowMedia } from '../../../wire/flow/media';
import type { FlowComponent, FlowJson } from '../flow-json.interface';
import type { FLOW_COMPONENTS } from '../model/component-table';

export type { DataOf };

/** The type of a reference that leads nowhere. */
export interface Unresolved {
  readonly unresolved: true;
}

/** No fields at all. */
type NoFields = Record<never, never>;

/** The screens of a flow. */
export type ScreenOf<F extends FlowJson> = F['screens'][number];
/** Ids of the screens of a flow. */
export type FlowScreenId<F extends FlowJson> = ScreenOf<F>['id'];
/** One screen. */
export type ScreenById<F extends FlowJson, Id> = Extract<ScreenOf<F>, { readonly id: Id }>;

/** All components of a list, those inside Form, If and Switch included. */
export type ComponentsIn<List> = List extends readonly (infer C)[]
  ? // Components that are not known in particular hold one another without end.
    [FlowComponent] extends [C]
    ? FlowComponent
    : Flatten<C>
  : never;
type Flatten<C> = C extends { readonly type: 'Form'; readonly children: infer Inner }
  ? ComponentsIn<Inner>
  : C extends { readonly type: 'If'; readonly then: infer Then }
    ? ComponentsIn<Then> | (C extends { readonly else: infer Else } ? ComponentsIn<Else> : never)
    : C extends { readonly type: 'Switch'; readonly cases: infer Cases }
      ? ComponentsIn<Cases[keyof Cases]>
      : C;

/** All components of a screen. */
export type ComponentsOf<S> = S extends { readonly layout: { readonly children: infer List } }
  ? ComponentsIn<List>
  : never;

type Table = typeof FLOW_COMPONENTS;
type InputType = {
  [T in keyof Table]: Table[T] extends { readonly value: string } ? T : never;
}[keyof Table];

/** The inputs of a screen. */
type InputsOf<S> = Extract<ComponentsOf<S>, { readonly type: InputType; readonly name: string }>;

/** Value of each input of a screen, by name. `Media`: what a picker yields. */
export type FormOf<S, Media> = { readonly [C in InputsOf<S> as C['name']]: InputValue<C, Media> };

type InputValue<C, Media> = C extends { readonly type: 'CheckboxGroup' | 'ChipsSelector' }
  ? readonly string[]
  : C extends { readonly type: 'OptIn' }
    ? boolean
    : C extends { readonly type: 'PhotoPicker' | 'DocumentPicker' }
      ? Media
      : C extends { readonly type: 'TextInput'; readonly 'input-type': 'number' }
        ? string | number
        : C extends { readonly type: 'CalendarPicker'; readonly mode: infer Mode }
          ? Mode extends 'range'
            ? { readonly 'start-date': string; readonly 'end-date': string }
            : string
          : string;

/** What a screen can refer to. */
interface Sources<F extends FlowJson, S, Media> {
  readonly data: DataOf<S>;
  readonly form: FormOf<S, Media>;
  readonly screen: {
    readonly [Id in FlowScreenId<F>]: {
      readonly data: DataOf<ScreenById<F, Id>>;
      readonly form: FormOf<ScreenById<F, Id>, Media>;
    };
  };
}

type At<T, Path extends string> = Path extends keyof T
  ? T[Path]
  : Path extends `${infer Head}.${infer Rest}`
    ? Head extends keyof T
      ? At<NonNullable<T[Head]>, Rest>
      : Unresolved
    : string extends keyof T
      ? unknown
      : Unresolved;

/** Type of what `path` of `${path}` leads to on a screen, or `Unresolved`. */
export type Resolve<F extends FlowJson, S, Path extends string, Media = readonly EncryptedFlowMedia[]> = At<
  Sources<F, S, Media>,
  Path
>;

/** What stands between the braces of a reference. */
export type ReferencePath =
  `data.${string}` | `form.${string}` | `screen.${string}.data.${string}` | `screen.${string}.form.${string}`;

/** Type of a value of a payload once references and expressions are filled in. What is none is sent as it stands. */
export type PayloadValue<F extends FlowJson, S, V, Media> = V extends string
  ? V extends `\${${infer Path}}`
    ? Path extends `${string}}${string}`
      ? string
      : Path extends ReferencePath
        ? Resolve<F, S, Path, Media>
        : V
    : V extends `\`${string}\``
      ? string | number | boolean
      : V
  : V extends readonly unknown[]
    ? { readonly [I in keyof V]: PayloadValue<F, S, V[I], Media> }
    : V extends object
      ? { readonly [K in keyof V]: PayloadValue<F, S, V[K], Media> }
      : V;

/** Payloads of one action on a screen, wherever it stands in a component. */
export type PayloadsOf<F extends FlowJson, S, Action extends string, Media> = FillIn<
  F,
  S,
  ActionsIn<ComponentsOf<S>, Action>,
  Media
>;

type FillIn<F extends FlowJson, S, A, Media> = A extends { readonly payload: infer P }
  ? PayloadValue<F, S, P, Media>
  : A extends { readonly name: string }
    ? NoFields
    : never;

type ActionKey = 'on-click-action' | 'on-select-action' | 'on-unselect-action';
type ActionsIn<C, Action extends string> = C extends unknown
  ? | Extract<C[keyof C & ActionKey], { readonly name: Action }>
    | (C extends { readonly 'list-items': readonly (infer Item)[] } ? ActionsIn<Item, Action> : never)
  : never;
