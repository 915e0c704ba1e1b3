import { lengthProblem } from '../../validation/rules/code-point-length.decorator';
import { SIGNUP_LIMITS } from '../signup-limits';

const PLACEHOLDER = /\{\{([^{}]*)\}\}/g;

/** The words for a placeholder that Meta does not know (2494166) or cannot fill (2494167). */
export function confirmationProblem(text: string, hasPromoCode: boolean): string | undefined {
  const names = [...text.matchAll(PLACEHOLDER)].map(([, name]) => name);
  if (names.some((name) => name !== 'promo_code')) return 'must have no placeholder but {{promo_code}}';
  return names.length > 0 && !hasPromoCode ? 'has {{promo_code}}, so promoCode is needed' : undefined;
}

export function httpsProblem(value: unknown): string | undefined {
  return typeof value === 'string' && /^https:\/\/[^\s/?#]/i.test(value) && URL.canParse(value)
    ? undefined
    : 'must be an absolute https URL';
}

export function promoCodeProblem(value: unknown): string | undefined {
  const wrongLength = lengthProblem(value, SIGNUP_LIMITS.promoCode);
  if (wrongLength !== undefined) return wrongLength;
  return /^[A-Za-z0-9]+$/.test(value as string) ? undefined : 'must have letters and digits only';
}
