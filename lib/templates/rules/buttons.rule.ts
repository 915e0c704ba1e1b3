import type { Members } from '../../validation/shape';
import { membersOf } from '../../validation/shape';
import { ANY_TEXT } from '../../validation/limits';
import { templateVariables } from '../../validation/template-variables';
import { codePointLength } from '../../validation/text-length';
import { CREATION_LIMITS } from '../template-limits';
import { checkOtp } from './otp.rule';
import type { TemplateScope } from './scope';
import { capitals } from './scope';

/** How often a kind of button may stand in one template. */
const MOST: Readonly<Record<string, number>> = {
  QUICK_REPLY: 10,
  URL: 2,
  PHONE_NUMBER: 1,
  COPY_CODE: 1,
  FLOW: 1,
  OTP: 1,
  CATALOG: 1,
  MPM: 1,
  SPM: 1,
  VOICE_CALL: 1,
  ORDER_DETAILS: 1,
  REQUEST_CONTACT_INFO: 1,
};

const LABELS: Readonly<Record<string, readonly string[]>> = {
  CATALOG: ['View catalog'],
  MPM: ['View items'],
  SPM: ['View'],
  ORDER_DETAILS: ['Review and Pay', 'Buy now', 'Copy Pix code'],
};

const CONTACT_LABEL = 'Share Contact Info';

/** The buttons of a template or card: each for itself, and together. */
export function checkButtons(path: string, buttons: readonly unknown[], scope: TemplateScope): void {
  const { list, context } = scope;
  const types = buttons.map((button) => capitals(membersOf(button)['type']));
  buttons.forEach((button, index) => {
    const type = types[index] ?? '';
    const most = MOST[type];
    const at = `${path}[${index}]`;
    if (most === undefined) {
      if (type === '') list.add(`${at}.type`, 'is missing');
      else context.warn('has a button of an unknown type');
    } else if (types.slice(0, index).filter((other) => other === type).length === most) {
      list.add(
        at,
        `must not be there: a template has at most ${most} ${type} ${most === 1 ? 'button' : 'buttons'}`,
      );
    }
    checkButton(at, type, membersOf(button), scope);
  });
  const first = types.indexOf('QUICK_REPLY');
  const last = types.lastIndexOf('QUICK_REPLY');
  if (types.slice(first, last).some((type) => type !== 'QUICK_REPLY' && first >= 0))
    list.add(path, 'must have its quick replies together, without other buttons between them');
}

function checkButton(path: string, type: string, button: Members, scope: TemplateScope): void {
  const { list } = scope;
  switch (type) {
    case 'QUICK_REPLY':
    case 'VOICE_CALL':
      checkLabel(path, button, scope);
      break;
    case 'URL':
      checkLabel(path, button, scope);
      checkUrl(path, button, scope);
      break;
    case 'PHONE_NUMBER':
      checkLabel(path, button, scope);
      list.text(`${path}.phone_number`, button['phone_number'], CREATION_LIMITS.phoneNumber);
      break;
    case 'COPY_CODE':
      checkCoupon(`${path}.example`, button['example'], scope);
      break;
    case 'FLOW':
      checkLabel(path, button, scope);
      checkFlowButton(path, button, scope);
      break;
    case 'OTP':
      checkOtp(path, button, scope);
      if (scope.category !== undefined && !scope.authentication)
        list.add(path, 'must be in an authentication template');
      break;
    case 'REQUEST_CONTACT_INFO':
      if (button['text'] != null && button['text'] !== CONTACT_LABEL)
        list.add(`${path}.text`, `must be left out, or be ${CONTACT_LABEL}`);
      break;
    default:
      checkFixedLabel(type, button, scope);
  }
}

function checkLabel(path: string, button: Members, { list }: TemplateScope): void {
  const { text } = button;
  if (list.text(`${path}.text`, text, CREATION_LIMITS.buttonText) && /\{\{/.test(text as string))
    list.add(`${path}.text`, 'must have no variables');
}

function checkFixedLabel(type: string, button: Members, { context, category }: TemplateScope): void {
  const labels = LABELS[type];
  const text = capitals(button['text']);
  if (labels && !labels.some((label) => label.toUpperCase() === text))
    context.warn(`has a ${type} button whose text is not ${labels.join(' or ')}`);
  if (type === 'ORDER_DETAILS' && category === 'AUTHENTICATION')
    context.warn('has an ORDER_DETAILS button, which Meta documents for utility and marketing templates');
}

function checkUrl(path: string, button: Members, { list }: TemplateScope): void {
  const { url, example } = button;
  if (!list.text(`${path}.url`, url, CREATION_LIMITS.url)) return;
  const variables = templateVariables(url as string);
  const [variable] = variables;
  if (variables.length > 1 || (variable && variable.end !== (url as string).length)) {
    list.add(`${path}.url`, 'must have at most one variable, at its very end');
  } else if (!variable) {
    if (example != null) list.add(`${path}.example`, 'must be left out: the URL has no variable');
  } else if (list.list(`${path}.example`, example, { min: 1, max: 1 })) {
    list.text(`${path}.example[0]`, example[0], ANY_TEXT);
  }
}

function checkCoupon(path: string, value: unknown, { list, context }: TemplateScope): void {
  // Meta's own answers hold it as a list of one.
  const code: unknown = Array.isArray(value) && value.length === 1 ? value[0] : value;
  if (list.text(path, code, CREATION_LIMITS.couponCode) && codePointLength(code as string) > 15)
    context.warn('has a sample coupon code of more than 15 characters, the limit until December 2025');
}

function checkFlowButton(path: string, button: Members, { list }: TemplateScope): void {
  const given = ['flow_id', 'flow_name', 'flow_json'].filter((name) => button[name] != null);
  if (given.length !== 1) list.add(path, 'must have exactly one of flow_id, flow_name and flow_json');
  for (const name of given) list.text(`${path}.${name}`, button[name], ANY_TEXT);
  const { flow_action: action, icon } = button;
  if (action != null)
    list.oneOf(`${path}.flow_action`, typeof action === 'string' ? action.toLowerCase() : action, [
      'navigate',
      'data_exchange',
    ]);
  if (icon != null) list.oneOf(`${path}.icon`, capitals(icon), ['DOCUMENT', 'PROMOTION', 'REVIEW']);
}
