import { component } from '../model/component';
import type { ComponentReport } from '../model/component';
import { isObject } from '../model/json';
import type { JsonObject } from '../model/json';
import {
  action,
  anyOf,
  boolean,
  date,
  integer,
  list,
  name,
  object,
  oneOf,
  outsideForm,
  required,
  since,
  text,
} from '../model/rules';
import type { Rule } from '../model/rule';

const bounds = { 'min-date': date(), 'max-date': date(), 'unavailable-dates': list(date()) };

const common = {
  name: required(name()),
  enabled: boolean(),
  'on-select-action': action({ data_exchange: '2.1' }),
};

export const datePicker = component('DatePicker', {
  since: '2.1',
  value: 'string',
  props: {
    ...common,
    ...bounds,
    label: required(text(40)),
    'helper-text': text(80),
    required: boolean(),
    'init-value': since('4.0', outsideForm(date())),
    'error-message': since('4.0', outsideForm(text(80))),
  },
  ranges: [['min-date', 'max-date']],
});

/** One value, or one for each end of the range in mode `range`. */
const ends = <T>(rule: Rule<T>) => anyOf(rule, object({ 'start-date': rule, 'end-date': rule }));

const RANGE_ONLY = ['title', 'description', 'min-days', 'max-days'];
const PER_END = ['label', 'helper-text', 'required', 'init-value', 'error-message'];

/** In mode `range` a label is needed for both ends, anything else for the first one. */
function checkEnds(value: JsonObject, property: string, report: ComponentReport): void {
  for (const end of property === 'label' ? ['start-date', 'end-date'] : ['start-date']) {
    if (value[end] !== undefined) continue;
    report.error('MISSING_REQUIRED_PROPERTY', `${property}.${end}`, 'This property is required.');
  }
}

export const calendarPicker = component('CalendarPicker', {
  since: '6.1',
  value: 'calendar',
  besideForm: true,
  props: {
    ...common,
    ...bounds,
    /** @default 'single' */
    mode: oneOf('single', 'range'),
    label: required(ends(text(40))),
    /** In mode `range` only. */
    title: text(80),
    /** In mode `range` only. */
    description: text(300),
    'helper-text': ends(text(80)),
    required: ends(boolean()),
    /** Days of the week that can be chosen. @default all */
    'include-days': list(oneOf('Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun')),
    /** Shortest range in days; in mode `range` only. */
    'min-days': integer(0),
    /** Longest range in days; in mode `range` only. */
    'max-days': integer(0),
    'init-value': outsideForm(ends(date())),
    'error-message': outsideForm(ends(text(80))),
  },
  ranges: [
    ['min-date', 'max-date'],
    ['min-days', 'max-days'],
  ],
  check(json, report) {
    const mode = json['mode'] ?? 'single';
    for (const property of RANGE_ONLY) {
      if (mode === 'single' && json[property] !== undefined) {
        report.error('INVALID_DEPENDENCIES', property, 'This property exists in mode "range" only.');
      }
    }
    for (const property of PER_END) {
      const value = json[property];
      if (value === undefined || (typeof value === 'string' && /^[$`]/.test(value))) continue;
      if (mode === 'range' && !isObject(value)) {
        const message = 'In mode "range" this is an object with start-date and end-date.';
        report.error('INVALID_PROPERTY_TYPE', property, message);
      } else if (mode === 'range' && isObject(value)) {
        checkEnds(value, property, report);
      } else if (mode === 'single' && isObject(value)) {
        report.error('INVALID_PROPERTY_TYPE', property, 'In mode "single" this is one value.');
      }
    }
  },
});
