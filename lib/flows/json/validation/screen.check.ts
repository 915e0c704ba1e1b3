import { isObject, memberPath } from '../model/json';
import { checkComponentList } from './component-lists';
import type { FlowIndex, IndexedScreen } from './flow-index';
import type { FlowReport } from './flow-report';
import type { ReferenceResolver } from './reference-resolver';

const KNOWN = ['id', 'title', 'terminal', 'success', 'data', 'refresh_on_back', 'sensitive', 'layout'];
const ID_PATTERN = /^[A-Za-z_]+$/;
/** The answer that ends a flow names this screen. */
const RESERVED_ID = 'SUCCESS';

/** Checks the screens: ids, titles, the end of the flow and the properties of each. */
export function checkScreenProperties(
  flow: FlowIndex,
  report: FlowReport,
  references: ReferenceResolver,
): void {
  const seen = new Set<unknown>();
  for (const screen of flow.screens) {
    checkId(screen, seen, report);
    checkTitle(screen, report, references);
    checkTerminal(screen, report);
    checkFlags(screen, flow, report);
    checkSensitive(screen, report);
    checkLayout(screen, report);
    for (const key of Object.keys(screen.json)) {
      if (KNOWN.includes(key)) continue;
      const message = `"${key}" is not known here; Meta may refuse it.`;
      report.warn('INVALID_PROPERTY_KEY', memberPath(screen.path, key), message);
    }
  }
  checkEnd(flow, report);
}

function checkId({ id, path }: IndexedScreen, seen: Set<unknown>, report: FlowReport): void {
  const at = `${path}.id`;
  if (id === undefined) return report.error('MISSING_REQUIRED_PROPERTY', at, 'A screen needs an id.');
  if (typeof id !== 'string') return report.error('INVALID_PROPERTY_TYPE', at, 'The id must be text.');
  if (!ID_PATTERN.test(id)) {
    report.error('PATTERN_MISMATCH', at, 'The id of a screen consists of letters and underscores.');
  }
  if (id.toUpperCase() === RESERVED_ID) {
    report.error('SCREEN_ID_IS_RESERVED_KEYWORD', at, `"${RESERVED_ID}" is reserved for the end of a flow.`);
  }
  if (seen.has(id)) report.error('DUPLICATE_SCREEN_IDS', at, `Another screen has the id "${id}".`);
  seen.add(id);
}

function checkTitle(screen: IndexedScreen, report: FlowReport, references: ReferenceResolver): void {
  const title = screen.json['title'];
  const path = `${screen.path}.title`;
  if (title === undefined) report.warn('MISSING_REQUIRED_PROPERTY', path, 'A screen should have a title.');
  else if (typeof title !== 'string') report.error('INVALID_PROPERTY_TYPE', path, 'The title must be text.');
  else if (title.trim() === '' && report.from('6.0')) {
    report.error('MIN_CHARS_REQUIRED', path, 'The title must not be empty or blank.');
  } else references.text(title, { screen, path, code: 'INVALID_SCREEN_DYNAMIC_DATA' });
}

function checkTerminal({ json, path }: IndexedScreen, report: FlowReport): void {
  const { terminal, success } = json;
  if (terminal !== undefined && typeof terminal !== 'boolean') {
    report.error('INVALID_PROPERTY_TYPE', `${path}.terminal`, 'This must be true or false.');
  }
  if (success === undefined) return;
  const at = `${path}.success`;
  if (typeof success !== 'boolean') report.error('INVALID_PROPERTY_TYPE', at, 'This must be true or false.');
  if (!report.from('3.1')) report.error('INVALID_PROPERTY_KEY', at, 'This property needs version 3.1.');
  if (terminal !== true) {
    report.error(
      'NOT_KEYWORD_SCHEMA_VALIDATION_FAILED',
      at,
      'Only a terminal screen can have this property.',
    );
  }
}

function checkFlags({ json, path }: IndexedScreen, { endpoint }: FlowIndex, report: FlowReport): void {
  const { refresh_on_back: refresh, data } = json;
  const at = `${path}.refresh_on_back`;
  if (refresh !== undefined && typeof refresh !== 'boolean') {
    report.error('INVALID_PROPERTY_TYPE', at, 'This must be true or false.');
  }
  if (refresh === true && !endpoint) {
    report.error('INVALID_PROPERTY_VALUE', at, 'This needs an endpoint: set data_api_version.');
  }
  if (data !== undefined && !isObject(data)) {
    report.error('INVALID_PROPERTY_TYPE', `${path}.data`, 'The data must be an object.');
  }
}

function checkSensitive({ json, path, components }: IndexedScreen, report: FlowReport): void {
  const { sensitive } = json;
  if (sensitive === undefined) return;
  const at = `${path}.sensitive`;
  if (!report.from('5.1')) report.error('INVALID_PROPERTY_KEY', at, 'This property needs version 5.1.');
  if (!Array.isArray(sensitive))
    return report.error('INVALID_PROPERTY_TYPE', at, 'This must be a list of names.');
  const names = new Set(components.map((component) => component.json['name']));
  sensitive.forEach((name: unknown, i) => {
    if (typeof name !== 'string' || !names.has(name)) {
      report.error('INVALID_SENSITIVE_FIELD', `${at}[${i}]`, 'The screen has no input of this name.');
    }
  });
}

function checkLayout({ json, path }: IndexedScreen, report: FlowReport): void {
  const { layout } = json;
  const at = `${path}.layout`;
  if (layout === undefined) return report.error('MISSING_REQUIRED_PROPERTY', at, 'A screen needs a layout.');
  if (!isObject(layout)) return report.error('INVALID_PROPERTY_VALUE', at, 'The layout must be an object.');
  if (layout['type'] === undefined) {
    report.error(
      'MISSING_REQUIRED_TYPE_PROPERTY',
      `${at}.type`,
      'The layout needs the type "SingleColumnLayout".',
    );
  } else if (layout['type'] !== 'SingleColumnLayout') {
    report.error('INVALID_PROPERTY_VALUE', `${at}.type`, 'There is one layout: "SingleColumnLayout".');
  }
  checkComponentList(layout['children'], `${at}.children`, report);
}

function checkEnd({ screens }: FlowIndex, report: FlowReport): void {
  const terminal = screens.filter((screen) => screen.json['terminal'] === true);
  if (terminal.length === 0) {
    if (screens.length > 0) {
      report.error('MISSING_TERMINAL_SCREEN', 'screens', 'At least one screen must have "terminal": true.');
    }
    return;
  }
  if (terminal.every((screen) => screen.json['success'] === false)) {
    report.error('INVALID_PROPERTY_VALUE', 'screens', 'At least one terminal screen must be successful.');
  }
  for (const screen of terminal) {
    if (!screen.components.some((component) => component.type === 'Footer')) {
      report.error('MISSING_FOOTER_ON_TERMINAL_SCREEN', screen.path, 'A terminal screen needs a Footer.');
    }
  }
}
