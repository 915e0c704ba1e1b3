/**
 * What the emulator charges for a message, in the currency of the account: one rate for each category, whatever the country.
 * Only their relation is like Meta's.
 */
const MESSAGE_RATES: Readonly<Record<string, number>> = {
  MARKETING: 0.025,
  MARKETING_LITE: 0.025,
  UTILITY: 0.004,
  AUTHENTICATION: 0.004,
};

/** What it charges for a minute of a call that the business made. */
const CALL_RATE = 0.006;

/** Price of one message that is not free. */
export function messageRate(category: string): number {
  return MESSAGE_RATES[category.replace(/^GROUP_/, '')] ?? 0;
}

/** Price of a call of the business; those of users are free. */
export function callRate(seconds: number): number {
  return CALL_RATE * (seconds / 60);
}

/** A sum as it is shown: without the traces of binary fractions. */
export function money(amount: number): number {
  return Number(amount.toFixed(6));
}
