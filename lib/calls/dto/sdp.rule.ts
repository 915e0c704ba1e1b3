import type { RuleCheck } from '../../validation/rule.decorator';
import { Rule } from '../../validation/rule.decorator';
import { checkSdp } from '../sdp/check-sdp';

/** A session description of a call. Doubtful ones are sent and logged once. */
export function Sdp(type: 'offer' | 'answer'): PropertyDecorator {
  const check: RuleCheck = (value, { offer }, context) => {
    const findings = checkSdp(value, { type, offer: typeof offer === 'string' ? offer : undefined });
    const errors = findings.filter(({ severity }) => severity === 'error');
    if (errors.length > 0) return errors.map(({ message }) => message).join('; ');
    for (const { message } of findings) context.warn(message);
    return undefined;
  };
  return Rule('sdp', check, { type: 'string' });
}
