import type { IssueContext } from '../../validation/compiled-dto';
import { collectIssues } from '../../validation/compiled-dto';
import type { IssueList } from '../../validation/issue-list';
import { ANY_TEXT, COMMERCE_LIMITS, INTERACTIVE_LIMITS, TEMPLATE_LIMITS } from '../../validation/limits';
import type { RuleContext } from '../../validation/rule.decorator';
import { duplicates } from '../../validation/rules/unique-by.decorator';
import type { Members } from '../../validation/shape';
import { itemsOf, membersOf } from '../../validation/shape';
import { OrderDetailsDto } from '../dto/order-details.dto';
import { checkCoupon } from '../dto/template-buttons.rule';

const KINDS = ['url', 'quickReply', 'copyCode', 'flow', 'catalog', 'products', 'voiceCall', 'orderDetails'];

/** Values of buttons: each has exactly one kind, and a place of its own. */
export function checkButtonValues(path: string, value: unknown, list: IssueList, context: RuleContext): void {
  if (!list.list(path, value, { min: 0, max: TEMPLATE_LIMITS.buttonIndex.max + 1 })) return;
  const buttons = value.map(membersOf);
  buttons.forEach((button, place) => {
    const at = `${path}[${place}]`;
    if (button['index'] != null) list.integer(`${at}.index`, button['index'], TEMPLATE_LIMITS.buttonIndex);
    const kinds = KINDS.filter((kind) => button[kind] != null);
    const [kind] = kinds;
    if (kind === undefined || kinds.length > 1) list.add(at, `must have exactly one of ${KINDS.join(', ')}`);
    else checkContent(`${at}.${kind}`, kind, button[kind], list, context);
  });
  const places = buttons.map((button, place) => ({
    path: `${path}[${place}]`,
    key: button['index'] ?? place,
  }));
  list.issues.push(...duplicates(places));
}

function checkContent(
  path: string,
  kind: string,
  value: unknown,
  list: IssueList,
  context: RuleContext,
): void {
  const members = membersOf(value);
  switch (kind) {
    case 'url':
      list.text(path, value, ANY_TEXT);
      break;
    case 'quickReply':
      list.text(path, value, TEMPLATE_LIMITS.quickReplyPayload);
      break;
    case 'copyCode':
      checkCoupon(path, value, list, context);
      break;
    case 'flow':
      checkFlow(path, members, list);
      break;
    case 'catalog':
      list.text(`${path}.thumbnailProductRetailerId`, members['thumbnailProductRetailerId'], ANY_TEXT);
      break;
    case 'products':
      checkProducts(path, members, list);
      break;
    case 'voiceCall':
      if (members['ttlMinutes'] != null)
        list.integer(`${path}.ttlMinutes`, members['ttlMinutes'], INTERACTIVE_LIMITS.callTtlMinutes);
      if (members['payload'] != null)
        list.text(`${path}.payload`, members['payload'], INTERACTIVE_LIMITS.callPayload);
      break;
    case 'orderDetails': {
      const inner: IssueContext = {
        at: 'orderDetails',
        now: () => context.now(),
        warn: (text) => context.warn(text),
      };
      collectIssues(OrderDetailsDto, value, path, list.issues, inner);
    }
  }
}

function checkFlow(path: string, { token, data }: Members, list: IssueList): void {
  if (token != null) list.text(`${path}.token`, token, ANY_TEXT);
  if (data != null && Object.keys(membersOf(data)).length === 0)
    list.add(`${path}.data`, 'must be an object with at least one member');
}

function checkProducts(path: string, members: Members, list: IssueList): void {
  list.text(`${path}.thumbnailProductRetailerId`, members['thumbnailProductRetailerId'], ANY_TEXT);
  const { sections } = members;
  if (!list.list(`${path}.sections`, sections, COMMERCE_LIMITS.productSections)) return;
  let products = 0;
  itemsOf(sections).forEach(({ title, productRetailerIds: ids }, index) => {
    const at = `${path}.sections[${index}]`;
    if (title != null) list.text(`${at}.title`, title, INTERACTIVE_LIMITS.sectionTitle);
    if (!list.list(`${at}.productRetailerIds`, ids, { min: 1, max: Infinity })) return;
    products += ids.length;
    ids.forEach((id, place) => list.text(`${at}.productRetailerIds[${place}]`, id, ANY_TEXT));
  });
  const { max } = COMMERCE_LIMITS.products;
  if (products > max)
    list.add(
      `${path}.sections`,
      `must have at most ${max} products in all sections together, has ${products}`,
    );
}
