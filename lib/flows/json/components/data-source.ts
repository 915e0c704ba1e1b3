import { action, boolean, format, image, list, object, required, since, text } from '../model/rules';
import type { ComponentReport } from '../model/component';
import { asList, isObject } from '../model/json';
import type { JsonObject } from '../model/json';
import type { Rule } from '../model/rule';

const updateData = since('6.0', action({ update_data: '6.0' }));

/** Picture of a list item. */
export const listImage = (): Rule<string> => image({ '5.0': 300, '6.0': 100 });

/** Choices of CheckboxGroup, RadioButtonsGroup and Dropdown. */
export const dataSource = (max: number) =>
  list(
    object({
      id: required(text()),
      title: required(text(30)),
      description: text(300),
      metadata: text(20),
      enabled: boolean(),
      image: since('5.0', listImage()),
      'alt-text': since('5.0', text()),
      color: since('5.0', format(/^#?[0-9a-f]{6}$/i, 'six hexadecimal digits')),
      'on-select-action': updateData,
      'on-unselect-action': updateData,
    }),
    1,
    max,
  );

/** The items of a list that is written out. */
export function itemsOf(json: JsonObject, property: string): readonly JsonObject[] {
  return asList(json[property]).filter(isObject);
}

/** Ids must tell the items of a list apart. */
export function checkItemIds(json: JsonObject, property: string, report: ComponentReport): void {
  const seen = new Set<unknown>();
  for (const [i, item] of asList(json[property]).entries()) {
    const id = isObject(item) ? item['id'] : undefined;
    if (id !== undefined && seen.has(id)) {
      report.warn('DUPLICATE_ITEM_IDS', `${property}[${i}].id`, 'Another item of the list has this id.');
    }
    seen.add(id);
  }
}

/** Choices of one component: their ids, and properties of the component that exclude those of its items. */
export function checkChoices(json: JsonObject, report: ComponentReport): void {
  checkItemIds(json, 'data-source', report);
  const items = itemsOf(json, 'data-source');
  for (const action of ['on-select-action', 'on-unselect-action']) {
    if (json[action] !== undefined && items.some((item) => item[action] !== undefined)) {
      report.warn(
        'INVALID_PROPERTY_KEY',
        action,
        `Give ${action} to the component or to its items, not to both.`,
      );
    }
  }
  if (
    items.some((item) => item['image'] !== undefined) &&
    items.some((item) => item['color'] !== undefined)
  ) {
    report.warn(
      'INVALID_PROPERTY_KEY',
      'data-source',
      'Items may have images or colors, not both in one list.',
    );
  }
}
