import type { AccountActivity, AccountActivityType } from './account-activity';
import type { JsonObject } from './json';
import { PaymentBook } from './payment-book';

/** Permissions that a token can have for an account. */
export const PERMISSIONS = [
  'whatsapp_business_management',
  'whatsapp_business_messaging',
  'business_management',
] as const;

export type AccountPermission = (typeof PERMISSIONS)[number];

/** A group of templates whose figures are counted together. @publicApi */
export interface EmulatedTemplateGroup {
  readonly id: string;
  name: string;
  description: string;
  readonly templateIds: Set<string>;
}

/**
 * What the emulated platform holds about one WhatsApp Business Account. Tests may set it: what is set here is what the API
 * answers.
 * @publicApi
 */
export class AccountRecord {
  name = 'Emulator';
  /** ISO 4217. */
  currency = 'USD';
  /** ISO 3166. */
  country = 'US';
  /** Meta's number of a time zone. */
  timezoneId = '1';
  status = 'ACTIVE';
  reviewStatus = 'APPROVED';
  /** Answer of `health_status`. */
  canSendMessage: 'AVAILABLE' | 'LIMITED' | 'BLOCKED' = 'AVAILABLE';
  messagingLimit = 'TIER_250';
  marketingMessagesStatus = 'ELIGIBLE';
  marketingMessagesOnboardingStatus = 'ELIGIBLE';
  /** Whether template analytics are on. */
  insightsEnabled = false;
  /** What pays for the account: the credential of a credit line. */
  primaryFundingId: string | undefined;
  /** Dataset of the Conversions API. */
  datasetId: string | undefined;
  /** Events that were reported to the dataset, in Meta's names. */
  readonly conversionEvents: JsonObject[] = [];
  /** Welcome message sequences by id, in Meta's names. */
  readonly welcomeSequences = new Map<string, JsonObject>();
  /** Further settings, in Meta's names. */
  settings: JsonObject = {};
  /** What the tokens may do with the account. A test takes one away to see the refusal. */
  readonly permissions = new Set<AccountPermission>(PERMISSIONS);
  /** Portfolios of partners that the account is shared with. */
  readonly sharedWith = new Set<string>();
  /** Ids of the users who may work with the account, and their tasks. */
  readonly users = new Map<string, readonly string[]>();
  /** In-App Signups by id, in Meta's names. */
  readonly signups = new Map<string, JsonObject>();
  /** Payment configurations by name, in Meta's names. */
  readonly paymentConfigurations = new Map<string, JsonObject>();
  readonly payments = new PaymentBook();
  readonly templateGroups = new Map<string, EmulatedTemplateGroup>();
  /** Moves to other solutions by id, with their status (`INITIATED`, `ACCEPTED`, `REJECTED`, `COMPLETED`). */
  readonly migrationIntents = new Map<string, string>();
  /** The customer base that new users come into. */
  defaultCustomerBase: { readonly id: string; readonly at: number } | undefined;
  private readonly log: AccountActivity[] = [];

  constructor(
    readonly wabaId: string,
    /** Portfolio that owns the account. */
    public ownerBusinessId: string,
    /** Milliseconds since the Unix epoch. */
    public createdAt: number,
  ) {}

  /** What happened to the account, oldest first. */
  get activities(): readonly AccountActivity[] {
    return this.log;
  }

  /** @internal */
  note(type: AccountActivityType, at: number): void {
    this.log.push({ id: `${this.wabaId}${String(this.log.length + 1).padStart(6, '0')}`, type, at });
  }
}
