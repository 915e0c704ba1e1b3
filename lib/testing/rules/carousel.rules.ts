import { isObject, objectsOf } from '../model/json';
import type { JsonObject } from '../model/json';
import { absent, exactlyOne, integer, list, object, oneOf, someText, text, url } from './checks';
import type { Check } from './checks';
import type { Extra, InteractiveKind } from './interactive-kind';
import { firstProblem, may, need, resolve, unique } from './rule';
import type { Problem, Rule } from './rule';

const CARDS = 'interactive.action.cards';

const cardText: Check = (value) => {
  const problem = text(1, 160)(value);
  if (problem !== undefined) return problem;
  return String(value).split('\n').length <= 3 ? undefined : 'may have 2 line breaks at most';
};

const PRODUCT_RULES: readonly Rule[] = [
  need(`${CARDS}[].action`, object),
  need(`${CARDS}[].action.product_retailer_id`, someText),
  need(`${CARDS}[].action.catalog_id`, someText),
  may(`${CARDS}[].header`, absent),
];

const MEDIA_RULES: readonly Rule[] = [
  need(`${CARDS}[].header`, object),
  need(`${CARDS}[].header.type`, oneOf('image', 'video')),
  may(`${CARDS}[].header.image`, exactlyOne('id', 'link')),
  may(`${CARDS}[].header.video`, exactlyOne('id', 'link')),
  may(`${CARDS}[].body.text`, cardText),
  need(`${CARDS}[].action`, object),
  may(`${CARDS}[].action.name`, oneOf('cta_url')),
  need(`${CARDS}[].action.parameters.display_text`, text(1, 20)),
  need(`${CARDS}[].action.parameters.url`, url),
  may(`${CARDS}[].action.buttons`, list(1, 3)),
  need(`${CARDS}[].action.buttons[].type`, oneOf('quick_reply')),
  need(`${CARDS}[].action.buttons[].quick_reply`, object),
  need(`${CARDS}[].action.buttons[].quick_reply.id`, text(1, 256)),
  need(`${CARDS}[].action.buttons[].quick_reply.title`, text(1, 20)),
];

const wrong = (details: string): Problem => ({ code: 131009, details });

const indexesInOrder: Extra = (body) => {
  const indexes = resolve(body, `${CARDS}[].card_index`).map(({ value }) => value);
  return indexes.every((value, index) => value === index)
    ? undefined
    : wrong('card_index must count from 0 in the order of the cards');
};

/** The buttons of a card in words, to compare cards. */
function shapeOf({ action }: JsonObject): string {
  if (!isObject(action)) return 'none';
  return Array.isArray(action['buttons']) ? `${action['buttons'].length} quick replies` : 'a link';
}

const sameCards: Extra = (body) => {
  const types = resolve(body, `${CARDS}[].type`).map(({ value }) => value);
  if (new Set(types).size > 1) return wrong('All cards must have the same type.');
  if (types[0] === 'product') {
    const catalogs = resolve(body, `${CARDS}[].action.catalog_id`).map(({ value }) => value);
    const problem = firstProblem(body, PRODUCT_RULES);
    return (
      problem ?? (new Set(catalogs).size > 1 ? wrong('All cards must have the same catalog_id.') : undefined)
    );
  }
  const problem = firstProblem(body, MEDIA_RULES);
  if (problem) return problem;
  const cards = resolve(body, CARDS).flatMap(({ value }) => objectsOf(value));
  return new Set(cards.map(shapeOf)).size > 1
    ? wrong('All cards must have the same kind and number of buttons.')
    : undefined;
};

/** Rules of the carousel: media cards or product cards. */
export const CAROUSEL: InteractiveKind = {
  rules: [
    need('interactive.body', object),
    need('interactive.body.text', text(1, 1024)),
    may('interactive.header', absent),
    may('interactive.footer', absent),
    need(CARDS, list(2, 10)),
    need(`${CARDS}[].card_index`, integer(0, 9)),
    need(`${CARDS}[].type`, oneOf('cta_url', 'product')),
  ],
  extras: [indexesInOrder, sameCards, unique(`${CARDS}[].action.buttons[].quick_reply.id`)],
};
