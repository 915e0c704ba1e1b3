import type { PayloadIssue } from '../../errors/payload-validation.error';
import { Rule } from '../rule.decorator';
import { itemsOf } from '../shape';

/** A place in a list and what must differ there. */
export interface UniqueEntry {
  readonly path: string;
  readonly key: unknown;
}

/** One issue for each entry whose key has occurred before. */
export function duplicates(entries: Iterable<UniqueEntry>): PayloadIssue[] {
  const seen = new Map<unknown, string>();
  const issues: PayloadIssue[] = [];
  for (const { path, key } of entries) {
    const first = seen.get(key);
    if (first !== undefined) issues.push({ path, message: `must be unique, equals ${first}` });
    else if (key != null) seen.set(key, path);
  }
  return issues;
}

/** A list of objects in which each of the named members is different everywhere. */
export function UniqueBy(...members: readonly [string, ...string[]]): PropertyDecorator {
  return Rule('uniqueBy', (value) => {
    const items = itemsOf(value);
    return members.flatMap((member) =>
      duplicates(items.map((item, index) => ({ path: `[${index}].${member}`, key: item[member] }))),
    );
  });
}
