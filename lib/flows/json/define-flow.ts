import { FlowJsonError } from './flow-json.error';
import type { FlowJson } from './flow-json.interface';
import type { CheckedFlow } from './types/checked-flow';
import { validateFlowJson } from './validate-flow-json';

/**
 * Writes a flow in TypeScript. The compiler checks the components and their properties, the screens that actions and the
 * routing model name, the inputs and fields that references name and their types; everything else is checked when the
 * line runs. The result is the flow itself: plain JSON, with types for `FlowScreenData`, `FlowScreenRequest` and
 * `FlowCompletion`.
 *
 * @example
 * const booking = defineFlow({
 *   version: '7.3',
 *   screens: [
 *     {
 *       id: 'BOOK',
 *       title: 'Book a table',
 *       terminal: true,
 *       layout: {
 *         type: 'SingleColumnLayout',
 *         children: [
 *           { type: 'DatePicker', name: 'day', label: 'Day', required: true },
 *           { type: 'Footer', label: 'Book', 'on-click-action': { name: 'complete', payload: { day: '${form.day}' } } },
 *         ],
 *       },
 *     },
 *   ],
 * });
 * @throws FlowJsonError when Meta would refuse the flow
 * @publicApi
 */
export function defineFlow<const F extends FlowJson>(flow: F & CheckedFlow<F>): F {
  const issues = validateFlowJson(flow);
  if (issues.some((issue) => issue.severity === 'error')) throw new FlowJsonError(issues);
  return flow;
}
