import type { FlowPrivateKeys } from './flow-private-key.interface';

/** A value, or a function that yields it each time it is needed (secret managers, rotation). */
export type Secret = string | (() => string | Promise<string>);

/** The app secret of one Meta app. */
export interface AppSecret {
  /** Meta app id; reported as `appId` on the events that this secret signed. */
  readonly appId?: string;
  /** App dashboard, App settings, Basic, App secret. */
  readonly secret: string;
}

/** Names an account by one of its ids; empty means the default account. */
export interface AccountRef {
  readonly phoneNumberId?: string | undefined;
  readonly wabaId?: string | undefined;
}

/** What is needed to speak for one business phone number or WhatsApp Business Account (WABA). */
export interface WhatsAppAccount {
  /** System user token with `whatsapp_business_messaging` (and `whatsapp_business_management` for the rest). */
  readonly accessToken: Secret;
  /** Business phone number id (not the phone number). */
  readonly phoneNumberId?: string | undefined;
  /** WhatsApp Business Account id. */
  readonly wabaId?: string | undefined;
  /** Secret of the Meta app that this account is connected to, if it differs from the module's. */
  readonly appSecret?: string | undefined;
  /**
   * Private keys that open requests to the flow endpoint for this account, newest first; they are tried before those of
   * `WhatsAppFlowsModule`.
   */
  readonly flowPrivateKeys?: FlowPrivateKeys | undefined;
  /** The application's own name for the owner of this account. */
  readonly tenant?: string | undefined;
}

/**
 * Finds the account for a number or WABA. Implement it to serve many tenants from a data base;
 * answers are cached and concurrent look-ups of one account are joined.
 * @publicApi
 */
export interface AccountResolver {
  /** The account, or `undefined` when it is not known here. */
  resolve(ref: AccountRef): WhatsAppAccount | undefined | Promise<WhatsAppAccount | undefined>;
  /** Secrets that webhooks may be signed with, besides the module's `appSecret`. */
  appSecrets?(): readonly AppSecret[] | Promise<readonly AppSecret[]>;
}

/** Injection token of the account resolver. @publicApi */
export const AccountResolver = Symbol.for('nestjs-whatsapp-cloud:account-resolver');
