import { membersOf } from '../../validation/shape';
import type { Limit } from '../../validation/limits';
import { CREATION_LIMITS } from '../template-limits';
import { BODY_EXAMPLES, HEADER_EXAMPLES, checkExamples } from './examples.rule';
import type { PlacedComponent, TemplateScope } from './scope';
import { capitals } from './scope';
import { checkFlow, checkVariables } from './variables.rule';

const MEDIA = ['IMAGE', 'VIDEO', 'GIF', 'DOCUMENT'];

/** Header: text with at most one variable, or media with one sample, or a place or product. */
export function checkHeader({ path, component }: PlacedComponent, scope: TemplateScope): void {
  const { list, context, category } = scope;
  const format = capitals(component['format']);
  const { text, example } = component;
  if (format === 'TEXT') {
    if (!list.text(`${path}.text`, text, CREATION_LIMITS.headerText)) return;
    const variables = checkVariables(`${path}.text`, text as string, scope);
    if (variables.length > 1)
      list.add(`${path}.text`, `must have at most one variable, has ${variables.length}`);
    else checkExamples(`${path}.example`, example, variables, HEADER_EXAMPLES, scope);
  } else if (MEDIA.includes(format)) {
    checkHandle(`${path}.example.header_handle`, membersOf(example)['header_handle'], scope);
    if (format === 'GIF' && category !== undefined && category !== 'MARKETING')
      context.warn('has a GIF header, which Meta documents for marketing templates');
  } else if (format !== 'LOCATION' && format !== 'PRODUCT') {
    if (format === '')
      list.add(`${path}.format`, 'must be one of TEXT, IMAGE, VIDEO, GIF, DOCUMENT, LOCATION, PRODUCT');
    else context.warn('has a header of an unknown format');
  }
}

function checkHandle(path: string, value: unknown, { list, context }: TemplateScope): void {
  if (!Array.isArray(value) || value.length !== 1) {
    list.add(path, 'must have exactly one handle of a resumable upload');
    return;
  }
  if (list.text(`${path}[0]`, value[0], { min: 1, max: Infinity }) && /^https?:/i.test(value[0] as string))
    context.warn('has a URL as header_handle; Meta wants the handle of a resumable upload');
}

/** Body of a template or card. */
export function checkBody({ path, component }: PlacedComponent, limit: Limit, scope: TemplateScope): void {
  const { list } = scope;
  const { text, example } = component;
  if (scope.authentication) {
    if (text != null)
      list.add(`${path}.text`, 'must be left out: Meta writes the text of authentication templates');
    checkBoolean(`${path}.add_security_recommendation`, component['add_security_recommendation'], scope);
    return;
  }
  if (!list.text(`${path}.text`, text, limit)) return;
  const before = list.issues.length;
  const variables = checkVariables(`${path}.text`, text as string, scope);
  checkFlow(`${path}.text`, text as string, scope);
  if (list.issues.length === before)
    checkExamples(`${path}.example`, example, variables, BODY_EXAMPLES, scope);
}

/** Footer: text without variables, or the lifetime of a code. */
export function checkFooter({ path, component }: PlacedComponent, scope: TemplateScope): void {
  const { list } = scope;
  const { text, code_expiration_minutes: minutes } = component;
  if (scope.limitedTimeOffer)
    list.add(path, 'must be left out: templates with a limited-time offer have no footer');
  if (scope.authentication) {
    if (text != null)
      list.add(`${path}.text`, 'must be left out: authentication templates have code_expiration_minutes');
    list.integer(`${path}.code_expiration_minutes`, minutes, CREATION_LIMITS.codeExpirationMinutes);
    return;
  }
  if (minutes != null)
    list.add(`${path}.code_expiration_minutes`, 'must be left out: it is for authentication templates');
  else if (list.text(`${path}.text`, text, CREATION_LIMITS.footerText) && /\{\{/.test(text as string))
    list.add(`${path}.text`, 'must have no variables');
}

/** Offer that ends. */
export function checkOffer(
  { path, component }: PlacedComponent,
  header: string | undefined,
  scope: TemplateScope,
): void {
  const { list, category } = scope;
  const { text, has_expiration: expires } = membersOf(component['limited_time_offer']);
  list.text(`${path}.limited_time_offer.text`, text, CREATION_LIMITS.offerText);
  checkBoolean(`${path}.limited_time_offer.has_expiration`, expires, scope);
  if (category !== undefined && category !== 'MARKETING') list.add(path, 'must be in a marketing template');
  if (header !== undefined && header !== 'IMAGE' && header !== 'VIDEO')
    list.add(path, 'must have an image or video header beside it, or none');
}

function checkBoolean(path: string, value: unknown, { list }: TemplateScope): void {
  if (value != null && typeof value !== 'boolean') list.add(path, 'must be true or false');
}
