import { membersOf } from '../../validation/shape';
import { ANY_TEXT } from '../../validation/limits';
import { isPosition } from '../../validation/template-variables';
import type { TemplateScope } from './scope';

/** Members of an `example` that hold the samples of one text. */
export interface ExampleMembers {
  readonly positional: string;
  readonly named: string;
  /** Whether positional samples are rows in a list. */
  readonly rows: boolean;
}

export const HEADER_EXAMPLES: ExampleMembers = {
  positional: 'header_text',
  named: 'header_text_named_params',
  rows: false,
};

export const BODY_EXAMPLES: ExampleMembers = {
  positional: 'body_text',
  named: 'body_text_named_params',
  rows: true,
};

/** Checks that each variable has a sample, and that there are no others. */
export function checkExamples(
  path: string,
  example: unknown,
  variables: readonly string[],
  members: ExampleMembers,
  scope: TemplateScope,
): void {
  const { list } = scope;
  const given = membersOf(example);
  const found = variables.every(isPosition)
    ? checkPositional(`${path}.${members.positional}`, given[members.positional], variables, members, scope)
    : checkNamed(`${path}.${members.named}`, given[members.named], variables, scope);
  if (!found && variables.length === 0 && (given[members.positional] ?? given[members.named]) != null)
    list.add(path, 'must be left out: the text has no variables');
}

function checkPositional(
  path: string,
  value: unknown,
  variables: readonly string[],
  { rows }: ExampleMembers,
  { list }: TemplateScope,
): boolean {
  if (variables.length === 0) return false;
  const samples = samplesOf(value, rows, variables.length);
  if (samples === undefined) list.add(path, `must have ${counted(variables.length)}`);
  else if (samples.length !== variables.length)
    list.add(path, `must have ${counted(variables.length)}, has ${samples.length}`);
  else
    samples.forEach((sample, index) => list.text(`${path}[${rows ? '0][' : ''}${index}]`, sample, ANY_TEXT));
  return true;
}

/** Of a single variable Meta also takes the sample itself, or a flat list of one. */
function samplesOf(value: unknown, rows: boolean, count: number): readonly unknown[] | undefined {
  if (!Array.isArray(value)) return count === 1 && typeof value === 'string' ? [value] : undefined;
  const list = value as readonly unknown[];
  if (!rows || (count === 1 && typeof list[0] === 'string')) return list;
  return list.length === 1 && Array.isArray(list[0]) ? (list[0] as readonly unknown[]) : undefined;
}

function checkNamed(
  path: string,
  value: unknown,
  variables: readonly string[],
  { list }: TemplateScope,
): boolean {
  const samples: unknown[] = Array.isArray(value) ? value : [];
  const names = samples.map((sample) => membersOf(sample)['param_name']);
  const missing = variables.filter((name) => !names.includes(name));
  if (missing.length > 0) list.add(path, `needs a sample for ${missing.join(', ')}`);
  samples.forEach((sample, index) => {
    const { param_name: name, example } = membersOf(sample);
    if (!variables.includes(name as string) || names.indexOf(name) !== index)
      list.add(`${path}[${index}].param_name`, 'must name a variable of the text, each once');
    list.text(`${path}[${index}].example`, example, ANY_TEXT);
  });
  return true;
}

function counted(count: number): string {
  return count === 1 ? '1 sample, for its variable' : `${count} samples, one for each variable`;
}
