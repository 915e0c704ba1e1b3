import { Inject, Injectable } from '@nestjs/common';
import { AccountNotFoundError } from '../errors/account-not-found.error';
import { WhatsAppConfigurationError } from '../errors/configuration.error';
import type { AppSecret, AccountRef, WhatsAppAccount } from './account.interface';
import { AccountResolver } from './account.interface';
import { Clock } from './clock';
import { ExpiringCache } from './expiring-cache';
import type { WhatsAppModuleOptions } from './whatsapp-options.interface';
import { WHATSAPP_OPTIONS } from './whatsapp.constants';

/** How long an answer of the account resolver is used, milliseconds. */
export const ACCOUNT_TTL_MS = 300_000;

/** Accounts remembered at most. */
export const MAX_ACCOUNTS = 10_000;

/**
 * The accounts that this application serves: the account resolver behind a cache. Concurrent look-ups of one account
 * are joined; "not known" and failures are not remembered.
 * @publicApi
 */
@Injectable()
export class AccountDirectory {
  readonly #accounts: ExpiringCache<WhatsAppAccount>;
  readonly #secrets: ExpiringCache<readonly AppSecret[]>;
  readonly #resolver: AccountResolver;
  readonly #ownSecrets: readonly AppSecret[];

  constructor(
    @Inject(WHATSAPP_OPTIONS) options: WhatsAppModuleOptions,
    @Inject(AccountResolver) resolver: AccountResolver,
    @Inject(Clock) clock: Clock,
  ) {
    this.#resolver = resolver;
    this.#ownSecrets = appSecretsOf(options);
    this.#accounts = new ExpiringCache(clock, ACCOUNT_TTL_MS, MAX_ACCOUNTS);
    this.#secrets = new ExpiringCache(clock, ACCOUNT_TTL_MS, 1);
  }

  /** The account for a phone number id or WABA id, or `undefined` when the resolver does not know it. */
  async find(ref: AccountRef = {}): Promise<WhatsAppAccount | undefined> {
    return this.#accounts.get(keyOf(ref), () => this.#resolver.resolve(ref));
  }

  /**
   * The account for a phone number id or WABA id; without either, the default account.
   * @throws AccountNotFoundError when the resolver does not know it.
   */
  async account(ref: AccountRef = {}): Promise<WhatsAppAccount> {
    const account = await this.find(ref);
    if (account === undefined) throw new AccountNotFoundError(ref);
    return account;
  }

  /**
   * The access token of an account. A token function is called each time.
   * @throws WhatsAppConfigurationError when there is none, or when it cannot be sent as a header.
   */
  async token(account: WhatsAppAccount): Promise<string> {
    const { accessToken } = account;
    const value: unknown = typeof accessToken === 'function' ? await accessToken() : accessToken;
    const token = typeof value === 'string' ? value.trim() : '';
    if (!/^[\x21-\x7e]+$/.test(token)) {
      throw new WhatsAppConfigurationError(
        'accessToken: the account has no usable token. It must be one word of plain characters; check what the option, ' +
          'the token function or the account resolver returned. Dashboard: Business settings, Users, System users.',
      );
    }
    return token;
  }

  /** All secrets that webhooks may be signed with: those of the options, then those of the resolver. */
  async appSecrets(): Promise<readonly AppSecret[]> {
    const load = this.#resolver.appSecrets?.bind(this.#resolver);
    if (!load) return this.#ownSecrets;
    const found = await this.#secrets.get('', load);
    return [...this.#ownSecrets, ...(found ?? [])];
  }

  /**
   * Forgets what the resolver said about an account, under whichever of its ids; without a reference, about all
   * accounts and app secrets. The next call asks again.
   */
  invalidate(ref?: AccountRef): void {
    if (ref === undefined) {
      this.#accounts.clear();
      this.#secrets.clear();
      return;
    }
    this.#accounts.delete(keyOf(ref));
    this.#accounts.deleteWhere(
      (account) =>
        (ref.phoneNumberId !== undefined && account.phoneNumberId === ref.phoneNumberId) ||
        (ref.wabaId !== undefined && account.wabaId === ref.wabaId),
    );
  }
}

/** The app secrets of the options, in the order given. */
export function appSecretsOf(options: Pick<WhatsAppModuleOptions, 'appSecret'>): readonly AppSecret[] {
  const { appSecret = [] } = options;
  const list: readonly (string | AppSecret)[] =
    typeof appSecret === 'string' || 'secret' in appSecret ? [appSecret] : appSecret;
  return list.map((entry) => (typeof entry === 'string' ? { secret: entry } : entry));
}

/** Ids hold no spaces. */
function keyOf({ phoneNumberId = '', wabaId = '' }: AccountRef): string {
  return `${phoneNumberId} ${wabaId}`;
}
