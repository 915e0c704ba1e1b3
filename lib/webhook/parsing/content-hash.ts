import { hash } from 'node:crypto';

/** 132 bits: more than enough to tell the items of one number apart. */
const HASH_LENGTH = 22;

/** Short hash of a JSON value. The order of object members does not matter. */
export function contentHash(value: unknown): string {
  return hash('sha256', canonicalText(value), 'base64url').slice(0, HASH_LENGTH);
}

/** An array or object that is being written. */
interface Level {
  readonly node: object;
  /** Sorted member names; `undefined` for arrays. */
  readonly keys: readonly string[] | undefined;
  readonly size: number;
  next: number;
}

/** JSON text with sorted members. A loop, not a recursion: content may be nested more deeply than the stack is high. */
function canonicalText(root: unknown): string {
  const levels: Level[] = [];
  let text = '';
  let value = root;
  for (;;) {
    const opened = levelOf(value);
    if (opened === undefined) {
      text += typeof value === 'string' ? JSON.stringify(value) : String(value);
    } else {
      text += opened.keys === undefined ? '[' : '{';
      levels.push(opened);
    }

    let level = levels.at(-1);
    while (level !== undefined && level.next === level.size) {
      text += level.keys === undefined ? ']' : '}';
      levels.pop();
      level = levels.at(-1);
    }
    if (level === undefined) return text;

    if (level.next > 0) text += ',';
    const key = level.keys === undefined ? level.next : (level.keys[level.next] as string);
    if (level.keys !== undefined) text += `${JSON.stringify(key)}:`;
    value = (level.node as Record<string | number, unknown>)[key];
    level.next += 1;
  }
}

function levelOf(value: unknown): Level | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (Array.isArray(value)) return { node: value, keys: undefined, size: value.length, next: 0 };
  const keys = Object.keys(value).sort();
  return { node: value, keys, size: keys.length, next: 0 };
}
