import { isObject, objectsOf, textOf } from './json';
import type { JsonObject } from './json';
import type { SentPayload } from './sent-payload.interface';

/** A button or list row that a user can pick. @publicApi */
export interface Choice {
  /** The id of the button or row; the payload of a template's quick reply. */
  readonly id: string;
  readonly title: string;
  /** Second line of a list row. */
  readonly description?: string;
}

function choiceOf(value: unknown): Choice[] {
  if (!isObject(value)) return [];
  const id = textOf(value['id']);
  const title = textOf(value['title']);
  const description = textOf(value['description']);
  return id && title ? [{ id, title, ...(description && { description }) }] : [];
}

const replyButtons = (action: unknown): Choice[] =>
  isObject(action)
    ? objectsOf(action['buttons']).flatMap((button) => choiceOf(button['reply'] ?? button['quick_reply']))
    : [];

function quickReply(component: JsonObject): Choice[] {
  const isQuickReply =
    String(component['type']).toLowerCase() === 'button' &&
    String(component['sub_type']).toLowerCase() === 'quick_reply';
  if (!isQuickReply) return [];
  return objectsOf(component['parameters']).flatMap((parameter) => {
    const payload = textOf(parameter['payload']);
    return payload ? [{ id: payload, title: payload }] : [];
  });
}

/**
 * The buttons of a message: reply buttons, quick replies of carousel cards, and those quick replies of a template that
 * carry a payload (their titles live in the template, so the payload stands in for the title).
 */
export function buttonsOf(payload: SentPayload): readonly Choice[] {
  const action = payload.interactive?.action;
  const cards = objectsOf(action?.['cards']);
  return [
    ...replyButtons(action),
    ...cards.flatMap((card) => replyButtons(card['action'])),
    ...objectsOf(payload.template?.components).flatMap(quickReply),
  ];
}

/** The rows of a list message. */
export function rowsOf(payload: SentPayload): readonly Choice[] {
  return objectsOf(payload.interactive?.action?.['sections']).flatMap((section) =>
    objectsOf(section['rows']).flatMap(choiceOf),
  );
}
