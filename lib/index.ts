export type {
  AnalyticsPeriod,
  AnalyticsScope,
  MessagingAnalyticsInput,
  ConversationAnalyticsInput,
  PricingAnalyticsInput,
  CallAnalyticsInput,
  TemplateMetricsInput,
  TemplateAnalyticsInput,
  TemplateGroupAnalyticsInput,
  GroupAnalyticsInput,
  AnalyticsResult,
} from './analytics/analytics-inputs.interface';
export { AnalyticsService } from './analytics/analytics.service';
export type { AppCallOptions } from './app/app-options.interface';
export type { AccessToken, TokenInfo } from './app/app-results.interface';
export { AppService } from './app/app.service';
export { AppSubscriptionDto } from './app/dto/app-subscription.dto';
export type { AppSubscriptionInput } from './app/dto/app-subscription.dto';
export { ExchangeCodeDto } from './app/dto/exchange-code.dto';
export type { ExchangeCodeInput } from './app/dto/exchange-code.dto';
export type {
  BlockedUser,
  BlockUserFailure,
  BlockListResult,
  BlockResult,
  UnblockResult,
} from './blocked-users/blocked-user.interface';
export { BlockedUsersService } from './blocked-users/blocked-users.service';
export type { BlockTargets } from './blocked-users/blocked-users.service';
export type {
  ComplianceContact,
  GrievanceOfficer,
  BusinessCompliance,
} from './business-compliance/business-compliance.interface';
export { BusinessComplianceService } from './business-compliance/business-compliance.service';
export { ComplianceContactDto, GrievanceOfficerDto } from './business-compliance/dto/compliance-contact.dto';
export { UpdateComplianceDto } from './business-compliance/dto/update-compliance.dto';
export type { UpdateComplianceInput } from './business-compliance/dto/update-compliance.dto';
export { BusinessEncryptionService } from './business-encryption/business-encryption.service';
export type { BusinessPublicKey } from './business-encryption/business-encryption.service';
export { BusinessProfileService } from './business-profile/business-profile.service';
export type { ProfilePictureOptions } from './business-profile/business-profile.service';
export { UpdateBusinessProfileDto } from './business-profile/dto/update-business-profile.dto';
export type { UpdateBusinessProfileInput } from './business-profile/dto/update-business-profile.dto';
export { callSdp, callDeadline } from './calls/call-event';
export type { CallEventLike, CallDirection, CallDeadline } from './calls/call-event';
export { CallHandle } from './calls/call-handle';
export type { OnCall } from './calls/call-handle';
export type {
  CallPermission,
  CallPermissionLimit,
  CallPermissionAction,
  CallPermissions,
} from './calls/call-permissions';
export type { InitiatedCall } from './calls/call-result.interface';
export type { CallPhase, CallStep, CallState } from './calls/call-state';
export { CallTrackerLimits, CallTracker } from './calls/call-tracker';
export { CallsService } from './calls/calls.service';
export { PreAcceptCallDto, AcceptCallDto } from './calls/dto/answer-call.dto';
export type { PreAcceptCallInput, AcceptCallInput } from './calls/dto/answer-call.dto';
export { CallCaptureDto, CapturedCallDto } from './calls/dto/call-capture.dto';
export { CallLinkDto } from './calls/dto/call-link.dto';
export type { CallLinkInput } from './calls/dto/call-link.dto';
export { InitiateCallDto } from './calls/dto/initiate-call.dto';
export type { InitiateCallInput } from './calls/dto/initiate-call.dto';
export { CallStateError } from './calls/errors/call-state.error';
export { CallingUnavailableWithSipError } from './calls/errors/calling-unavailable-with-sip.error';
export { checkSdp } from './calls/sdp/check-sdp';
export type { SdpFindingCode, SdpFinding, SdpCheckOptions } from './calls/sdp/sdp-finding';
export type { CommerceSettings } from './commerce/commerce-settings.interface';
export { CommerceService } from './commerce/commerce.service';
export { UpdateCommerceSettingsDto } from './commerce/dto/update-commerce-settings.dto';
export type { UpdateCommerceSettingsInput } from './commerce/dto/update-commerce-settings.dto';
export { AccountDirectory } from './config/account-directory';
export { AccountResolver } from './config/account.interface';
export type { Secret, AppSecret, AccountRef, WhatsAppAccount } from './config/account.interface';
export { BusinessKeyStore } from './config/business-key-store.interface';
export type { BusinessKeyQuery, UploadedBusinessKey } from './config/business-key-store.interface';
export { Clock, systemClock } from './config/clock';
export type { TimerHandle } from './config/clock';
export type { DeliveryOptions } from './config/delivery-options.interface';
export type { FlowPrivateKey, FlowPrivateKeys } from './config/flow-private-key.interface';
export { MediaHandleUploader } from './config/media-handle-uploader.interface';
export type { HandleUploadRequest } from './config/media-handle-uploader.interface';
export { MediaUploader } from './config/media-uploader.interface';
export type {
  MediaSource,
  MediaFile,
  MediaKind,
  MediaUploadRequest,
  UploadedFile,
} from './config/media-uploader.interface';
export type { PacingOptions } from './config/pacing-options.interface';
export { sealOptions } from './config/sealed-options';
export { SendPacer } from './config/send-pacer.interface';
export type { PacedSend, PacedOutcome } from './config/send-pacer.interface';
export type {
  SendPriority,
  FallbackTemplate,
  OutsideWindow,
  SendSettings,
} from './config/send-settings.interface';
export { SendWindow } from './config/send-window.interface';
export type { WindowRef, WindowState } from './config/send-window.interface';
export { TemplateDefinitions } from './config/template-definitions.interface';
export type {
  TemplateDefinitionQuery,
  TemplateDefinitionFilter,
} from './config/template-definitions.interface';
export type { TemplateOptions } from './config/template-options.interface';
export type { WebhookDecorator } from './config/webhook-registration.interface';
export type {
  HttpOptions,
  WebhookOptions,
  EnhancerOptions,
  WhatsAppModuleOptions,
  WhatsAppOptionsFactory,
} from './config/whatsapp-options.interface';
export { validateOptions } from './config/whatsapp-options.validator';
export { WHATSAPP_OPTIONS } from './config/whatsapp.constants';
export type { WindowEntry, WindowStore, WindowOptions } from './config/window-options.interface';
export type {
  Command,
  ConversationalAutomation,
} from './conversational-automation/conversational-automation.interface';
export { ConversationalAutomationService } from './conversational-automation/conversational-automation.service';
export { CommandDto, UpdateAutomationDto } from './conversational-automation/dto/update-automation.dto';
export type {
  CommandInput,
  UpdateAutomationInput,
} from './conversational-automation/dto/update-automation.dto';
export { ConversionsService } from './conversions/conversions.service';
export type { ConversionsResult } from './conversions/conversions.service';
export { ConversionEventDto } from './conversions/dto/conversion-event.dto';
export type { ConversionEventInput } from './conversions/dto/conversion-event.dto';
export { CreditLinesService } from './credit-lines/credit-lines.service';
export type { CreditLineTarget, SharedCreditLine } from './credit-lines/credit-lines.service';
export { DeadLetterStore } from './delivery/dead-letter.store';
export type { DeadLetterError, DeadLetter } from './delivery/dead-letter.store';
export { DeadLetters } from './delivery/dead-letters.service';
export { DeduplicationStoreError } from './delivery/deduplication-store.error';
export { DeduplicationStore } from './delivery/deduplication.store';
export type { MaybePromise } from './config/maybe-promise';
export type { Claim } from './delivery/deduplication.store';
export { DeliveryEngine } from './delivery/delivery-engine.interface';
export type { DeliveryVerdict } from './delivery/delivery-engine.interface';
export { InlineDeliveryEngine } from './delivery/inline-delivery.engine';
export { AccountNotFoundError } from './errors/account-not-found.error';
export {
  AuthorizationError,
  AuthExceptionError,
  ApiMethodError,
  PermissionDeniedError,
  ApiSessionError,
  AccessTokenRequiredError,
  ExpiredAccessTokenError,
  ApiPermissionError,
} from './errors/authorization.errors';
export {
  BlockUserError,
  BulkBlockingFailedError,
  BlockListLimitReachedError,
  BlockListConcurrentUpdateError,
  BlockUserInternalError,
} from './errors/block-user.errors';
export {
  CallingError,
  CallingPaymentIssueError,
  CallingNotEnabledError,
  ReceiverUncallableError,
  ConcurrentCallsLimitError,
  DuplicateCallError,
  CallConnectionError,
  CallRateLimitExceededError,
  CallPermissionNotFoundError,
  CallConnectionTimeoutError,
  CallSdpValidationError,
  CallPermissionRequestLimitHitError,
  BusinessInitiatedCallsLimitHitError,
  BusinessInitiatedCallingNotAvailableError,
  CallingTemporarilyDisabledError,
  CallingNotEligibleError,
  PermanentCallPermissionExistsError,
  CallingCannotBeEnabledError,
  CallSetupFailedError,
  CallRelayConnectionFailedError,
  CallMediaReceiveTimeoutError,
  CallMediaTransmitTimeoutError,
  CallNoMediaSignalsError,
  SipNotEnabledError,
  SipServerNotConfiguredError,
  FetchCallPermissionLimitHitError,
  CallingMethodNotAllowedError,
} from './errors/calling.errors';
export { WhatsAppConfigurationError } from './errors/configuration.error';
export {
  FlowError,
  FlowBlockedError,
  FlowThrottledError,
  FlowBlockedByIntegrityError,
  FlowUpdatingError,
  FlowPublishingError,
  FlowDeprecatingError,
  FlowDeletingError,
  FlowMetricsThresholdNotReachedError,
  FlowMigrationError,
} from './errors/flow.errors';
export {
  UnknownApiError,
  ApiServiceUnavailableError,
  PhoneNumberDeletedError,
  InvalidGraphParameterError,
  InvalidPhoneNumberError,
  DuplicatePostError,
  ObjectNotFoundError,
  LinkPostError,
} from './errors/generic.errors';
export { GraphApiError } from './errors/graph-api.error';
export {
  GroupError,
  BadGroupError,
  GroupUnknownError,
  GroupInvalidCursorError,
  GroupRequestPartiallySucceededError,
  GroupDuplicateParticipantError,
  GroupRecipientTermsNotAcceptedError,
  GroupParticipantOverlimitError,
  GroupSuspendedError,
  GroupRateLimitHitError,
  GroupInvalidProfilePictureAspectRatioError,
  GroupImageTooSmallError,
  GroupCreationLimitReachedError,
  GroupParticipantNotInGroupError,
  GroupJoinRequestDoesNotExistError,
  GroupCreationTemporarilyDisabledError,
  GroupApiNotEligibleError,
} from './errors/group.errors';
export {
  IntegrityError,
  TemporarilyBlockedError,
  AccountRestrictedFromCountryError,
  AccountLockedError,
} from './errors/integrity.errors';
export {
  MarketingMessagesError,
  MethodNotAllowedError,
  OnlyMarketingMessagesSupportedError,
  TemplateStillSyncingError,
  TemplateUnavailableForUseError,
  DuplicateOnboardingRequestError,
} from './errors/marketing-messages.errors';
export {
  MediaError,
  UnsupportedMessageTypeError,
  MediaDownloadError,
  MediaUploadError,
} from './errors/media.errors';
export {
  MessageSendError,
  RecipientBlockedByBusinessError,
  ReEngagementMessageLegacyError,
  UserIsInExperimentGroupError,
  UnknownError,
  MessageTooLongError,
  InvalidRecipientTypeError,
  AccessDeniedError,
  ResourceNotFoundError,
  MissingRequiredParameterError,
  InvalidParameterError,
  ServiceUnavailableError,
  RecipientCannotBeSenderError,
  MessageUndeliverableError,
  SomethingWentWrongLegacyError,
  RecipientNotInAllowedListError,
  WebhookNotDeliveredWithinRetentionError,
  RetryReceiptExpiredError,
  PhoneNumberDisplayNameNotApprovedError,
  BusinessPaymentIssueError,
  MessageExpiredError,
  IncorrectCertificateError,
  ReEngagementMessageError,
  MessageUndeliverableDueToHealthyEcosystemEngagementError,
  UserStoppedMarketingMessagesError,
  HelloWorldTemplateRestrictedError,
  CompanionDeviceUnsupportedMessageError,
  BsuidRecipientNotSupportedError,
  MarketingTemplatesDisabledForCloudApiError,
  PaymentsTermsNotAcceptedError,
  GenericError,
  RecipientIdentityKeyMismatchError,
} from './errors/message-send.errors';
export { OutsideWindowError } from './errors/outside-window.error';
export { PayloadValidationError } from './errors/payload-validation.error';
export {
  RegistrationError,
  AccountInMaintenanceModeError,
  IncompleteDeregistrationError,
  DecryptionError,
  BackupBlobDecryptionError,
  RecoveryTokenDecryptionError,
  ServerTemporarilyUnavailableError,
  TwoStepPinMismatchError,
  PhoneNumberReverificationNeededError,
  AccountBlockedError,
  TooManyTwoStepPinGuessesError,
  TwoStepPinGuessedTooFastError,
  PhoneNumberNotRegisteredError,
  PhoneNumberRecentlyDeletedError,
  RequestCodeError,
  VerifyCodeError,
  PhoneOwnershipOrTwoStepError,
  PhoneNumberAlreadyExistsError,
  PhoneNumberNotEligibleForRegistrationCodeError,
  CannotMigratePhoneNumberError,
  PhoneNumberAccountInMaintenanceModeError,
  WabaAlreadyMarkedForMigrationError,
  InvalidWabaForOboMobilityError,
  SynchronizationRequestLimitExceededError,
  SynchronizationOutsideWindowError,
  HistorySharingDeclinedError,
} from './errors/registration.errors';
export { SendOutcomeUnknownError } from './errors/send-outcome-unknown.error';
export { SendRejectedError } from './errors/send-rejected.error';
export {
  SignupError,
  SignupNotFoundError,
  SignupApiUnavailableError,
  SignupUnknownPlaceholderError,
  SignupMissingPlaceholderValueError,
  SignupTosNotAcceptedError,
  SignupTosAlreadyAcceptedError,
  SignupTosUrlNotAllowedError,
  SignupWebsiteUrlSchemeNotAllowedError,
} from './errors/signup.errors';
export {
  TemplateError,
  TemplateParamCountMismatchError,
  TemplateNotExistsError,
  TemplateTextTooLongError,
  TemplateContentPolicyViolationError,
  TemplateParamValueInvalidError,
  TemplateParamFormatMismatchError,
  TemplatePausedError,
  TemplateDisabledError,
  TemplateValidationError,
  TemplateInsightsUnavailableError,
  TemplateInsightsCannotBeDisabledError,
  TemplateInsightsNotEnabledError,
  TemplateLimitExceededError,
  TemplateLanguageBeingDeletedError,
  TemplateAlreadyExistsError,
  TemplateStatusNotEditableError,
  TemplateCharacterLimitExceededError,
  TemplateHeaderFormatIncorrectError,
  TemplateBodyFormatIncorrectError,
  TemplateFooterFormatIncorrectError,
  TemplateParametersWordsRatioExceedsLimitError,
  TemplateLeadingOrTrailingParametersNotAllowedError,
} from './errors/template.errors';
export {
  ThrottlingError,
  TooManyApiCallsError,
  TooManyUserCallsError,
  PageRateLimitError,
  ApplicationLimitError,
  CustomRateLimitError,
  RateLimitIssuesError,
  WhatsAppBusinessManagementRateLimitError,
  RateLimitHitError,
  SpamRateLimitHitError,
  TooManyMessagesError,
  MessageFailedToReachMessagingLimitError,
  RegistrationOrDeregistrationFailedError,
} from './errors/throttling.errors';
export { TransportError } from './errors/transport.error';
export { UnexpectedAnswerError } from './errors/unexpected-answer.error';
export {
  UsernameError,
  UsernameNotAvailableError,
  AccountNotEligibleToRequestUsernameError,
  FbAccountNotLinkedError,
  IgAccountNotLinkedError,
  UsernameTransferRequiredError,
} from './errors/username.errors';
export { errorsOf } from './errors/webhook-errors';
export { WhatsAppError } from './errors/whatsapp.error';
export { ContinueHandling } from './events/continue-handling.error';
export type { HandlerFailure, DispatchReport } from './events/dispatch.interface';
export type { EnvelopeChat, Envelope } from './events/envelope.interface';
export type {
  WhatsAppEventFilterOptions,
  WhatsAppEventHandlerOptions,
} from './events/event-handler-options.interface';
export { EventInvoker } from './events/event-invoker.service';
export type { WhatsAppEventPayloads, WhatsAppEventName } from './events/event-map';
export { WHATSAPP_EVENT_NAMES } from './events/event-names';
export { EventPayload, EventContact, EventMetadata, EventShared } from './events/event-params.decorator';
export type { WhatsAppEventMetadata } from './events/event-params.decorator';
export type { WhatsAppEventPattern, WhatsAppEvent } from './events/event-patterns';
export { WHATSAPP_EVENT } from './events/events.constants';
export type { AnyMethod, HandlerParameterMismatch, Accepts, Uninferred } from './events/handler-check';
export type {
  EventHandlerOutcome,
  EventHandlerRun,
  EventHandlerInfo,
} from './events/handler-record.interface';
export { OnWhatsAppEvent } from './events/on-whatsapp-event.decorator';
export type { WhatsAppEventHandlerDecorator } from './events/on-whatsapp-event.decorator';
export { sharedData } from './events/shared-data';
export { StopHandling } from './events/stop-handling.error';
export { WhatsAppEvents } from './events/whatsapp-events.service';
export { decryptFlowRequest, encryptFlowResponse } from './flows/crypto/flow-cipher';
export type { FlowKeyState, FlowKeyCheck } from './flows/crypto/flow-key-check';
export { FlowKeyRing } from './flows/crypto/flow-key-ring';
export type { FlowKeys } from './flows/crypto/flow-key-ring';
export { generateFlowKeyPair, publicFlowKey, samePublicKey } from './flows/crypto/flow-keys';
export type { FlowKeyPair } from './flows/crypto/flow-keys';
export { readFlowTokenSignature } from './flows/crypto/flow-token-signature';
export { FlowDeadlineError } from './flows/endpoint/flow-deadline';
export type {
  FlowEndpointOptions,
  FlowEndpointOptionsFactory,
  FlowErrorNotification,
  FlowKeyContext,
  WhatsAppFlowsModuleExtras,
} from './flows/endpoint/flow-endpoint-options.interface';
export { FlowRequest } from './flows/endpoint/flow-request';
export type { FlowAnswer, FlowRequestAction } from './flows/endpoint/flow-request';
export { FlowSignatureGuard } from './flows/endpoint/flow-signature.guard';
export { OnFlowRequest } from './flows/endpoint/on-flow-request.decorator';
export { WhatsAppFlowsModule } from './flows/endpoint/whatsapp-flows.module';
export { FlowEndpointError } from './flows/errors/flow-endpoint.error';
export { FlowNotEditableError } from './flows/errors/flow-not-editable.error';
export { FlowRequestCannotBeDecryptedError } from './flows/errors/flow-request-cannot-be-decrypted.error';
export { FlowRequestSignatureAuthenticationFailedError } from './flows/errors/flow-request-signature-authentication-failed.error';
export { FlowTokenNoLongerValidError } from './flows/errors/flow-token-no-longer-valid.error';
export { readFlowCompletion } from './flows/flow-completion';
export type { CompletedFlow } from './flows/flow-completion';
export type {
  CreateFlowInput,
  UpdateFlowInput,
  MigrateFlowsInput,
  FlowMetricInput,
  SyncFlowInput,
} from './flows/flow-inputs.interface';
export { FlowKeysService } from './flows/flow-keys.service';
export type {
  CreatedFlow,
  UploadedFlowJson,
  MigratedFlows,
  SyncedFlow,
} from './flows/flow-results.interface';
export { FlowSync } from './flows/flow-sync.service';
export { FlowsService } from './flows/flows.service';
export { defineFlow } from './flows/json/define-flow';
export { FlowJsonError } from './flows/json/flow-json.error';
export type { FlowJson } from './flows/json/flow-json.interface';
export { toFlowJsonIssues } from './flows/json/meta-validation-errors';
export { parseFlowJson } from './flows/json/parse-flow-json';
export type {
  FlowScreenData,
  FlowScreenRequest,
  FlowScreenForm,
  FlowCompletion,
} from './flows/json/types/flow-inference';
export { validateFlowJson } from './flows/json/validate-flow-json';
export { GraphClient } from './graph/graph-client.service';
export { GraphHooks } from './graph/graph-hooks.interface';
export type { GraphCall } from './graph/graph-hooks.interface';
export { Page } from './graph/graph-page';
export type { CallOptions, GraphRequest, GraphResponse } from './graph/graph-request.interface';
export type { SettledSend } from './graph/send-outcomes.service';
export type { FieldOptions } from './graph/node-request';
export type { PageOptions } from './graph/page-query';
export { CreateGroupDto } from './groups/dto/create-group.dto';
export type { JoinApprovalMode, CreateGroupInput } from './groups/dto/create-group.dto';
export { UpdateGroupDto } from './groups/dto/update-group.dto';
export type { UpdateGroupInput } from './groups/dto/update-group.dto';
export type { GroupPicture } from './groups/group-picture';
export type {
  GroupRequestResult,
  GroupSummary,
  GroupMember,
  GroupInfo,
  GroupInviteLink,
  GroupJoinRequest,
  GroupJoinDecision,
} from './groups/group-results.interface';
export { GroupsService } from './groups/groups.service';
export { signBody, verifySignature } from './http/signature';
export { WebhookRejection } from './http/webhook-rejection.error';
export { WebhookSignatureGuard } from './http/webhook-signature.guard';
export { MarketingMessagesService } from './marketing-messages/marketing-messages.service';
export type { ReachInput } from './marketing-messages/marketing-messages.service';
export { decryptFlowMedia, decryptFlowMediaStream } from './media/encrypted/flow-media';
export type { FlowMediaOptions } from './media/encrypted/flow-media-options.interface';
export { isFlowMediaUrl } from './media/encrypted/flow-media-url';
export { FlowMediaUnavailableError } from './media/errors/flow-media-unavailable.error';
export { FlowMediaVerificationError } from './media/errors/flow-media-verification.error';
export type { FlowMediaCheck } from './media/errors/flow-media-verification.error';
export { MediaMismatchError } from './media/errors/media-mismatch.error';
export { MediaSourceError } from './media/errors/media-source.error';
export { MediaSpoolError } from './media/errors/media-spool.error';
export { MediaTooLargeError } from './media/errors/media-too-large.error';
export { UnsupportedMimeTypeError } from './media/errors/unsupported-mime-type.error';
export { MEDIA_LIMITS } from './media/media-limits';
export type {
  UploadOptions,
  UploadResult,
  MediaCallOptions,
  MediaInfo,
  MediaReference,
  DownloadOptions,
  DecryptOptions,
  MediaDownload,
  MediaBuffer,
  SavedMedia,
  CopyOptions,
  SessionOptions,
  UploadSession,
  HandleOptions,
  HandleResult,
} from './media/media-options.interface';
export { MediaService } from './media/media.service';
export { ChatMessages } from './messages/chat-messages';
export { decodeCorrelation } from './messages/correlation';
export {
  AddressValuesDto,
  AddressErrorsDto,
  SavedAddressDto,
  RequestAddressDto,
} from './messages/dto/address-request.dto';
export type { RequestAddressInput } from './messages/dto/address-request.dto';
export { ReplyButtonDto, SendButtonsDto } from './messages/dto/buttons.dto';
export type { SendButtonsInput } from './messages/dto/buttons.dto';
export {
  ContactNameDto,
  ContactAddressDto,
  ContactEmailDto,
  ContactPhoneDto,
  ContactUrlDto,
  ContactOrganizationDto,
  ContactCardDto,
} from './messages/dto/contact-card.dto';
export { SendContactsDto } from './messages/dto/contacts.dto';
export type { SendContactsInput } from './messages/dto/contacts.dto';
export { SendCtaUrlDto } from './messages/dto/cta-url.dto';
export type { SendCtaUrlInput } from './messages/dto/cta-url.dto';
export { SendFlowDto } from './messages/dto/flow.dto';
export type { SendFlowInput } from './messages/dto/flow.dto';
export {
  HeaderDto,
  BodyMessageDto,
  FooterMessageDto,
  HeaderMessageDto,
} from './messages/dto/interactive-parts.dto';
export { ListRowDto, ListSectionDto, SendListDto } from './messages/dto/list.dto';
export type { SendListInput } from './messages/dto/list.dto';
export { SendLocationDto } from './messages/dto/location.dto';
export type { SendLocationInput } from './messages/dto/location.dto';
export { UrlButtonDto, MediaCardDto, SendMediaCarouselDto } from './messages/dto/media-carousel.dto';
export type { SendMediaCarouselInput } from './messages/dto/media-carousel.dto';
export { MediaReferenceDto, DocumentReferenceDto } from './messages/dto/media-reference.dto';
export {
  SendMediaDto,
  SendImageDto,
  SendVideoDto,
  SendAudioDto,
  SendVoiceDto,
  SendDocumentDto,
  SendStickerDto,
} from './messages/dto/media.dto';
export type {
  SendImageInput,
  SendVideoInput,
  SendAudioInput,
  SendVoiceInput,
  SendDocumentInput,
  SendStickerInput,
} from './messages/dto/media.dto';
export {
  MessageDto,
  QuotingDto,
  ChatMessageDto,
  UserMessageDto,
  GroupMessageDto,
} from './messages/dto/message.dto';
export { OrderDetailsDto, SendOrderDetailsDto } from './messages/dto/order-details.dto';
export type { SendOrderDetailsInput } from './messages/dto/order-details.dto';
export {
  AmountDto,
  DescribedAmountDto,
  DiscountDto,
  ItemImageDto,
  OrderItemDto,
  OrderExpirationDto,
  OrderDto,
  BeneficiaryDto,
} from './messages/dto/order-parts.dto';
export { OrderPaymentDto, SendOrderStatusDto } from './messages/dto/order-status.dto';
export type { SendOrderStatusInput } from './messages/dto/order-status.dto';
export { UnpinDto, PinDto } from './messages/dto/pin.dto';
export type { PinInput, UnpinInput } from './messages/dto/pin.dto';
export { SendProductCarouselDto } from './messages/dto/product-carousel.dto';
export type { SendProductCarouselInput } from './messages/dto/product-carousel.dto';
export {
  SendProductDto,
  ProductSectionDto,
  SendProductListDto,
  SendCatalogDto,
} from './messages/dto/product.dto';
export type { SendProductInput, SendProductListInput, SendCatalogInput } from './messages/dto/product.dto';
export { UnreactDto, ReactDto } from './messages/dto/reaction.dto';
export type { ReactInput, UnreactInput } from './messages/dto/reaction.dto';
export {
  RequestLocationDto,
  RequestContactInfoDto,
  RequestCallPermissionDto,
  SendVoiceCallButtonDto,
} from './messages/dto/requests.dto';
export type {
  RequestLocationInput,
  RequestContactInfoInput,
  RequestCallPermissionInput,
  SendVoiceCallButtonInput,
} from './messages/dto/requests.dto';
export { TemplateDto, SendTemplateDto, SendMarketingMessageDto } from './messages/dto/template.dto';
export type {
  SendTemplateInput,
  SendMarketingMessageInput,
  TemplateInput,
} from './messages/dto/template.dto';
export { SendTextDto } from './messages/dto/text.dto';
export type { SendTextInput } from './messages/dto/text.dto';
export type { FlowOpening } from './messages/flow-opening';
export { markdownToWhatsApp } from './messages/markdown/markdown-to-whatsapp';
export { MessagesService } from './messages/messages.service';
export type { ReplyInput } from './messages/messages.service';
export { PartialSendError } from './messages/partial-send.error';
export type { ReplyTarget } from './messages/reply-target';
export type { SendStatus, SentRecipient, SendResult, SendTextResult } from './messages/send-result.interface';
export { reduceStatus } from './messages/status/reduce-status';
export { flowButton } from './messages/template/flow-button';
export type { FlowButtonInput, FlowButtonValue } from './messages/template/flow-button';
export { defineTemplate } from './messages/template/template-message';
export type { TemplateMessage } from './messages/template/template-message';
export type {
  TemplateValue,
  TemplateParams,
  TemplateHeaderValue,
  TemplateMedia,
  TemplateButtonValue,
  TemplateCardValue,
} from './messages/template/template-values.interface';
export { splitText, truncateText } from './messages/text-parts';
export { MigrationIntentDto } from './migration/dto/migration-intent.dto';
export type { MigrationIntentInput } from './migration/dto/migration-intent.dto';
export { MigrationService } from './migration/migration.service';
export { ApplyForOfficialAccountDto } from './official-business-account/dto/apply-for-official-account.dto';
export type { ApplyForOfficialAccountInput } from './official-business-account/dto/apply-for-official-account.dto';
export { OfficialBusinessAccountService } from './official-business-account/official-business-account.service';
export type { OfficialBusinessAccount } from './official-business-account/official-business-account.service';
export { CreatePaymentConfigurationDto } from './payments/dto/payment-configuration.dto';
export type { CreatePaymentConfigurationInput } from './payments/dto/payment-configuration.dto';
export { RefundDto } from './payments/dto/refund.dto';
export type { RefundInput } from './payments/dto/refund.dto';
export { PaymentsService } from './payments/payments.service';
export { CallbackOverrideDto } from './phone-numbers/dto/callback-override.dto';
export type { CallbackOverrideInput } from './phone-numbers/dto/callback-override.dto';
export { CreatePhoneNumberDto } from './phone-numbers/dto/create-phone-number.dto';
export type { CreatePhoneNumberInput } from './phone-numbers/dto/create-phone-number.dto';
export { RegistrationBackupDto, RegisterPhoneNumberDto } from './phone-numbers/dto/register-phone-number.dto';
export type { RegisterPhoneNumberInput } from './phone-numbers/dto/register-phone-number.dto';
export { RequestCodeDto, VerifyCodeDto } from './phone-numbers/dto/verify-phone-number.dto';
export type { RequestCodeInput, VerifyCodeInput } from './phone-numbers/dto/verify-phone-number.dto';
export type {
  CreatedPhoneNumber,
  PhoneNumberQuality,
  PhoneNumberThroughput,
  BusinessAppSync,
} from './phone-numbers/phone-number-results.interface';
export { PhoneNumbersService } from './phone-numbers/phone-numbers.service';
export type { PhoneNumberListQuery, PhoneNumberSort } from './phone-numbers/phone-numbers.service';
export { PreverifiedNumbersService } from './phone-numbers/preverified-numbers.service';
export type {
  PreverifiedNumberFilter,
  SharedPreverifiedNumber,
} from './phone-numbers/preverified-numbers.service';
export { CreateQrCodeDto, UpdateQrCodeDto } from './qr-codes/dto/qr-code.dto';
export type { CreateQrCodeInput, UpdateQrCodeInput } from './qr-codes/dto/qr-code.dto';
export type { QrImageFormat, QrCode } from './qr-codes/qr-code.interface';
export { QrCodesService } from './qr-codes/qr-codes.service';
export type { QrCodeReadOptions } from './qr-codes/qr-codes.service';
export {
  weekday,
  monday,
  tuesday,
  wednesday,
  thursday,
  friday,
  saturday,
  sunday,
  weekdays,
  everyDay,
  holiday,
} from './settings/call-hours/hours';
export type { DayHours } from './settings/call-hours/hours';
export { CallingBootCheck } from './settings/calling-boot.check';
export { SettingsPartlyUpdatedError } from './settings/errors/settings-partly-updated.error';
export type {
  SettingsFeature,
  GetSettingsOptions,
  UpdateSettingsOptions,
} from './settings/settings-options.interface';
export { SettingsService } from './settings/settings.service';
export type { SettingsEdit } from './settings/settings.service';
export { CreateSignupDto, UpdateSignupDto } from './signups/dto/signup.dto';
export type { CreateSignupInput, UpdateSignupInput } from './signups/dto/signup.dto';
export { SignupsService } from './signups/signups.service';
export type { CreateSolutionInput } from './solutions/solution-requests';
export { SolutionsService } from './solutions/solutions.service';
export type { SolutionToken } from './solutions/solutions.service';
export { SubscribeDto } from './subscription/dto/subscribe.dto';
export type { CallbackUrlScope, SubscribeInput } from './subscription/dto/subscribe.dto';
export type { SubscriptionChange } from './subscription/subscription-plan';
export { webhookFieldsOf } from './subscription/webhook-fields';
export type { DerivedWebhookFields } from './subscription/webhook-fields';
export { WebhookSubscriber } from './subscription/webhook-subscriber.service';
export type { SubscribeResult, SubscriptionCheck } from './subscription/webhook-subscriber.service';
export { CreateTemplateDto } from './templates/dto/create-template.dto';
export { CreateLibraryTemplateDto } from './templates/dto/library-template.dto';
export { TemplateSettingsDto, NewTemplateSettingsDto } from './templates/dto/template-settings.dto';
export { UpdateTemplateDto } from './templates/dto/update-template.dto';
export { UpsertTemplateDto } from './templates/dto/upsert-template.dto';
export { withExamples } from './templates/template-examples';
export type {
  ListTemplatesInput,
  BrowseLibraryInput,
  DeleteTemplateInput,
  CompareTemplatesInput,
  MigrateTemplatesInput,
  PreviewTemplatesInput,
  CreateTemplateGroupInput,
  MessageSample,
} from './templates/template-inputs.interface';
export type {
  CreatedTemplate,
  UpdatedTemplate,
  UnpausedTemplate,
  UpsertedTemplate,
  TemplateBatchResult,
  TemplateComparison,
  ClassifiedSample,
} from './templates/template-results.interface';
export { TemplatesService } from './templates/templates.service';
export { UsernamesService } from './usernames/usernames.service';
export type { Username, SetUsernameOptions } from './usernames/usernames.service';
export { PayloadValidator } from './validation/payload-validator.service';
export { isUserId } from './validation/recipient';
export type {
  PhoneRecipient,
  UserIdRecipient,
  GroupRecipient,
  IndividualRecipient,
  Recipient,
  RecipientFields,
} from './validation/recipient';
export { AssignUserDto } from './waba/dto/assign-user.dto';
export type { AssignUserInput } from './waba/dto/assign-user.dto';
export { WabaCallbackOverrideDto } from './waba/dto/callback-override.dto';
export type { WabaCallbackOverrideInput } from './waba/dto/callback-override.dto';
export { WabaSettingsDto } from './waba/dto/waba-settings.dto';
export type { WabaListFilter, WabaActivityFilter } from './waba/waba-lists';
export { WabaService } from './waba/waba.service';
export { parseWebhook } from './webhook/webhook.parser';
export { WelcomeMessageSequencesService } from './welcome-message-sequences/welcome-message-sequences.service';
export type {
  CreateWelcomeSequenceInput,
  UpdateWelcomeSequenceInput,
  WelcomeSequenceFilter,
} from './welcome-message-sequences/welcome-message-sequences.service';
export type { WhatsAppServices } from './facade/whatsapp-services';
export { WhatsApp } from './facade/whatsapp.facade';
export type { WhatsAppModuleExtras } from './whatsapp.module-definition';
export { WhatsAppModule } from './whatsapp.module';
export { CustomerServiceWindow } from './window/customer-service-window.service';
export type {
  AnalyticsSpan,
  MessagingPoint,
  ConversationPoint,
  PricingPoint,
  TemplatePoint,
  CallPoint,
  GroupPoint,
  AnalyticsDirection,
  ConversationType,
  ConversationCategory,
  ConversationDimension,
  PricingType,
  PricingCategory,
  PricingDimension,
  CallDimension,
  TemplateMetric,
  GroupMetric,
} from './wire/analytics/points';
export type { AccessTokenAnswer } from './wire/app/access-token';
export type { WebhookField, AppSubscription } from './wire/app/app-subscription';
export type { GranularScope, DebugTokenData } from './wire/app/debug-token';
export type {
  WireBlockedUser,
  WireFailedUser,
  WireBlockTarget,
  BlockUsersRequest,
  BlockUsersResponse,
} from './wire/blocked-users/block-users';
export type {
  BusinessEntityType,
  WireComplianceContact,
  WireGrievanceOfficer,
  OutboundBusinessCompliance,
  WireBusinessCompliance,
} from './wire/business-compliance/business-compliance';
export type {
  BusinessVertical,
  BusinessProfile,
  BusinessProfileField,
} from './wire/business-profile/business-profile';
export type {
  WireCallPermissionLimit,
  WireCallPermissionAction,
  CallPermissionsResponse,
} from './wire/call/call-permission';
export type {
  OutboundCallSession,
  OutboundCallCapture,
  OutboundCallConnect,
  OutboundCallPreAccept,
  OutboundCallAccept,
  OutboundCallEnd,
  OutboundCallRequest,
  CallConnectResponse,
  CallStepResponse,
} from './wire/call/call-request';
export type { WireCommerceSettings, ProductCatalog } from './wire/commerce/commerce-settings';
export type {
  WireCommand,
  WireConversationalAutomation,
} from './wire/conversational-automation/conversational-automation';
export type {
  ConversionEventName,
  OutboundConversionEvent,
  ConversionEventsAnswer,
} from './wire/conversions/conversion-event';
export type {
  WabaCurrency,
  CreditLine,
  CreditAllocation,
  CreditShareAnswer,
} from './wire/credit-lines/credit-line';
export type { WebhookError } from './wire/error';
export type { FlowDataDeclaration, FlowDefinition } from './wire/flow/definition';
export type { BusinessEncryption } from './wire/flow/encryption-key';
export type {
  EncryptedFlowRequest,
  FlowAction,
  FlowRequestPayload,
  FlowErrorKey,
  FlowScreenResponse,
  FlowSuccessResponse,
  FlowPingResponse,
  FlowAcknowledgement,
  FlowTokenErrorResponse,
  FlowResponsePayload,
} from './wire/flow/endpoint';
export type {
  FlowValidationSpan,
  FlowValidationPointer,
  FlowValidationError,
  FlowCategory,
  FlowCanSend,
  FlowHealthEntity,
  FlowHealth,
  FlowMetric,
  FlowDetails,
  FlowCreated,
  FlowJsonUploaded,
  FlowAsset,
  FlowsMigrated,
} from './wire/flow/management';
export type { FlowMediaEncryption, EncryptedFlowMedia, FlowCompletionMedia } from './wire/flow/media';
export type {
  WireJoinApprovalMode,
  OutboundGroupCreate,
  OutboundGroupUpdate,
  GroupRequestAnswer,
  WireGroupSummary,
  WireGroupMember,
  WireGroup,
  GroupInviteLinkAnswer,
  WireGroupJoinRequest,
  GroupJoinDecisionAnswer,
  OutboundGroupParticipant,
} from './wire/groups/group';
export type {
  AccountRestriction,
  SharedWabaInfo,
  AccountUpdateEvent,
  AccountUpdate,
} from './wire/inbound/account-update';
export type {
  AccountAlertInfo,
  AccountAlert,
  AccountReviewUpdate,
  CallingSettings,
  AccountSettingsUpdate,
  BusinessCapabilityUpdate,
  BusinessStatusUpdate,
  BusinessUsernameUpdate,
  PhoneNumberNameUpdate,
  PhoneNumberQualityUpdate,
  SecurityUpdate,
  PartnerSolutionUpdate,
  PaymentConfigurationUpdate,
  CampaignStatusUpdate,
} from './wire/inbound/account';
export type {
  LeadSubmittedEvent,
  PurchaseEvent,
  UnknownAutomaticEvent,
  TrackingSentEvent,
  UnknownTrackingEvent,
} from './wire/inbound/ad-event';
export type { AnyMessageContent, AnyInboundMessage, AnyMessageEcho } from './wire/inbound/any-message';
export type {
  AppStateSyncBase,
  AppStateSyncAdd,
  AppStateSyncRemove,
  UnknownAppStateSync,
} from './wire/inbound/app-state-sync';
export type { ButtonContent, InboundButtonMessage, ButtonMessageEcho } from './wire/inbound/button';
export type {
  CallEventBase,
  CallConnect,
  CallTerminate,
  CallCreated,
  CallRecordingAvailable,
  CallTranscriptionAvailable,
  UnknownCallEvent,
  CallStatusBase,
  CallRinging,
  CallAccepted,
  CallRejected,
  UnknownCallStatus,
} from './wire/inbound/call';
export type { WireTimestamp, Open } from './wire/inbound/common';
export type { InboundContact } from './wire/inbound/contact';
export type { ConversationContext } from './wire/inbound/conversation-context';
export type { MessageEchoBase, UnknownMessageEcho } from './wire/inbound/echo';
export type {
  EditedContent,
  EditContent,
  RevokeContent,
  InboundEditMessage,
  InboundRevokeMessage,
  EditMessageEcho,
  RevokeMessageEcho,
} from './wire/inbound/edit';
export type {
  FlowStatus,
  FlowErrorCount,
  FlowStatusChange,
  FlowClientErrorRate,
  FlowEndpointErrorRate,
  FlowEndpointLatency,
  FlowEndpointAvailability,
  FlowVersionExpiryWarning,
  UnknownFlowUpdate,
} from './wire/inbound/flow-update';
export type {
  GroupUpdateBase,
  GroupParticipant,
  GroupCreate,
  GroupDelete,
  GroupParticipantsAdd,
  GroupParticipantsRemove,
  GroupJoinRequest as InboundGroupJoinRequest,
  GroupSettingOutcome,
  GroupSettingsUpdate,
  GroupStatusUpdate,
  UnknownGroupUpdate,
} from './wire/inbound/group-update';
export type {
  HandoverRole,
  HandoverDetails,
  HandoverControlPassed,
  HandoverControlTaken,
  UnknownHandover,
} from './wire/inbound/handover';
export type {
  HistoryChunkMessage,
  HistoryThread,
  HistoryChunk,
  HistoryDeclined,
} from './wire/inbound/history';
export type {
  InboundButtonReply,
  InboundListReply,
  InboundNfmReply,
  InboundCallPermissionReply,
  InboundPaymentMethod,
  InboundInteractiveError,
  InboundUnknownInteractive,
  InteractiveMessageEcho,
  TemplateMessageEcho,
} from './wire/inbound/interactive';
export type { LocationContent, InboundLocationMessage, LocationMessageEcho } from './wire/inbound/location';
export type {
  InboundMediaFile,
  ImageContent,
  VideoContent,
  AudioContent,
  DocumentContent,
  StickerContent,
  InboundImageMessage,
  InboundVideoMessage,
  InboundAudioMessage,
  InboundDocumentMessage,
  InboundStickerMessage,
  InboundVoiceMessage,
  ImageMessageEcho,
  VideoMessageEcho,
  AudioMessageEcho,
  DocumentMessageEcho,
  StickerMessageEcho,
} from './wire/inbound/media';
export type { InboundMessageContext, InboundMessageBase } from './wire/inbound/message';
export type {
  OrderProductItem,
  OrderContent,
  InboundOrderMessage,
  OrderMessageEcho,
} from './wire/inbound/order';
export type {
  PaymentAmount as InboundPaymentAmount,
  PaymentTransaction as InboundPaymentTransaction,
  PaymentRefund as InboundPaymentRefund,
  PaymentDetails,
  PaymentStatusBase,
  CapturedPayment,
  PendingPayment,
  FailedPayment,
  UnknownPayment,
} from './wire/inbound/payment-status';
export type { ReactionContent, InboundReactionMessage, ReactionMessageEcho } from './wire/inbound/reaction';
export type { Referral } from './wire/inbound/referral';
export type {
  SharedContactOrigin,
  SharedContact,
  ContactsContent,
  InboundContactsMessage,
  ContactsMessageEcho,
} from './wire/inbound/shared-contact';
export type { StandbyMessageEcho, StandbyStatus, StandbyUpdate } from './wire/inbound/standby';
export type {
  StatusPricing,
  StatusConversation,
  StatusRecipient,
  MessageStatusBase,
  SentStatus,
  DeliveredStatus,
  ReadStatus,
  PlayedStatus,
  DeletedStatus,
  WarningStatus,
  FailedStatus,
  UnknownStatus,
} from './wire/inbound/status';
export type {
  SystemNoticeBase,
  InboundUserChangedNumber,
  InboundCustomerChangedNumber,
  InboundUserChangedUserId,
  InboundCustomerIdentityChanged,
  InboundUserIdentityChanged,
  InboundUserPreferenceChanged,
  InboundUnknownSystem,
} from './wire/inbound/system';
export type {
  TemplateUpdateBase,
  TemplateCategory,
  TemplateStatusUpdate,
  TemplateQualityScore,
  TemplateQualityUpdate,
  TemplateComponentsUpdate,
  TemplateCategoryUpdate,
  TemplateCorrectCategoryDetection,
  TemplatePerformanceMetrics,
} from './wire/inbound/template-update';
export type { TextContent, InboundTextMessage, TextMessageEcho } from './wire/inbound/text';
export type {
  UnsupportedKind,
  UnsupportedContent,
  InboundUnsupportedMessage,
  UnsupportedMessageEcho,
  InboundEphemeralMessage,
  InboundRequestWelcomeMessage,
  InboundUnknownMessage,
} from './wire/inbound/unsupported';
export type {
  MarketingClickData,
  LinkClickAction,
  LandingPageViewAction,
  UnknownUserAction,
} from './wire/inbound/user-action';
export type {
  UserPreferenceBase,
  UserPreferenceStop,
  UserPreferenceResume,
  UserPreferenceSignup,
  UnknownUserPreference,
  UserIdUpdate,
} from './wire/inbound/user-update';
export type {
  MarketingMessagesStatus,
  MarketingMessagesInvitation,
  ReachInterval,
  ReachEstimate,
  MarketingMessagesReach,
} from './wire/marketing-messages/onboarding';
export type {
  MediaUploadResponse,
  MediaInfoResponse,
  MediaDeleteResponse,
  UploadSessionResponse,
  UploadOffsetResponse,
  UploadHandleResponse,
} from './wire/media';
export type { MigrationIntentStatus, MigrationIntent } from './wire/migration/migration-intent';
export type {
  OfficialBusinessAccountStatus,
  WireOfficialBusinessAccount,
  OfficialBusinessAccountRequest,
} from './wire/official-business-account/official-business-account';
export type { OutboundAddressValues, OutboundAddressAction } from './wire/outbound/address';
export type { OutboundQuickReply, OutboundMediaCard, OutboundProductCard } from './wire/outbound/carousel';
export type {
  OutboundContactName,
  OutboundContactAddress,
  OutboundContact,
  OutboundContactsContent,
} from './wire/outbound/contacts';
export type { OutboundEnvelope } from './wire/outbound/envelope';
export type {
  OutboundHeader,
  OutboundReplyButton,
  OutboundListSection,
  OutboundProductSection,
  OutboundFlowParameters,
  OutboundButtons,
  OutboundList,
  OutboundCtaUrl,
  OutboundFlow,
  OutboundProduct,
  OutboundProductList,
  OutboundCatalog,
  OutboundLocationRequest,
  OutboundAddressRequest,
  OutboundCallPermissionRequest,
  OutboundVoiceCallButton,
  OutboundContactInfoRequest,
  OutboundCarousel,
  OutboundOrderDetailsMessage,
  OutboundOrderStatusMessage,
  OutboundInteractive,
  OutboundInteractiveContent,
} from './wire/outbound/interactive';
export type { OutboundLocation, OutboundLocationContent } from './wire/outbound/location';
export type {
  OutboundMediaReference,
  OutboundCaptionedMedia,
  OutboundDocument,
  OutboundImageContent,
  OutboundVideoContent,
  OutboundAudioContent,
  OutboundDocumentContent,
  OutboundStickerContent,
} from './wire/outbound/media';
export type {
  OutboundContent,
  OutboundMessage,
  OutboundOtherMessage,
  OutboundMarketingMessage,
} from './wire/outbound/message';
export type {
  OutboundAmount,
  OutboundOrderItem,
  OutboundOrder,
  OutboundPaymentSetting,
  OutboundPaymentGateway,
  OutboundBeneficiary,
  OutboundOrderDetails,
  OutboundOrderState,
  OutboundOrderStatus,
} from './wire/outbound/order';
export type { OutboundPinContent } from './wire/outbound/pin';
export type { OutboundReactionContent } from './wire/outbound/reaction';
export type { OutboundReadReceipt } from './wire/outbound/receipt';
export type { SendResponse } from './wire/outbound/send-response';
export type {
  OutboundTextParameter,
  OutboundHeaderParameter,
  OutboundBodyParameter,
  OutboundButtonParameter,
  OutboundButtonAction,
  OutboundTemplateButton,
  OutboundTemplateHeader,
  OutboundTemplateBody,
  OutboundTemplateCard,
  OutboundTemplateComponent,
  OutboundTemplate,
  OutboundTemplateContent,
  OutboundMarketingSettings,
} from './wire/outbound/template';
export type { OutboundTextContent } from './wire/outbound/text';
export type {
  PaymentCode,
  PaymentConfiguration,
  PaymentProvider,
  PaymentConfigurationLink,
} from './wire/payments/payment-configuration';
export type {
  PaymentAmount,
  PaymentRefundEntry,
  PaymentTransaction,
  Payment,
  PaymentRefund,
} from './wire/payments/payment';
export type { BusinessAppSyncType, BusinessAppSyncResponse } from './wire/phone-numbers/business-app-sync';
export type {
  Sendability,
  HealthError,
  HealthEntity,
  HealthStatus,
} from './wire/phone-numbers/health-status';
export type {
  CreatePhoneNumberRequest,
  RegisterPhoneNumberRequest,
  CreatePhoneNumberResponse,
} from './wire/phone-numbers/phone-number-request';
export type {
  CodeVerificationStatus,
  NameStatus,
  QualityRating,
  MessagingLimitTier,
  ThroughputLevel,
  PlatformType,
  SearchVisibility,
  WebhookConfiguration,
  PhoneNumber,
  PhoneNumberField,
} from './wire/phone-numbers/phone-number';
export type {
  PreverifiedNumber,
  PreverifiedNumberField,
  PreverifiedNumberPartner,
} from './wire/phone-numbers/preverified-number';
export type { WireQrCode } from './wire/qr-codes/qr-code';
export type { DayOfWeek, WeeklyOperatingHours, HolidaySchedule, CallHours } from './wire/settings/call-hours';
export type {
  SipServer,
  StoredSipServer,
  SipSettings,
  VoicemailSettings,
  CallingRestriction,
  CallingSettingsChange,
  PhoneNumberCallingSettings,
} from './wire/settings/calling-settings';
export type {
  StorageConfiguration,
  StorageRegion,
  StorageConfigurationChange,
  UserIdentityChange,
  PayloadEncryption,
  PayloadEncryptionChange,
  PhoneNumberSettings,
  PhoneNumberSettingsChange,
} from './wire/settings/phone-number-settings';
export type {
  SignupStatus,
  Signup,
  OutboundSignup,
  OutboundSignupChange,
  MessagingCustomerBase,
  DefaultCustomerBase,
} from './wire/signups/signup';
export type {
  SolutionPermission,
  Solution,
  SolutionField,
  OutboundSolution,
  SolutionTokenAnswer,
} from './wire/solutions/solution';
export type {
  TemplateCreated,
  TemplateUpdated,
  TemplateUpserted,
  TemplateUnpaused,
  FailedTemplates,
  TemplatesMigrated,
  TemplatesArchived,
  TemplateComparisonAnswer,
  TemplatePreview,
  TemplateGroup,
  MessageSampleAnswer,
} from './wire/template/answer';
export type {
  TemplateQuickReplyButton,
  TemplateUrlButton,
  TemplatePhoneNumberButton,
  TemplateCopyCodeButton,
  TemplateFlowButton,
  TemplateSupportedApp,
  TemplateOtpButton,
  TemplateFixedButton,
  TemplateVoiceCallButton,
  TemplateButton,
} from './wire/template/button';
export type {
  TemplateNamedExample,
  TemplateTextHeader,
  TemplateMediaHeader,
  TemplateLocationHeader,
  TemplateProductHeader,
  TemplateHeader,
  TemplateBody,
  TemplateFooter,
  TemplateButtons,
  TemplateLimitedTimeOffer,
  TemplateCallPermissionRequest,
  TemplateCard,
  TemplateCarousel,
  TemplateComponent,
} from './wire/template/component';
export type {
  LibraryParameterType,
  LibraryTemplate,
  LibraryButtonInput,
  LibraryBodyInput,
  LibraryTemplateCreation,
} from './wire/template/library-template';
export type {
  TemplateStatus,
  TemplateParameterFormat,
  TemplateCreativeFeatures,
  TemplateSettings,
  MessageTemplate,
  TemplateCreation,
  TemplateChanges,
  TemplateUpsert,
  TemplateSummary,
} from './wire/template/message-template';
export type { UsernameStatus, WireUsername, UsernameSuggestionsResponse } from './wire/usernames/username';
export type { WabaActivityType, WabaActivity } from './wire/waba/activity';
export type { WabaTask, AssignedUser } from './wire/waba/assigned-user';
export type {
  BusinessVerificationStatus,
  MarketingMessagesLiteApiStatus,
  MarketingMessagesOnboardingStatus,
  WireBusiness,
  BusinessPortfolio,
  BusinessPortfolioField,
  AuthInternationalRateEligibility,
  WhatsAppBusinessAccount,
  WhatsAppBusinessAccountField,
  WabaSettingsChange,
} from './wire/waba/business-account';
export type { FacebookApplication, SubscribedApp } from './wire/waba/subscribed-app';
export type {
  WelcomeMessageContent,
  WelcomeMessageSequence,
} from './wire/welcome-message-sequences/welcome-message-sequence';
