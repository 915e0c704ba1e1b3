import type { IssueContext } from '../../validation/compiled-dto';
import { collectIssues } from '../../validation/compiled-dto';
import type { IssueList } from '../../validation/issue-list';
import { ANY_TEXT, COMMERCE_LIMITS, INTERACTIVE_LIMITS, TEMPLATE_LIMITS } from '../../validation/limits';
import type { RuleContext } from '../../validation/rule.decorator';
import { duplicates } from '../../validation/rules/unique-by.decorator';
import type { Members } from '../../validation/shape';
import { membersOf } from '../../validation/shape';
import { OrderDetailsDto } from './order-details.dto';

const SUB_TYPES =
  'quick_reply url copy_code flow catalog mpm spm voice_call order_details phone_number'.split(' ');

/** A button component and where it stands. */
export interface PlacedButton {
  readonly path: string;
  readonly button: Members;
}

/** Checks the button components of a template or card. */
export function checkButtons(buttons: readonly PlacedButton[], list: IssueList, context: RuleContext): void {
  for (const { path, button } of buttons) {
    const subType = typeof button['sub_type'] === 'string' ? button['sub_type'].toLowerCase() : undefined;
    if (subType === undefined || !SUB_TYPES.includes(subType))
      context.warn('has a button with an unknown sub_type');
    checkIndex(`${path}.index`, button['index'], subType, list);
    const { parameters } = button;
    if (parameters == null || !list.list(`${path}.parameters`, parameters, { min: 0, max: Infinity }))
      continue;
    parameters.forEach((value, i) =>
      checkParameter(`${path}.parameters[${i}]`, membersOf(value), subType, list, context),
    );
  }
  list.issues.push(
    ...duplicates(
      buttons.map(({ path, button }) => ({ path: `${path}.index`, key: indexOf(button['index']) })),
    ),
  );
}

/** Meta takes numbers and numeric text; call buttons are documented without an index. */
function checkIndex(path: string, value: unknown, subType: string | undefined, list: IssueList): void {
  if (value == null && subType === 'voice_call') return;
  list.integer(path, indexOf(value), TEMPLATE_LIMITS.buttonIndex);
}

function indexOf(value: unknown): unknown {
  return typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
}

function checkParameter(
  path: string,
  parameter: Members,
  subType: string | undefined,
  list: IssueList,
  context: RuleContext,
): void {
  switch (parameter['type']) {
    case 'payload':
      list.text(
        `${path}.payload`,
        parameter['payload'],
        subType === 'voice_call' ? INTERACTIVE_LIMITS.callPayload : TEMPLATE_LIMITS.quickReplyPayload,
      );
      break;
    case 'text':
      if (subType === 'url') list.text(`${path}.text`, parameter['text'], ANY_TEXT);
      break;
    case 'coupon_code':
      checkCoupon(`${path}.coupon_code`, parameter['coupon_code'], list, context);
      break;
    case 'ttl_minutes':
      list.integer(`${path}.ttl_minutes`, parameter['ttl_minutes'], INTERACTIVE_LIMITS.callTtlMinutes);
      break;
    case 'action':
      checkAction(`${path}.action`, membersOf(parameter['action']), subType, list, context);
      break;
  }
}

/** A coupon code; old clients took up to 15 characters. */
export function checkCoupon(path: string, value: unknown, list: IssueList, context: RuleContext): void {
  if (!list.text(path, value, TEMPLATE_LIMITS.couponCode)) return;
  if (!/^[A-Za-z0-9]+$/.test(value as string)) list.add(path, 'must have letters and digits only');
  if ((value as string).length > 15)
    context.warn('has a coupon code of more than 15 characters, the limit until December 2025');
}

function checkAction(
  path: string,
  action: Members,
  subType: string | undefined,
  list: IssueList,
  context: RuleContext,
): void {
  const {
    flow_action_data: data,
    thumbnail_product_retailer_id: thumbnail,
    sections,
    order_details: order,
  } = action;
  if (data != null && Object.keys(membersOf(data)).length === 0) {
    list.add(`${path}.flow_action_data`, 'must be an object with at least one member');
  }
  if (thumbnail != null) list.text(`${path}.thumbnail_product_retailer_id`, thumbnail, ANY_TEXT);
  if (subType === 'mpm' || sections != null) checkSections(`${path}.sections`, sections, list);
  if (subType === 'order_details' || order != null) {
    collectIssues(OrderDetailsDto, order, `${path}.order_details`, list.issues, asIssueContext(context));
  }
}

function checkSections(path: string, sections: unknown, list: IssueList): void {
  if (!list.list(path, sections, COMMERCE_LIMITS.productSections)) return;
  let products = 0;
  sections.forEach((value, index) => {
    const { title, product_items: items } = membersOf(value);
    if (title != null) list.text(`${path}[${index}].title`, title, INTERACTIVE_LIMITS.sectionTitle);
    if (Array.isArray(items)) products += items.length;
  });
  const { max } = COMMERCE_LIMITS.products;
  if (products > max)
    list.add(path, `must have at most ${max} products in all sections together, has ${products}`);
}

function asIssueContext(context: RuleContext): IssueContext {
  return { at: '', now: () => context.now(), warn: (message) => context.warn(message) };
}
