import { objectsOf, textOf } from '../model/json';
import type { JsonObject } from '../model/json';
import { buttonsIn, cardsIn, memberOf, partOf, placeholders, upper } from '../model/template-parts';

/** Why Meta would refuse a template. `subcode`: one of the template errors that come under code 100. */
export interface TemplateProblem {
  readonly subcode?: number;
  readonly details: string;
}

const CATEGORIES = ['AUTHENTICATION', 'MARKETING', 'UTILITY'];
const TYPES = [
  'HEADER',
  'BODY',
  'FOOTER',
  'BUTTONS',
  'LIMITED_TIME_OFFER',
  'CAROUSEL',
  'CALL_PERMISSION_REQUEST',
];
const FORMATS = ['TEXT', 'IMAGE', 'VIDEO', 'GIF', 'DOCUMENT', 'LOCATION', 'PRODUCT'];
const MEDIA = ['IMAGE', 'VIDEO', 'GIF', 'DOCUMENT'];
const TTL: Readonly<Record<string, readonly [number, number]>> = {
  AUTHENTICATION: [30, 900],
  UTILITY: [30, 43_200],
  MARKETING: [43_200, 2_592_000],
};

const wrong = (details: string, subcode?: number): TemplateProblem => ({
  details,
  ...(subcode !== undefined && { subcode }),
});
const lengthOf = (text: string): number => [...text].length;

/** What is wrong with the head of a new template. */
export function headProblem(body: JsonObject): TemplateProblem | undefined {
  const { name, language, category } = body;
  if (!/^[a-z0-9_]{1,512}$/.test(textOf(name) ?? ''))
    return wrong('name may have lower-case letters, digits and underscores only');
  if (!/^[a-z]{2,3}(?:_[A-Z]{2})?$/.test(textOf(language) ?? '')) return wrong('language is not supported');
  if (!CATEGORIES.includes(upper(category)))
    return wrong(`category must be one of {${CATEGORIES.join(', ')}}`);
  return ttlProblem(body['message_send_ttl_seconds'], upper(category));
}

export function ttlProblem(seconds: unknown, category: string): TemplateProblem | undefined {
  const [min, max] = TTL[category] ?? [0, Infinity];
  const fits =
    typeof seconds === 'number' && ((seconds >= min && seconds <= max) || (seconds === -1 && max < 50_000));
  return seconds === undefined || fits
    ? undefined
    : wrong(`message_send_ttl_seconds must be from ${min} to ${max}`);
}

/** What is wrong with the components of a template of a category. */
export function componentsProblem(value: unknown, category: string): TemplateProblem | undefined {
  const components = objectsOf(value);
  const types = components.map((component) => upper(component['type']));
  const unknown = types.find((type) => !TYPES.includes(type));
  if (unknown !== undefined) return wrong(`components must be of the types {${TYPES.join(', ')}}`);
  if (new Set(types).size < types.length) return wrong('A component of each type may be there once');
  if (!types.includes('BODY')) return wrong('A component of type BODY is missing');
  if (category === 'AUTHENTICATION') return authenticationProblem(components);
  return (
    headerProblem(partOf(components, 'HEADER')) ??
    bodyProblem(partOf(components, 'BODY'), partOf(components, 'LIMITED_TIME_OFFER') ? 600 : 1024) ??
    footerProblem(partOf(components, 'FOOTER')) ??
    buttonsProblem(components) ??
    carouselProblem(components, category)
  );
}

function authenticationProblem(components: readonly JsonObject[]): TemplateProblem | undefined {
  const buttons = buttonsIn(components);
  if (buttons.length !== 1 || upper(buttons[0]?.['type']) !== 'OTP')
    return wrong('Authentication templates have one OTP button');
  if (textOf(partOf(components, 'BODY')?.['text']))
    return wrong('Authentication templates have no text', 2388072);
  return partOf(components, 'HEADER') ? wrong('Authentication templates have no header', 2388047) : undefined;
}

function headerProblem(header: JsonObject | undefined): TemplateProblem | undefined {
  if (!header) return undefined;
  const format = upper(header['format']);
  if (!FORMATS.includes(format))
    return wrong(`header format must be one of {${FORMATS.join(', ')}}`, 2388047);
  if (MEDIA.includes(format)) {
    const handles: unknown = memberOf(header['example'], 'header_handle');
    return Array.isArray(handles) && handles.length === 1
      ? undefined
      : wrong('A header sample is missing', 2388047);
  }
  if (format !== 'TEXT') return undefined;
  const text = textOf(header['text']) ?? '';
  if (lengthOf(text) > 60) return wrong('The header has more than 60 characters', 2388040);
  const names = placeholders(text);
  if (text === '' || names.length > 1)
    return wrong('The header needs text with at most one variable', 2388047);
  return names.length > 0 && !header['example']
    ? wrong('A sample of the header variable is missing', 2388047)
    : undefined;
}

function bodyProblem(body: JsonObject | undefined, max: number): TemplateProblem | undefined {
  const text = textOf(body?.['text']) ?? '';
  if (text === '') return wrong('The body needs text', 2388072);
  if (lengthOf(text) > max) return wrong(`The body has more than ${max} characters`, 2388040);
  const names = placeholders(text);
  if (names.length === 0) return undefined;
  if (/^\s*\{\{|\}\}\s*$/.test(text))
    return wrong('Variables may not stand at the start or end of the body', 2388299);
  if (/\}\}\{\{/.test(text)) return wrong('Variables may not stand side by side', 2388072);
  if (text.split(/\s+/).length < 2 * names.length)
    return wrong('There are too many variables for the text', 2388293);
  return samplesProblem(body?.['example'], names);
}

function samplesProblem(example: unknown, names: readonly string[]): TemplateProblem | undefined {
  const named: unknown = memberOf(example, 'body_text_named_params');
  const rows: unknown = memberOf(example, 'body_text');
  const row: unknown = Array.isArray(rows) && Array.isArray(rows[0]) ? rows[0] : rows;
  const count = Array.isArray(named)
    ? named.length
    : Array.isArray(row)
      ? row.length
      : row === undefined
        ? 0
        : 1;
  return count === names.length ? undefined : wrong('Samples of the body variables are missing', 2388072);
}

function footerProblem(footer: JsonObject | undefined): TemplateProblem | undefined {
  if (!footer) return undefined;
  const text = textOf(footer['text']) ?? '';
  if (lengthOf(text) > 60) return wrong('The footer has more than 60 characters', 2388040);
  return text === '' || placeholders(text).length > 0
    ? wrong('The footer needs text without variables', 2388073)
    : undefined;
}

function buttonsProblem(components: readonly JsonObject[]): TemplateProblem | undefined {
  const block = partOf(components, 'BUTTONS');
  if (!block) return undefined;
  const buttons = buttonsIn(components);
  if (buttons.length === 0 || buttons.length > 10) return wrong('There may be 1 to 10 buttons');
  for (const button of buttons) {
    const type = upper(button['type']);
    if (type === 'OTP') return wrong('OTP buttons are for authentication templates');
    if (lengthOf(textOf(button['text']) ?? '') > 25)
      return wrong('A button has more than 25 characters', 2388040);
    const needsSample = type === 'URL' && placeholders(button['url']).length > 0;
    if (needsSample && !Array.isArray(button['example']))
      return wrong('A sample of the URL variable is missing');
  }
  return undefined;
}

function carouselProblem(components: readonly JsonObject[], category: string): TemplateProblem | undefined {
  if (!partOf(components, 'CAROUSEL')) return undefined;
  if (category !== 'MARKETING') return wrong('Carousels are for marketing templates');
  const cards = cardsIn(components);
  if (cards.length < 2 || cards.length > 10) return wrong('A carousel has 2 to 10 cards');
  for (const card of cards) {
    if (!partOf(card, 'HEADER') || !partOf(card, 'BUTTONS'))
      return wrong('Each card needs a header and buttons');
    const body = partOf(card, 'BODY');
    const problem =
      headerProblem(partOf(card, 'HEADER')) ?? (body && bodyProblem(body, 160)) ?? buttonsProblem(card);
    if (problem) return problem;
  }
  return undefined;
}
