/** Seconds since the Unix epoch. Meta writes it as a string in most items and as a number in some. */
export type WireTimestamp = string | number;

/** Completion for the known values of a list that Meta extends. */
export type Open<Known extends string> = Known | (string & {});
