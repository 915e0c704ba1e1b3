/** A time as Graph writes it, e.g. `2023-05-21T11:18:09+0000`. */
export function graphDate(ms: number): string {
  return new Date(ms).toISOString().replace(/\.\d+Z$/, '+0000');
}

/** Whole seconds since the Unix epoch. */
export function unixSeconds(ms: number): number {
  return Math.floor(ms / 1000);
}
