import { PayloadValidationError } from '../errors/payload-validation.error';
import type { GraphRequest } from './graph-request.interface';

/** Query parameters of a list request. */
export type ListQuery = NonNullable<GraphRequest['query']>;

/**
 * Which part of a list to read. Cursors (`after`, `before`) are the rule; they are short-lived, so do not store them. Some
 * lists are also read by time or by offset.
 * @publicApi
 */
export interface PageOptions {
  /** Most items of a page. Fewer may come, also none, while more pages follow. @default Meta's, usually 25 */
  readonly limit?: number | undefined;
  /** Cursor: the page after it. Not together with `before`. */
  readonly after?: string | undefined;
  /** Cursor: the page before it. Not together with `after`. */
  readonly before?: string | undefined;
  /** Items to skip, for lists without cursors. */
  readonly offset?: number | undefined;
  /** Start of a time range: a date, or seconds since the Unix epoch. Give both ends, at most 6 months apart. */
  readonly since?: Date | number | undefined;
  /** End of a time range: a date, or seconds since the Unix epoch. */
  readonly until?: Date | number | undefined;
}

/** Meta's `paging` member. The links hold the access token in some answers. */
export interface PagingAnswer {
  readonly cursors?: { readonly before?: unknown; readonly after?: unknown };
  readonly next?: unknown;
  readonly previous?: unknown;
}

const POSITION: ReadonlySet<string> = new Set([
  'after',
  'before',
  'offset',
  'since',
  'until',
  '__paging_token',
]);
const SECRET = /token$|secret|proof/i;

/**
 * The query of the first page.
 * @throws PayloadValidationError when both cursors are given, or a date is none
 */
export function firstQuery(query: ListQuery, page: PageOptions): ListQuery {
  const { limit, after, before, offset } = page;
  if (after !== undefined && before !== undefined)
    throw refused('before', 'must be left out beside after: a page lies on one side of a cursor');
  const parts = {
    limit,
    after,
    before,
    offset,
    since: seconds('since', page),
    until: seconds('until', page),
  };
  return { ...withoutUndefined(query), ...withoutUndefined(parts) };
}

/** The query of a neighbouring page; nothing when there is none. */
export function stepQuery(
  query: ListQuery,
  paging: PagingAnswer,
  direction: 'next' | 'previous',
): ListQuery | undefined {
  const link = paging[direction];
  if (typeof link !== 'string') return undefined;
  const side = direction === 'next' ? 'after' : 'before';
  const cursor = paging.cursors?.[side];
  const step =
    typeof cursor === 'string' && cursor !== ''
      ? { ...without(query, ['after', 'before', 'offset']), [side]: cursor }
      : linkQuery(query, link);
  return step && sameQuery(step, query) ? undefined : step;
}

/** A text that is equal for equal queries. */
export function queryKey(query: ListQuery): string {
  return JSON.stringify(
    Object.entries(query)
      .map(([name, value]) => [name, String(value)])
      .sort(),
  );
}

/** Pages without cursors are named by their link alone. Its host is not followed, its secrets are left out. */
function linkQuery(query: ListQuery, link: string): ListQuery | undefined {
  if (!URL.canParse(link)) return undefined;
  const found = [...new URL(link).searchParams].filter(
    ([name]) => name === '__paging_token' || !SECRET.test(name),
  );
  if (!found.some(([name]) => POSITION.has(name))) return undefined;
  return { ...without(query, [...POSITION]), ...Object.fromEntries(found) };
}

function without(query: ListQuery, names: readonly string[]): Record<string, string | number | boolean> {
  return withoutUndefined(
    Object.fromEntries(Object.entries(query).filter(([name]) => !names.includes(name))),
  );
}

function withoutUndefined(query: ListQuery): Record<string, string | number | boolean> {
  const result: Record<string, string | number | boolean> = {};
  for (const [name, value] of Object.entries(query)) if (value !== undefined) result[name] = value;
  return result;
}

function sameQuery(a: ListQuery, b: ListQuery): boolean {
  return queryKey(a) === queryKey(b);
}

function seconds(name: 'since' | 'until', page: PageOptions): number | undefined {
  const value = page[name];
  if (!(value instanceof Date)) return value;
  const time = value.getTime();
  if (Number.isNaN(time)) throw refused(name, 'must be a date that exists');
  return Math.floor(time / 1000);
}

function refused(path: string, message: string): PayloadValidationError {
  return new PayloadValidationError('list', [{ path, message }]);
}
