import type { EmulatedNumber } from '../model/emulated-number.interface';
import type { EmulatorState } from '../model/emulator-state';
import { isObject, objectsOf, textOf } from '../model/json';
import type { JsonObject } from '../model/json';
import type { EmulatedTemplate } from '../model/template-store';
import { valuesProblem } from '../rules/template-values.rules';
import { GraphRefusal } from './graph-refusal';

/** Why templates of a status cannot be sent. */
const STATUS_CODES: Readonly<Record<string, number>> = { PAUSED: 132015, DISABLED: 132016 };

/** The template that a message names; undefined when the account does not have it, and for other messages. */
export function templateOf(
  body: JsonObject,
  { wabaId }: EmulatedNumber,
  state: EmulatorState,
): EmulatedTemplate | undefined {
  const message = body['type'] === 'template' ? body['template'] : undefined;
  return isObject(message) ? state.templates.find(wabaId, ...nameOf(message))[0] : undefined;
}

function nameOf({ name, language }: JsonObject): [name: string, language: string] {
  return [textOf(name) ?? '', isObject(language) ? (textOf(language['code']) ?? '') : ''];
}

/**
 * Checks a template message against the template it names. While an account has no templates, every template can be sent.
 * @throws GraphRefusal
 */
export function checkTemplate(body: JsonObject, number: EmulatedNumber, state: EmulatorState): void {
  if (body['category'] === 'authentication') checkPhone(body);
  const message = body['type'] === 'template' ? body['template'] : undefined;
  if (!isObject(message) || state.templates.of(number.wabaId).length === 0) return;
  const [name, language] = nameOf(message);
  const template = templateOf(body, number, state);
  if (!template || (template.status !== 'APPROVED' && !(template.status in STATUS_CODES)))
    throw new GraphRefusal(132001, { details: `template name (${name}) does not exist in ${language}` });
  const code = STATUS_CODES[template.status];
  if (code !== undefined) throw new GraphRefusal(code, { details: `template ${name} is ${template.status}` });
  if (template.category === 'AUTHENTICATION') checkPhone(body);
  const problem = valuesProblem(template, objectsOf(message['components']));
  if (problem) throw new GraphRefusal(problem.code, problem);
}

/** Codes go to phone numbers only. */
function checkPhone(body: JsonObject): void {
  if (body['to'] === undefined || body['recipient_type'] === 'group')
    throw new GraphRefusal(131062, { details: 'Authentication templates are sent to phone numbers only.' });
}
