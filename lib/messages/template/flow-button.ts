import type { PayloadIssue } from '../../errors/payload-validation.error';
import { PayloadValidationError } from '../../errors/payload-validation.error';
import type { DataOf, FlowDefinition } from '../../wire/flow/definition';
import { dataIssues, screenProblem } from '../dto/flow-definition.rule';
import type { ScreenIdOf } from '../flow-opening';

/** First data of a flow behind a template's button. */
export interface FlowButtonInput<F extends FlowDefinition, Id extends ScreenIdOf<F>> {
  /** The screen that the template opens, `navigate_screen` of its button. */
  readonly screen: Id;
  /** What this screen declares. */
  readonly data: DataOf<Extract<F['screens'][number], { readonly id: Id }>>;
  /** Your own name for this run of the flow; comes back with the answers. Meta fills in `unused`. */
  readonly token?: string | undefined;
}

/** The value of a template's flow button. */
export interface FlowButtonValue {
  readonly flow: { readonly token?: string; readonly data: Readonly<Record<string, unknown>> };
}

/**
 * The value of a template's flow button, with data that has the types of the screen.
 * @example
 * ```ts
 * await messages.sendTemplate({
 *   to, name: 'invitation', language: 'en_US',
 *   buttons: [flowButton(booking, { screen: 'SLOT', data: { day: '2026-01-10' } })],
 * });
 * ```
 * @throws PayloadValidationError when the flow has no such screen, or the data is not what the screen declares
 * @publicApi
 */
export function flowButton<const F extends FlowDefinition, const Id extends ScreenIdOf<F>>(
  flow: F,
  { screen, data, token }: FlowButtonInput<F, Id>,
): FlowButtonValue {
  const unknown = screenProblem(screen, flow);
  const issues: PayloadIssue[] = unknown === undefined ? [] : [{ path: 'screen', message: unknown }];
  for (const { path, message } of dataIssues(data, screen, flow))
    issues.push({ path: `data.${path}`, message });
  if (issues.length > 0) throw new PayloadValidationError('flow button', issues);
  return { flow: { ...(token !== undefined && { token }), data } };
}
