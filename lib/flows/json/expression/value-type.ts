/** Type of a value on the device. `any`: not known here. */
export type FlowValueType = 'string' | 'number' | 'boolean' | 'array' | 'object' | 'any';

/** Whether the two can be the same value. */
export function compatible(a: FlowValueType, b: FlowValueType): boolean {
  return a === b || a === 'any' || b === 'any';
}
