import { isObject, objectsOf, textOf } from './json';
import type { JsonObject } from './json';

const at = (value: unknown, ...keys: string[]): unknown =>
  keys.reduce<unknown>((inner, key) => (isObject(inner) ? inner[key] : undefined), value);

function templateText(template: unknown): string {
  const parameters = objectsOf(at(template, 'components'))
    .filter((component) => component['type'] !== 'button')
    .flatMap((component) => objectsOf(component['parameters']))
    .map((parameter) => textOf(parameter['text']))
    .filter((text) => text !== undefined);
  return [textOf(at(template, 'name')) ?? '', ...parameters].join(' ');
}

function interactiveText(interactive: unknown): string | undefined {
  return (
    textOf(at(interactive, 'body', 'text')) ??
    textOf(at(interactive, 'button_reply', 'title')) ??
    textOf(at(interactive, 'list_reply', 'title')) ??
    textOf(at(interactive, 'nfm_reply', 'body'))
  );
}

/** What a person would read of a message, sent or received, in Meta's shape. Empty when there is nothing to read. */
export function messageText(message: JsonObject): string {
  const type = textOf(message['type']) ?? 'text';
  const content = message[type];
  switch (type) {
    case 'text':
      return textOf(at(content, 'body')) ?? '';
    case 'interactive':
      return interactiveText(content) ?? '';
    case 'template':
      return templateText(content);
    case 'button':
      return textOf(at(content, 'text')) ?? '';
    case 'reaction':
      return textOf(at(content, 'emoji')) ?? '';
    case 'location':
      return (
        textOf(at(content, 'name')) ??
        `${String(at(content, 'latitude'))}, ${String(at(content, 'longitude'))}`
      );
    case 'contacts':
      return objectsOf(content)
        .map((contact) => textOf(at(contact, 'name', 'formatted_name')) ?? '')
        .join(', ');
    case 'edit': {
      const edited = at(content, 'message');
      return isObject(edited) ? messageText(edited) : '';
    }
    default:
      return textOf(at(content, 'caption')) ?? textOf(at(content, 'filename')) ?? '';
  }
}
