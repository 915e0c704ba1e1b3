import type { WebhookLog } from '../webhook-log.service';

/** Says which option to raise. */
export function reportTooLarge(log: WebhookLog, bodyLimit: number): void {
  log.warn(
    'too-large',
    `Refused a webhook of more than ${bodyLimit} bytes; the option \`webhook.bodyLimit\` sets the limit.`,
  );
}
