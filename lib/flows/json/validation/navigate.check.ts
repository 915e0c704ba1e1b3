import { compatible } from '../expression/value-type';
import type { FlowValueType } from '../expression/value-type';
import type { FlowJsonIssueCode } from '../flow-json-issue.interface';
import { isObject, memberPath } from '../model/json';
import type { FlowIndex, IndexedScreen } from './flow-index';
import type { FlowReport } from './flow-report';
import type { PayloadChecker, PlacedAction } from './payload-checker';

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
  if (target === placed.screen.id) {
    return report.error(code, path, 'A screen cannot lead to itself.');
  }
  const next = flow.byId.get(target);
  if (!next) return report.error(code, path, `There is no screen "${target}".`);
  checkPayload(placed, next, flow, report, payloads);
}

function targetOf({ action }: PlacedAction): string | undefined {
  const { next } = action;
  if (!isObject(next) || (next['type'] ?? 'screen') !== 'screen') return undefined;
  return typeof next['name'] === 'string' ? next['name'] : undefined;
}

function checkPayload(
  { action, path, screen }: PlacedAction,
  next: IndexedScreen,
  { endpoint }: FlowIndex,
  report: FlowReport,
  payloads: PayloadChecker,
): void {
  const payload = action['payload'] ?? {};
  if (!isObject(payload)) return;
  const at = `${path}.payload`;
  // With an endpoint, Meta leaves this to the device.
  const say = (where: string, message: string): void => {
    const code: FlowJsonIssueCode = 'INVALID_NAVIGATE_ACTION_PAYLOAD';
    if (endpoint) report.warn(code, where, message);
    else report.error(code, where, message);
  };
  for (const [key, value] of Object.entries(payload)) {
    const field = next.data[key];
    if (!isObject(field)) {
      say(memberPath(at, key), `The data of screen "${String(next.id)}" has no such field.`);
      continue;
    }
    const actual = payloads.typeOf(value, screen);
    const expected = field['type'];
    if (typeof expected === 'string' && !compatible(actual, expected as FlowValueType)) {
      const message = `Screen "${String(next.id)}" takes a value of type ${expected} here, not ${actual}.`;
      say(memberPath(at, key), message);
    }
  }
  const missing = Object.keys(next.data).filter(
    (key) => isObject(next.data[key]) && !Object.hasOwn(payload, key),
  );
  if (missing.length > 0) say(at, `Screen "${String(next.id)}" also needs: ${missing.join(', ')}.`);
}
