/** Any method; `never` as parameters so that every method fits. */
export type AnyMethod = (...args: never[]) => unknown;

/** What the compiler names when a handler does not take the event. */
export interface HandlerParameterMismatch<Expected> {
  readonly __handlerMustAccept: Expected;
}

/**
 * Fits anything when the first parameter of `T` takes every event `E`, and nothing otherwise. A conditional type and not
 * a constraint, because without `strictFunctionTypes` a constraint also lets a narrower parameter pass.
 */
export type Accepts<T extends AnyMethod, E> =
  Parameters<T> extends [] ? unknown : [E] extends [Parameters<T>[0]] ? unknown : HandlerParameterMismatch<E>;

/** `T`, at a place that takes no part in inferring it. TypeScript has `NoInfer` only since 5.4. */
export type Uninferred<T> = [T][T extends unknown ? 0 : never];
