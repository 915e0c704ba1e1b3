import { textOf } from '../model/json';
import type { JsonObject } from '../model/json';
import { BASIC_RULES } from './basic.rules';
import { CAROUSEL } from './carousel.rules';
import { absent, exactlyOne, integer, object, oneOf, someText, text, url } from './checks';
import { ENVELOPE_RULES, envelopeProblem } from './envelope.rules';
import type { InteractiveKind } from './interactive-kind';
import { INTERACTIVE_RULES } from './interactive.rules';
import { ORDER_DETAILS, ORDER_STATUS } from './payment.rules';
import { firstProblem, may, need, resolve } from './rule';
import type { Problem, Rule } from './rule';

const KINDS: Readonly<Record<string, InteractiveKind>> = {
  ...INTERACTIVE_RULES,
  carousel: CAROUSEL,
  order_details: ORDER_DETAILS,
  order_status: ORDER_STATUS,
};

const INTERACTIVE_ENVELOPE: readonly Rule[] = [
  need('interactive.type', oneOf(...Object.keys(KINDS))),
  may('interactive.header', object),
  need('interactive.header.type', oneOf('text', 'image', 'video', 'document')),
  may('interactive.footer', object),
  need('interactive.footer.text', text(1, 60)),
  need('interactive.action', object),
];

function headerProblem(body: JsonObject): Problem | undefined {
  const type = resolve(body, 'interactive.header.type')[0]?.value;
  if (typeof type !== 'string') return undefined;
  if (type === 'text') return firstProblem(body, [need('interactive.header.text', text(1, 60))]);
  return firstProblem(body, [
    need(`interactive.header.${type}`, exactlyOne('id', 'link')),
    may(`interactive.header.${type}.link`, url),
    may(`interactive.header.${type}.caption`, absent),
  ]);
}

function interactiveProblem(body: JsonObject): Problem | undefined {
  const problem = firstProblem(body, INTERACTIVE_ENVELOPE) ?? headerProblem(body);
  if (problem) return problem;
  const kind = KINDS[String(resolve(body, 'interactive.type')[0]?.value)];
  if (!kind) return undefined;
  const broken = firstProblem(body, kind.rules);
  if (broken) return broken;
  for (const extra of kind.extras ?? []) {
    const found = extra(body);
    if (found) return found;
  }
  return undefined;
}

const PIN_RULES: readonly Rule[] = [need('pin.expiration_days', integer(1, 30))];

/** Why Meta would refuse a message by its looks alone; undefined when it would take it. */
export function messageProblem(body: JsonObject): Problem | undefined {
  const problem = firstProblem(body, ENVELOPE_RULES) ?? envelopeProblem(body);
  if (problem) return problem;
  const type = textOf(body['type']) ?? 'text';
  if (type === 'interactive') return interactiveProblem(body);
  const broken = firstProblem(body, BASIC_RULES[type] ?? []);
  if (broken) return broken;
  const isPin = resolve(body, 'pin.type')[0]?.value === 'pin';
  return isPin ? firstProblem(body, PIN_RULES) : undefined;
}

const READ_RULES: readonly Rule[] = [
  need('status', oneOf('read')),
  need('message_id', someText),
  may('to', absent),
  may('typing_indicator', object),
  need('typing_indicator.type', oneOf('text')),
];

/** Why Meta would refuse a read mark or a typing indicator. */
export function readMarkProblem(body: JsonObject): Problem | undefined {
  return firstProblem(body, READ_RULES);
}
