import type { FlowReport } from './flow-report';

/**
 * Whether Meta leaves the references here to the device. It looks at the properties of a component itself, at its click
 * action, and since 7.0 at the single values of a Form.
 */
export function isUnchecked(inside: string, inForm: boolean, report: FlowReport): boolean {
  const nested = /[.[]/.test(inside);
  if (inForm) return nested ? !report.from('7.0') : report.from('6.0');
  return nested && !inside.startsWith('on-click-action.');
}
