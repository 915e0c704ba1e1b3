import type { EmulatedNumber } from '../model/emulated-number.interface';
import type { EmulatorState } from '../model/emulator-state';
import { isObject, objectsOf, textOf } from '../model/json';
import type { JsonObject } from '../model/json';
import { valuesProblem } from '../rules/template-values.rules';
import { GraphRefusal } from './graph-refusal';

/** Why templates of a status cannot be sent. */
const STATUS_CODES: Readonly<Record<string, number>> = { PAUSED: 132015, DISABLED: 132016 };

/**
 * Checks a template message against the template it names. While an account has no templates, every template can be sent.
 * @throws GraphRefusal
 */
export function checkTemplate(body: JsonObject, { wabaId }: EmulatedNumber, state: EmulatorState): void {
  const message = body['type'] === 'template' ? body['template'] : undefined;
  if (!isObject(message) || state.templates.of(wabaId).length === 0) return;
  const name = textOf(message['name']) ?? '';
  const language = isObject(message['language']) ? (textOf(message['language']['code']) ?? '') : '';
  const [template] = state.templates.find(wabaId, name, language);
  if (!template || (template.status !== 'APPROVED' && !(template.status in STATUS_CODES)))
    throw new GraphRefusal(132001, { details: `template name (${name}) does not exist in ${language}` });
  const code = STATUS_CODES[template.status];
  if (code !== undefined) throw new GraphRefusal(code, { details: `template ${name} is ${template.status}` });
  if (
    template.category === 'AUTHENTICATION' &&
    (body['to'] === undefined || body['recipient_type'] === 'group')
  )
    throw new GraphRefusal(131062, { details: 'Authentication templates are sent to phone numbers only.' });
  const problem = valuesProblem(template, objectsOf(message['components']));
  if (problem) throw new GraphRefusal(problem.code, problem);
}
