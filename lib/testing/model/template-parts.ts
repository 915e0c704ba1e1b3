import { isObject, objectsOf, textOf } from './json';
import type { JsonObject } from './json';

/** The component of a type, whatever its case. */
export function partOf(components: readonly JsonObject[], type: string): JsonObject | undefined {
  return components.find((component) => upper(component['type']) === type);
}

/** The buttons of the components. */
export function buttonsIn(components: readonly JsonObject[]): JsonObject[] {
  return objectsOf(partOf(components, 'BUTTONS')?.['buttons']);
}

/** The cards of the components. */
export function cardsIn(components: readonly JsonObject[]): JsonObject[][] {
  return objectsOf(partOf(components, 'CAROUSEL')?.['cards']).map((card) => objectsOf(card['components']));
}

/** What stands between double braces, each once. */
export function placeholders(text: unknown): string[] {
  const found = textOf(text)?.matchAll(/\{\{([^{}]+)\}\}/g) ?? [];
  return [...new Set([...found].map((match) => String(match[1])))];
}

/** The words of Meta in capitals. */
export function upper(value: unknown): string {
  return typeof value === 'string' ? value.toUpperCase() : '';
}

/** The value of a member of an object. */
export function memberOf(value: unknown, name: string): unknown {
  return isObject(value) ? value[name] : undefined;
}
