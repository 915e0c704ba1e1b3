import type { ListQuery, PagingAnswer } from './page-query';
import { queryKey, stepQuery } from './page-query';

/** What a walk over several pages may be told. */
export interface PageWalkOptions {
  /** Pause before each further request, milliseconds. @default 0 */
  readonly sleepMs?: number | undefined;
  /** Ends the walk with the signal's reason. @default that of the list call */
  readonly signal?: AbortSignal | undefined;
}

/** What `Page.all` may be told. */
export interface PageAllOptions extends PageWalkOptions {
  /** Most items to return. @default all */
  readonly limit?: number | undefined;
}

/** Reads the pages of one list. */
export interface PageSource<T> {
  load(query: ListQuery, signal: AbortSignal | undefined): Promise<Page<T>>;
  pause(ms: number, signal: AbortSignal | undefined): Promise<void>;
}

/** What a page is made of. */
export interface PageContent<T> {
  readonly items: readonly T[];
  readonly paging: PagingAnswer;
  readonly summary: Readonly<Record<string, unknown>> | undefined;
}

/**
 * One page of a list. `for (const item of page)` runs over its own items, `for await (const item of page)` over these and
 * all that follow, fetched as they are needed. A page may be empty while more follow.
 * @example for await (const template of await templates.list()) console.log(template.name);
 * @publicApi
 */
export class Page<T> implements Iterable<T>, AsyncIterable<T> {
  readonly items: readonly T[];
  /** Cursor of its start, for `PageOptions.before`. */
  readonly before: string | undefined;
  /** Cursor of its end, for `PageOptions.after`. */
  readonly after: string | undefined;
  /** Totals of the list, where Meta has them and they were asked for. */
  readonly summary: Readonly<Record<string, unknown>> | undefined;
  readonly #source: PageSource<T>;
  readonly #query: ListQuery;
  readonly #next: ListQuery | undefined;
  readonly #previous: ListQuery | undefined;

  /** Made by `GraphPages.list`. @internal */
  constructor(source: PageSource<T>, query: ListQuery, { items, paging, summary }: PageContent<T>) {
    this.#source = source;
    this.#query = query;
    this.items = items;
    this.before = cursor(paging.cursors?.before);
    this.after = cursor(paging.cursors?.after);
    this.summary = summary;
    this.#next = stepQuery(query, paging, 'next');
    this.#previous = stepQuery(query, paging, 'previous');
  }

  /** Number of items of this page. */
  get length(): number {
    return this.items.length;
  }

  /** Whether Meta says that a page follows. */
  get hasNext(): boolean {
    return this.#next !== undefined;
  }

  /** Whether Meta says that a page precedes. */
  get hasPrevious(): boolean {
    return this.#previous !== undefined;
  }

  /** An item of this page; negative numbers count from its end. */
  at(index: number): T | undefined {
    return this.items.at(index);
  }

  /** Fetches the page that follows. Where none does, an empty page. */
  next(signal?: AbortSignal): Promise<Page<T>> {
    return this.step(this.#next, signal);
  }

  /** Fetches the page that precedes. Where none does, an empty page. */
  previous(signal?: AbortSignal): Promise<Page<T>> {
    return this.step(this.#previous, signal);
  }

  /** All items of the list in order, from its first page to its last, whichever page this is. */
  async all({ limit = Infinity, ...walk }: PageAllOptions = {}): Promise<T[]> {
    const before: (readonly T[])[] = [];
    for await (const page of Page.walk<T>(this, 'previous', walk))
      if (page !== this) before.unshift(page.items);
    const items = before.flat();
    if (items.length >= limit) return items.slice(0, limit);
    for await (const page of Page.walk<T>(this, 'next', walk)) {
      items.push(...page.items);
      if (items.length >= limit) return items.slice(0, limit);
    }
    return items;
  }

  /** The items of this page. */
  [Symbol.iterator](): Iterator<T> {
    return this.items[Symbol.iterator]();
  }

  /** The items of this page and of all that follow. */
  async *[Symbol.asyncIterator](): AsyncGenerator<T, void, undefined> {
    for await (const page of Page.walk<T>(this, 'next', {})) yield* page.items;
  }

  /** A page and its neighbours in one direction. A list that leads back to a page it has shown ends there. */
  private static async *walk<T>(
    start: Page<T>,
    direction: 'next' | 'previous',
    { sleepMs = 0, signal }: PageWalkOptions,
  ): AsyncGenerator<Page<T>, void, undefined> {
    const seen = new Set([queryKey(start.#query)]);
    for (let page = start; ;) {
      yield page;
      const query = direction === 'next' ? page.#next : page.#previous;
      if (query === undefined || seen.has(queryKey(query))) return;
      seen.add(queryKey(query));
      if (sleepMs > 0) await page.#source.pause(sleepMs, signal);
      page = await page.#source.load(query, signal);
    }
  }

  private async step(query: ListQuery | undefined, signal: AbortSignal | undefined): Promise<Page<T>> {
    if (query !== undefined) return this.#source.load(query, signal);
    return new Page(this.#source, this.#query, { items: [], paging: {}, summary: undefined });
  }
}

function cursor(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
