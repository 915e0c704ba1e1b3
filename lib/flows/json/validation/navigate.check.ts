import { readDynamicText } from '../expression/reference';
import { compatible } from '../expression/value-type';
import type { FlowJsonIssueCode } from '../flow-json-issue.interface';
import { isObject, memberPath } from '../model/json';
import type { FlowIndex, IndexedScreen } from './flow-index';
import type { FlowReport } from './flow-report';
import type { PayloadChecker, PlacedAction } from './payload-checker';
import { schemaType } from './known-types';

/** Fields that one message names at most. */
const NAMED = 10;

/** Checks the target of a `navigate` action, and its payload against the data of the target. */
export function checkNavigate(
  placed: PlacedAction,
  flow: FlowIndex,
  report: FlowReport,
  payloads: PayloadChecker,
): void {
  const target = targetOf(placed);
  if (target === undefined) return;
  const path = `${placed.path}.next.name`;
  const code = 'INVALID_NAVIGATE_ACTION_NEXT_SCREEN_NAME';
  const say = (message: string): void =>
    placed.listed ? report.warn(code, path, message) : report.error(code, path, message);
  if (target === placed.screen.id) return say('A screen cannot lead to itself.');
  const next = flow.byId.get(target);
  if (!next) return say(`There is no screen "${target}".`);
  checkPayload(placed, next, flow, report, payloads);
}

/** The screen that is named; nothing when it is computed. */
function targetOf({ action }: PlacedAction): string | undefined {
  const { next } = action;
  if (!isObject(next) || (next['type'] ?? 'screen') !== 'screen') return undefined;
  const name = next['name'];
  return typeof name === 'string' && readDynamicText(name).kind === 'static' ? name : undefined;
}

function checkPayload(
  { action, path, screen, listed }: PlacedAction,
  next: IndexedScreen,
  { endpoint }: FlowIndex,
  report: FlowReport,
  payloads: PayloadChecker,
): void {
  const payload = action['payload'] ?? {};
  if (!isObject(payload)) return;
  const at = `${path}.payload`;
  // With an endpoint, and in the items of a NavigationList, Meta leaves this to the device.
  const left = endpoint || listed;
  // Meta does not compare the fields of computed values from 6.0 to 7.2.
  const loose = report.from('6.0') && !report.from('7.3');
  const say = (where: string, message: string, warning = left): void => {
    const code: FlowJsonIssueCode = 'INVALID_NAVIGATE_ACTION_PAYLOAD';
    if (warning) report.warn(code, where, message);
    else report.error(code, where, message);
  };
  for (const [key, value] of Object.entries(payload)) {
    const field = Object.hasOwn(next.data, key) ? next.data[key] : undefined;
    if (!isObject(field)) {
      const unseen = loose && (isReference(value) || next.json['data'] === undefined);
      const message = `The data of screen "${String(next.id)}" has no such field.`;
      say(memberPath(at, key), message, left || unseen);
      continue;
    }
    const actual = payloads.typeOf(value, screen);
    const expected = schemaType(field);
    if (!compatible(actual, expected)) {
      const message = `Screen "${String(next.id)}" takes a value of type ${expected} here, not ${actual}.`;
      say(memberPath(at, key), message);
    }
  }
  const missing = missingFields(next, payload);
  if (missing.length > 0) {
    say(at, `Screen "${String(next.id)}" also needs: ${missing.join(', ')}.`, left || loose);
  }
}

function isReference(value: unknown): boolean {
  return typeof value === 'string' && readDynamicText(value).kind === 'reference';
}

/** The first fields that the payload lacks. */
function missingFields(next: IndexedScreen, payload: object): string[] {
  const missing: string[] = [];
  for (const key of Object.keys(next.data)) {
    if (!isObject(next.data[key]) || Object.hasOwn(payload, key)) continue;
    if (missing.push(key) === NAMED) break;
  }
  return missing;
}
