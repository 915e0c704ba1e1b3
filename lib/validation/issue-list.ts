import type { PayloadIssue } from '../errors/payload-validation.error';
import type { Limit } from './limits';
import { lengthProblem } from './rules/code-point-length.decorator';
import { countProblem } from './rules/item-count.decorator';
import { httpUrlProblem } from './rules/is-http-url.decorator';
import { membersOf } from './shape';

type Range = Pick<Limit, 'min' | 'max'>;

/** Collects issues of an object in Meta's names, for which there is no DTO class. */
export class IssueList {
  readonly issues: PayloadIssue[] = [];

  add(path: string, message: string | undefined): void {
    if (message !== undefined) this.issues.push({ path, message });
  }

  /** A text within the limit. Says whether it is. */
  text(path: string, value: unknown, limit: Range): boolean {
    const message = lengthProblem(value, limit);
    this.add(path, message);
    return message === undefined;
  }

  /** A list within the limit. Says whether it is. */
  list(path: string, value: unknown, limit: Range): value is readonly unknown[] {
    const message = countProblem(value, limit);
    this.add(path, message);
    return message === undefined;
  }

  /** A whole number within the limit. */
  integer(path: string, value: unknown, { min, max }: Range): void {
    const fits = Number.isInteger(value) && (value as number) >= min && (value as number) <= max;
    if (!fits) this.add(path, `must be a whole number from ${min} to ${max}`);
  }

  oneOf(path: string, value: unknown, allowed: readonly string[]): void {
    if (!allowed.includes(value as string)) this.add(path, `must be one of ${allowed.join(', ')}`);
  }

  /** Media by exactly one of `id` and `link`. */
  media(path: string, value: unknown): void {
    const { id, link } = membersOf(value);
    if ((id == null) === (link == null)) this.add(path, 'must have exactly one of id or link');
    else if (id != null) this.text(`${path}.id`, id, { min: 1, max: Infinity });
    else this.add(`${path}.link`, httpUrlProblem(link));
  }
}
