import { WhatsAppConfigurationError } from '../errors/configuration.error';
import type { WebhookField } from '../wire/app/app-subscription';
import { webhookFieldsOf } from './webhook-fields';

/**
 * The fields of the events that have handlers.
 * @throws WhatsAppConfigurationError when that is none
 */
export function fieldsForHandlers(events: readonly string[]): readonly WebhookField[] {
  const { fields } = webhookFieldsOf(events);
  if (fields.length > 0) return fields;
  throw new WhatsAppConfigurationError(
    'fields: there are no handlers to tell them from. Put @OnWhatsAppEvent(...) on a method of a provider and call this ' +
      'after the application has started, or pass `fields`.',
  );
}

/** Fields that events with handlers come in and that the app is not subscribed to. */
export function missingFields(
  events: readonly string[],
  subscribed: readonly WebhookField[],
): readonly WebhookField[] {
  const { fields, unsure } = webhookFieldsOf(events);
  return [...fields, ...unsure].filter((field) => !subscribed.includes(field)).sort();
}

/** What to tell of handlers that hear nothing. */
export function missingFieldWarnings(missing: readonly WebhookField[]): readonly string[] {
  if (missing.length === 0) return [];
  return [
    `Handlers wait for webhook fields that the app is not subscribed to: ${missing.join(', ')}. Pass them as \`fields\`, or ` +
      'subscribe to them in the dashboard: WhatsApp, Configuration, Webhook fields.',
  ];
}
