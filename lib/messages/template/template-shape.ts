import type { Members } from '../../validation/shape';
import { itemsOf, membersOf } from '../../validation/shape';
import { isPosition, variableNames } from '../../validation/template-variables';
import type { MessageTemplate } from '../../wire/template/message-template';

/** What a header takes. `text`: `variable` is there when it takes a value. */
export interface HeaderShape {
  readonly kind:
    'none' | 'text' | 'image' | 'video' | 'gif' | 'document' | 'location' | 'product' | 'unknown';
  readonly variable?: string | undefined;
}

/** What a button takes. */
export interface ButtonShape {
  /** As on sending, e.g. `quick_reply`. */
  readonly subType: string;
  readonly takes: 'value' | 'nothing' | 'maybe';
}

/** What is to be put into a template or a card. */
export interface PartShape {
  readonly header: HeaderShape;
  /** Variables of the body. */
  readonly body: readonly string[];
  readonly buttons: readonly ButtonShape[];
}

/** What is to be put into a whole template. */
export interface TemplateShape extends PartShape {
  readonly named: boolean;
  /** In capitals, e.g. `MARKETING`. */
  readonly category: string;
  readonly authentication: boolean;
  /** Whether the offer has an end. */
  readonly offerExpires: boolean;
  readonly cards: readonly PartShape[] | undefined;
}

const shapes = new WeakMap<MessageTemplate, TemplateShape>();

/** What a template takes, worked out once for each definition. */
export function shapeOf(template: MessageTemplate): TemplateShape {
  let shape = shapes.get(template);
  if (!shape) {
    shape = compile(template);
    shapes.set(template, shape);
  }
  return shape;
}

function compile(template: MessageTemplate): TemplateShape {
  const category = capitals(template.category);
  const authentication = category === 'AUTHENTICATION';
  const components = itemsOf(template.components);
  const part = partOf(components, authentication);
  const names = [part.header.variable ?? [], part.body].flat();
  const carousel = component(components, 'CAROUSEL');
  const offer = membersOf(component(components, 'LIMITED_TIME_OFFER')['limited_time_offer']);
  return {
    ...part,
    named: capitals(template.parameter_format) === 'NAMED' || names.some((name) => !isPosition(name)),
    category,
    authentication,
    offerExpires: offer['has_expiration'] === true,
    cards: Array.isArray(carousel['cards'])
      ? itemsOf(carousel['cards']).map((card) => partOf(itemsOf(card['components']), false))
      : undefined,
  };
}

function partOf(components: readonly Members[], authentication: boolean): PartShape {
  const body = component(components, 'BODY')['text'];
  // Meta's text of an authentication template may be missing in its definition, yet it takes the code.
  const variables = variableNames(typeof body === 'string' ? body : undefined);
  return {
    header: headerOf(component(components, 'HEADER')),
    body: authentication ? ['1'] : variables,
    buttons: itemsOf(component(components, 'BUTTONS')['buttons']).map((button) =>
      buttonOf(button, authentication),
    ),
  };
}

function headerOf({ type, format, text }: Members): HeaderShape {
  if (type === undefined) return { kind: 'none' };
  switch (capitals(format)) {
    case 'TEXT':
      return { kind: 'text', variable: variableNames(typeof text === 'string' ? text : undefined)[0] };
    case 'IMAGE':
      return { kind: 'image' };
    case 'VIDEO':
      return { kind: 'video' };
    case 'GIF':
      return { kind: 'gif' };
    case 'DOCUMENT':
      return { kind: 'document' };
    case 'LOCATION':
      return { kind: 'location' };
    case 'PRODUCT':
      return { kind: 'product' };
    default:
      return { kind: 'unknown' };
  }
}

function buttonOf({ type, url }: Members, authentication: boolean): ButtonShape {
  const name = capitals(type);
  switch (name) {
    case 'URL': {
      const variable = authentication || (typeof url === 'string' && url.includes('{{'));
      return { subType: 'url', takes: variable ? 'value' : 'nothing' };
    }
    // The code button is a URL button on sending, and in Meta's answers.
    case 'OTP':
      return { subType: 'url', takes: 'value' };
    case 'COPY_CODE':
    case 'MPM':
    case 'ORDER_DETAILS':
      return { subType: name.toLowerCase(), takes: 'value' };
    case 'PHONE_NUMBER':
    case 'SPM':
    case 'REQUEST_CONTACT_INFO':
      return { subType: name.toLowerCase(), takes: 'nothing' };
    default:
      return { subType: name.toLowerCase(), takes: 'maybe' };
  }
}

function component(components: readonly Members[], type: string): Members {
  return components.find((each) => capitals(each['type']) === type) ?? {};
}

function capitals(value: unknown): string {
  return typeof value === 'string' ? value.toUpperCase() : '';
}
