import { codePointLength } from '../../validation/text-length';
import type { TemplateVariable } from '../../validation/template-variables';
import { isPosition, templateVariables } from '../../validation/template-variables';
import type { TemplateScope } from './scope';

const NAME = /^[a-z_][a-z0-9_]*$/;

/** Checks how variables are written and numbered. Gives the names, each once. */
export function checkVariables(path: string, text: string, scope: TemplateScope): string[] {
  const { list, context } = scope;
  const variables = templateVariables(text);
  if (/\{\{|\}\}/.test(withoutVariables(text, variables)))
    list.add(path, 'has braces that do not close: write variables as {{1}} or {{name}}');
  const names = [...new Set(variables.map(({ name }) => name))];
  const positions = names.filter(isPosition);
  const words = names.filter((name) => !isPosition(name));
  if (words.some((name) => !NAME.test(name))) {
    list.add(path, 'has a variable with other characters in its name than a-z, 0-9 and _');
    return names;
  }
  if (words.some((name) => /\d/.test(name)))
    context.warn('has a variable with a digit in its name; Meta documents letters and _');
  if (positions.length > 0 && words.length > 0)
    list.add(path, 'must have either {{1}} or {{name}} variables, not both');
  else checkFormat(path, positions.length, words.length, scope);
  if (!positions.every((_, index) => positions.includes(String(index + 1))))
    list.add(path, 'must number its variables from {{1}} without gaps');
  if (variables.filter(({ name }) => !isPosition(name)).length > words.length)
    list.add(path, 'must have each named variable once');
  return names;
}

/** Rules for the text between the variables of a body. */
export function checkFlow(path: string, text: string, { list, context }: TemplateScope): void {
  const variables = templateVariables(text);
  const [first] = variables;
  const last = variables.at(-1);
  if (!first || !last) return;
  if (text.slice(0, first.start).trim() === '' || text.slice(last.end).trim() === '')
    list.add(path, 'must neither begin nor end with a variable: add some text');
  if (variables.some((variable, index) => variables[index + 1]?.start === variable.end))
    list.add(path, 'must have text between two variables');
  const words = withoutVariables(text, variables)
    .split(/\s+/)
    .filter((word) => codePointLength(word) > 0).length;
  if (words < 2 * variables.length + 1)
    context.warn('has a text that is short for the number of its variables; Meta may refuse it (2388293)');
}

function checkFormat(path: string, positions: number, words: number, { list, format }: TemplateScope): void {
  if (format === 'NAMED' && positions > 0)
    list.add(path, 'has {{1}} variables in a template with named parameters');
  if (format === 'POSITIONAL' && words > 0)
    list.add(path, 'has {{name}} variables in a template with positional parameters');
}

function withoutVariables(text: string, variables: readonly TemplateVariable[]): string {
  let rest = '';
  let from = 0;
  for (const { start, end } of variables) {
    rest += `${text.slice(from, start)} `;
    from = end;
  }
  return rest + text.slice(from);
}
