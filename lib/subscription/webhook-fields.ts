import type { WebhookField } from '../wire/app/app-subscription';

/** The webhook fields that events come in. `unsure`: fields that Meta lists nowhere as open to subscription. */
interface FieldRow {
  readonly fields: readonly WebhookField[];
  readonly unsure?: true;
}

const sure = (...fields: WebhookField[]): FieldRow => ({ fields });
const unsure = (...fields: WebhookField[]): FieldRow => ({ fields, unsure: true });

/** Fields by event name, or by the first part of it. A whole name goes before its part. */
const TABLE: ReadonlyMap<string, FieldRow> = new Map([
  ['message', sure('messages')],
  ['status', sure('messages')],
  ['payment', sure('messages')],
  ['user_action', sure('messages')],
  ['call', sure('calls')],
  ['error.messages', sure('messages')],
  ['error.calls', sure('calls')],
  ['error.smb_message_echoes', sure('smb_message_echoes')],
  ['error.other', sure()],
  ['echo', sure('smb_message_echoes')],
  ['history', sure('history')],
  ['app_state_sync', sure('smb_app_state_sync')],
  ['template.status_update', sure('message_template_status_update')],
  ['template.quality_update', sure('message_template_quality_update')],
  ['template.components_update', sure('message_template_components_update')],
  ['template.category_update', sure('template_category_update')],
  ['template.correct_category_detection', unsure('template_correct_category_detection')],
  ['template.performance_metrics', unsure('template_performance_metrics')],
  ['account.update', sure('account_update')],
  ['account.alert', sure('account_alerts')],
  ['account.review_update', sure('account_review_update')],
  ['account.settings_update', sure('account_settings_update')],
  ['business.capability_update', sure('business_capability_update')],
  ['business.status_update', unsure('business_status_update')],
  ['business.username_update', unsure('business_username_updates')],
  ['phone_number.name_update', sure('phone_number_name_update')],
  ['phone_number.quality_update', sure('phone_number_quality_update')],
  ['security', sure('security')],
  ['partner_solution', sure('partner_solutions')],
  ['payment_configuration', sure('payment_configuration_update')],
  ['campaign', unsure('campaign_status_update')],
  ['flow', sure('flows')],
  ['group.create', sure('group_lifecycle_update')],
  ['group.delete', sure('group_lifecycle_update')],
  ['group.participants_add', sure('group_participants_update')],
  ['group.participants_remove', sure('group_participants_update')],
  ['group.join_request_created', sure('group_participants_update')],
  ['group.join_request_revoked', sure('group_participants_update')],
  ['group.settings_update', sure('group_settings_update')],
  ['group.suspend', sure('group_status_update')],
  ['group.suspend_cleared', sure('group_status_update')],
  ['group.unknown', sure()],
  ['user_preference', sure('user_preferences')],
  ['user_id', unsure('user_id_update')],
  ['handover', unsure('messaging_handovers')],
  ['standby', unsure('standby')],
  ['automatic_event', sure('automatic_events')],
  ['tracking_event', unsure('tracking_events')],
  ['unknown', sure()],
]);

/** What handlers need of Meta. @publicApi */
export interface DerivedWebhookFields {
  /** Fields to subscribe to, in order. */
  readonly fields: readonly WebhookField[];
  /**
   * Fields whose subscription is not documented, so that one wrong name does not make Meta refuse them all. Subscribe to
   * them in the dashboard, or add them by hand.
   */
  readonly unsure: readonly WebhookField[];
  /** Event names that are not Meta's, such as an application's own. */
  readonly unknown: readonly string[];
}

/**
 * The webhook fields that events come in.
 * @param events names of events, or patterns such as `message.*` and `*`
 * @example webhookFieldsOf(['message.text', 'call.*']).fields // ['calls', 'messages']
 * @publicApi
 */
export function webhookFieldsOf(events: Iterable<string>): DerivedWebhookFields {
  const fields = new Set<WebhookField>();
  const doubtful = new Set<WebhookField>();
  const unknown = new Set<string>();
  for (const event of events) {
    const rows = rowsOf(event);
    if (rows.length === 0) unknown.add(event);
    for (const row of rows) for (const field of row.fields) (row.unsure ? doubtful : fields).add(field);
  }
  return { fields: [...fields].sort(), unsure: [...doubtful].sort(), unknown: [...unknown].sort() };
}

function rowsOf(event: string): FieldRow[] {
  if (event === '*') return [...TABLE.values()];
  const exact = TABLE.get(event);
  if (exact) return [exact];
  const [domain = ''] = event.split('.');
  const whole = TABLE.get(domain);
  if (whole) return [whole];
  if (!event.endsWith('.*')) return [];
  const prefix = event.slice(0, -1);
  return [...TABLE].filter(([name]) => name.startsWith(prefix)).map(([, row]) => row);
}
