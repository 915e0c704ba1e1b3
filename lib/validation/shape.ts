/** An object of unknown shape. */
export type Members = Readonly<Record<string, unknown>>;

/** The members of an object; none for anything else. Rules may meet values of any shape. */
export function membersOf(value: unknown): Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Members) : {};
}

/** The members of each item of a list; no items for anything else. */
export function itemsOf(value: unknown): readonly Members[] {
  return Array.isArray(value) ? value.map(membersOf) : [];
}
