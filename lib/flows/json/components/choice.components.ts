import { component } from '../model/component';
import {
  action,
  boolean,
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
import { checkChoices, dataSource, itemsOf } from './data-source';

const choice = {
  name: required(name()),
  required: boolean(),
  enabled: boolean(),
  'on-select-action': action({ data_exchange: '2.1', update_data: '6.0' }),
  /** Without it, `on-select-action` handles both. */
  'on-unselect-action': since('6.0', action({ update_data: '6.0' })),
  'error-message': since('4.0', outsideForm(text())),
};

const group = {
  ...choice,
  'data-source': required(dataSource(20)),
  label: required(text(30), '4.0'),
  description: since('4.0', text(300)),
  'media-size': since('5.0', oneOf('regular', 'large')),
};

const selectionLimits = { 'min-selected-items': integer(0), 'max-selected-items': integer(0) };
const selectionRange = [['min-selected-items', 'max-selected-items']] as const;
const selected = since('4.0', outsideForm(list(text())));

export const checkboxGroup = component('CheckboxGroup', {
  since: '2.1',
  value: 'strings',
  props: { ...group, ...selectionLimits, 'init-value': selected },
  ranges: selectionRange,
  check: checkChoices,
});

export const radioButtonsGroup = component('RadioButtonsGroup', {
  since: '2.1',
  value: 'string',
  props: { ...group, 'init-value': since('4.0', outsideForm(text())) },
  check: checkChoices,
});

export const dropdown = component('Dropdown', {
  since: '2.1',
  value: 'string',
  props: {
    ...choice,
    'data-source': required(dataSource(200)),
    label: required(text(20)),
    'init-value': since('4.0', outsideForm(text())),
  },
  check(json, report) {
    checkChoices(json, report);
    const items = itemsOf(json, 'data-source');
    if (items.length > 100 && items.some((item) => item['image'] !== undefined)) {
      report.warn('MAX_ITEMS_REQUIRED', 'data-source', 'A list with images may have 100 items.');
    }
  },
});

export const chipsSelector = component('ChipsSelector', {
  since: '6.3',
  value: 'strings',
  besideForm: true,
  inBranches: '7.1',
  props: {
    ...choice,
    ...selectionLimits,
    'data-source': required(
      list(
        object({
          id: required(text()),
          title: required(text()),
          enabled: boolean(),
          'on-select-action': action({ update_data: '6.0' }),
          'on-unselect-action': action({ update_data: '6.0' }),
        }),
        2,
        20,
      ),
    ),
    label: required(text(80)),
    description: text(300),
    'on-select-action': since('7.1', choice['on-select-action']),
    'on-unselect-action': since('7.1', choice['on-unselect-action']),
    'init-value': selected,
  },
  ranges: selectionRange,
  check: checkChoices,
});

/** A box to tick, with a page to read. */
export const optIn = component('OptIn', {
  since: '2.1',
  value: 'boolean',
  perScreen: 5,
  props: {
    name: required(name()),
    label: required(text(120)),
    required: boolean(),
    /** Shows "Read more". */
    'on-click-action': action({ data_exchange: '2.1', navigate: '2.1', open_url: '6.0' }),
    'on-select-action': since('6.0', action({ update_data: '6.0' })),
    'on-unselect-action': since('6.0', action({ update_data: '6.0' })),
    'init-value': since('4.0', outsideForm(boolean())),
  },
});
