import type { Clock } from '../../config/clock';
import { systemClock } from '../../config/clock';
import type { PayloadIssue } from '../../errors/payload-validation.error';
import { PayloadValidationError } from '../../errors/payload-validation.error';
import { collectIssues } from '../../validation/compiled-dto';
import type { OutboundTemplateComponent } from '../../wire/outbound/template';
import { buildTemplate } from '../builders/template.builder';
import type { TemplateInput } from '../dto/template.dto';
import { TemplateDto } from '../dto/template.dto';
import type { CheckedComponents } from './checked-components';
import { filePaths } from '../part-files';
import { markChecked } from './checked-components';

/**
 * A template with its values, checked and built once. Spread it into any number of sends; its values are not checked
 * again.
 * @publicApi
 */
export interface TemplateMessage {
  readonly name: string;
  readonly language: string;
  /** The values, in Meta's names. Frozen. */
  readonly components?: readonly OutboundTemplateComponent[];
}

/**
 * Checks and builds a template message without sending it. Values are compared with the template itself when it is sent,
 * or by `messages.prepareTemplate`, which also
 * uploads raw files.
 * @example
 * ```ts
 * const WELCOME = defineTemplate({ name: 'welcome', language: 'en_US', params: { shop: 'North Shop' } });
 * await messages.sendTemplate({ to, ...WELCOME });
 * ```
 * @param clock tells whether an offer has ended @default the real time
 * @throws PayloadValidationError with the path of each refused member
 * @publicApi
 */
export function defineTemplate(
  input: TemplateInput,
  clock: Pick<Clock, 'now'> = systemClock,
): TemplateMessage {
  const issues: PayloadIssue[] = [];
  const context = { at: '', now: () => clock.now(), warn: () => undefined };
  collectIssues(TemplateDto, input, '', issues, context);
  for (const path of filePaths(input))
    issues.push({ path, message: 'must be uploaded first: messages.prepareTemplate does it' });
  if (issues.length > 0) throw new PayloadValidationError('template', issues);
  return templateMessage(input);
}

/** Builds a message of checked input. */
export function templateMessage(input: TemplateInput): TemplateMessage {
  const { components } = buildTemplate({ ...input, to: '' }).template;
  const { name, language } = input;
  if (!components) return Object.freeze({ name, language });
  // As it will be sent: what the caller changes later in its own objects has no effect.
  const sent = JSON.parse(JSON.stringify(components)) as CheckedComponents;
  return Object.freeze({ name, language, components: markChecked(sent, input.otp != null) });
}
