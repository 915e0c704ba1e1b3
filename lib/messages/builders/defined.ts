/** The members of `T`, where those that may be left out may also be null or undefined. */
export type Loose<T> = {
  [K in keyof T]: Partial<Pick<T, K>> extends Pick<T, K> ? T[K] | null | undefined : T[K];
};

/** Leaves out the members without a value: Meta refuses null. */
export function defined<T extends object>(members: Loose<T>): T {
  const result: Record<string, unknown> = {};
  for (const name in members) {
    const value: unknown = members[name as keyof T];
    if (value !== undefined && value !== null) result[name] = value;
  }
  return result as T;
}

/** Maps what is there; nothing stays nothing. */
export function mapped<T, R>(value: T | null | undefined, map: (value: T) => R): R | undefined {
  return value == null ? undefined : map(value);
}
