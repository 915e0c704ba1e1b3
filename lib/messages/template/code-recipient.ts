import type { TemplateDefinitions } from '../../config/template-definitions.interface';
import type { PayloadIssue } from '../../errors/payload-validation.error';
import type { CallOptions } from '../../graph/graph-request.interface';
import { membersOf } from '../../validation/shape';
import type { OutboundEnvelope } from '../../wire/outbound/envelope';
import { holdCode } from './checked-components';
import { shapeOf } from './template-shape';

/** Nothing is refused on account of a definition that is older, milliseconds. */
export const RECHECK_AGE_MS = 60_000;

/** Why a code does not leave. */
export const CODES_NEED_PHONE =
  'must be a phone number: Meta sends no authentication templates to user ids and groups (131062)';

const NO_CODES_FOR_USER_IDS =
  'must give way to a phone number in to: Meta sends no authentication templates to user ids (131062)';

/** The members of a message that say who gets it. */
export type Addressed = Pick<OutboundEnvelope, 'to' | 'recipient' | 'recipient_type'>;

/** Whether a message goes to somebody who is not named by phone number. With `to` and `recipient`, Meta takes `to`. */
export function lacksPhone({ to, recipient, recipient_type: type }: Addressed): boolean {
  return type === 'group' || (to == null && recipient != null);
}

/**
 * What keeps a message in Meta's names from its recipient: that it is known to hold a code, by its category, by components
 * that were prepared with `otp`, or by the definition of its template.
 */
export async function codeRecipientIssues(
  message: OutboundEnvelope,
  definitions: TemplateDefinitions | undefined,
  options: CallOptions,
): Promise<readonly PayloadIssue[]> {
  if (!lacksPhone(message) || !(await holdsCode(message, definitions, options))) return [];
  return message.recipient_type === 'group'
    ? [{ path: 'to', message: CODES_NEED_PHONE }]
    : [{ path: 'recipient', message: NO_CODES_FOR_USER_IDS }];
}

async function holdsCode(
  message: OutboundEnvelope,
  definitions: TemplateDefinitions | undefined,
  { phoneNumberId, wabaId, signal }: CallOptions,
): Promise<boolean> {
  if (String(message.category).toLowerCase() === 'authentication') return true;
  const { name, language, components } = membersOf(membersOf(message)['template']);
  if (holdCode(components)) return true;
  const { code } = membersOf(language);
  if (!definitions || typeof name !== 'string' || typeof code !== 'string') return false;
  const query = { phoneNumberId, wabaId, name, language: code, signal };
  const remembered = await definitions.find(query);
  if (!remembered || !shapeOf(remembered).authentication) return false;
  const latest = await definitions.find({ ...query, maxAgeMs: RECHECK_AGE_MS });
  return latest !== undefined && shapeOf(latest).authentication;
}

/** Whether components have the form of a code: one text, the same in the body and in the first button's URL. */
export function looksLikeCode(components: readonly object[] | undefined): boolean {
  if (components?.length !== 2) return false;
  const texts = ['body', 'button'].map((type) => {
    const part = components.map(membersOf).find((each) => String(each['type']).toLowerCase() === type);
    const parameters = part?.['parameters'];
    return Array.isArray(parameters) && parameters.length === 1
      ? membersOf(parameters[0])['text']
      : undefined;
  });
  return typeof texts[0] === 'string' && texts[0].length <= 15 && texts[0] === texts[1];
}
