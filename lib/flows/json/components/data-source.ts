import { action, boolean, format, image, list, object, required, since, text } from '../model/rules';
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
