import type { IssueList } from '../../validation/issue-list';
import type { Limit } from '../../validation/limits';
import { ANY_TEXT, TEMPLATE_LIMITS } from '../../validation/limits';
import type { RuleContext } from '../../validation/rule.decorator';
import { membersOf } from '../../validation/shape';
import { isPosition } from '../../validation/template-variables';
import { requireMembers } from '../dto/template-parameters.rule';

const HEADERS = ['text', 'image', 'video', 'gif', 'document', 'location', 'product'];
const PLACE = ['latitude', 'longitude', 'name', 'address'];
const PRODUCT = ['catalogId', 'productRetailerId'];

/** Values of a body: a list, or an object by name. */
export function checkParams(
  path: string,
  value: unknown,
  limit: Limit,
  list: IssueList,
  context: RuleContext,
): void {
  if (Array.isArray(value)) {
    value.forEach((each, index) => checkValue(`${path}[${index}]`, each, limit, list));
    return;
  }
  if (typeof value !== 'object' || value === null) {
    list.add(path, 'must be an object for {{name}} variables, or a list for {{1}} variables');
    return;
  }
  for (const [name, each] of Object.entries(value)) {
    const at = below(path, name);
    if (isPosition(name)) list.add(at, 'must not be a number: give the values of {{1}} variables as a list');
    else if (!/^[a-z0-9_]+$/.test(name)) context.warn('has a name with other characters than a-z, 0-9 and _');
    checkValue(at, each, limit, list);
  }
}

function checkValue(path: string, value: unknown, limit: Limit, list: IssueList): void {
  if (typeof value === 'string') {
    list.text(path, value, limit);
  } else if (typeof value === 'number') {
    if (!Number.isFinite(value)) list.add(path, 'must be a number that exists');
  } else {
    const { currency, amount, fallback, dateTime, groupId } = membersOf(value);
    if (currency !== undefined) checkMoney(path, currency, amount, fallback, list);
    else if (dateTime !== undefined) list.text(`${path}.dateTime`, dateTime, ANY_TEXT);
    else if (groupId !== undefined) list.text(`${path}.groupId`, groupId, ANY_TEXT);
    else
      list.add(
        path,
        'must be text, a number, or one of { currency, amount, fallback }, { dateTime }, { groupId }',
      );
  }
}

function checkMoney(path: string, code: unknown, amount: unknown, fallback: unknown, list: IssueList): void {
  if (!(typeof code === 'string' && /^[A-Za-z]{3}$/.test(code)))
    list.add(`${path}.currency`, 'must be a currency code of three letters');
  const thousandths = typeof amount === 'number' ? amount * 1000 : NaN;
  if (!(Math.abs(thousandths - Math.round(thousandths)) < 1e-6))
    list.add(`${path}.amount`, 'must be a number with at most 3 decimals');
  list.text(`${path}.fallback`, fallback, ANY_TEXT);
}

/** Value of a header: text, or an object with one member that names its kind. */
export function checkHeaderValue(path: string, value: unknown, list: IssueList): void {
  if (typeof value === 'string') {
    list.text(path, value, TEMPLATE_LIMITS.headerText);
    return;
  }
  const members = membersOf(value);
  const kinds = HEADERS.filter((kind) => members[kind] != null);
  const [kind] = kinds;
  if (kind === undefined || kinds.length > 1) {
    list.add(path, `must be text, or an object with exactly one of ${HEADERS.join(', ')}`);
    return;
  }
  const at = below(path, kind);
  const content = members[kind];
  if (kind === 'text') checkHeaderText(at, content, list);
  else if (kind === 'location') requireMembers(at, content, PLACE, list);
  else if (kind === 'product') requireMembers(at, content, PRODUCT, list);
  else checkMedia(at, content, list);
}

/** Media by id, link or raw file. */
function checkMedia(path: string, value: unknown, list: IssueList): void {
  const { id, link, file } = membersOf(value);
  if ([id, link, file].filter((form) => form != null).length !== 1)
    list.add(path, 'must have exactly one of id, link or file');
  else if (file == null) list.media(path, value);
  else if (typeof file !== 'object')
    list.add(`${path}.file`, 'must be raw media: { path }, bytes, a blob, a stream, or { source, mimeType }');
}

function checkHeaderText(path: string, value: unknown, list: IssueList): void {
  if (typeof value !== 'object' || value === null) {
    list.text(path, value, TEMPLATE_LIMITS.headerText);
    return;
  }
  const entries = Object.entries(value);
  const [entry] = entries;
  if (!entry || entries.length > 1 || Array.isArray(value))
    list.add(path, 'must be text, or an object with one member: the name of the variable and its value');
  else list.text(below(path, entry[0]), entry[1], TEMPLATE_LIMITS.headerText);
}

function below(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}
