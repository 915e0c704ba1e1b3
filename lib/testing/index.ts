export type { CallFailure } from './calls/call-webhooks';
export type { EmulatedCallState } from './calls/emulated-call';
export type { ExpectCallOptions, UserCall } from './calls/user-call';
export type { AllowCallsOptions, PlaceCallOptions } from './calls/user-calls';
export { CloudApiEmulator } from './emulator';
export { SteppedClock } from './emulator-clock';
export type { EmulatorClock, EmulatorTimer } from './emulator-clock';
export { EmulatorError } from './emulator.error';
export type {
  AutoStatus,
  CloudApiEmulatorOptions,
  EmulatedNumberOptions,
  EmulatorModuleOptions,
  UserOptions,
} from './emulator-options.interface';
export type { FlowDesk, FlowSeed } from './flows/flow-desk';
export type { FlowEndpointAnswer, FlowRequestOptions } from './flows/flow-endpoint';
export type { FlowFailure } from './flows/flow-session';
export type { EmulatedFlow, FlowFinding } from './flows/flow-store';
export type { FlowMediaTamper, PickedFile } from './flows/picked-media';
export type { UserFlow } from './flows/user-flow';
export type { AccountActivity } from './model/account-activity';
export type { AccountRecord, EmulatedTemplateGroup } from './model/account-record';
export type { BusinessMessage, MessageStatus } from './model/business-message';
export type { EmulatedGroup } from './model/emulated-group';
export type { StoredMedia } from './model/media-store';
export type { Choice } from './model/message-choices';
export type { MessageMatcher } from './model/message-matcher';
export type { EmulatedQrCode, NumberRecord } from './model/number-record';
export type { PaymentBook } from './model/payment-book';
export type {
  EmulatedAllocation,
  EmulatedPreverifiedNumber,
  PortfolioRecord,
} from './model/portfolio-record';
export type { SentInteractive, SentMedia, SentPayload, SentText } from './model/sent-payload.interface';
export type { EmulatedTemplate } from './model/template-store';
export type { UserMessage } from './model/user-message';
export type { UserProfile } from './model/user-profile.interface';
export type { FaultOptions } from './server/fault';
export type { RecordedRequest } from './server/recorded-request';
export type { StatusChange, TemplateDesk, TemplateSeed } from './templates/template-desk';
export type { EmulatorEventMap } from './transcript/emulator-events';
export { formatEntry, formatTranscript } from './transcript/format-transcript';
export type { TranscriptFormat } from './transcript/format-transcript';
export type { TranscriptEntry } from './transcript/transcript';
export type { MessageRef } from './users/user-choice';
export type { UserContent, UserFile, UserLocation } from './users/user-content';
export type { ExpectOptions, PickOptions, VirtualUser, WriteOptions } from './users/virtual-user';
export type { Delivery, DeliveryAttempt, DeliveryState } from './webhooks/delivery';
export type { RawWebhookOptions } from './webhooks/raw-webhook';
export { serializeWebhook } from './webhooks/serialize-webhook';
export { signedWebhook, signWebhook } from './webhooks/sign-webhook';
export type { SignedWebhook } from './webhooks/sign-webhook';
export type { StatusFailure } from './webhooks/webhook-builders';
