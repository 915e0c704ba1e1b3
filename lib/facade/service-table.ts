import type { Type } from '@nestjs/common';
import { AccountFlowsService } from './account-flows.service';
import type { AccountParts } from './account-parts';
import { AnalyticsService } from '../analytics/analytics.service';
import { AppService } from '../app/app.service';
import { BlockedUsersService } from '../blocked-users/blocked-users.service';
import { BusinessComplianceService } from '../business-compliance/business-compliance.service';
import { BusinessEncryptionService } from '../business-encryption/business-encryption.service';
import { BusinessProfileService } from '../business-profile/business-profile.service';
import { CallTracker } from '../calls/call-tracker';
import { CallsSender } from '../calls/calls.sender';
import { CallsService } from '../calls/calls.service';
import { SipStatusStore } from '../calls/sip-status.store';
import { CommerceService } from '../commerce/commerce.service';
import { AccountDirectory } from '../config/account-directory';
import { TemplateDefinitions } from '../config/template-definitions.interface';
import { ConversationalAutomationService } from '../conversational-automation/conversational-automation.service';
import { ConversionsService } from '../conversions/conversions.service';
import { CreditLinesService } from '../credit-lines/credit-lines.service';
import { DeadLetters } from '../delivery/dead-letters.service';
import { WhatsAppEvents } from '../events/whatsapp-events.service';
import { FlowKeysService } from '../flows/flow-keys.service';
import { FlowSync } from '../flows/flow-sync.service';
import { FlowsService } from '../flows/flows.service';
import { GraphClient } from '../graph/graph-client.service';
import { GroupsService } from '../groups/groups.service';
import { MarketingMessagesService } from '../marketing-messages/marketing-messages.service';
import { FlowMediaDownloader } from '../media/encrypted/flow-media.downloader';
import { GraphMediaDownloader } from '../media/media.downloader';
import { MediaService } from '../media/media.service';
import { MessagesSender } from '../messages/messages.sender';
import { MessagesService } from '../messages/messages.service';
import { MigrationService } from '../migration/migration.service';
import { OfficialBusinessAccountService } from '../official-business-account/official-business-account.service';
import { PaymentsService } from '../payments/payments.service';
import { PhoneNumbersService } from '../phone-numbers/phone-numbers.service';
import { PreverifiedNumbersService } from '../phone-numbers/preverified-numbers.service';
import { QrCodesService } from '../qr-codes/qr-codes.service';
import { SettingsObserver } from '../settings/settings-observer.interface';
import { SettingsSender } from '../settings/settings.sender';
import { SettingsService } from '../settings/settings.service';
import { SignupsService } from '../signups/signups.service';
import { SolutionsService } from '../solutions/solutions.service';
import { HandledEvents } from '../subscription/handled-events.interface';
import { WebhookSubscriber } from '../subscription/webhook-subscriber.service';
import { TemplateCalls } from '../templates/template-calls';
import { TemplateDefinitionCache } from '../templates/template-definition.cache';
import { TemplatesService } from '../templates/templates.service';
import { UsernamesService } from '../usernames/usernames.service';
import { WabaService } from '../waba/waba.service';
import { WelcomeMessageSequencesService } from '../welcome-message-sequences/welcome-message-sequences.service';
import type { ServiceName, WhatsAppServices } from './whatsapp-services';
import { CustomerServiceWindow } from '../window/customer-service-window.service';

/** A service as the module has it, and how it is made for one account. Without the latter it is the same for all. */
interface ServiceRow<T> {
  readonly type: Type<T>;
  readonly make?: (parts: AccountParts) => T;
}

/** Every service of the facade. */
export const SERVICES: { readonly [Name in ServiceName]: ServiceRow<WhatsAppServices[Name]> } = {
  messages: {
    type: MessagesService,
    make: ({ binding, shared, validator, clock, uploader }) =>
      new MessagesService(
        binding.sender(shared(MessagesSender)),
        validator,
        clock,
        binding.definitions(shared<TemplateDefinitions>(TemplateDefinitions)),
        uploader,
      ),
  },
  media: {
    type: MediaService,
    make: ({ binding, shared, graph, uploader, resumable }) =>
      new MediaService(
        graph,
        uploader,
        binding.downloader(shared(GraphMediaDownloader)),
        resumable,
        binding.flowMedia(shared(FlowMediaDownloader)),
      ),
  },
  calls: {
    type: CallsService,
    make: ({ shared, graph, validator, clock }) =>
      new CallsService(new CallsSender(graph, shared(SipStatusStore)), shared(CallTracker), validator, clock),
  },
  settings: {
    type: SettingsService,
    make: ({ shared, graph, validator, clock }) =>
      new SettingsService(
        new SettingsSender(graph, shared<SettingsObserver>(SettingsObserver)),
        validator,
        clock,
      ),
  },
  templates: {
    type: TemplatesService,
    make: ({ shared, graph, pages, validator, clock, options }) =>
      new TemplatesService(
        new TemplateCalls(graph, pages, validator),
        shared(TemplateDefinitionCache),
        options,
        clock,
      ),
  },
  flows: { type: FlowsService, make: (parts) => new AccountFlowsService(parts) },
  flowSync: { type: FlowSync, make: (parts) => new FlowSync(new AccountFlowsService(parts)) },
  flowKeys: {
    type: FlowKeysService,
    make: ({ graph, validator }) => new FlowKeysService(new BusinessEncryptionService(graph, validator)),
  },
  groups: {
    type: GroupsService,
    make: ({ graph, pages, validator }) => new GroupsService(graph, pages, validator),
  },
  businessProfile: {
    type: BusinessProfileService,
    make: ({ graph, validator, resumable }) => new BusinessProfileService(graph, validator, resumable),
  },
  phoneNumbers: {
    type: PhoneNumbersService,
    make: ({ graph, validator, pages }) => new PhoneNumbersService(graph, validator, pages),
  },
  preverifiedNumbers: {
    type: PreverifiedNumbersService,
    make: ({ graph, validator, pages }) => new PreverifiedNumbersService(graph, validator, pages),
  },
  conversationalAutomation: {
    type: ConversationalAutomationService,
    make: ({ graph, validator }) => new ConversationalAutomationService(graph, validator),
  },
  commerce: {
    type: CommerceService,
    make: ({ graph, validator, pages }) => new CommerceService(graph, validator, pages),
  },
  payments: { type: PaymentsService, make: ({ graph, validator }) => new PaymentsService(graph, validator) },
  qrCodes: {
    type: QrCodesService,
    make: ({ graph, validator, pages }) => new QrCodesService(graph, validator, pages),
  },
  blockedUsers: {
    type: BlockedUsersService,
    make: ({ graph, validator, pages, clock }) => new BlockedUsersService(graph, validator, pages, clock),
  },
  usernames: {
    type: UsernamesService,
    make: ({ graph, validator }) => new UsernamesService(graph, validator),
  },
  officialBusinessAccount: {
    type: OfficialBusinessAccountService,
    make: ({ graph, validator }) => new OfficialBusinessAccountService(graph, validator),
  },
  businessEncryption: {
    type: BusinessEncryptionService,
    make: ({ graph, validator }) => new BusinessEncryptionService(graph, validator),
  },
  businessCompliance: {
    type: BusinessComplianceService,
    make: ({ graph, validator }) => new BusinessComplianceService(graph, validator),
  },
  marketingMessages: {
    type: MarketingMessagesService,
    make: ({ graph, validator }) => new MarketingMessagesService(graph, validator),
  },
  waba: {
    type: WabaService,
    make: ({ graph, pages, validator }) => new WabaService(graph, pages, validator),
  },
  analytics: {
    type: AnalyticsService,
    make: ({ graph, pages, validator }) => new AnalyticsService(graph, pages, validator),
  },
  signups: {
    type: SignupsService,
    make: ({ graph, pages, validator }) => new SignupsService(graph, pages, validator),
  },
  migration: {
    type: MigrationService,
    make: ({ graph, validator }) => new MigrationService(graph, validator),
  },
  welcomeMessageSequences: {
    type: WelcomeMessageSequencesService,
    make: ({ graph, validator, pages }) => new WelcomeMessageSequencesService(graph, validator, pages),
  },
  conversions: {
    type: ConversionsService,
    make: ({ graph, validator }) => new ConversionsService(graph, validator),
  },
  creditLines: {
    type: CreditLinesService,
    make: ({ graph, validator, pages }) => new CreditLinesService(graph, validator, pages),
  },
  solutions: {
    type: SolutionsService,
    make: ({ graph, validator, pages }) => new SolutionsService(graph, validator, pages),
  },
  subscriber: {
    type: WebhookSubscriber,
    make: ({ binding, shared, graph, validator, options }) =>
      new WebhookSubscriber(
        graph,
        binding.directory(shared(AccountDirectory)),
        validator,
        options,
        shared<HandledEvents>(HandledEvents),
      ),
  },
  graph: { type: GraphClient, make: ({ graph }) => graph },
  app: { type: AppService },
  events: { type: WhatsAppEvents },
  deadLetters: { type: DeadLetters },
  callTracker: { type: CallTracker },
  window: { type: CustomerServiceWindow },
};
