import { WHATSAPP_EVENT_NAMES } from '../../../lib/events/event-names';
import { webhookFieldsOf } from '../../../lib/subscription/webhook-fields';
import { fieldReaders } from '../../../lib/webhook/parsing/field-table';

describe('webhookFieldsOf', () => {
  it.each([
    [['message.text', 'status.failed', 'payment.captured'], ['messages']],
    [['call.connect', 'call.status.ringing', 'error.calls'], ['calls']],
    [['group.create', 'group.delete'], ['group_lifecycle_update']],
    [['group.join_request_created'], ['group_participants_update']],
    [
      ['flow.*', 'template.status_update'],
      ['flows', 'message_template_status_update'],
    ],
    [['message.interactive.*'], ['messages']],
    [
      ['account.alert', 'partner_solution.update'],
      ['account_alerts', 'partner_solutions'],
    ],
    [['unknown', 'error.other'], []],
  ])('%j need %j', (events, fields) => {
    expect(webhookFieldsOf(events)).toEqual({ fields, unsure: [], unknown: [] });
  });

  it('spreads patterns over all events that they match', () => {
    expect(webhookFieldsOf(['group.*']).fields).toEqual([
      'group_lifecycle_update',
      'group_participants_update',
      'group_settings_update',
      'group_status_update',
    ]);
    expect(webhookFieldsOf(['*']).fields).toEqual(
      expect.arrayContaining(['messages', 'calls', 'flows', 'security']),
    );
  });

  it('keeps fields apart whose subscription is not documented: one wrong name makes Meta refuse all', () => {
    expect(webhookFieldsOf(['standby.message', 'message.text', 'user_id.update'])).toEqual({
      fields: ['messages'],
      unsure: ['standby', 'user_id_update'],
      unknown: [],
    });
  });

  it('names events that are not Meta`s', () => {
    expect(webhookFieldsOf(['order.paid', 'message.text', 'order.*']).unknown).toEqual([
      'order.*',
      'order.paid',
    ]);
  });

  it('knows every event, and gives only fields that the webhook can read', () => {
    const { fields, unsure, unknown } = webhookFieldsOf(WHATSAPP_EVENT_NAMES);
    expect(unknown).toEqual([]);
    expect([...fields, ...unsure].filter((field) => !fieldReaders.has(field))).toEqual([]);
    expect(webhookFieldsOf(['*'])).toEqual({ fields, unsure, unknown });
  });
});
