import type { PayloadIssue } from '../../errors/payload-validation.error';
import type { Members } from '../../validation/shape';
import { itemsOf, membersOf } from '../../validation/shape';

/** Screens that a message names at most. */
const NAMED_SCREENS = 10;

/** A flow lists its screens. */
export function definitionProblem(flow: unknown): string | undefined {
  return itemsOf(membersOf(flow)['screens']).length > 0
    ? undefined
    : 'must be the flow itself: what defineFlow or parseFlowJson returned';
}

/** The flow, where it is given, has the screen. */
export function screenProblem(screen: unknown, flow: unknown): string | undefined {
  const ids = itemsOf(membersOf(flow)['screens']).map(({ id }) => String(id));
  if (ids.length === 0 || ids.includes(screen as string)) return undefined;
  const named = ids.slice(0, NAMED_SCREENS).join(', ');
  return `must be a screen of the flow: ${named}${ids.length > NAMED_SCREENS ? ', …' : ''}`;
}

/** What a screen declares to show; nothing when the flow is not given or has no such screen. */
export function declaredData(screen: unknown, flow: unknown): Members {
  return membersOf(itemsOf(membersOf(flow)['screens']).find(({ id }) => id === screen)?.['data']);
}

/** Data against what a screen declares, one level deep. */
export function dataIssues(data: unknown, screen: unknown, flow: unknown): PayloadIssue[] {
  // A screen that the flow does not have is an issue of its own.
  if (screen == null || screenProblem(screen, flow) !== undefined || flow == null) return [];
  const declared = declaredData(screen, flow);
  const given = membersOf(data);
  const fields = Object.entries(declared).flatMap(([path, schema]) => {
    const { type } = membersOf(schema);
    const value = given[path];
    if (value === undefined) return [{ path, message: 'is missing: the screen declares it' }];
    if (typeof type !== 'string' || !KINDS.has(type) || kindOf(value) === type) return [];
    return [{ path, message: `must be of type ${type}, as the screen declares it` }];
  });
  const unknown = Object.keys(given).filter((path) => !Object.hasOwn(declared, path));
  return [...fields, ...unknown.map((path) => ({ path, message: 'is not declared by the screen' }))];
}

const KINDS: ReadonlySet<string> = new Set(['string', 'number', 'boolean', 'object', 'array']);

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}
