import { EmulatorError } from '../emulator.error';
import type { BusinessMessage } from '../model/business-message';
import type { Choice } from '../model/message-choices';

/** A message of either side, or its id. @publicApi */
export type MessageRef = string | { readonly id: string };

export function idOf(message: MessageRef): string {
  return typeof message === 'string' ? message : message.id;
}

/**
 * Finds a button or row by its title or id, on the given message or the last one that has any.
 * @throws EmulatorError that lists what there is
 */
export function pick(
  inbox: readonly BusinessMessage[],
  wanted: string,
  kind: 'button' | 'row',
  of: BusinessMessage | undefined,
): { message: BusinessMessage; choice: Choice } {
  const choicesOf = (message: BusinessMessage): readonly Choice[] =>
    kind === 'button' ? message.buttons : message.rows;
  const message = of ?? inbox.findLast((each) => choicesOf(each).length > 0);
  if (!message) throw new EmulatorError(`There is no ${kind} to pick: no message with ${kind}s has arrived.`);
  const choices = choicesOf(message);
  const choice = choices.find(({ title }) => title === wanted) ?? choices.find(({ id }) => id === wanted);
  if (choice) return { message, choice };
  // The titles of a template's buttons are not in the message, so a message that was pointed at has them all.
  if (kind === 'button' && of?.type === 'template') return { message, choice: { id: wanted, title: wanted } };
  const present = choices.map(({ id, title }) => `${JSON.stringify(title)} (${id})`).join(', ');
  throw new EmulatorError(`There is no ${kind} ${JSON.stringify(wanted)}. There is ${present || 'none'}.`);
}
