import type { JsonObject } from '../model/json';
import type { AnalyticsPeriod } from './analytics-period';

/** Something that points can be told apart by. */
export interface Dimension<F> {
  /** Name in the request, e.g. `PHONE`. */
  readonly name: string;
  /** Member of the point, e.g. `phone_number`. */
  readonly member: string;
  readonly of: (fact: F) => string | undefined;
}

/** Counts facts: one point for each cut of the period and combination of the dimensions in which something happened. */
export function pivot<F extends { readonly at: number }>(
  facts: readonly F[],
  period: AnalyticsPeriod,
  dimensions: readonly Dimension<F>[],
  measure: (facts: readonly F[]) => JsonObject,
): JsonObject[] {
  const cells = new Map<string, { head: JsonObject; start: number; facts: F[] }>();
  for (const fact of facts) {
    if (!period.covers(fact.at)) continue;
    const { start, end } = period.spanOf(fact.at);
    const values = dimensions.map(({ member, of }) => [member, of(fact)] as const);
    const key = JSON.stringify([start, ...values]);
    const known = values.filter(([, value]) => value !== undefined);
    const cell = cells.get(key) ?? { head: { start, end, ...Object.fromEntries(known) }, start, facts: [] };
    cell.facts.push(fact);
    cells.set(key, cell);
  }
  return [...cells.values()]
    .sort((a, b) => a.start - b.start)
    .map(({ head, facts: own }) => ({ ...head, ...measure(own) }));
}

/** The members that were asked for; all when none was named. */
export function metricsOf(
  names: ReadonlySet<string>,
  members: JsonObject,
  prefix: (member: string) => string = (member) => member.toUpperCase(),
): JsonObject {
  if (names.size === 0) return members;
  return Object.fromEntries(Object.entries(members).filter(([member]) => names.has(prefix(member))));
}
