import type { BusinessMessage } from './business-message';
import { isObject } from './json';

/**
 * What a message must look like: the exact text, a pattern for the text, members of the body that the application
 * posted (texts in it may be patterns), or a function.
 * @publicApi
 */
export type MessageMatcher =
  string | RegExp | Readonly<Record<string, unknown>> | ((message: BusinessMessage) => boolean);

/** Whether `actual` has all that `expected` names. Arrays must have the same length. */
function contains(actual: unknown, expected: unknown): boolean {
  if (expected instanceof RegExp) return typeof actual === 'string' && actual.search(expected) >= 0;
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual) || actual.length !== expected.length) return false;
    const items: unknown[] = actual;
    return expected.every((item, index) => contains(items[index], item));
  }
  if (isObject(expected)) {
    return isObject(actual) && Object.entries(expected).every(([key, value]) => contains(actual[key], value));
  }
  return Object.is(actual, expected);
}

export function matches(message: BusinessMessage, matcher: MessageMatcher | undefined): boolean {
  if (matcher === undefined) return true;
  if (typeof matcher === 'function') return matcher(message);
  if (typeof matcher === 'string') return message.text === matcher;
  if (matcher instanceof RegExp) return message.text.search(matcher) >= 0;
  return contains(message.payload, matcher);
}

/** The matcher in words, for messages. */
export function describeMatcher(matcher: MessageMatcher | undefined): string {
  if (matcher === undefined) return 'any message';
  if (typeof matcher === 'function') return 'a message that fits the given function';
  if (typeof matcher === 'string') return `a message with the text ${JSON.stringify(matcher)}`;
  if (matcher instanceof RegExp) return `a message whose text matches ${String(matcher)}`;
  const patterns = (_key: string, value: unknown): unknown =>
    value instanceof RegExp ? String(value) : value;
  return `a message with ${JSON.stringify(matcher, patterns)}`;
}

/** The message in one line, for messages and logs. */
export function describeMessage(message: BusinessMessage): string {
  const choices = [...message.buttons, ...message.rows].map((choice) => ` [${choice.title}]`).join('');
  return `${message.type} ${JSON.stringify(message.text)}${choices}`;
}
