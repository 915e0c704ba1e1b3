import { Rule } from '../rule.decorator';

/** The words for anything but an absolute `http` or `https` URL. */
export function httpUrlProblem(value: unknown): string | undefined {
  if (typeof value === 'string' && /^https?:\/\/[^\s/?#]/i.test(value) && URL.canParse(value))
    return undefined;
  return 'must be an absolute http or https URL';
}

/** An absolute `http` or `https` URL. */
export function IsHttpUrl(): PropertyDecorator {
  return Rule('isHttpUrl', httpUrlProblem, { type: 'string', format: 'uri' });
}
