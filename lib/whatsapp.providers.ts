import type { DynamicModule, Provider } from '@nestjs/common';
import { analyticsProviders } from './analytics/analytics.providers';
import { AnalyticsService } from './analytics/analytics.service';
import { appProviders } from './app/app.providers';
import { AppService } from './app/app.service';
import { blockedUsersProviders } from './blocked-users/blocked-users.providers';
import { BlockedUsersService } from './blocked-users/blocked-users.service';
import { businessComplianceProviders } from './business-compliance/business-compliance.providers';
import { BusinessComplianceService } from './business-compliance/business-compliance.service';
import { businessEncryptionProviders } from './business-encryption/business-encryption.providers';
import { BusinessEncryptionService } from './business-encryption/business-encryption.service';
import { businessProfileProviders } from './business-profile/business-profile.providers';
import { BusinessProfileService } from './business-profile/business-profile.service';
import { callTrackerProviders } from './call-tracker.providers';
import { CallTracker } from './calls/call-tracker';
import { callsProviders } from './calls/calls.providers';
import { CallsService } from './calls/calls.service';
import { commerceProviders } from './commerce/commerce.providers';
import { CommerceService } from './commerce/commerce.service';
import { AccountDirectory } from './config/account-directory';
import { AccountResolver } from './config/account.interface';
import { BusinessKeyStore } from './config/business-key-store.interface';
import { Clock } from './config/clock';
import { configProviders } from './config/config.providers';
import { WHATSAPP_OPTIONS } from './config/whatsapp.constants';
import { conversationalAutomationProviders } from './conversational-automation/conversational-automation.providers';
import { ConversationalAutomationService } from './conversational-automation/conversational-automation.service';
import { conversionsProviders } from './conversions/conversions.providers';
import { ConversionsService } from './conversions/conversions.service';
import { creditLinesProviders } from './credit-lines/credit-lines.providers';
import { CreditLinesService } from './credit-lines/credit-lines.service';
import { DeadLetters } from './delivery/dead-letters.service';
import { DeliveryEngine } from './delivery/delivery-engine.interface';
import { deliveryProviders } from './delivery/delivery.providers';
import { eventsProviders } from './events/events.providers';
import { WhatsAppEvents } from './events/whatsapp-events.service';
import { FlowKeysService } from './flows/flow-keys.service';
import { FlowSync } from './flows/flow-sync.service';
import { flowsProviders } from './flows/flows.providers';
import { FlowsService } from './flows/flows.service';
import { GraphClient } from './graph/graph-client.service';
import { graphProviders } from './graph/graph.providers';
import { groupsProviders } from './groups/groups.providers';
import { GroupsService } from './groups/groups.service';
import { RegisteredEvents } from './handled-events';
import { marketingMessagesProviders } from './marketing-messages/marketing-messages.providers';
import { MarketingMessagesService } from './marketing-messages/marketing-messages.service';
import { mediaProviders } from './media/media.providers';
import { MediaService } from './media/media.service';
import { messagesProviders } from './messages/messages.providers';
import { MessagesService } from './messages/messages.service';
import { migrationProviders } from './migration/migration.providers';
import { MigrationService } from './migration/migration.service';
import { officialBusinessAccountProviders } from './official-business-account/official-business-account.providers';
import { OfficialBusinessAccountService } from './official-business-account/official-business-account.service';
import { paymentsProviders } from './payments/payments.providers';
import { PaymentsService } from './payments/payments.service';
import { phoneNumbersProviders } from './phone-numbers/phone-numbers.providers';
import { PhoneNumbersService } from './phone-numbers/phone-numbers.service';
import { PreverifiedNumbersService } from './phone-numbers/preverified-numbers.service';
import { qrCodesProviders } from './qr-codes/qr-codes.providers';
import { QrCodesService } from './qr-codes/qr-codes.service';
import { sendingProviders } from './sending.providers';
import { settingsProviders } from './settings/settings.providers';
import { SettingsService } from './settings/settings.service';
import { signupsProviders } from './signups/signups.providers';
import { SignupsService } from './signups/signups.service';
import { solutionsProviders } from './solutions/solutions.providers';
import { SolutionsService } from './solutions/solutions.service';
import { subscriptionProviders } from './subscription/subscription.providers';
import { HandledEvents } from './subscription/handled-events.interface';
import { WebhookSubscriber } from './subscription/webhook-subscriber.service';
import { TemplateCacheInvalidator } from './template-cache.invalidator';
import { templatesProviders } from './templates/templates.providers';
import { TemplatesService } from './templates/templates.service';
import { usernamesProviders } from './usernames/usernames.providers';
import { UsernamesService } from './usernames/usernames.service';
import { validationProviders } from './validation/validation.providers';
import { wabaProviders } from './waba/waba.providers';
import { WabaService } from './waba/waba.service';
import { webhookProviders } from './webhook/webhook.providers';
import { welcomeMessageSequencesProviders } from './welcome-message-sequences/welcome-message-sequences.providers';
import { WelcomeMessageSequencesService } from './welcome-message-sequences/welcome-message-sequences.service';
import { WhatsApp } from './facade/whatsapp.facade';
import { CustomerServiceWindow } from './window/customer-service-window.service';

/** Everything that one registration consists of, capability by capability. */
export const whatsAppProviders: readonly Provider[] = [
  ...configProviders,
  ...graphProviders,
  ...validationProviders,
  ...mediaProviders,
  ...messagesProviders,
  ...flowsProviders,
  ...businessProfileProviders,
  ...phoneNumbersProviders,
  ...conversationalAutomationProviders,
  ...commerceProviders,
  ...qrCodesProviders,
  ...blockedUsersProviders,
  ...usernamesProviders,
  ...officialBusinessAccountProviders,
  ...businessEncryptionProviders,
  ...businessComplianceProviders,
  ...groupsProviders,
  ...wabaProviders,
  ...appProviders,
  ...subscriptionProviders,
  ...analyticsProviders,
  ...signupsProviders,
  ...migrationProviders,
  ...paymentsProviders,
  ...marketingMessagesProviders,
  ...welcomeMessageSequencesProviders,
  ...conversionsProviders,
  ...creditLinesProviders,
  ...solutionsProviders,
  ...templatesProviders,
  ...callsProviders,
  ...settingsProviders,
  ...eventsProviders,
  ...deliveryProviders,
  ...webhookProviders,
  TemplateCacheInvalidator,
  ...callTrackerProviders,
  ...sendingProviders,
  { provide: HandledEvents, useClass: RegisteredEvents },
  WhatsApp,
];

/** What an application may inject. */
export const whatsAppExports: NonNullable<DynamicModule['exports']> = [
  WhatsApp,
  WHATSAPP_OPTIONS,
  Clock,
  AccountResolver,
  AccountDirectory,
  GraphClient,
  MessagesService,
  MediaService,
  FlowsService,
  FlowSync,
  FlowKeysService,
  BusinessProfileService,
  PhoneNumbersService,
  PreverifiedNumbersService,
  ConversationalAutomationService,
  CommerceService,
  QrCodesService,
  BlockedUsersService,
  UsernamesService,
  OfficialBusinessAccountService,
  BusinessEncryptionService,
  BusinessComplianceService,
  BusinessKeyStore,
  TemplatesService,
  CallsService,
  CallTracker,
  SettingsService,
  CustomerServiceWindow,
  GroupsService,
  WabaService,
  AppService,
  WebhookSubscriber,
  AnalyticsService,
  SignupsService,
  MigrationService,
  PaymentsService,
  MarketingMessagesService,
  WelcomeMessageSequencesService,
  ConversionsService,
  CreditLinesService,
  SolutionsService,
  WhatsAppEvents,
  DeliveryEngine,
  DeadLetters,
];
