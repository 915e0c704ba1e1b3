import type { AnalyticsService } from '../analytics/analytics.service';
import type { AppService } from '../app/app.service';
import type { BlockedUsersService } from '../blocked-users/blocked-users.service';
import type { BusinessComplianceService } from '../business-compliance/business-compliance.service';
import type { BusinessEncryptionService } from '../business-encryption/business-encryption.service';
import type { BusinessProfileService } from '../business-profile/business-profile.service';
import type { CallTracker } from '../calls/call-tracker';
import type { CallsService } from '../calls/calls.service';
import type { CommerceService } from '../commerce/commerce.service';
import type { ConversationalAutomationService } from '../conversational-automation/conversational-automation.service';
import type { ConversionsService } from '../conversions/conversions.service';
import type { CreditLinesService } from '../credit-lines/credit-lines.service';
import type { DeadLetters } from '../delivery/dead-letters.service';
import type { WhatsAppEvents } from '../events/whatsapp-events.service';
import type { FlowKeysService } from '../flows/flow-keys.service';
import type { FlowSync } from '../flows/flow-sync.service';
import type { FlowsService } from '../flows/flows.service';
import type { GraphClient } from '../graph/graph-client.service';
import type { GroupsService } from '../groups/groups.service';
import type { MarketingMessagesService } from '../marketing-messages/marketing-messages.service';
import type { MediaService } from '../media/media.service';
import type { MessagesService } from '../messages/messages.service';
import type { MigrationService } from '../migration/migration.service';
import type { OfficialBusinessAccountService } from '../official-business-account/official-business-account.service';
import type { PaymentsService } from '../payments/payments.service';
import type { PhoneNumbersService } from '../phone-numbers/phone-numbers.service';
import type { PreverifiedNumbersService } from '../phone-numbers/preverified-numbers.service';
import type { QrCodesService } from '../qr-codes/qr-codes.service';
import type { SettingsService } from '../settings/settings.service';
import type { SignupsService } from '../signups/signups.service';
import type { SolutionsService } from '../solutions/solutions.service';
import type { WebhookSubscriber } from '../subscription/webhook-subscriber.service';
import type { TemplatesService } from '../templates/templates.service';
import type { UsernamesService } from '../usernames/usernames.service';
import type { WabaService } from '../waba/waba.service';
import type { WelcomeMessageSequencesService } from '../welcome-message-sequences/welcome-message-sequences.service';
import type { CustomerServiceWindow } from '../window/customer-service-window.service';

/**
 * All services by name, each looked up when it is asked for. Those of `WhatsApp` speak for the default account, those of
 * `whatsapp.account(id)` for that one.
 * @publicApi
 */
export abstract class WhatsAppServices {
  /** Sends messages. */
  get messages(): MessagesService {
    return this.service('messages');
  }

  /** Uploads and downloads media. */
  get media(): MediaService {
    return this.service('media');
  }

  /** Makes and takes calls. */
  get calls(): CallsService {
    return this.service('calls');
  }

  /** Settings of a number. */
  get settings(): SettingsService {
    return this.service('settings');
  }

  /** Message templates. */
  get templates(): TemplatesService {
    return this.service('templates');
  }

  /** Manages flows. */
  get flows(): FlowsService {
    return this.service('flows');
  }

  /** Keeps flows at Meta like their definitions. */
  get flowSync(): FlowSync {
    return this.service('flowSync');
  }

  /** Keys of the flow endpoint. */
  get flowKeys(): FlowKeysService {
    return this.service('flowKeys');
  }

  /** Groups and who is in them. */
  get groups(): GroupsService {
    return this.service('groups');
  }

  /** What users see of the business. */
  get businessProfile(): BusinessProfileService {
    return this.service('businessProfile');
  }

  /** Adds, registers and reads numbers. */
  get phoneNumbers(): PhoneNumbersService {
    return this.service('phoneNumbers');
  }

  /** Numbers that a partner verifies in advance. */
  get preverifiedNumbers(): PreverifiedNumbersService {
    return this.service('preverifiedNumbers');
  }

  /** Welcome message, ice breakers and commands. */
  get conversationalAutomation(): ConversationalAutomationService {
    return this.service('conversationalAutomation');
  }

  /** Catalogs and the cart. */
  get commerce(): CommerceService {
    return this.service('commerce');
  }

  /** Payment configurations, look-ups and refunds. */
  get payments(): PaymentsService {
    return this.service('payments');
  }

  /** QR codes and short links. */
  get qrCodes(): QrCodesService {
    return this.service('qrCodes');
  }

  /** Users that the business blocks. */
  get blockedUsers(): BlockedUsersService {
    return this.service('blockedUsers');
  }

  /** Username of the business. */
  get usernames(): UsernamesService {
    return this.service('usernames');
  }

  /** The badge of official business accounts. */
  get officialBusinessAccount(): OfficialBusinessAccountService {
    return this.service('officialBusinessAccount');
  }

  /** The public key that Meta encrypts with. */
  get businessEncryption(): BusinessEncryptionService {
    return this.service('businessEncryption');
  }

  /** Compliance information that India asks for. */
  get businessCompliance(): BusinessComplianceService {
    return this.service('businessCompliance');
  }

  /** Onboarding to the Marketing Messages API. */
  get marketingMessages(): MarketingMessagesService {
    return this.service('marketingMessages');
  }

  /** The WhatsApp Business Account. */
  get waba(): WabaService {
    return this.service('waba');
  }

  /** Figures of messages, calls, templates and prices. */
  get analytics(): AnalyticsService {
    return this.service('analytics');
  }

  /** In-App Signup to marketing messages. */
  get signups(): SignupsService {
    return this.service('signups');
  }

  /** Moves a WABA to another multi-partner solution. */
  get migration(): MigrationService {
    return this.service('migration');
  }

  /** What chats show that an ad has opened. */
  get welcomeMessageSequences(): WelcomeMessageSequencesService {
    return this.service('welcomeMessageSequences');
  }

  /** Tells Meta what came of the chats that its ads have opened. */
  get conversions(): ConversionsService {
    return this.service('conversions');
  }

  /** Credit lines of a partner. */
  get creditLines(): CreditLinesService {
    return this.service('creditLines');
  }

  /** Multi-partner solutions. */
  get solutions(): SolutionsService {
    return this.service('solutions');
  }

  /** Sets up webhooks at Meta. */
  get subscriber(): WebhookSubscriber {
    return this.service('subscriber');
  }

  /** Any request to the Graph API. */
  get graph(): GraphClient {
    return this.service('graph');
  }

  /** Speaks for the Meta app, with its own token: the same for all accounts. */
  get app(): AppService {
    return this.service('app');
  }

  /** Hears of the events of all accounts. */
  get events(): WhatsAppEvents {
    return this.service('events');
  }

  /** Those of all accounts. */
  get deadLetters(): DeadLetters {
    return this.service('deadLetters');
  }

  /** Knows the calls of all accounts. */
  get callTracker(): CallTracker {
    return this.service('callTracker');
  }

  /** Knows the windows of all numbers; its methods name the number. */
  get window(): CustomerServiceWindow {
    return this.service('window');
  }

  /** Finds or makes a service. */
  protected abstract service<Name extends ServiceName>(name: Name): WhatsAppServices[Name];
}

/** Name of a service. */
export type ServiceName = keyof WhatsAppServices;
