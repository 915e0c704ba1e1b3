import { Inject, Injectable, Logger, Optional } from '@nestjs/common';
import { AccountResolver } from '../config/account.interface';
import type { AppSecret } from '../config/account.interface';
import { Clock } from '../config/clock';
import { WHATSAPP_OPTIONS } from '../config/whatsapp.constants';
import { stackFrames } from '../errors/error-frames';
import type { WhatsAppModuleOptions } from '../config/whatsapp-options.interface';
import { createSigningKey } from './signature';
import type { SigningKey } from './signature';

/** How long the secrets of the account resolver are used without asking again. */
const TTL_MS = 60_000;
/** Wait after a failed look-up. */
const RETRY_MS = 5_000;

/** The secrets that a webhook may be signed with. */
export interface AppSecrets {
  readonly keys: readonly SigningKey[];
  /** `false`: the account resolver failed, so a secret may be missing here. */
  readonly complete: boolean;
}

/**
 * Knows the app secrets: those of the options, and those of `AccountResolver.appSecrets()`, which are asked for once a
 * minute at most and by one request at a time. When the resolver fails, its last answer stays in use.
 */
@Injectable()
export class AppSecretStore {
  private readonly logger = new Logger('WhatsAppWebhook');
  private readonly configured: AppSecrets;
  private readonly fetch: AccountResolver['appSecrets'];
  private resolved: readonly SigningKey[] = [];
  private current: AppSecrets | undefined;
  private expiresAt = 0;
  private loading: Promise<AppSecrets> | undefined;

  constructor(
    @Inject(WHATSAPP_OPTIONS) options: WhatsAppModuleOptions,
    @Inject(Clock) private readonly clock: Clock,
    @Optional() @Inject(AccountResolver) resolver?: AccountResolver,
  ) {
    this.configured = { keys: toKeys([options.appSecret ?? []].flat()), complete: true };
    this.fetch = resolver?.appSecrets?.bind(resolver);
  }

  /** The secrets in use now; a promise only when they have to be fetched. */
  get(): AppSecrets | Promise<AppSecrets> {
    if (!this.fetch) return this.configured;
    if (this.current && this.clock.now() < this.expiresAt) return this.current;
    this.loading ??= this.load(this.fetch).finally(() => (this.loading = undefined));
    return this.loading;
  }

  private async load(fetch: NonNullable<AccountResolver['appSecrets']>): Promise<AppSecrets> {
    let complete = true;
    try {
      this.resolved = toKeys(await fetch());
    } catch (error) {
      complete = false;
      this.logger.error(
        'AccountResolver.appSecrets() failed; webhooks are checked against the secrets known so far.',
        stackFrames(error),
      );
    }
    this.expiresAt = this.clock.now() + (complete ? TTL_MS : RETRY_MS);
    this.current = { keys: [...this.configured.keys, ...this.resolved], complete };
    return this.current;
  }
}

/** An empty secret is left out: anybody could sign with it. */
function toKeys(secrets: readonly (string | AppSecret)[]): readonly SigningKey[] {
  return secrets
    .map((entry) => (typeof entry === 'string' ? { secret: entry } : entry))
    .filter((entry) => entry.secret !== '')
    .map((entry: AppSecret) => createSigningKey(entry.secret, entry.appId));
}
