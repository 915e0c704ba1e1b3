import { Rule } from '../rule.decorator';
import { lengthProblem } from './code-point-length.decorator';

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/** The words for what cannot be a callback URL: Meta takes `https` only, an emulator on this machine `http` too. */
export function callbackUrlProblem(value: unknown, max = Infinity): string | undefined {
  const wrongLength = lengthProblem(value, { min: 1, max });
  if (wrongLength !== undefined) return wrongLength;
  const text = value as string;
  if (/^https?:\/\/[^\s/?#]/i.test(text) && URL.canParse(text)) {
    const { protocol, hostname } = new URL(text);
    if (protocol === 'https:' || LOOPBACK.test(hostname)) return undefined;
  }
  return 'must be an absolute https URL';
}

/** A URL that Meta posts webhooks to. Overrides have at most 200 characters. */
export function IsCallbackUrl(max = Infinity): PropertyDecorator {
  return Rule('isCallbackUrl', (value) => callbackUrlProblem(value, max), { type: 'string', format: 'uri' });
}
