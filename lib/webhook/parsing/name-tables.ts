import type { WhatsAppEventName } from '../../events/event-map';

/** Event names by the wire value that tells them apart, in lower case. A map: wire values such as `__proto__` are harmless. */
export type NameTable = ReadonlyMap<string, WhatsAppEventName>;

/** Messages by `type`; the content stands in the member of that name. */
export const messages: NameTable = new Map([
  ['text', 'message.text'],
  ['image', 'message.image'],
  ['video', 'message.video'],
  ['audio', 'message.audio'],
  ['voice', 'message.voice'],
  ['document', 'message.document'],
  ['sticker', 'message.sticker'],
  ['location', 'message.location'],
  ['contacts', 'message.contacts'],
  ['reaction', 'message.reaction'],
  ['button', 'message.button'],
  ['order', 'message.order'],
  ['edit', 'message.edit'],
  ['revoke', 'message.revoke'],
]);

/** Messages by `type` that have no content. */
export const bareMessages: NameTable = new Map([
  ['request_welcome', 'message.request_welcome'],
  ['unsupported', 'message.unsupported'],
  ['ephemeral', 'message.ephemeral'],
]);

/** Interactive replies by `interactive.type`. */
export const interactiveReplies: NameTable = new Map([
  ['button_reply', 'message.interactive.button_reply'],
  ['list_reply', 'message.interactive.list_reply'],
  ['nfm_reply', 'message.interactive.nfm_reply'],
  ['call_permission_reply', 'message.interactive.call_permission_reply'],
  ['payment_method', 'message.interactive.payment_method'],
]);

/** System notices by `system.type`. */
export const systemNotices: NameTable = new Map([
  ['user_changed_number', 'message.system.user_changed_number'],
  ['customer_changed_number', 'message.system.customer_changed_number'],
  ['user_changed_user_id', 'message.system.user_changed_user_id'],
  ['customer_identity_changed', 'message.system.customer_identity_changed'],
  ['user_identity_changed', 'message.system.user_identity_changed'],
  ['user_preference_changed', 'message.system.user_preference_changed'],
]);

/** Statuses of messages by `status`. */
export const statuses: NameTable = new Map([
  ['sent', 'status.sent'],
  ['delivered', 'status.delivered'],
  ['read', 'status.read'],
  ['played', 'status.played'],
  ['failed', 'status.failed'],
  ['deleted', 'status.deleted'],
  ['warning', 'status.warning'],
]);

/** Statuses of type `payment` by `status`. */
export const payments: NameTable = new Map([
  ['captured', 'payment.captured'],
  ['pending', 'payment.pending'],
  ['failed', 'payment.failed'],
]);

/** Actions of users by `action_type`. */
export const userActions: NameTable = new Map([
  ['marketing_messages_link_click', 'user_action.link_click'],
  ['landing_page_view', 'user_action.landing_page_view'],
]);

/** Calls by `event`. */
export const calls: NameTable = new Map([
  ['connect', 'call.connect'],
  ['terminate', 'call.terminate'],
  ['call_created', 'call.created'],
  ['call_recording_available', 'call.recording_available'],
  ['call_transcription_available', 'call.transcription_available'],
]);

/** Statuses of calls by `status`. */
export const callStatuses: NameTable = new Map([
  ['ringing', 'call.status.ringing'],
  ['accepted', 'call.status.accepted'],
  ['rejected', 'call.status.rejected'],
]);

/** Echoes by `type`; the content stands in the member of that name. */
export const echoes: NameTable = new Map([
  ['text', 'echo.text'],
  ['image', 'echo.image'],
  ['video', 'echo.video'],
  ['audio', 'echo.audio'],
  ['document', 'echo.document'],
  ['sticker', 'echo.sticker'],
  ['location', 'echo.location'],
  ['contacts', 'echo.contacts'],
  ['reaction', 'echo.reaction'],
  ['interactive', 'echo.interactive'],
  ['button', 'echo.button'],
  ['order', 'echo.order'],
  ['template', 'echo.template'],
  ['edit', 'echo.edit'],
  ['revoke', 'echo.revoke'],
]);

/** Changes of the address book by `action`. */
export const appStateSyncs: NameTable = new Map([
  ['add', 'app_state_sync.add'],
  ['remove', 'app_state_sync.remove'],
]);

/** Flow updates by `event`. */
export const flows: NameTable = new Map([
  ['flow_status_change', 'flow.status_change'],
  ['client_error_rate', 'flow.client_error_rate'],
  ['endpoint_error_rate', 'flow.endpoint_error_rate'],
  ['endpoint_latency', 'flow.endpoint_latency'],
  ['endpoint_availability', 'flow.endpoint_availability'],
  ['flow_version_expiry_warning', 'flow.version_expiry_warning'],
]);

/** Group events by `type`, in the spellings of the documentation and of the OpenAPI file. */
export const groups: NameTable = new Map([
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
]);

/** Preferences by `value`. */
export const userPreferences: NameTable = new Map([
  ['stop', 'user_preference.stop'],
  ['resume', 'user_preference.resume'],
  ['signup', 'user_preference.signup'],
]);

/** Events that Meta found in chats by `event_name`. */
export const automaticEvents: NameTable = new Map([
  ['leadsubmitted', 'automatic_event.lead_submitted'],
  ['lead_submitted', 'automatic_event.lead_submitted'],
  ['purchase', 'automatic_event.purchase'],
]);

/** Tracking events by `event_name`. */
export const trackingEvents: NameTable = new Map([['sent', 'tracking_event.sent']]);
