import { component } from '../model/component';
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
  label: required(text(20)),
  /** `large`: the label may take several lines. */
  'label-variant': since('7.0', oneOf('large')),
  'helper-text': text(80),
  required: boolean(),
  'error-message': since('4.0', outsideForm(text(30))),
};

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
});
