import { membersOf } from '../../validation/shape';
import { CREATION_LIMITS } from '../template-limits';
import { checkButtons } from './buttons.rule';
import type { PlacedComponent, TemplateScope } from './scope';
import { buttonsOf, capitals, headerFormatOf, placed } from './scope';
import { checkBody, checkHeader } from './texts.rule';

const FORMATS = ['IMAGE', 'VIDEO', 'PRODUCT'];
const PARTS = ['HEADER', 'BODY', 'BUTTONS'];
const BUTTON_TYPES = ['QUICK_REPLY', 'URL', 'PHONE_NUMBER', 'SPM', 'ORDER_DETAILS'];

/** Cards: each for itself, and all of the same structure. */
export function checkCarousel({ path, component }: PlacedComponent, scope: TemplateScope): void {
  const { list, category } = scope;
  if (category !== undefined && category !== 'MARKETING') list.add(path, 'must be in a marketing template');
  const { cards } = component;
  if (!list.list(`${path}.cards`, cards, CREATION_LIMITS.cards)) return;
  const structures = cards.map((card, index) => checkCard(`${path}.cards[${index}]`, card, scope));
  structures.forEach((structure, index) => {
    if (structure !== structures[0])
      list.add(
        `${path}.cards[${index}]`,
        'must have the structure of the first card: the same header format, body or none, the same buttons in the same order',
      );
  });
}

/** @returns a text that is equal for cards of the same structure */
function checkCard(path: string, card: unknown, scope: TemplateScope): string {
  const { list } = scope;
  const at = `${path}.components`;
  const { components } = membersOf(card);
  if (!list.list(at, components, { min: 1, max: Infinity })) return '';
  const parts = placed(components, at);
  for (const part of parts) checkPart(part, scope);
  const format = headerFormatOf(parts);
  if (format === undefined || !FORMATS.includes(format))
    list.add(at, `must have a header of the format ${FORMATS.join(', ')}`);
  const buttons = buttonsOf(parts).map((button) => capitals(button['type']));
  if (!parts.some(({ type }) => type === 'BUTTONS')) list.add(at, 'must have 1 or 2 buttons');
  const hasBody = parts.some(({ type }) => type === 'BODY');
  if (hasBody && format === 'PRODUCT')
    list.add(at, 'must have no body: product cards show the product alone');
  return JSON.stringify([format, hasBody, buttons]);
}

function checkPart(part: PlacedComponent, scope: TemplateScope): void {
  const { list, context } = scope;
  const { path, type, component } = part;
  if (type === 'HEADER') checkHeader(part, scope);
  else if (type === 'BODY') checkBody(part, CREATION_LIMITS.cardBodyText, scope);
  else if (type === 'BUTTONS') {
    const { buttons } = component;
    if (!list.list(`${path}.buttons`, buttons, CREATION_LIMITS.cardButtons)) return;
    checkButtons(`${path}.buttons`, buttons, scope);
    if (buttons.some((button) => !BUTTON_TYPES.includes(capitals(membersOf(button)['type']))))
      context.warn('has a card with a button that Meta does not document for cards');
  } else list.add(path, `must be one of ${PARTS.join(', ')}: cards have no other parts`);
}
