import type { OutboundTemplateComponent } from '../../wire/outbound/template';

/** Components that have been checked. */
export type CheckedComponents = readonly OutboundTemplateComponent[];

/** Whether the components hold the code of an authentication template, by components. */
const checked = new WeakMap<object, boolean>();

/** Notes that the components need no further check, and freezes them so that this stays true. */
export function markChecked(components: CheckedComponents, authentication: boolean): CheckedComponents {
  checked.set(freeze(components), authentication);
  return components;
}

/** Whether these very components have been checked. */
export function areChecked(components: unknown): boolean {
  return typeof components === 'object' && components !== null && checked.has(components);
}

/** Whether checked components hold the code of an authentication template. */
export function holdCode(components: unknown): boolean {
  return typeof components === 'object' && components !== null && checked.get(components) === true;
}

function freeze<T extends object>(value: T): T {
  for (const inner of Object.values(value) as unknown[])
    if (typeof inner === 'object' && inner !== null) freeze(inner);
  return Object.freeze(value);
}
