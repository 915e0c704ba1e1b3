/** What `${…}` points at. */
export interface FlowReferencePath {
  /** Without `${` and `}`. */
  readonly text: string;
  /** Another screen, for `${screen.S.…}`. */
  readonly screen?: string;
  readonly source: 'data' | 'form';
  /** Field or input, then fields inside it. */
  readonly keys: readonly string[];
}

/** How a text is computed. */
export type DynamicText =
  | { readonly kind: 'static' }
  /** Nothing but one reference. */
  | { readonly kind: 'reference'; readonly text: string }
  /** A nested expression, without its backticks. */
  | { readonly kind: 'nested'; readonly body: string }
  /** References between other text. `leading`: the text starts with one. */
  | { readonly kind: 'mixed'; readonly references: readonly string[]; readonly leading: boolean };

/** Reads what stands between `${` and `}`; `undefined` when it is no reference. */
export function parseReference(text: string): FlowReferencePath | undefined {
  const parts = text.split('.');
  if (parts.some((part) => part.trim() === '')) return undefined;
  const global = parts[0] === 'screen';
  const [source, ...keys] = global ? parts.slice(2) : parts;
  if ((source !== 'data' && source !== 'form') || keys.length === 0) return undefined;
  const screen = global ? parts[1] : undefined;
  return screen === undefined ? { text, source, keys } : { text, screen, source, keys };
}

/** Tells how a text is computed. */
export function readDynamicText(text: string): DynamicText {
  if (text.length > 1 && text.startsWith('`') && text.endsWith('`')) {
    return { kind: 'nested', body: text.slice(1, -1) };
  }
  const references = [...text.matchAll(/\$\{([^{}]*)\}/g)];
  const [first] = references;
  if (!first) return { kind: 'static' };
  if (first[0] === text) return { kind: 'reference', text: first[1] ?? '' };
  return {
    kind: 'mixed',
    references: references.map((match) => match[1] ?? ''),
    leading: first.index === 0,
  };
}
