import type { SendButtonsInput } from '../dto/buttons.dto';
import { becomesList } from '../dto/buttons.dto';
import type { InteractiveMessage } from './interactive.builder';
import { body, footer, header, interactiveMessage } from './interactive.builder';
import { buildList } from './list.builder';

const DEFAULT_LIST_BUTTON = 'Options';

/** Reply buttons, or a list when they overflow. */
export function buildButtons(input: SendButtonsInput): InteractiveMessage {
  if (becomesList(input)) return asList(input);
  return interactiveMessage(input, {
    type: 'button',
    ...header(input.header),
    ...body(input.body),
    ...footer(input.footer),
    action: { buttons: input.buttons.map(({ id, title }) => ({ type: 'reply', reply: { id, title } })) },
  });
}

function asList({ header: above, buttons, listButton, ...shared }: SendButtonsInput): InteractiveMessage {
  return buildList({
    ...shared,
    header: above?.text,
    button: listButton ?? DEFAULT_LIST_BUTTON,
    sections: [{ rows: buttons.map(({ id, title }) => ({ id, title })) }],
  });
}
