import { membersOf } from '../validation/shape';
import { isPosition, variableNames } from '../validation/template-variables';

/**
 * The form of a template's variables, as its texts show it; nothing when header, body and cards have none. The variable at
 * the end of a URL is `{{1}}` in either form, so that buttons do not count.
 */
export function inferredFormat(components: readonly unknown[]): 'NAMED' | 'POSITIONAL' | undefined {
  const names = textsOf(components).flatMap(variableNames);
  if (names.length === 0) return undefined;
  return names.every((name) => !isPosition(name)) ? 'NAMED' : 'POSITIONAL';
}

function textsOf(components: readonly unknown[]): string[] {
  return components.flatMap((value) => {
    const { text, cards } = membersOf(value);
    if (typeof text === 'string') return [text];
    if (!Array.isArray(cards)) return [];
    return cards.flatMap((card) => {
      const { components: inner } = membersOf(card);
      return Array.isArray(inner) ? textsOf(inner) : [];
    });
  });
}
