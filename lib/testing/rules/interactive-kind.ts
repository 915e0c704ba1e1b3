import type { JsonObject } from '../model/json';
import type { Problem, Rule } from './rule';

/** A rule that looks at several places of a body. */
export type Extra = (body: JsonObject) => Problem | undefined;

/** Rules of one kind of interactive message. */
export interface InteractiveKind {
  readonly rules: readonly Rule[];
  readonly extras?: readonly Extra[];
}
