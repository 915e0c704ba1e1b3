import { objectsOf, textOf } from '../model/json';
import type { JsonObject } from '../model/json';
import { buttonsIn, cardsIn, partOf, placeholders, upper } from '../model/template-parts';
import type { EmulatedTemplate } from '../model/template-store';
import type { Problem } from './rule';

const COUNT = 132000;
const FORMAT = 132012;
const SPARE = 132018;
const MISSING = 131008;
const WRONG_FORM = 100;

/** Buttons that cannot be sent without a value, and what Meta calls them. */
const NEEDY: Readonly<Record<string, string>> = {
  COPY_CODE: 'copy_code',
  MPM: 'mpm',
  ORDER_DETAILS: 'order_details',
  OTP: 'url',
};

/** Why Meta would refuse the values of a template message. */
export function valuesProblem(template: EmulatedTemplate, sent: readonly JsonObject[]): Problem | undefined {
  const authentication = template.category === 'AUTHENTICATION';
  const problem = partProblem(
    template.components,
    sent,
    template.parameterFormat === 'NAMED',
    authentication,
  );
  return problem ?? offerProblem(template.components, sent) ?? cardsProblem(template, sent);
}

function partProblem(
  defined: readonly JsonObject[],
  sent: readonly JsonObject[],
  named: boolean,
  authentication: boolean,
): Problem | undefined {
  const body = authentication ? ['1'] : placeholders(partOf(defined, 'BODY')?.['text']);
  return (
    headerProblem(partOf(defined, 'HEADER'), partOf(sent, 'HEADER')) ??
    textsProblem('body', body, parametersOf(partOf(sent, 'BODY')), named) ??
    buttonsProblem(buttonsIn(defined), sent)
  );
}

function headerProblem(defined: JsonObject | undefined, sent: JsonObject | undefined): Problem | undefined {
  const parameters = parametersOf(sent);
  const format = defined ? upper(defined['format']) : 'NONE';
  if (format === 'TEXT') {
    const names = placeholders(defined?.['text']);
    return textsProblem(
      'header',
      names,
      parameters,
      names.some((name) => !/^\d+$/.test(name)),
    );
  }
  if (format === 'NONE') {
    return parameters.length > 0 ? countProblem('header', parameters.length, 0) : undefined;
  }
  const received = upper(parameters[0]?.['type']) || 'UNKNOWN';
  return received === format
    ? undefined
    : { code: FORMAT, details: `header: Format mismatch, expected ${format}, received ${received}` };
}

function textsProblem(
  part: string,
  names: readonly string[],
  parameters: readonly JsonObject[],
  named: boolean,
): Problem | undefined {
  if (named && parameters.some((parameter) => textOf(parameter['parameter_name']) === undefined))
    return { code: WRONG_FORM, details: 'Parameter name is missing or empty' };
  if (!named && parameters.some((parameter) => parameter['parameter_name'] !== undefined))
    return { code: WRONG_FORM, details: `${part}: the template has no named parameters` };
  if (parameters.length !== names.length) return countProblem(part, parameters.length, names.length);
  const unknown =
    named && parameters.some((parameter) => !names.includes(String(parameter['parameter_name'])));
  if (unknown) return { code: COUNT, details: `${part}: a parameter of the template has no value` };
  const empty = parameters.some(
    (parameter) => upper(parameter['type']) === 'TEXT' && !textOf(parameter['text']),
  );
  return empty
    ? { code: MISSING, details: `${part}: Parameter of type text is missing text value` }
    : undefined;
}

function buttonsProblem(defined: readonly JsonObject[], sent: readonly JsonObject[]): Problem | undefined {
  const values = sent.filter((component) => upper(component['type']) === 'BUTTON');
  for (const value of values) {
    const button = defined[Number(value['index'] ?? 0)];
    const type = upper(button?.['type']);
    if (!button)
      return { code: FORMAT, details: `buttons: there is no button at index ${String(value['index'])}` };
    const expected = NEEDY[type] ?? type.toLowerCase();
    if (String(value['sub_type']).toLowerCase() !== expected)
      return {
        code: FORMAT,
        details: `buttons: Button at index ${String(value['index'])} is of type ${type}`,
      };
    if (type === 'URL' && placeholders(button['url']).length === 0 && parametersOf(value).length > 0)
      return {
        code: SPARE,
        details: `buttons: Button at index ${String(value['index'])} takes no parameter`,
      };
  }
  const filled = new Set(values.map((value) => Number(value['index'] ?? 0)));
  const index = defined.findIndex((button, place) => {
    const type = upper(button['type']);
    return (
      !filled.has(place) && (type in NEEDY || (type === 'URL' && placeholders(button['url']).length > 0))
    );
  });
  if (index < 0) return undefined;
  return {
    code: MISSING,
    details: `buttons: Button at index ${index} of type ${String(defined[index]?.['type'])} requires a parameter`,
  };
}

function offerProblem(defined: readonly JsonObject[], sent: readonly JsonObject[]): Problem | undefined {
  const offer = partOf(defined, 'LIMITED_TIME_OFFER')?.['limited_time_offer'];
  const ends = (offer as JsonObject | undefined)?.['has_expiration'] === true;
  return ends && !partOf(sent, 'LIMITED_TIME_OFFER')
    ? { code: MISSING, details: 'limited_time_offer: expiration_time_ms is missing' }
    : undefined;
}

function cardsProblem(template: EmulatedTemplate, sent: readonly JsonObject[]): Problem | undefined {
  const cards = cardsIn(template.components);
  const given = objectsOf(partOf(sent, 'CAROUSEL')?.['cards']);
  const products = upper(partOf(cards[0] ?? [], 'HEADER')?.['format']) === 'PRODUCT';
  if (products ? given.length < 2 : given.length !== cards.length)
    return { code: FORMAT, details: `carousel: expected ${cards.length} cards, received ${given.length}` };
  for (const [index, card] of given.entries()) {
    const values = objectsOf(card['components']);
    const problem = partProblem(
      cards[index] ?? cards[0] ?? [],
      values,
      template.parameterFormat === 'NAMED',
      false,
    );
    if (problem) return problem;
  }
  return undefined;
}

function parametersOf(component: JsonObject | undefined): JsonObject[] {
  return objectsOf(component?.['parameters']);
}

function countProblem(part: string, given: number, expected: number): Problem {
  return {
    code: COUNT,
    details: `${part}: number of localizable_params (${given}) does not match the expected number of params (${expected})`,
  };
}
