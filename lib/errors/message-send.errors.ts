import { errorTable, maybe, no, yes } from './error-table';
import { GraphApiError } from './graph-api.error';

/** A message was refused or could not be delivered. @publicApi */
export class MessageSendError extends GraphApiError {
  declare protected readonly group: 'messaging';
}

/** 130403: The business itself blocked this user; unblock before sending. */
export class RecipientBlockedByBusinessError extends MessageSendError {
  declare readonly name: 'RecipientBlockedByBusinessError';
}

/** 130470: Legacy code of 131047 (customer-service window closed). */
export class ReEngagementMessageLegacyError extends MessageSendError {
  declare readonly name: 'ReEngagementMessageLegacyError';
}

/** 130472: Marketing template withheld because the user is in the control group of an experiment. Not charged. */
export class UserIsInExperimentGroupError extends MessageSendError {
  declare readonly name: 'UserIsInExperimentGroupError';
}

/** 131000: The request failed on Meta's side for an unknown reason. */
export class UnknownError extends MessageSendError {
  declare readonly name: 'UnknownError';
}

/** 131001: Legacy code: text longer than allowed. */
export class MessageTooLongError extends MessageSendError {
  declare readonly name: 'MessageTooLongError';
}

/** 131002: Legacy code: recipient_type not valid. */
export class InvalidRecipientTypeError extends MessageSendError {
  declare readonly name: 'InvalidRecipientTypeError';
}

/**
 * 131005: Permission missing for this messaging call; payments onboarding uses it when payment terms are not
 * accepted.
 */
export class AccessDeniedError extends MessageSendError {
  declare readonly name: 'AccessDeniedError';
}

/** 131006: Legacy code: referenced resource does not exist. */
export class ResourceNotFoundError extends MessageSendError {
  declare readonly name: 'ResourceNotFoundError';
}

/** 131008: A mandatory field of the message payload is absent. */
export class MissingRequiredParameterError extends MessageSendError {
  declare readonly name: 'MissingRequiredParameterError';
}

/** 131009: A field has a value that is not accepted; also a reaction to a message that is too old or deleted. */
export class InvalidParameterError extends MessageSendError {
  declare readonly name: 'InvalidParameterError';
}

/** 131016: A backend service is down for the moment. */
export class ServiceUnavailableError extends MessageSendError {
  declare readonly name: 'ServiceUnavailableError';
}

/** 131021: Recipient equals the sending number; in the block API: trying to block oneself. */
export class RecipientCannotBeSenderError extends MessageSendError {
  declare readonly name: 'RecipientCannotBeSenderError';
}

/**
 * 131026: The user could not be reached: not on WhatsApp, terms not accepted, client too old, or withheld for
 * privacy.
 */
export class MessageUndeliverableError extends MessageSendError {
  declare readonly name: 'MessageUndeliverableError';
}

/** 131027: Legacy code now reported as 131000. */
export class SomethingWentWrongLegacyError extends MessageSendError {
  declare readonly name: 'SomethingWentWrongLegacyError';
}

/** 131030: A test number can only reach the few recipients that were added in the dashboard. */
export class RecipientNotInAllowedListError extends MessageSendError {
  declare readonly name: 'RecipientNotInAllowedListError';
}

/** 131035: No-Storage accounts: an event could not be delivered in time, its content is lost. */
export class WebhookNotDeliveredWithinRetentionError extends MessageSendError {
  declare readonly name: 'WebhookNotDeliveredWithinRetentionError';
}

/** 131036: No-Storage accounts: the recipient asked for a resend after its lifetime of 1 hour. */
export class RetryReceiptExpiredError extends MessageSendError {
  declare readonly name: 'RetryReceiptExpiredError';
}

/** 131037: A Meta-provided (555) number may not send until its display name is approved. */
export class PhoneNumberDisplayNameNotApprovedError extends MessageSendError {
  declare readonly name: 'PhoneNumberDisplayNameNotApprovedError';
}

/** 131042: Billing is not usable: payment method, credit line, currency or time zone. */
export class BusinessPaymentIssueError extends MessageSendError {
  declare readonly name: 'BusinessPaymentIssueError';
}

/** 131043: Legacy code: message was not delivered within its lifetime. */
export class MessageExpiredError extends MessageSendError {
  declare readonly name: 'MessageExpiredError';
}

/** 131045: The sending number is not registered correctly. Register it, then send again. */
export class IncorrectCertificateError extends MessageSendError {
  declare readonly name: 'IncorrectCertificateError';
}

/** 131047: The customer-service window of 24 hours is closed: only templates may be sent. */
export class ReEngagementMessageError extends MessageSendError {
  declare readonly name: 'ReEngagementMessageError';
}

/** 131049: Withheld by the marketing limit of this user. Wait at least 24 hours: earlier attempts prolong it. */
export class MessageUndeliverableDueToHealthyEcosystemEngagementError extends MessageSendError {
  declare readonly name: 'MessageUndeliverableDueToHealthyEcosystemEngagementError';
}

/** 131050: Recipient opted out of marketing from this business. */
export class UserStoppedMarketingMessagesError extends MessageSendError {
  declare readonly name: 'UserStoppedMarketingMessagesError';
}

/** 131058: The sample hello_world template is refused on real numbers. */
export class HelloWorldTemplateRestrictedError extends MessageSendError {
  declare readonly name: 'HelloWorldTemplateRestrictedError';
}

/**
 * 131060: Coexistence: a message was sent or received by an unsupported linked device; it is readable only in the
 * Business app.
 */
export class CompanionDeviceUnsupportedMessageError extends MessageSendError {
  declare readonly name: 'CompanionDeviceUnsupportedMessageError';
}

/** 131062: This kind of message cannot go to a business-scoped user id; use a phone number. */
export class BsuidRecipientNotSupportedError extends MessageSendError {
  declare readonly name: 'BsuidRecipientNotSupportedError';
}

/** 131063: The account sends marketing through the Marketing Messages API only. */
export class MarketingTemplatesDisabledForCloudApiError extends MessageSendError {
  declare readonly name: 'MarketingTemplatesDisabledForCloudApiError';
}

/** 134011: Payments message refused until the WABA accepts the payments terms via the link in details. */
export class PaymentsTermsNotAcceptedError extends MessageSendError {
  declare readonly name: 'PaymentsTermsNotAcceptedError';
}

/** 135000: Send failed because of something unexplained in the request parameters. */
export class GenericError extends MessageSendError {
  declare readonly name: 'GenericError';
}

/** 137000: The recipient changed device or reinstalled: `identityKeyHash` no longer fits. */
export class RecipientIdentityKeyMismatchError extends MessageSendError {
  declare readonly name: 'RecipientIdentityKeyMismatchError';
}

export const MESSAGE_SEND_ERRORS = errorTable('messaging', {
  130403: no(RecipientBlockedByBusinessError),
  130470: no(ReEngagementMessageLegacyError),
  130472: no(UserIsInExperimentGroupError),
  131000: maybe(UnknownError, 'exponential', 1),
  131001: no(MessageTooLongError),
  131002: no(InvalidRecipientTypeError),
  131005: no(AccessDeniedError),
  131006: no(ResourceNotFoundError),
  131008: no(MissingRequiredParameterError),
  131009: no(InvalidParameterError),
  131016: yes(ServiceUnavailableError, 'exponential', 1),
  131021: no(RecipientCannotBeSenderError),
  131026: no(MessageUndeliverableError),
  131027: maybe(SomethingWentWrongLegacyError, 'exponential', 1),
  131030: no(RecipientNotInAllowedListError),
  131035: no(WebhookNotDeliveredWithinRetentionError),
  131036: no(RetryReceiptExpiredError),
  131037: no(PhoneNumberDisplayNameNotApprovedError),
  131042: no(BusinessPaymentIssueError),
  131043: no(MessageExpiredError),
  131045: no(IncorrectCertificateError),
  131047: no(ReEngagementMessageError),
  131049: maybe(MessageUndeliverableDueToHealthyEcosystemEngagementError, 'fixed', 86400),
  131050: no(UserStoppedMarketingMessagesError),
  131058: no(HelloWorldTemplateRestrictedError),
  131060: no(CompanionDeviceUnsupportedMessageError),
  131062: no(BsuidRecipientNotSupportedError),
  131063: no(MarketingTemplatesDisabledForCloudApiError),
  134011: no(PaymentsTermsNotAcceptedError),
  135000: no(GenericError),
  137000: no(RecipientIdentityKeyMismatchError),
});
