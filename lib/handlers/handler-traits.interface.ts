import type { ForbiddenException } from '@nestjs/common';
import type { ApplicationConfig } from '@nestjs/core';

/** What is special about the handlers of one decorator. */
export interface HandlerTraits {
  /** Type of the execution context that enhancers see: `context.getType()`. */
  readonly contextType: string;
  /** Holds the global enhancers that apply; a new `ApplicationConfig` has none. */
  readonly config: ApplicationConfig;
  /** Whether the handler may end without a value, where an interceptor drops it. Otherwise that is an error. */
  readonly mayBeEmpty: boolean;
  /**
   * What the call ends with after an error. `filter` runs the exception filter that takes the error and gives what it
   * returned; without such a filter, it throws the error on.
   */
  readonly settle: (error: unknown, filter: () => Promise<unknown>) => Promise<unknown>;
  /** Told of the error with which a guard refuses, before filters see it. */
  readonly onRefusal?: (error: ForbiddenException) => void;
}
