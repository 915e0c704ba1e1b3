import type { PayloadIssue } from '../../errors/payload-validation.error';
import { IssueList } from '../../validation/issue-list';
import type { Limit } from '../../validation/limits';
import { ANY_TEXT, COMMERCE_LIMITS, TEMPLATE_LIMITS } from '../../validation/limits';
import { isUserId } from '../../validation/recipient';
import type { RuleContext } from '../../validation/rule.decorator';
import { httpUrlProblem } from '../../validation/rules/is-http-url.decorator';
import { lengthProblem } from '../../validation/rules/code-point-length.decorator';
import type { Members } from '../../validation/shape';
import { membersOf } from '../../validation/shape';
import { ORDER_STATES } from '../dto/order-status.dto';
import { holdCode } from './checked-components';
import { CODES_NEED_PHONE } from './code-recipient';
import { checkButtonValues } from './template-button-values.rule';
import { checkHeaderValue, checkParams } from './template-texts.rule';
import { TEMPLATE_PARTS } from './template-values.interface';

/** What a rule of one property finds, with paths below it. */
type Found = string | readonly PayloadIssue[] | undefined;

/** The least value that can be a present time in milliseconds; seconds are far below. */
const MIN_TIME_MS = 1e12;

/** Parts of the input besides the given ones. */
export function otherParts(input: Members, ...own: readonly string[]): string[] {
  return TEMPLATE_PARTS.filter((part) => !own.includes(part) && input[part] != null);
}

/** Values of the body. Longer ones are taken where the body is all there is. */
export function paramsIssues(value: unknown, input: Members, context: RuleContext): Found {
  const alone = otherParts(input, 'params').length === 0;
  return collect((list) => checkParams('', value, bodyLimit(alone), list, context));
}

/** Value of the header. */
export function headerIssues(value: unknown): Found {
  return collect((list) => checkHeaderValue('', value, list));
}

/** Values of the buttons. */
export function buttonsIssues(value: unknown, _input: Members, context: RuleContext): Found {
  return collect((list) => checkButtonValues('', value, list, context));
}

/** Cards: each has a header, and takes its place in the list as its index. */
export function carouselIssues(value: unknown, _input: Members, context: RuleContext): Found {
  return collect((list) => {
    if (!list.list('', value, TEMPLATE_LIMITS.cards)) return;
    if (value.length === 1) context.warn('has one card; Meta asks for 2 or more');
    value.forEach((item, index) => {
      const { header, params, buttons } = membersOf(item);
      checkHeaderValue(`[${index}].header`, header, list);
      if (params != null) checkParams(`[${index}].params`, params, TEMPLATE_LIMITS.bodyText, list, context);
      if (buttons != null) checkButtonValues(`[${index}].buttons`, buttons, list, context);
    });
  });
}

/** A code fills body and button of an authentication template. */
export function otpIssues(value: unknown, input: Members): Found {
  const length = lengthProblem(value, TEMPLATE_LIMITS.otp);
  if (length !== undefined) return length;
  if (/:\/\/|\p{Extended_Pictographic}/u.test(value as string)) return 'must hold no URL and no emoji';
  const others = otherParts(input, 'otp');
  return others.length > 0
    ? `must stand alone, without ${others.join(', ')}: it fills the body and the button`
    : undefined;
}

/** Codes go to phone numbers only. */
export function codeRecipientProblem(to: unknown, { otp, components }: Members): Found {
  return (otp != null || holdCode(components)) && !isPhone(to) ? CODES_NEED_PHONE : undefined;
}

/** End of a limited-time offer. */
export function offerIssues(value: unknown, _input: Members, context: RuleContext): Found {
  const time = value instanceof Date ? value.getTime() : value;
  if (!Number.isInteger(time) || (time as number) <= MIN_TIME_MS)
    return 'must be a date, or milliseconds since the Unix epoch as a whole number';
  return (time as number) > context.now() ? undefined : 'must be in the future';
}

/** State of an order. */
export function orderStatusIssues(value: unknown): Found {
  return collect((list) => {
    const { referenceId, status, description } = membersOf(value);
    list.text('referenceId', referenceId, ANY_TEXT);
    list.oneOf('status', status, ORDER_STATES);
    if (description != null) list.text('description', description, COMMERCE_LIMITS.orderDescription);
  });
}

/** Web page behind the header. */
export function tapTargetIssues(value: unknown): Found {
  return collect((list) => {
    const { url, title } = membersOf(value);
    list.add('url', httpUrlProblem(url));
    list.text('title', title, ANY_TEXT);
  });
}

function bodyLimit(alone: boolean): Limit {
  return alone ? TEMPLATE_LIMITS.lonelyBodyText : TEMPLATE_LIMITS.bodyText;
}

/** Recipients of unknown form are left to their own rule. */
function isPhone(to: unknown): boolean {
  if (typeof to === 'string') return !isUserId(to);
  const { userId, group } = membersOf(to);
  return userId == null && group == null;
}

function collect(check: (list: IssueList) => void): readonly PayloadIssue[] {
  const list = new IssueList();
  check(list);
  return list.issues;
}
