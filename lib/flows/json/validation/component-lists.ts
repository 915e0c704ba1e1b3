import { isObject, jsonType, memberPath } from '../model/json';
import type { FlowReport } from './flow-report';

/** Checks a list of components: that it is one, is long enough, and has nothing else in it. */
export function checkComponentList(value: unknown, path: string, report: FlowReport, min = 0): void {
  if (!Array.isArray(value)) {
    const message = `This must be a list of components, not of type ${jsonType(value)}.`;
    return report.error('INVALID_PROPERTY_TYPE', path, message);
  }
  if (value.length < min) {
    report.error('INVALID_PROPERTY_VALUE', path, 'At least one component is needed here.');
  }
  for (const [i, item] of value.entries()) {
    if (isObject(item)) continue;
    const message = `A component is an object, not of type ${jsonType(item)}.`;
    report.error('INVALID_PROPERTY_TYPE', `${path}[${i}]`, message);
  }
}

/** Checks the cases of a Switch: a list of components for each. */
export function checkCases(value: unknown, path: string, report: FlowReport): void {
  if (!isObject(value)) {
    const message = `This must be an object with a list of components for each case, not of type ${jsonType(value)}.`;
    return report.error('INVALID_PROPERTY_TYPE', path, message);
  }
  const cases = Object.entries(value);
  if (cases.length === 0) report.error('EMPTY_SWITCH_CASES', path, 'At least one case is needed.');
  for (const [key, list] of cases) checkComponentList(list, memberPath(path, key), report);
}
