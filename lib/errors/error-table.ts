import type { ErrorCategory, GraphApiErrorClass, RetryStrategy } from './graph-api.error';

/** What is known about one error code. */
export interface ErrorRow {
  /** The class that stands for the code. */
  readonly type: GraphApiErrorClass;
  readonly category: ErrorCategory;
  /** Whether trying again helps: always, under the conditions that the class documents, or never. */
  readonly retry: 'yes' | 'conditional' | 'no';
  readonly strategy: RetryStrategy;
  /** Documented wait, or the first of growing waits, seconds. */
  readonly afterSeconds?: number;
}

type Entry = Omit<ErrorRow, 'category'> & { readonly category?: ErrorCategory };

/** A row of a code that never succeeds unchanged. */
export function no(type: GraphApiErrorClass): Entry {
  return { type, retry: 'no', strategy: 'none' };
}

/** A row of a code that may be tried again. */
export function yes(type: GraphApiErrorClass, strategy: RetryStrategy, afterSeconds?: number): Entry {
  return { type, retry: 'yes', strategy, ...(afterSeconds !== undefined && { afterSeconds }) };
}

/** A row of a code that may be tried again in some cases. */
export function maybe(type: GraphApiErrorClass, strategy: RetryStrategy, afterSeconds?: number): Entry {
  return { ...yes(type, strategy, afterSeconds), retry: 'conditional' };
}

/** The rows of one group, by code. A row without a category has that of its group. */
export function errorTable(
  category: ErrorCategory,
  rows: Readonly<Record<number, Entry>>,
): readonly (readonly [code: number, row: ErrorRow])[] {
  return Object.entries(rows).map(([code, row]) => [Number(code), { category, ...row }]);
}
