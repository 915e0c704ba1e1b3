const VARIABLE = /\{\{([^{}]*)\}\}/g;

/** A variable of a template text. */
export interface TemplateVariable {
  /** What stands between the braces: `1` or `first_name`. */
  readonly name: string;
  /** Where its braces begin. */
  readonly start: number;
  /** Where its braces end. */
  readonly end: number;
}

/** The variables of a template text as they stand in it. */
export function templateVariables(text: string): TemplateVariable[] {
  return [...text.matchAll(VARIABLE)].map((match) => ({
    name: match[1] ?? '',
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** The names of the variables of a template text, each once; positions in the order in which their values are given. */
export function variableNames(text: string | undefined): string[] {
  if (!text?.includes('{{')) return [];
  const names = [...new Set(templateVariables(text).map(({ name }) => name))];
  return names.every(isPosition) ? names.sort((a, b) => Number(a) - Number(b)) : names;
}

/** Whether a variable has a position for a name. */
export function isPosition(name: string): boolean {
  return /^\d+$/.test(name);
}
