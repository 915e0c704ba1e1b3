import type { OutboundTemplateComponent } from '../wire/outbound/template';

/**
 * What goes first when more is to be sent than the number may send: `authentication` before `utility` before
 * `marketing`.
 */
export type SendPriority = 'authentication' | 'utility' | 'marketing';

/** An approved template with its values; what `defineTemplate` makes fits. */
export interface FallbackTemplate {
  readonly name: string;
  /** Language code of the template, e.g. `en_US`. */
  readonly language: string;
  /** The values, in Meta's names. */
  readonly components?: readonly OutboundTemplateComponent[] | undefined;
}

/**
 * What to do with a message whose user has not written for 24 hours. `try`: send it; Meta refuses it, often only later,
 * by a failed status with code 131047. `throw`: do not send it. A template: send that in its place, at once when the
 * window is known to be closed, else when Meta has refused the message; once for each message.
 */
export type OutsideWindow = 'try' | 'throw' | FallbackTemplate;

/** Settings of a call that only sends of messages look at. */
export interface SendSettings {
  /**
   * What to do outside the customer-service window. `throw` needs the option `window`. Templates go out in any case.
   * @default the module's `window.outsideWindow`, else 'try'
   */
  readonly outsideWindow?: OutsideWindow | undefined;
  /**
   * What goes first when sends have to wait; see the option `pacing`.
   * @default the category of the template, if it is known, else 'utility'
   */
  readonly priority?: SendPriority | undefined;
}
