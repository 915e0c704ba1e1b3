import { parseWebhook } from '../../../lib/webhook/webhook.parser';
import { bodyOf, valueOf } from './bodies';
import type { Json } from './fixtures';

const nameIn = (field: string, member: string, item: Json): string =>
  parseWebhook(bodyOf(field, valueOf({ [member]: [item] })))[0]!.name;

describe('names of messages', () => {
  const name = (item: Json): string => nameIn('messages', 'messages', item);

  it.each([
    'text',
    'image',
    'video',
    'audio',
    'voice',
    'document',
    'sticker',
    'location',
    'contacts',
    'reaction',
    'button',
    'order',
    'edit',
    'revoke',
  ])('%s, and unknown when its content is missing', (type) => {
    expect(name({ type, [type]: {} })).toBe(`message.${type}`);
    expect(name({ type })).toBe('message.unknown');
    expect(name({ type, [type]: null })).toBe('message.unknown');
  });

  it.each(['request_welcome', 'unsupported', 'ephemeral'])('%s has no content', (type) => {
    expect(name({ type })).toBe(`message.${type}`);
  });

  it.each([[undefined], [null], [7], ['unknown'], ['poll'], ['']])('type %p is unknown', (type) => {
    expect(name({ type, poll: {} })).toBe('message.unknown');
  });

  it.each(['button_reply', 'list_reply', 'nfm_reply', 'call_permission_reply', 'payment_method'])(
    'interactive %s',
    (type) => {
      const reply = `message.interactive.${type}`;
      expect(name({ type: 'interactive', interactive: { type, [type]: {} } })).toBe(reply);
      expect(name({ type: 'interactive', interactive: { type, [type]: {} }, errors: [{}] })).toBe(reply);
      expect(name({ type: 'interactive', interactive: { type } })).toBe('message.interactive.unknown');
      expect(name({ type: 'interactive', interactive: { type }, errors: [{}] })).toBe(
        'message.interactive.error',
      );
    },
  );

  it('is told by the content where the type is left out', () => {
    expect(name({ text: { body: 'hi' } })).toBe('message.text');
    expect(name({ interactive: { type: 'call_permission_reply', call_permission_reply: {} } })).toBe(
      'message.interactive.call_permission_reply',
    );
    expect(name({ system: { type: 'user_changed_number' } })).toBe('message.system.user_changed_number');
    expect(name({ text: { body: 'hi' }, image: { id: '1' } })).toBe('message.unknown');
    expect(name({})).toBe('message.unknown');
  });

  it('interactive without content is an error when errors say so', () => {
    expect(name({ type: 'interactive', errors: [{}] })).toBe('message.interactive.error');
    expect(name({ type: 'interactive', interactive: {}, errors: [{}] })).toBe('message.interactive.error');
    expect(name({ type: 'interactive' })).toBe('message.interactive.unknown');
    expect(name({ type: 'interactive', interactive: { type: 'new', new: 1 }, errors: [{}] })).toBe(
      'message.interactive.unknown',
    );
  });

  it.each([
    'user_changed_number', 'customer_changed_number', 'user_changed_user_id',
    'customer_identity_changed', 'user_identity_changed', 'user_preference_changed',
  ])('system %s', (type) => {
    expect(name({ type: 'system', system: { type } })).toBe(`message.system.${type}`);
  }); // prettier-ignore

  it.each([[undefined], ['text'], [{}], [{ type: 'new' }], [{ type: 5 }]])(
    'system %p is unknown',
    (system) => {
      expect(name({ type: 'system', system })).toBe('message.system.unknown');
    },
  );
});

describe('names of statuses', () => {
  const name = (item: Json): string => nameIn('messages', 'statuses', item);

  it.each(['sent', 'delivered', 'read', 'played', 'failed', 'deleted', 'warning'])('%s', (status) => {
    expect(name({ status })).toBe(`status.${status}`);
    expect(name({ status, type: 'message' })).toBe(`status.${status}`);
    expect(name({ status: status.toUpperCase() })).toBe(`status.${status}`);
  });

  it.each(['captured', 'pending', 'failed'])('payment %s', (status) => {
    expect(name({ status, type: 'payment' })).toBe(`payment.${status}`);
  });

  it('unknown', () => {
    expect(name({ status: 'captured' })).toBe('status.unknown');
    expect(name({})).toBe('status.unknown');
    expect(name({ type: 'payment', status: 'read' })).toBe('payment.unknown');
  });
});

describe('names of echoes', () => {
  it.each(['smb_message_echoes', 'message_echoes'])('%s', (field) => {
    const name = (item: Json): string => nameIn(field, 'message_echoes', item);
    for (const type of [
      'text',
      'image',
      'video',
      'audio',
      'document',
      'sticker',
      'location',
      'contacts',
      'reaction',
      'interactive',
      'button',
      'order',
      'template',
      'edit',
      'revoke',
    ]) {
      expect(name({ type, [type]: {} })).toBe(`echo.${type}`);
      expect(name({ type })).toBe('echo.unknown');
    }
    expect(name({ type: 'unsupported' })).toBe('echo.unsupported');
    expect(name({ type: 'poll', poll: {} })).toBe('echo.unknown');
    expect(name({})).toBe('echo.unknown');
  });
});

describe('names of groups', () => {
  const name = (item: Json, field = 'group_participants_update'): string => nameIn(field, 'groups', item);

  it.each([
    ['group_create', 'group.create'],
    ['group_delete', 'group.delete'],
    ['group_participants_add', 'group.participants_add'],
    ['group_add_participants', 'group.participants_add'],
    ['group_participants_remove', 'group.participants_remove'],
    ['group_remove_participants', 'group.participants_remove'],
    ['group_join_request_created', 'group.join_request_created'],
    ['group_join_request_revoked', 'group.join_request_revoked'],
    ['group_settings_update', 'group.settings_update'],
    ['group_suspend', 'group.suspend'],
    ['group_suspend_cleared', 'group.suspend_cleared'],
    ['group_new', 'group.unknown'],
  ])('%s is %s in every field', (type, expected) => {
    for (const field of [
      'group_lifecycle_update',
      'group_participants_update',
      'group_participant_update',
      'group_settings_update',
      'group_status_update',
    ]) {
      expect(name({ type }, field)).toBe(expected);
    }
  });

  it('the members decide where the type slips or is missing', () => {
    expect(name({ type: 'group_create', removed_participants: [] })).toBe('group.participants_remove');
    expect(name({ type: 'group_create', added_participants: [] })).toBe('group.participants_add');
    expect(name({ type: 'group_create', added_participants: [] }, 'group_lifecycle_update')).toBe(
      'group.create',
    );
    expect(name({ failed_participants: [] })).toBe('group.participants_remove');
    expect(name({ profile_picture: {} })).toBe('group.settings_update');
    expect(name({ group_subject: {} })).toBe('group.settings_update');
    expect(name({ group_description: {} })).toBe('group.settings_update');
    expect(name({ subject: 'x' })).toBe('group.unknown');
  });
});

describe('names of other items', () => {
  it.each([
    ['calls', 'calls', { event: 'connect' }, 'call.connect'],
    ['calls', 'calls', { event: 'CONNECT' }, 'call.connect'],
    ['calls', 'calls', { event: 'call_created' }, 'call.created'],
    ['calls', 'calls', { event: 'media_update' }, 'call.unknown'],
    ['calls', 'calls', {}, 'call.unknown'],
    ['calls', 'statuses', { status: 'RINGING' }, 'call.status.ringing'],
    ['calls', 'statuses', { status: 'Accepted' }, 'call.status.accepted'],
    ['calls', 'statuses', { status: 'rejected' }, 'call.status.rejected'],
    ['calls', 'statuses', { status: 'HELD' }, 'call.status.unknown'],
    ['messages', 'user_actions', { action_type: 'marketing_messages_link_click' }, 'user_action.link_click'],
    ['messages', 'user_actions', { action_type: 'landing_page_view' }, 'user_action.landing_page_view'],
    ['messages', 'user_actions', { action_type: 'new' }, 'user_action.unknown'],
    ['smb_app_state_sync', 'state_sync', { action: 'add' }, 'app_state_sync.add'],
    ['smb_app_state_sync', 'state_sync', { action: 'remove' }, 'app_state_sync.remove'],
    ['smb_app_state_sync', 'state_sync', { action: 'block' }, 'app_state_sync.unknown'],
    ['history', 'history', { threads: [], errors: [{}] }, 'history.chunk'],
    ['history', 'history', { errors: [{}] }, 'history.declined'],
    ['history', 'history', { metadata: {} }, 'unknown'],
    [
      'user_preferences',
      'user_preferences',
      { category: 'marketing_messages', value: 'stop' },
      'user_preference.stop',
    ],
    [
      'user_preferences',
      'user_preferences',
      { category: 'marketing_messages', value: 'new' },
      'user_preference.unknown',
    ],
    [
      'user_preferences',
      'user_preferences',
      { category: 'utility_messages', value: 'resume' },
      'user_preference.unknown',
    ],
    [
      'automatic_events',
      'automatic_events',
      { event_name: 'LeadSubmitted' },
      'automatic_event.lead_submitted',
    ],
    [
      'automatic_events',
      'automatic_events',
      { event_name: 'lead_submitted' },
      'automatic_event.lead_submitted',
    ],
    ['automatic_events', 'automatic_events', { event_name: 'Purchase' }, 'automatic_event.purchase'],
    ['automatic_events', 'automatic_events', { event_name: 'purchase' }, 'automatic_event.purchase'],
    ['automatic_events', 'automatic_events', { event_name: 'AddToCart' }, 'automatic_event.unknown'],
    ['tracking_events', 'events', { event_name: 'sent' }, 'tracking_event.sent'],
    ['tracking_events', 'events', { event_name: 'seen' }, 'tracking_event.unknown'],
    ['tracking_events', 'events', { tracking_data: 'odd' }, 'tracking_event.unknown'],
  ])('%s.%s %j is %s', (field, member, item, expected) => {
    expect(nameIn(field, member, item)).toBe(expected);
  });

  it.each([
    ['flows', { event: 'FLOW_STATUS_CHANGE' }, 'flow.status_change'],
    ['flows', { event: 'flow_version_expiry_warning' }, 'flow.version_expiry_warning'],
    ['flows', { event: 'FLOW_THROTTLED' }, 'flow.unknown'],
    ['flows', {}, 'flow.unknown'],
    ['message_template_status_update', { event: 'NEW', new_quality_score: 'RED' }, 'template.status_update'],
    ['message_template_status_update', { new_quality_score: 'RED' }, 'template.quality_update'],
    ['message_template_status_update', {}, 'template.status_update'],
    ['messaging_handovers', { type: 'control_taken', control_passed: {} }, 'handover.control_passed'],
    ['messaging_handovers', { type: 'control_taken' }, 'handover.unknown'],
  ])('%s %j is %s', (field, value, expected) => {
    expect(parseWebhook(bodyOf(field, value))[0]!.name).toBe(expected);
  });
});
