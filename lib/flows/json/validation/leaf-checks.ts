import type { Shape } from '../model/rule';
import { compareVersions } from '../model/versions';
import type { FlowReport } from './flow-report';

/**
 * Checks a text, number or boolean that is of the right type and not computed. `own`: it is a property of the component
 * itself, not of an item or an object inside it.
 */
export function checkLeaf(
  value: unknown,
  shape: Shape,
  path: string,
  own: boolean,
  report: FlowReport,
): void {
  if (typeof value === 'number') checkNumber(value, shape, path, report);
  if (typeof value !== 'string') return;
  checkEmpty(value, shape, path, own, report);
  switch (shape.kind) {
    case 'text':
      return checkLength(value, shape.max, path, report);
    case 'enum':
      return checkEnum(value, shape, path, report);
    case 'date':
      return checkDate(value, path, report);
    case 'image':
      return checkImage(value, shape.maxKilobytes, path, report);
    case 'format':
      if (!shape.like.test(value)) report.warn('PATTERN_MISMATCH', path, `This should be ${shape.words}.`);
      return;
    case 'pattern':
      return checkPattern(value, path, report);
    default:
      return;
  }
}

function checkNumber(value: number, shape: Shape, path: string, report: FlowReport): void {
  if (shape.kind !== 'number') return;
  const { min, max, integer } = shape;
  if (integer && !Number.isInteger(value)) {
    report.error('INVALID_PROPERTY_TYPE', path, 'This must be a whole number.');
  }
  if (min !== undefined && value < min) {
    report.error('MINIMUM_VALUE_REQUIRED', path, `The smallest value allowed is ${min}.`);
  }
  if (max !== undefined && value > max) {
    report.error('MAXIMUM_VALUE_REQUIRED', path, `The largest value allowed is ${max}.`);
  }
}

function checkEmpty(value: string, shape: Shape, path: string, own: boolean, report: FlowReport): void {
  if (value.trim() !== '') return;
  const message = 'This text must not be empty or blank.';
  const refused = shape.kind === 'name' ? report.from('4.0') : report.from('6.0');
  if (refused && own) report.error('MIN_CHARS_REQUIRED', path, message);
  else if (refused || shape.kind === 'name') report.warn('MIN_CHARS_REQUIRED', path, message);
}

function checkLength(value: string, max: number | undefined, path: string, report: FlowReport): void {
  if (max === undefined) return;
  const length = [...value].length;
  if (length > max) {
    report.warn('TEXT_TOO_LONG', path, `The text has ${length} characters; WhatsApp shows up to ${max}.`);
  }
}

function checkEnum(
  value: string,
  shape: Extract<Shape, { kind: 'enum' }>,
  path: string,
  report: FlowReport,
): void {
  if (shape.values.includes(value)) return;
  const message = `There are: ${shape.values.join(', ')}.`;
  if (shape.open) report.warn('INVALID_ENUM_VALUE', path, message);
  else report.error('INVALID_ENUM_VALUE', path, message);
}

function checkDate(value: string, path: string, report: FlowReport): void {
  if (report.from('5.0')) {
    if (!isDay(value)) {
      report.error(
        'INVALID_PROPERTY_VALUE_FORMAT',
        path,
        'From version 5.0 on a date is written YYYY-MM-DD.',
      );
    }
  } else if (!/^\d+$/.test(value)) {
    const message = 'Before version 5.0 a date is a number of milliseconds since 1970, as text.';
    report.warn('INVALID_PROPERTY_VALUE_FORMAT', path, message);
  }
}

function isDay(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const day = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
}

function checkImage(
  value: string,
  maxKilobytes: Readonly<Record<string, number>>,
  path: string,
  report: FlowReport,
): void {
  const content = value.replace(/^data:[\w/+.-]*;base64,/, '');
  if (/[^A-Za-z0-9+/\s]/.test(content.trimEnd().replace(/={1,2}$/, ''))) {
    report.warn('INVALID_PROPERTY_VALUE_FORMAT', path, 'A picture must be given in base64, not as a link.');
    return;
  }
  const limits = Object.entries(maxKilobytes).filter(([from]) => compareVersions(report.version, from) >= 0);
  const limit = limits.at(-1)?.[1];
  const kilobytes = Math.ceil((content.length * 3) / 4 / 1024);
  if (limit !== undefined && kilobytes > limit) {
    report.warn(
      'INVALID_PROPERTY_VALUE',
      path,
      `The picture has about ${kilobytes} KB; ${limit} KB is the most.`,
    );
  }
}

function checkPattern(value: string, path: string, report: FlowReport): void {
  try {
    new RegExp(value);
  } catch {
    report.warn('PATTERN_MISMATCH', path, 'This is no regular expression that JavaScript can read.');
  }
}
