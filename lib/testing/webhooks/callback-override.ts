import type { EmulatorState } from '../model/emulator-state';
import type { WebhookAddress } from './webhook-address';

/** Where the webhooks of a number go instead of the app's URL: its own override counts before that of its account. */
export function callbackOverride(
  { numbers, numberRecords, webhookSetup }: EmulatorState,
  { wabaId, phoneNumberId }: WebhookAddress,
): string | undefined {
  const number = phoneNumberId === undefined ? undefined : numbers.get(phoneNumberId);
  return (
    (number && numberRecords.of(number.phoneNumberId).callbackUrl) ?? webhookSetup.wabas.get(wabaId)?.override
  );
}
