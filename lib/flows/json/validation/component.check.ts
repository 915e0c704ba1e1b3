import type { FlowComponentSpec } from '../model/component';
import { memberPath } from '../model/json';
import type { FlowIndex, PlacedComponent } from './flow-index';
import type { FlowReport } from './flow-report';
import type { ValueChecker } from './value-checker';

/** Checks each component by its row in the table. */
export function checkComponents(flow: FlowIndex, report: FlowReport, values: ValueChecker): void {
  for (const screen of flow.screens) {
    for (const component of screen.components) {
      const spec = known(component, report);
      if (!spec) continue;
      values.members(component.json, spec.props, component.path, { screen, component }, ['type']);
      checkRanges(component, spec, report);
      spec.check?.(component.json, {
        from: (version) => report.from(version),
        error: (code, property, message) => report.error(code, inside(component, property), message),
        warn: (code, property, message) => report.warn(code, inside(component, property), message),
      });
    }
  }
}

function known({ type, spec, path }: PlacedComponent, report: FlowReport): FlowComponentSpec | undefined {
  const at = `${path}.type`;
  if (!spec) {
    if (type === undefined) report.error('MISSING_REQUIRED_TYPE_PROPERTY', at, 'A component needs a type.');
    else report.error('INVALID_PROPERTY_VALUE', at, 'There is no component of this type.');
    return undefined;
  }
  if (!report.from(spec.since)) {
    const message = `${spec.type} needs version ${spec.since}; the flow has ${report.version}.`;
    report.error('INVALID_PROPERTY_VALUE', at, message);
  }
  return spec;
}

function checkRanges({ json, path }: PlacedComponent, spec: FlowComponentSpec, report: FlowReport): void {
  for (const [low, high] of spec.ranges ?? []) {
    if (exceeds(json[low], json[high])) {
      report.error(
        'MIN_VALUE_GREATER_THAN_MAX',
        memberPath(path, low),
        `This must not be greater than ${high}.`,
      );
    }
  }
}

function exceeds(low: unknown, high: unknown): boolean {
  if (typeof low === 'number' && typeof high === 'number') return low > high;
  if (typeof low !== 'string' || typeof high !== 'string') return false;
  const days = /^\d{4}-\d{2}-\d{2}$/;
  if (days.test(low) && days.test(high)) return low > high;
  return /^\d+$/.test(low) && /^\d+$/.test(high) && Number(low) > Number(high);
}

/** `property` may be a name with characters of its own, or a path. */
function inside({ path }: PlacedComponent, property: string): string {
  return `${path}.${property}`;
}
