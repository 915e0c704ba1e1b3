import type { ArgumentsHost } from '@nestjs/common';
import type { ExternalContextCreator } from '@nestjs/core';
import type { ClassRef } from './handler-method';
import type { HandlerTraits } from './handler-traits.interface';
import { lastValue } from './last-value';

/** The one part of Nest's creator that has no public seam; the same in Nest 10, 11 and 12. */
interface FilterSeam {
  filtersContextCreator: {
    create(...args: unknown[]): { readonly filters: readonly DeclaredFilter[] } | FilterChain;
  };
}
interface DeclaredFilter {
  readonly func: (error: unknown, host: ArgumentsHost) => unknown;
  readonly exceptionMetatypes: readonly ClassRef[];
}
interface FilterChain {
  next(error: unknown, host: ArgumentsHost): Promise<unknown>;
}

/**
 * Nest's external handler logs the whole error, message included, and takes a filter that returns nothing for one that
 * did not handle it; neither suits a handler that serves Meta.
 */
export function takeOverFilters(creator: ExternalContextCreator, settle: HandlerTraits['settle']): void {
  const seam = creator as unknown as FilterSeam;
  const original = seam.filtersContextCreator;
  const create = original.create.bind(original);
  seam.filtersContextCreator = {
    create: (...args) => {
      const { filters } = create(...args) as { filters: readonly DeclaredFilter[] };
      return { next: (error, host) => settle(error, () => filter(filters, error, host)) };
    },
  };
}

async function filter(
  filters: readonly DeclaredFilter[],
  error: unknown,
  host: ArgumentsHost,
): Promise<unknown> {
  const match = filters.find(
    ({ exceptionMetatypes: types }) => types.length === 0 || types.some((type) => error instanceof type),
  );
  if (!match) throw error;
  return lastValue(await match.func(error, host));
}
