import { readDynamicText } from '../expression/reference';
import { component } from '../model/component';
import type { ComponentReport } from '../model/component';
import type { JsonObject } from '../model/json';
import {
  anyOf,
  boolean,
  integer,
  name,
  number,
  oneOf,
  outsideForm,
  pattern,
  required,
  since,
  text,
} from '../model/rules';

const entry = {
  name: required(name()),
  /** 20 characters, unless `label-variant` lets it wrap. */
  label: required(text()),
  /** `large`: the label may take several lines. */
  'label-variant': since('7.0', oneOf('large')),
  'helper-text': text(80),
  required: boolean(),
  'error-message': since('4.0', outsideForm(text(30))),
};

const LABEL_CHARACTERS = 20;

function checkLabel(json: JsonObject, report: ComponentReport): void {
  const { label } = json;
  if (
    typeof label !== 'string' ||
    readDynamicText(label).kind !== 'static' ||
    json['label-variant'] === 'large'
  )
    return;
  const length = [...label].length;
  if (length <= LABEL_CHARACTERS) return;
  report.warn(
    'TEXT_TOO_LONG',
    'label',
    `The text has ${length} characters; WhatsApp shows up to ${LABEL_CHARACTERS}.`,
  );
}

export const textInput = component('TextInput', {
  since: '2.1',
  value: 'text',
  props: {
    ...entry,
    'input-type': oneOf('text', 'number', 'email', 'password', 'passcode', 'phone'),
    /** Regular expression that the input must match; for text, number, password and passcode. Needs `helper-text`. */
    pattern: since('6.2', pattern()),
    'min-chars': integer(0),
    /** @default 80 */
    'max-chars': integer(0),
    enabled: boolean(),
    'init-value': since('4.0', outsideForm(anyOf(text(), number()))),
  },
  ranges: [['min-chars', 'max-chars']],
  check(json, report) {
    checkLabel(json, report);
    if (json['pattern'] === undefined) return;
    const kind = json['input-type'] ?? 'text';
    if (typeof kind === 'string' && ['email', 'phone'].includes(kind)) {
      report.error(
        'INVALID_DEPENDENCIES',
        'pattern',
        'A pattern goes with text, number, password and passcode only.',
      );
    }
    if (json['helper-text'] === undefined) {
      report.error(
        'INVALID_DEPENDENCIES',
        'pattern',
        'A pattern needs helper-text that tells what to enter.',
      );
    }
  },
});

export const textArea = component('TextArea', {
  since: '2.1',
  value: 'string',
  props: {
    ...entry,
    /** @default 600 */
    'max-length': integer(0),
    enabled: boolean(),
    'init-value': since('4.0', outsideForm(text())),
  },
  check: checkLabel,
});
