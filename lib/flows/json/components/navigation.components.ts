import { component, fixedComponent } from '../model/component';
import { action, boolean, list, name, object, oneOf, required, text } from '../model/rules';
import { checkItemIds, itemsOf, listImage } from './data-source';

export const embeddedLink = component('EmbeddedLink', {
  since: '2.1',
  perScreen: 2,
  props: {
    text: required(text(25)),
    'on-click-action': required(action({ data_exchange: '2.1', navigate: '2.1', open_url: '6.0' })),
  },
});

export const footer = fixedComponent('Footer', {
  since: '2.1',
  perScreen: 1,
  props: {
    label: required(text(35)),
    'on-click-action': required(action({ navigate: '2.1', complete: '2.1', data_exchange: '2.1' })),
    /** Together with `right-caption`. */
    'left-caption': text(15),
    /** Alone. */
    'center-caption': text(15),
    /** Together with `left-caption`. */
    'right-caption': text(15),
    enabled: boolean(),
  },
  check(json, report) {
    const [left, center, right] = ['left-caption', 'center-caption', 'right-caption'].map(
      (key) => json[key] !== undefined,
    );
    if (left !== right) {
      const property = left ? 'left-caption' : 'right-caption';
      report.error('INVALID_DEPENDENCIES', property, 'left-caption and right-caption go together.');
    }
    if (center && (left || right)) {
      const message = 'Use either center-caption or left-caption and right-caption.';
      report.error('NOT_KEYWORD_SCHEMA_VALIDATION_FAILED', 'center-caption', message);
    }
  },
});

const click = action({ navigate: '2.1', data_exchange: '2.1' });

export const navigationList = fixedComponent('NavigationList', {
  since: '6.2',
  value: 'string',
  besideForm: true,
  perScreen: 2,
  inBranches: false,
  onTerminal: false,
  only: { '6.2': ['NavigationList'] },
  props: {
    name: required(name()),
    'list-items': required(
      list(
        object({
          id: required(text()),
          'main-content': required(
            object({ title: required(text(30)), description: text(20), metadata: text(80) }),
          ),
          start: object({ image: required(listImage()), 'alt-text': text() }),
          end: object({ title: text(10), description: text(10), metadata: text(10) }),
          /** On one item of the list only. */
          badge: text(15),
          tags: list(text(15), 0, 3),
          /** On every item, or on the list itself. */
          'on-click-action': click,
        }),
        1,
        20,
      ),
    ),
    label: text(80),
    description: text(300),
    'media-size': oneOf('regular', 'large'),
    'on-click-action': click,
  },
  check(json, report) {
    checkItemIds(json, 'list-items', report);
    const items = itemsOf(json, 'list-items');
    const withAction = items.filter((item) => item['on-click-action'] !== undefined).length;
    if (json['on-click-action'] !== undefined && withAction > 0) {
      const message = 'Give on-click-action to the list or to its items, not to both.';
      report.error('NOT_KEYWORD_SCHEMA_VALIDATION_FAILED', 'on-click-action', message);
    } else if (json['on-click-action'] === undefined && items.length > 0 && withAction < items.length) {
      const message = 'on-click-action is needed, on the list or on every item.';
      report.error('MISSING_REQUIRED_PROPERTY', 'on-click-action', message);
    }
    if (items.filter((item) => item['badge'] !== undefined).length > 1) {
      report.error('INVALID_DEPENDENCIES', 'list-items', 'Only one item of a list can have a badge.');
    }
    if (json['media-size'] === 'large' && items.some((item) => item['end'] !== undefined)) {
      report.error(
        'INVALID_DEPENDENCIES',
        'media-size',
        'With media-size "large", items cannot have an end.',
      );
    }
  },
});
