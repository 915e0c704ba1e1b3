import type { PayloadIssue } from '../../errors/payload-validation.error';
import { IssueList } from '../../validation/issue-list';
import type { Members } from '../../validation/shape';
import { membersOf } from '../../validation/shape';
import type { RuleContext } from '../../validation/rule.decorator';
import { inferredFormat } from '../parameter-format';
import { CREATION_LIMITS } from '../template-limits';
import { checkButtons } from './buttons.rule';
import { checkCarousel } from './carousel.rule';
import type { PlacedComponent, TemplateScope } from './scope';
import { buttonsOf, capitals, headerFormatOf, placed } from './scope';
import { checkBody, checkFooter, checkHeader, checkOffer } from './texts.rule';

const KNOWN = [
  'HEADER',
  'BODY',
  'FOOTER',
  'BUTTONS',
  'LIMITED_TIME_OFFER',
  'CAROUSEL',
  'CALL_PERMISSION_REQUEST',
];

/**
 * What is wrong with the components of a template that is to be created or edited. Paths begin below `components`.
 * @param template the rest of the template: its category and parameter format
 */
export function componentIssues(
  value: unknown,
  template: Members,
  context: RuleContext,
): string | readonly PayloadIssue[] {
  if (!Array.isArray(value)) return 'must be an array';
  const components = placed(value, '');
  const scope = scopeOf(value, components, template, context);
  checkCounts(components, scope);
  if (scope.authentication) checkAuthentication(components, scope);
  const header = headerFormatOf(components);
  for (const component of components) checkComponent(component, header, scope);
  checkHeaderOfButtons(components, header, scope);
  return scope.list.issues;
}

function scopeOf(
  value: readonly unknown[],
  components: readonly PlacedComponent[],
  { category: given, parameter_format: parameterFormat }: Members,
  context: RuleContext,
): TemplateScope {
  const category = typeof given === 'string' ? capitals(given) : undefined;
  const format = capitals(parameterFormat ?? inferredFormat(value));
  const hasOtp = buttonsOf(components).some((button) => capitals(button['type']) === 'OTP');
  return {
    list: new IssueList(),
    context,
    category,
    authentication: category === 'AUTHENTICATION' || (category === undefined && hasOtp),
    limitedTimeOffer: components.some(({ type }) => type === 'LIMITED_TIME_OFFER'),
    format: format === 'NAMED' || format === 'POSITIONAL' ? format : undefined,
  };
}

function checkCounts(components: readonly PlacedComponent[], { list, context }: TemplateScope): void {
  const seen = new Set<string>();
  for (const { path, type } of components) {
    if (type === '') list.add(`${path}.type`, 'is missing');
    else if (!KNOWN.includes(type)) context.warn('has a component of an unknown type');
    else if (seen.has(type)) list.add(path, `must be the only component of type ${type}`);
    seen.add(type);
  }
  if (!seen.has('BODY')) list.add('', 'must have a component of type BODY');
}

function checkComponent(part: PlacedComponent, header: string | undefined, scope: TemplateScope): void {
  const { list, category } = scope;
  const { path, type, component } = part;
  switch (type) {
    case 'HEADER':
      return checkHeader(part, scope);
    case 'BODY':
      return checkBody(
        part,
        scope.limitedTimeOffer ? CREATION_LIMITS.offerBodyText : CREATION_LIMITS.bodyText,
        scope,
      );
    case 'FOOTER':
      return checkFooter(part, scope);
    case 'BUTTONS': {
      const { buttons } = component;
      if (list.list(`${path}.buttons`, buttons, CREATION_LIMITS.buttons))
        checkButtons(`${path}.buttons`, buttons, scope);
      return;
    }
    case 'LIMITED_TIME_OFFER':
      return checkOffer(part, header, scope);
    case 'CAROUSEL':
      return checkCarousel(part, scope);
    case 'CALL_PERMISSION_REQUEST':
      if (category === 'AUTHENTICATION') list.add(path, 'must be in a utility or marketing template');
  }
}

/** Text, expiry and button are all that an authentication template has. */
function checkAuthentication(components: readonly PlacedComponent[], { list }: TemplateScope): void {
  for (const { path, type } of components) {
    if (type === 'HEADER' || type === 'LIMITED_TIME_OFFER' || type === 'CAROUSEL')
      list.add(path, 'must be left out: authentication templates have none');
  }
  const types = buttonsOf(components).map((button) => capitals(membersOf(button)['type']));
  if (types.length !== 1 || types[0] !== 'OTP')
    list.add('', 'must have one OTP button and no other: this is an authentication template');
}

function checkHeaderOfButtons(
  components: readonly PlacedComponent[],
  header: string | undefined,
  { list }: TemplateScope,
): void {
  const types = buttonsOf(components).map((button) => capitals(button['type']));
  if (types.includes('MPM') && header !== 'TEXT')
    list.add('', 'must have a text header beside an MPM button');
  if (types.includes('SPM') && header !== 'PRODUCT')
    list.add('', 'must have a product header beside an SPM button');
  if (types.includes('CATALOG') && header !== undefined)
    list.add('', 'must have no header beside a CATALOG button');
}
