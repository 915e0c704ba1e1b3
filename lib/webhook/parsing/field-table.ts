import {
  accountReader,
  readAccountSettings,
  readAccountUpdate,
  readFlow,
  readPartnerSolution,
  readTemplateStatus,
} from './readers/account.reader';
import { readAutomaticEvent, readTrackingEvent } from './readers/ad-event.reader';
import { readCall, readCallStatus } from './readers/call.reader';
import { readAppStateSync, readHistory } from './readers/coexistence.reader';
import { readEcho, readHistoryEcho } from './readers/echo.reader';
import { errorReader } from './readers/error.reader';
import { readGroup } from './readers/group.reader';
import { readHandover } from './readers/handover.reader';
import type { FieldReader } from './readers/list.reader';
import { listReader, valueReader } from './readers/list.reader';
import { readHistoryMessage, readMessage } from './readers/message.reader';
import { readStandby } from './readers/standby.reader';
import { readStatus } from './readers/status.reader';
import { readUserAction, readUserIdUpdate, readUserPreference } from './readers/user.reader';

const readError = errorReader('error.other');
const readUsername = valueReader(accountReader('business.username_update'));
const readParticipants = listReader({ groups: readGroup, errors: readError });

/**
 * How the value of each webhook field is read. A field missing here gives one `unknown` event for each value.
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/overview
 */
export const fieldReaders: ReadonlyMap<string, FieldReader> = new Map<string, FieldReader>([
  [
    'messages',
    listReader({
      messages: readMessage,
      statuses: readStatus,
      user_actions: readUserAction,
      errors: errorReader('error.messages'),
    }),
  ],
  ['calls', listReader({ calls: readCall, statuses: readCallStatus, errors: errorReader('error.calls') })],
  [
    'smb_message_echoes',
    listReader({ message_echoes: readEcho, errors: errorReader('error.smb_message_echoes') }),
  ],
  ['message_echoes', listReader({ message_echoes: readEcho, errors: readError })],
  ['smb_app_state_sync', listReader({ state_sync: readAppStateSync, errors: readError })],
  [
    'history',
    listReader({
      history: readHistory,
      messages: readHistoryMessage,
      message_echoes: readHistoryEcho,
      errors: readError,
    }),
  ],
  ['user_preferences', listReader({ user_preferences: readUserPreference, errors: readError })],
  ['user_id_update', listReader({ user_id_update: readUserIdUpdate, errors: readError })],
  ['automatic_events', listReader({ automatic_events: readAutomaticEvent, errors: readError })],
  ['tracking_events', listReader({ events: readTrackingEvent, errors: readError })],
  ['messaging_handovers', valueReader(readHandover)],
  ['standby', readStandby],

  ['group_lifecycle_update', listReader({ groups: readGroup, errors: readError })],
  ['group_participants_update', readParticipants],
  ['group_participant_update', readParticipants],
  ['group_settings_update', listReader({ groups: readGroup, errors: readError })],
  ['group_status_update', listReader({ groups: readGroup, errors: readError })],

  ['message_template_status_update', valueReader(readTemplateStatus)],
  ['message_template_quality_update', valueReader(accountReader('template.quality_update'))],
  ['message_template_components_update', valueReader(accountReader('template.components_update'))],
  ['template_category_update', valueReader(accountReader('template.category_update'))],
  ['template_correct_category_detection', valueReader(accountReader('template.correct_category_detection'))],
  ['template_performance_metrics', valueReader(accountReader('template.performance_metrics'))],
  ['flows', valueReader(readFlow)],

  ['account_update', valueReader(readAccountUpdate)],
  ['account_alerts', valueReader(accountReader('account.alert'))],
  ['account_review_update', valueReader(accountReader('account.review_update'))],
  ['account_settings_update', valueReader(readAccountSettings)],
  ['business_capability_update', valueReader(accountReader('business.capability_update'))],
  ['business_status_update', valueReader(accountReader('business.status_update'))],
  ['business_username_updates', readUsername],
  ['business_username_update', readUsername],
  ['phone_number_name_update', valueReader(accountReader('phone_number.name_update'))],
  ['phone_number_quality_update', valueReader(accountReader('phone_number.quality_update'))],
  ['security', valueReader(accountReader('security.update'))],
  ['partner_solutions', valueReader(readPartnerSolution)],
  ['payment_configuration_update', valueReader(accountReader('payment_configuration.update'))],
  ['campaign_status_update', valueReader(accountReader('campaign.status_update'))],
]);
