import type { WebhookError } from '../wire/error';
import type * as Account from '../wire/inbound/account';
import type { AccountUpdate } from '../wire/inbound/account-update';
import type * as Ads from '../wire/inbound/ad-event';
import type { AnyInboundMessage, AnyMessageEcho } from '../wire/inbound/any-message';
import type * as AppState from '../wire/inbound/app-state-sync';
import type * as Button from '../wire/inbound/button';
import type * as Call from '../wire/inbound/call';
import type { UnknownMessageEcho } from '../wire/inbound/echo';
import type * as Edit from '../wire/inbound/edit';
import type * as Flow from '../wire/inbound/flow-update';
import type * as Group from '../wire/inbound/group-update';
import type * as Handover from '../wire/inbound/handover';
import type * as History from '../wire/inbound/history';
import type * as Interactive from '../wire/inbound/interactive';
import type * as Location from '../wire/inbound/location';
import type * as Media from '../wire/inbound/media';
import type * as Order from '../wire/inbound/order';
import type * as Payment from '../wire/inbound/payment-status';
import type * as Reaction from '../wire/inbound/reaction';
import type * as SharedContact from '../wire/inbound/shared-contact';
import type * as Standby from '../wire/inbound/standby';
import type * as Status from '../wire/inbound/status';
import type * as System from '../wire/inbound/system';
import type * as Template from '../wire/inbound/template-update';
import type * as Text from '../wire/inbound/text';
import type * as Unsupported from '../wire/inbound/unsupported';
import type * as UserAction from '../wire/inbound/user-action';
import type * as User from '../wire/inbound/user-update';
import type { Envelope } from './envelope.interface';

/**
 * Every event and the payload it carries. Names are `<domain>.<kind>[.<detail>]`. An interface, so that an application
 * can add names of its own by declaration merging.
 * @publicApi
 */
export interface WhatsAppEventPayloads {
  'message.text': Text.InboundTextMessage;
  'message.image': Media.InboundImageMessage;
  'message.video': Media.InboundVideoMessage;
  'message.audio': Media.InboundAudioMessage;
  'message.voice': Media.InboundVoiceMessage;
  'message.document': Media.InboundDocumentMessage;
  'message.sticker': Media.InboundStickerMessage;
  'message.location': Location.InboundLocationMessage;
  'message.contacts': SharedContact.InboundContactsMessage;
  'message.reaction': Reaction.InboundReactionMessage;
  'message.button': Button.InboundButtonMessage;
  'message.order': Order.InboundOrderMessage;
  'message.request_welcome': Unsupported.InboundRequestWelcomeMessage;
  'message.edit': Edit.InboundEditMessage;
  'message.revoke': Edit.InboundRevokeMessage;
  'message.unsupported': Unsupported.InboundUnsupportedMessage;
  'message.ephemeral': Unsupported.InboundEphemeralMessage;
  'message.unknown': Unsupported.InboundUnknownMessage;

  'message.interactive.button_reply': Interactive.InboundButtonReply;
  'message.interactive.list_reply': Interactive.InboundListReply;
  'message.interactive.nfm_reply': Interactive.InboundNfmReply;
  'message.interactive.call_permission_reply': Interactive.InboundCallPermissionReply;
  'message.interactive.payment_method': Interactive.InboundPaymentMethod;
  'message.interactive.error': Interactive.InboundInteractiveError;
  'message.interactive.unknown': Interactive.InboundUnknownInteractive;

  'message.system.user_changed_number': System.InboundUserChangedNumber;
  'message.system.customer_changed_number': System.InboundCustomerChangedNumber;
  'message.system.user_changed_user_id': System.InboundUserChangedUserId;
  'message.system.customer_identity_changed': System.InboundCustomerIdentityChanged;
  'message.system.user_identity_changed': System.InboundUserIdentityChanged;
  'message.system.user_preference_changed': System.InboundUserPreferenceChanged;
  'message.system.unknown': System.InboundUnknownSystem;

  'status.sent': Status.SentStatus;
  'status.delivered': Status.DeliveredStatus;
  'status.read': Status.ReadStatus;
  'status.played': Status.PlayedStatus;
  'status.failed': Status.FailedStatus;
  'status.deleted': Status.DeletedStatus;
  'status.warning': Status.WarningStatus;
  'status.unknown': Status.UnknownStatus;

  'payment.captured': Payment.CapturedPayment;
  'payment.pending': Payment.PendingPayment;
  'payment.failed': Payment.FailedPayment;
  'payment.unknown': Payment.UnknownPayment;

  'user_action.link_click': UserAction.LinkClickAction;
  'user_action.landing_page_view': UserAction.LandingPageViewAction;
  'user_action.unknown': UserAction.UnknownUserAction;

  'error.messages': WebhookError;
  'error.calls': WebhookError;
  'error.smb_message_echoes': WebhookError;
  'error.other': WebhookError;

  'call.connect': Call.CallConnect;
  'call.terminate': Call.CallTerminate;
  'call.created': Call.CallCreated;
  'call.recording_available': Call.CallRecordingAvailable;
  'call.transcription_available': Call.CallTranscriptionAvailable;
  'call.unknown': Call.UnknownCallEvent;
  'call.status.ringing': Call.CallRinging;
  'call.status.accepted': Call.CallAccepted;
  'call.status.rejected': Call.CallRejected;
  'call.status.unknown': Call.UnknownCallStatus;

  'echo.text': Text.TextMessageEcho;
  'echo.image': Media.ImageMessageEcho;
  'echo.video': Media.VideoMessageEcho;
  'echo.audio': Media.AudioMessageEcho;
  'echo.document': Media.DocumentMessageEcho;
  'echo.sticker': Media.StickerMessageEcho;
  'echo.location': Location.LocationMessageEcho;
  'echo.contacts': SharedContact.ContactsMessageEcho;
  'echo.reaction': Reaction.ReactionMessageEcho;
  'echo.interactive': Interactive.InteractiveMessageEcho;
  'echo.button': Button.ButtonMessageEcho;
  'echo.order': Order.OrderMessageEcho;
  'echo.template': Interactive.TemplateMessageEcho;
  'echo.edit': Edit.EditMessageEcho;
  'echo.revoke': Edit.RevokeMessageEcho;
  'echo.unsupported': Unsupported.UnsupportedMessageEcho;
  'echo.unknown': UnknownMessageEcho;

  'history.chunk': History.HistoryChunk;
  'history.declined': History.HistoryDeclined;
  'history.message': AnyInboundMessage;
  'history.message_echo': AnyMessageEcho;

  'app_state_sync.add': AppState.AppStateSyncAdd;
  'app_state_sync.remove': AppState.AppStateSyncRemove;
  'app_state_sync.unknown': AppState.UnknownAppStateSync;

  'template.status_update': Template.TemplateStatusUpdate;
  'template.quality_update': Template.TemplateQualityUpdate;
  'template.components_update': Template.TemplateComponentsUpdate;
  'template.category_update': Template.TemplateCategoryUpdate;
  'template.correct_category_detection': Template.TemplateCorrectCategoryDetection;
  'template.performance_metrics': Template.TemplatePerformanceMetrics;

  'account.update': AccountUpdate;
  'account.alert': Account.AccountAlert;
  'account.review_update': Account.AccountReviewUpdate;
  'account.settings_update': Account.AccountSettingsUpdate;
  'business.capability_update': Account.BusinessCapabilityUpdate;
  'business.status_update': Account.BusinessStatusUpdate;
  'business.username_update': Account.BusinessUsernameUpdate;
  'phone_number.name_update': Account.PhoneNumberNameUpdate;
  'phone_number.quality_update': Account.PhoneNumberQualityUpdate;
  'security.update': Account.SecurityUpdate;
  'partner_solution.update': Account.PartnerSolutionUpdate;
  'payment_configuration.update': Account.PaymentConfigurationUpdate;
  'campaign.status_update': Account.CampaignStatusUpdate;

  'flow.status_change': Flow.FlowStatusChange;
  'flow.client_error_rate': Flow.FlowClientErrorRate;
  'flow.endpoint_error_rate': Flow.FlowEndpointErrorRate;
  'flow.endpoint_latency': Flow.FlowEndpointLatency;
  'flow.endpoint_availability': Flow.FlowEndpointAvailability;
  'flow.version_expiry_warning': Flow.FlowVersionExpiryWarning;
  'flow.unknown': Flow.UnknownFlowUpdate;

  'group.create': Group.GroupCreate;
  'group.delete': Group.GroupDelete;
  'group.participants_add': Group.GroupParticipantsAdd;
  'group.participants_remove': Group.GroupParticipantsRemove;
  'group.join_request_created': Group.GroupJoinRequest;
  'group.join_request_revoked': Group.GroupJoinRequest;
  'group.settings_update': Group.GroupSettingsUpdate;
  'group.suspend': Group.GroupStatusUpdate;
  'group.suspend_cleared': Group.GroupStatusUpdate;
  'group.unknown': Group.UnknownGroupUpdate;

  'user_preference.stop': User.UserPreferenceStop;
  'user_preference.resume': User.UserPreferenceResume;
  'user_preference.signup': User.UserPreferenceSignup;
  'user_preference.unknown': User.UnknownUserPreference;
  'user_id.update': User.UserIdUpdate;

  'handover.control_passed': Handover.HandoverControlPassed;
  'handover.control_taken': Handover.HandoverControlTaken;
  'handover.unknown': Handover.UnknownHandover;

  'standby.message': AnyInboundMessage;
  'standby.message_echo': Standby.StandbyMessageEcho;
  'standby.status': Standby.StandbyStatus;
  'standby.update': Standby.StandbyUpdate;

  'automatic_event.lead_submitted': Ads.LeadSubmittedEvent;
  'automatic_event.purchase': Ads.PurchaseEvent;
  'automatic_event.unknown': Ads.UnknownAutomaticEvent;
  'tracking_event.sent': Ads.TrackingSentEvent;
  'tracking_event.unknown': Ads.UnknownTrackingEvent;

  /** A field, a member or an item that this release does not know. */
  unknown: unknown;
}

/** Name of an event. @publicApi */
export type WhatsAppEventName = Extract<keyof WhatsAppEventPayloads, string>;

/** The envelopes of some events, a union discriminated by `name`. */
export type EnvelopeOf<Name extends WhatsAppEventName> = Name extends WhatsAppEventName
  ? Envelope<Name, WhatsAppEventPayloads[Name]>
  : never;
