import type { Contract } from './openapi';
import { covers, EXCEPTIONS, NOT_IN_FILE, pathCovers } from './exceptions';
import type { ContractException } from './exceptions';
import type { RecordedRequest } from './recorded-app';
import type { Violation } from './schema-check';

/** Compares requests with the contract and keeps count. */
export class ContractLedger {
  private readonly passed: string[] = [];
  private readonly excused: string[] = [];
  private readonly unlisted: string[] = [];
  private readonly matched = new Map<ContractException, Violation[]>();

  constructor(
    private readonly contract: Contract,
    private readonly exceptions: readonly ContractException[] = EXCEPTIONS,
  ) {}

  /** What is wrong with requests and no exception covers, one line each. */
  complaints(requests: readonly RecordedRequest[]): string[] {
    return requests.flatMap((request) => {
      const { operation, violations } = this.contract.judge(request);
      if (!violations) {
        this.unlisted.push(operation);
        return NOT_IN_FILE.includes(operation) ? [] : [`${operation} is not in the file`];
      }
      const open = violations.filter((violation) => !this.excuse(operation, violation, request.body));
      (violations.length === 0 ? this.passed : this.excused).push(operation);
      return open.map(
        ({ at, keyword, value }) =>
          `${operation}: ${at} ${keyword}${value === undefined ? '' : ` ${JSON.stringify(value)}`}`,
      );
    });
  }

  /** Exceptions, or parts of them, that no request needed. */
  stale(concerns: (operation: string) => boolean): string[] {
    return this.exceptions
      .filter(({ operation }) => concerns(operation))
      .flatMap((exception) => {
        const found = this.matched.get(exception) ?? [];
        const { operation, at, keywords, values = [] } = exception;
        return [
          ...at.filter((path) => !found.some((violation) => pathCovers(path, violation.at))),
          ...keywords.filter((keyword) => !found.some((violation) => violation.keyword === keyword)),
          ...values.filter((value) => !found.some((violation) => violation.value === value)),
        ].map((part) => `${operation}: ${String(part)}`);
      });
  }

  /** Operations that were requested and are not in the file. */
  get notInFile(): string[] {
    return [...new Set(this.unlisted)].sort();
  }

  get summary(): string {
    const { passed, excused, unlisted, matched, notInFile } = this;
    return [
      `Meta's OpenAPI file: ${passed.length} requests pass, ${excused.length} need exceptions`,
      `(${matched.size} in use), ${unlisted.length} are not in the file:`,
      ...notInFile.map((operation) => `\n  not in the file: ${operation}`),
    ].join(' ');
  }

  private excuse(operation: string, violation: Violation, body: unknown): boolean {
    const matching = this.exceptions.filter((exception) => covers(exception, operation, violation, body));
    for (const exception of matching) {
      this.matched.set(exception, [...(this.matched.get(exception) ?? []), violation]);
    }
    return matching.length > 0;
  }
}
