/** Type of one field of a screen's `data`, as far as values are read from it. */
export interface FlowDataDeclaration {
  readonly type?: 'string' | 'number' | 'boolean' | 'object' | 'array' | (string & {});
  /** Fields of an object. */
  readonly properties?: Readonly<Record<string, FlowDataDeclaration>>;
  /** Type of the items of an array. */
  readonly items?: FlowDataDeclaration | boolean;
}

/**
 * The part of a flow that whoever opens it must know: its screens and what they show. What `defineFlow` and
 * `parseFlowJson` return fits.
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/flows/reference/flowjson
 */
export interface FlowDefinition {
  readonly screens: readonly {
    readonly id: string;
    readonly data?: Readonly<Record<string, FlowDataDeclaration>>;
  }[];
}

/** Value of a field of `data`. Below the first level, fields may be left out. */
export type DataValue<Schema> = Schema extends { readonly type: infer Type }
  ? Type extends 'string'
    ? string
    : Type extends 'number'
      ? number
      : Type extends 'boolean'
        ? boolean
        : Type extends 'array'
          ? readonly (Schema extends { readonly items: infer Items extends FlowDataDeclaration }
              ? DataValue<Items>
              : unknown)[]
          : Type extends 'object'
            ? Schema extends { readonly properties: infer P }
              ? { readonly [K in keyof P]?: DataValue<P[K]> }
              : Readonly<Record<string, unknown>>
            : unknown
  : unknown;

/** Values of `data` of a screen. */
export type DataOf<S> = S extends { readonly data: infer D }
  ? { readonly [K in keyof D]: DataValue<D[K]> }
  : Record<never, never>;
