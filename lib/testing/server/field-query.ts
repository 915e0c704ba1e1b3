/** One entry of a `fields` parameter: `name.arg(value){nested}`. */
export interface FieldQuery {
  readonly name: string;
  /** The arguments, as they were written. */
  readonly args: ReadonlyMap<string, string>;
  /** The nested fields. */
  readonly fields: string | undefined;
}

/** Reads a `fields` parameter. What is no field is left out. */
export function parseFields(fields: string): FieldQuery[] {
  return splitTopLevel(fields).flatMap((text) => {
    const name = /^\w+/.exec(text)?.[0];
    if (name === undefined) return [];
    const args = new Map<string, string>();
    let at = name.length;
    for (let key = argumentAt(text, at); key !== undefined; key = argumentAt(text, at)) {
      const open = at + key.length + 1;
      const close = closing(text, open);
      args.set(key, text.slice(open + 1, close));
      at = close + 1;
    }
    const nested = text.charAt(at) === '{' ? text.slice(at + 1, closing(text, at)) : undefined;
    return { name, args, fields: nested };
  });
}

/** Cuts a text at the commas that stand in no brackets. */
export function splitTopLevel(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    const char = text.charAt(i);
    if ('([{'.includes(char)) depth++;
    else if (')]}'.includes(char)) depth--;
    else if (char === ',' && depth === 0) {
      parts.push(text.slice(start, i));
      start = i + 1;
    }
  }
  return [...parts, text.slice(start)].map((part) => part.trim()).filter((part) => part !== '');
}

/** The name of the argument that begins there. */
function argumentAt(text: string, at: number): string | undefined {
  return /^\.(\w+)\(/.exec(text.slice(at))?.[1];
}

/** Where the bracket closes that opens there; the end of the text when it does not. */
function closing(text: string, open: number): number {
  let depth = 0;
  for (let i = open; i < text.length; i++) {
    const char = text.charAt(i);
    if ('([{'.includes(char)) depth++;
    else if (')]}'.includes(char) && --depth === 0) return i;
  }
  return text.length;
}
