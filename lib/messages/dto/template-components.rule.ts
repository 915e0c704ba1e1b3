import type { PayloadIssue } from '../../errors/payload-validation.error';
import { IssueList } from '../../validation/issue-list';
import { ANY_TEXT, COMMERCE_LIMITS, TEMPLATE_LIMITS } from '../../validation/limits';
import type { RuleContext } from '../../validation/rule.decorator';
import { httpUrlProblem } from '../../validation/rules/is-http-url.decorator';
import type { Members } from '../../validation/shape';
import { membersOf } from '../../validation/shape';
import { ORDER_STATES } from './order-status.dto';
import type { PlacedButton } from './template-buttons.rule';
import { checkButtons } from './template-buttons.rule';
import { checkBodyParameters, checkHeaderParameter, requireMembers } from './template-parameters.rule';

const SINGLE = ['header', 'body', 'limited_time_offer', 'carousel'];
const KNOWN = [...SINGLE, 'button', 'order_status', 'tap_target_configuration'];

/** The least value that can be a present time in milliseconds; seconds are far below. */
const MIN_TIME_MS = 1e12;

/**
 * What is wrong with the components of a template message, as far as it shows without the template's definition.
 * Paths begin below `components`.
 */
export function templateComponentIssues(
  components: unknown,
  context: RuleContext,
): string | readonly PayloadIssue[] {
  if (!Array.isArray(components)) return 'must be an array';
  const list = new IssueList();
  checkComponents('', components, list, context);
  return list.issues;
}

function checkComponents(
  path: string,
  components: readonly unknown[],
  list: IssueList,
  context: RuleContext,
): void {
  const seen = new Set<string>();
  const buttons: PlacedButton[] = [];
  components.forEach((value, index) => {
    const at = `${path}[${index}]`;
    const component = membersOf(value);
    const type = typeof component['type'] === 'string' ? component['type'].toLowerCase() : '';
    if (!KNOWN.includes(type)) context.warn('has a component of an unknown type');
    if (SINGLE.includes(type) && seen.has(type)) list.add(at, `must be the only component of type ${type}`);
    seen.add(type);
    if (type === 'button') buttons.push({ path: at, button: component });
    else checkComponent(at, type, component, components.length === 1, list, context);
  });
  checkButtons(buttons, list, context);
}

function checkComponent(
  path: string,
  type: string,
  component: Members,
  alone: boolean,
  list: IssueList,
  context: RuleContext,
): void {
  if (type === 'carousel') return checkCards(`${path}.cards`, component['cards'], list, context);
  const { parameters } = component;
  const at = `${path}.parameters`;
  if (type === 'body') {
    if (parameters != null)
      checkBodyParameters(
        at,
        parameters,
        alone ? TEMPLATE_LIMITS.lonelyBodyText : TEMPLATE_LIMITS.bodyText,
        list,
        context,
      );
    return;
  }
  if (type === 'header' && (parameters == null || (Array.isArray(parameters) && parameters.length === 0)))
    return;
  if (!KNOWN.includes(type) || !list.list(at, parameters, { min: 1, max: 1 })) return;
  const first = `${at}[0]`;
  const parameter = membersOf(parameters[0]);
  if (type === 'header') checkHeaderParameter(first, parameter, list);
  else if (type === 'limited_time_offer')
    checkOffer(`${first}.limited_time_offer`, parameter['limited_time_offer'], list, context);
  else if (type === 'order_status')
    checkOrderStatus(`${first}.order_status`, parameter['order_status'], list);
  else checkTapTarget(`${first}.tap_target_configuration`, parameter['tap_target_configuration'], list);
}

function checkCards(path: string, cards: unknown, list: IssueList, context: RuleContext): void {
  if (!list.list(path, cards, TEMPLATE_LIMITS.cards)) return;
  if (cards.length === 1) context.warn('has a carousel with one card; Meta asks for 2 or more');
  const indexes = cards.map((card) => membersOf(card)['card_index']);
  cards.forEach((card, place) => {
    const { components } = membersOf(card);
    if (!indexes.includes(place))
      list.add(`${path}[${place}].card_index`, `must count from 0 without gaps, no card has ${place}`);
    if (list.list(`${path}[${place}].components`, components, { min: 0, max: Infinity })) {
      checkComponents(`${path}[${place}].components`, components, list, context);
    }
  });
}

function checkOffer(path: string, value: unknown, list: IssueList, context: RuleContext): void {
  const time = membersOf(value)['expiration_time_ms'];
  const at = `${path}.expiration_time_ms`;
  if (!Number.isInteger(time) || (time as number) <= MIN_TIME_MS)
    list.add(at, 'must be milliseconds since the Unix epoch, as a whole number');
  else if ((time as number) <= context.now()) list.add(at, 'must be in the future');
}

function checkOrderStatus(path: string, value: unknown, list: IssueList): void {
  requireMembers(path, value, ['reference_id'], list);
  const { status, description } = membersOf(membersOf(value)['order']);
  list.oneOf(`${path}.order.status`, status, ORDER_STATES);
  if (description != null)
    list.text(`${path}.order.description`, description, COMMERCE_LIMITS.orderDescription);
}

function checkTapTarget(path: string, value: unknown, list: IssueList): void {
  if (!list.list(path, value, { min: 1, max: 1 })) return;
  const { url, title } = membersOf(value[0]);
  list.add(`${path}[0].url`, httpUrlProblem(url));
  list.text(`${path}[0].title`, title, ANY_TEXT);
}
