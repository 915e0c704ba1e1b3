import type { ContextId, ModuleRef } from '@nestjs/core';

/** One context of request-scoped providers for each input, whatever the number of handlers and passes. */
export class HandlerContexts<T extends object> {
  private readonly known = new WeakMap<T, ContextId>();

  constructor(private readonly create: (input: T) => ContextId) {}

  /** The context of an input, in which `REQUEST` is the input. */
  of(input: T, moduleRef: ModuleRef): ContextId {
    const known = this.known.get(input);
    if (known) return known;
    const contextId = this.create(input);
    moduleRef.registerRequestByContextId(input, contextId);
    this.known.set(input, contextId);
    return contextId;
  }

  /** Lets the next pass of an input have a new one. */
  forget(input: T): void {
    this.known.delete(input);
  }
}
