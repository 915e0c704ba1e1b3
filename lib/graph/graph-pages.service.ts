import { Inject, Injectable, Logger } from '@nestjs/common';
import { Clock, sleep } from '../config/clock';
import { UnexpectedAnswerError } from '../errors/unexpected-answer.error';
import { GraphClient } from './graph-client.service';
import type { PageSource } from './graph-page';
import { Page } from './graph-page';
import type { GraphRequest } from './graph-request.interface';
import type { ListQuery, PageOptions, PagingAnswer } from './page-query';
import { firstQuery } from './page-query';

const SIX_MONTHS_S = 184 * 24 * 60 * 60;

/** A list of the Graph API. */
export interface ListRequest<T> extends Pick<GraphRequest, 'path' | 'account' | 'signal' | 'timeoutMs'> {
  /** Filters and fields. */
  readonly query?: ListQuery | undefined;
  /** Which part of the list. */
  readonly page?: PageOptions | undefined;
  /** Finds the items in an answer. @default its `data` */
  readonly items?: ((answer: Readonly<Record<string, unknown>>) => unknown) | undefined;
  /** Makes an item out of Meta's. @default as it is */
  readonly map?: ((item: never) => T) | undefined;
}

/** Reads lists of the Graph API page by page. */
@Injectable()
export class GraphPages {
  private readonly logger = new Logger('GraphPages');
  private warned = false;

  constructor(
    private readonly graph: GraphClient,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /**
   * Fetches the first page; the others are reached from it. Links in Meta's answers are not followed: their pages are
   * asked for by cursor, so that no token travels in a URL.
   * @throws GraphApiError when Meta refuses, PayloadValidationError for a page that cannot exist
   */
  async list<T>(request: ListRequest<T>): Promise<Page<T>> {
    const query = firstQuery(request.query ?? {}, request.page ?? {});
    this.adviseOnTimeRange(query);
    const source: PageSource<T> = {
      load: (step, signal) => this.load(request, source, step, signal),
      pause: (ms, signal = request.signal) => sleep(this.clock, ms, signal),
    };
    return source.load(query, undefined);
  }

  private async load<T>(
    { path, account, signal, timeoutMs, items, map }: ListRequest<T>,
    source: PageSource<T>,
    query: ListQuery,
    ownSignal: AbortSignal | undefined,
  ): Promise<Page<T>> {
    const request: GraphRequest = {
      method: 'GET',
      path,
      query,
      account,
      signal: ownSignal ?? signal,
      timeoutMs,
    };
    const answer = (await this.graph.request<Record<string, unknown> | null>(request)) ?? {};
    const found: unknown = items ? items(answer) : answer['data'];
    if (!Array.isArray(found)) throw notAList();
    return new Page(source, query, {
      items: map ? found.map((item) => map(item as never)) : (found as T[]),
      paging: membersOf(answer['paging']),
      summary: answer['summary'] === undefined ? undefined : membersOf(answer['summary']),
    });
  }

  private adviseOnTimeRange({ since, until }: ListQuery): void {
    if (this.warned || !(Number(until) - Number(since) > SIX_MONTHS_S)) return;
    this.warned = true;
    this.logger.warn('since and until are more than 6 months apart: Meta may leave items out');
  }
}

function membersOf(value: unknown): PagingAnswer & Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function notAList(): UnexpectedAnswerError {
  return new UnexpectedAnswerError({
    text: 'The answer holds no list',
    category: 'server',
    retryable: false,
  });
}
