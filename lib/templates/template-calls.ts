import type { Type } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import type { PayloadIssue } from '../errors/payload-validation.error';
import { GraphClient } from '../graph/graph-client.service';
import type { Page } from '../graph/graph-page';
import { GraphPages } from '../graph/graph-pages.service';
import type { CallOptions } from '../graph/graph-request.interface';
import type { ListQuery, PageOptions } from '../graph/page-query';
import { IssueList } from '../validation/issue-list';
import type { Limit } from '../validation/limits';
import { ANY_TEXT } from '../validation/limits';
import { PayloadValidator } from '../validation/payload-validator.service';
import type { TemplateRequest } from './template.requests';

/** Checks inputs and makes requests with the options of one call. */
@Injectable()
export class TemplateCalls {
  constructor(
    private readonly graph: GraphClient,
    private readonly pages: GraphPages,
    private readonly validator: PayloadValidator,
  ) {}

  /** @throws PayloadValidationError */
  assert(subject: string, dto: Type<object>, input: object, options?: CallOptions): void {
    this.validator.assert(subject, dto, input, options?.validate);
  }

  /** As `assert`, with a function in place of a class. */
  check(subject: string, issues: () => readonly PayloadIssue[], options?: CallOptions): void {
    this.validator.assertWith(subject, issues, options?.validate);
  }

  /** @throws PayloadValidationError when there are too few or too many ids, or an empty one */
  assertIds(
    subject: string,
    path: string,
    ids: readonly string[],
    limit: Limit,
    options?: CallOptions,
  ): void {
    const issues = (): IssueList['issues'] => {
      const list = new IssueList();
      if (list.list(path, ids, limit))
        ids.forEach((id, index) => list.text(`${path}[${index}]`, id, ANY_TEXT));
      return list.issues;
    };
    this.validator.assertWith(subject, issues, options?.validate);
  }

  send<T>(request: TemplateRequest, options: CallOptions = {}): Promise<T> {
    const { signal, timeoutMs } = options;
    return this.graph.request<T>({ ...request, account: options, signal, timeoutMs });
  }

  list<T>(
    path: TemplateRequest['path'],
    query: ListQuery,
    { limit, after, before, offset, since, until }: PageOptions,
    options: CallOptions = {},
  ): Promise<Page<T>> {
    const { signal, timeoutMs } = options;
    const page: PageOptions = { limit, after, before, offset, since, until };
    return this.pages.list<T>({ path, query, page, account: options, signal, timeoutMs });
  }
}
