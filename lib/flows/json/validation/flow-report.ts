import type { FlowJsonIssue, FlowJsonIssueCode } from '../flow-json-issue.interface';
import {
  compareVersions,
  FLOW_JSON_VERSIONS,
  LATEST_FLOW_JSON_VERSION,
  VERSION_PATTERN,
} from '../model/versions';
import type { FlowJsonVersion } from '../model/versions';

/** Rules that a version which is newer than this package may have changed: they become warnings there. */
const MAY_CHANGE: ReadonlySet<FlowJsonIssueCode> = new Set([
  'INVALID_ENUM_VALUE',
  'INVALID_PROPERTY_KEY',
  'INVALID_PROPERTY_TYPE',
  'INVALID_PROPERTY_VALUE',
  'INVALID_PROPERTY_VALUE_FORMAT',
  'INVALID_DEPENDENCIES',
  'MISSING_REQUIRED_PROPERTY',
  'PATTERN_MISMATCH',
  'MIN_ITEMS_REQUIRED',
  'MAX_ITEMS_REQUIRED',
  'MIN_CHARS_REQUIRED',
  'MINIMUM_VALUE_REQUIRED',
  'MAXIMUM_VALUE_REQUIRED',
  'MAX_SCREENS_NUMBER',
  'MAX_ALLOWED_COMPONENTS_PER_SCREEN',
  'COMPONENT_TYPE_MAX_NUMBER_PER_SCREEN',
  'INVALID_COMPONENT_PLACEMENT',
  'MAXIMUM_IF_NESTING',
  'INVALID_EXPRESSION',
  'INVALID_TEXT_DYNAMIC_DATA',
]);

/** Longest message: what it quotes may be as long as the flow. */
const MAX_MESSAGE = 500;

/** Collects what is wrong with one flow, and knows its version. */
export class FlowReport {
  readonly issues: FlowJsonIssue[] = [];
  /** The flow's version, or the newest that is known when it names none. */
  readonly version: string;
  /** The version is newer than this package. */
  readonly ahead: boolean;

  constructor(version: unknown) {
    this.version =
      typeof version === 'string' && VERSION_PATTERN.test(version) ? version : LATEST_FLOW_JSON_VERSION;
    this.ahead =
      !Object.hasOwn(FLOW_JSON_VERSIONS, this.version) &&
      compareVersions(this.version, LATEST_FLOW_JSON_VERSION) > 0;
  }

  /** Whether the flow's version is this one or a newer one. */
  from(version: FlowJsonVersion): boolean {
    return compareVersions(this.version, version) >= 0;
  }

  error(code: FlowJsonIssueCode, path: string, message: string): void {
    this.add(code, path, message, this.ahead && MAY_CHANGE.has(code) ? 'warning' : 'error');
  }

  warn(code: FlowJsonIssueCode, path: string, message: string): void {
    this.add(code, path, message, 'warning');
  }

  private add(
    code: FlowJsonIssueCode,
    path: string,
    text: string,
    severity: FlowJsonIssue['severity'],
  ): void {
    const message = text.length > MAX_MESSAGE ? `${text.slice(0, MAX_MESSAGE - 1)}…` : text;
    this.issues.push({ path, message, severity, code });
  }
}
