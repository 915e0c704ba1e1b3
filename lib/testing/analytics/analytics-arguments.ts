import { splitTopLevel } from '../server/field-query';
import { GraphRefusal } from '../server/graph-refusal';
import { requireThat } from '../server/required';

/** The arguments of an analysis, from a field (`analytics.start(1).end(2)`) or from the query of an edge. */
export class AnalyticsArguments {
  constructor(private readonly get: (name: string) => string | undefined) {}

  /** @throws GraphRefusal when it is missing */
  text(name: string): string {
    const value = this.get(name)?.trim().replace(/^"|"$/g, '');
    if (value) return value;
    throw new GraphRefusal(100, { message: `(#100) The parameter ${name} is required.` });
  }

  /** A list, as JSON or with bare values; empty when it is missing. */
  list(name: string): string[] {
    const text = this.get(name)?.trim() ?? '';
    const inner = /^\[(.*)\]$/s.exec(text)?.[1] ?? text;
    return splitTopLevel(inner).map((item) => item.replace(/^["']|["']$/g, ''));
  }

  /** The list as a filter: everything fits when it is missing or empty. */
  filter(name: string): (value: string | undefined) => boolean {
    const wanted = new Set(this.list(name));
    return (value) => wanted.size === 0 || (value !== undefined && wanted.has(value));
  }

  /** A list that may have these values alone. */
  among(name: string, allowed: readonly string[]): Set<string> {
    const values = this.list(name);
    const wrong = values.find((value) => !allowed.includes(value));
    requireThat(wrong === undefined, `${name} must be one of {${allowed.join(', ')}}`);
    return new Set(values);
  }
}
