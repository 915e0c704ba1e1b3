import type { RuleContext } from '../rule.decorator';
import { Rule } from '../rule.decorator';
import { isUserId } from '../recipient';
import { membersOf } from '../shape';

/** Which recipients a message kind can go to. */
export type RecipientKinds = 'all' | 'individual' | 'group';

const TAGS = ['phone', 'userId', 'group'] as const;
const GROUPS_REFUSE = 'must be a user: Meta does not deliver this kind to groups';
const GROUPS_ONLY = 'must be { group }: this works in groups only';

/** The words for what is no recipient of the given kinds. Doubtful phone numbers are only reported. */
export function recipientProblem(
  value: unknown,
  kinds: RecipientKinds,
  context: RuleContext,
): string | undefined {
  if (typeof value === 'string') {
    if (value.length === 0) return 'must not be empty';
    if (kinds === 'group') return GROUPS_ONLY;
    if (!isUserId(value)) doubtPhone(value, context);
    return undefined;
  }
  const tagged = membersOf(value);
  const tags = TAGS.filter((name) => tagged[name] != null);
  const [tag] = tags;
  if (tag === undefined || tags.length > 1) {
    return 'must be a phone number, a user id, or one of { phone }, { userId }, { group }';
  }
  const id = tagged[tag];
  if (typeof id !== 'string' || id.length === 0) return `needs a non-empty string as ${tag}`;
  if (tag === 'group') return kinds === 'individual' ? GROUPS_REFUSE : undefined;
  if (kinds === 'group') return GROUPS_ONLY;
  if (tag === 'userId') {
    return isUserId(id)
      ? undefined
      : 'has a userId that is no business-scoped user id (country code, dot, letters and digits)';
  }
  if (isUserId(id)) return 'has a business-scoped user id as phone; give it as { userId }';
  doubtPhone(id, context);
  return undefined;
}

/** A phone number, user id or group, as `Recipient` describes. */
export function IsRecipient(kinds: RecipientKinds = 'all'): PropertyDecorator {
  const tagged = (tag: string): object => ({
    type: 'object',
    properties: { [tag]: { type: 'string' } },
    required: [tag],
  });
  const oneOf = [
    ...(kinds === 'group' ? [] : [{ type: 'string' }, tagged('phone'), tagged('userId')]),
    ...(kinds === 'individual' ? [] : [tagged('group')]),
  ];
  return Rule('isRecipient', (value, _object, context) => recipientProblem(value, kinds, context), { oneOf });
}

const PHONE = /^\+?[1-9][0-9]{6,14}$/;

function doubtPhone(phone: string, context: RuleContext): void {
  if (PHONE.test(phone) || PHONE.test(phone.replace(/[-() ]/g, ''))) return;
  context.warn(
    'does not look like a phone number with country code (7 to 15 digits). It is sent as it is; groups are given as { group }',
  );
}
