import type { JsonObject } from '../model/json';
import type { EmulatorState } from '../model/emulator-state';
import { fieldNames } from './fields';
import { GraphRefusal } from './graph-refusal';
import type { RouteRequest } from './route.interface';

const DEFAULT_LIMIT = 25;

/** What differs between the lists of the API. */
export interface PageRules {
  /** Most items of a page; larger limits are cut down to it. @default 100 */
  readonly maxLimit?: number;
  /** Code of the error for a cursor that is none. @default 100 */
  readonly cursorCode?: number;
}

/** The rules of the lists of groups. */
export const GROUP_PAGES: PageRules = { maxLimit: 1024, cursorCode: 131059 };

/** One page of a list with its cursors. Like some of Meta's, the links hold the access token. */
export function pageOf(
  items: readonly JsonObject[],
  { id, query, number }: RouteRequest,
  edge: string,
  state: EmulatorState,
  { maxLimit = 100, cursorCode = 100 }: PageRules = {},
): JsonObject {
  const asked = Number(query.get('limit') ?? DEFAULT_LIMIT);
  if (!(Number.isInteger(asked) && asked > 0))
    throw new GraphRefusal(100, { details: 'limit must be a whole number' });
  const limit = Math.min(asked, maxLimit);
  const before = positionOf(query.get('before'), cursorCode);
  const from =
    before === undefined
      ? (positionOf(query.get('after'), cursorCode) ?? -1) + 1
      : Math.max(0, before - limit);
  const data = items.slice(from, before ?? from + limit);
  const last = from + data.length - 1;
  const link = (side: 'before' | 'after', position: number): string => {
    const params = new URLSearchParams(query);
    params.delete('before');
    params.delete('after');
    params.set(side, cursorOf(position));
    params.set('access_token', number.accessToken);
    return `${state.media.baseUrl}/${id === edge ? '' : `${id}/`}${edge}?${params.toString()}`;
  };
  if (data.length === 0) return { data };
  return {
    data,
    paging: {
      cursors: { before: cursorOf(from), after: cursorOf(last) },
      ...(last + 1 < items.length && { next: link('after', last) }),
      ...(from > 0 && { previous: link('before', from) }),
    },
  };
}

/** Meta's cursors look like this, and mean nothing to others. */
function cursorOf(position: number): string {
  return `${Buffer.from(String(position)).toString('base64url')}ZD`;
}

function positionOf(cursor: string | null, code: number): number | undefined {
  if (cursor === null) return undefined;
  const position = Number(Buffer.from(cursor.replace(/ZD$/, ''), 'base64url').toString());
  if (Number.isInteger(position) && cursorOf(position) === cursor) return position;
  throw new GraphRefusal(code, { details: 'The cursor is not valid' });
}

/** The totals that `summary` asks for, to stand beside a page; nothing where it is not asked. */
export function summaryOf({ query }: Pick<RouteRequest, 'query'>, totals: JsonObject): JsonObject {
  const asked = query.get('summary');
  if (asked === null) return {};
  const names = fieldNames(asked);
  const wrong = names.find((name) => !(name in totals));
  if (wrong !== undefined)
    throw new GraphRefusal(100, { message: `(#100) Tried accessing nonexisting summary field (${wrong})` });
  return { summary: Object.fromEntries(names.map((name) => [name, totals[name]])) };
}
