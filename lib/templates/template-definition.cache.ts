import { Inject, Injectable, Logger } from '@nestjs/common';
import { AccountDirectory } from '../config/account-directory';
import type { AccountRef } from '../config/account.interface';
import { Clock } from '../config/clock';
import { ExpiringCache } from '../config/expiring-cache';
import type {
  TemplateDefinitionFilter,
  TemplateDefinitionQuery,
  TemplateDefinitions,
} from '../config/template-definitions.interface';
import type { WhatsAppModuleOptions } from '../config/whatsapp-options.interface';
import { WHATSAPP_OPTIONS } from '../config/whatsapp.constants';
import { GraphApiError } from '../errors/graph-api.error';
import { errorLabel } from '../errors/redact';
import { pathOf } from '../graph/graph-url';
import { GraphPages } from '../graph/graph-pages.service';
import type { MessageTemplate } from '../wire/template/message-template';

const DEFAULT_TTL_MS = 3_600_000;

/** How long it is believed that a template does not exist, milliseconds: it may have been made just now. */
const MISSING_TTL_MS = 60_000;

/** How long an account is left alone after a look-up that failed, milliseconds. */
const PAUSE_MS = 60_000;

/** Longest wait for a look-up, milliseconds: a message waits for it. */
const TIMEOUT_MS = 10_000;

/** Template names remembered at most. */
const MAX_NAMES = 5_000;

/** Pages of 100 that are read for one name: Meta's filter finds all names that contain it. */
const MAX_PAGES = 5;

const FIELDS = 'id,name,language,status,category,components,parameter_format';

/** A template in all its languages. */
interface KnownTemplate {
  readonly wabaId: string;
  readonly name: string;
  readonly fetchedAt: number;
  readonly byLanguage: ReadonlyMap<string, MessageTemplate>;
}

/**
 * The account's templates as Meta has them, remembered for a time. Concurrent look-ups of one name are joined. An account
 * whose look-up fails is left alone for a minute, so that sends neither fail nor slow down on its account.
 */
@Injectable()
export class TemplateDefinitionCache implements TemplateDefinitions {
  private readonly logger = new Logger('WhatsApp');
  private readonly logged = new Set<string>();
  private readonly pausedUntil = new Map<string, number>();
  private readonly known: ExpiringCache<KnownTemplate>;
  private readonly ttlMs: number;
  private readonly enabled: boolean;

  constructor(
    private readonly pages: GraphPages,
    private readonly directory: AccountDirectory,
    @Inject(WHATSAPP_OPTIONS) { templates }: Pick<WhatsAppModuleOptions, 'templates'>,
    @Inject(Clock) private readonly clock: Clock,
  ) {
    this.enabled = templates?.checkValues ?? true;
    this.ttlMs = templates?.definitionTtlMs ?? DEFAULT_TTL_MS;
    this.known = new ExpiringCache(clock, this.ttlMs, MAX_NAMES);
  }

  /** The template as Meta has it; nothing when it is not there or cannot be looked up. */
  async find(query: TemplateDefinitionQuery): Promise<MessageTemplate | undefined> {
    if (!this.enabled) return undefined;
    const { name, language, phoneNumberId, wabaId } = query;
    const ref = { phoneNumberId, wabaId };
    // An account that is not known is the send's to report.
    const account = await this.directory.find(ref).catch(() => undefined);
    if (!account) return undefined;
    if (!account.wabaId) {
      this.logOnce('the account has no `wabaId`');
      return undefined;
    }
    const found = await orAborted(this.template(account.wabaId, ref, query), query.signal);
    return found?.name === name ? found.byLanguage.get(language) : undefined;
  }

  /** Forgets definitions; the next look-up asks Meta again. */
  invalidate({ wabaId, name, id }: TemplateDefinitionFilter = {}): void {
    if (wabaId !== undefined && name !== undefined) return this.known.delete(keyOf(wabaId, name));
    this.known.deleteWhere(
      (template) =>
        (wabaId === undefined || template.wabaId === wabaId) &&
        (name === undefined || template.name === name) &&
        (id === undefined || [...template.byLanguage.values()].some((each) => each.id === id)),
    );
  }

  private async template(
    wabaId: string,
    ref: AccountRef,
    { name, language, maxAgeMs = this.ttlMs }: TemplateDefinitionQuery,
  ): Promise<KnownTemplate | undefined> {
    const key = keyOf(wabaId, name);
    const load = (): Promise<KnownTemplate | undefined> => this.load(wabaId, name, ref);
    const found = this.known.get(key, load);
    if (found === undefined || found instanceof Promise) return found;
    const mayBe = found.byLanguage.has(language) ? maxAgeMs : Math.min(maxAgeMs, MISSING_TTL_MS);
    if (this.clock.now() - found.fetchedAt <= mayBe) return found;
    this.known.delete(key);
    return this.known.get(key, load);
  }

  private async load(wabaId: string, name: string, account: AccountRef): Promise<KnownTemplate | undefined> {
    const fetchedAt = this.clock.now();
    if (fetchedAt < (this.pausedUntil.get(wabaId) ?? 0)) return undefined;
    this.pausedUntil.delete(wabaId);
    try {
      const byLanguage = await this.fetch(wabaId, name, account);
      return { wabaId, name, fetchedAt, byLanguage };
    } catch (error) {
      const waitMs = error instanceof GraphApiError ? error.retryAfterMs : undefined;
      this.pausedUntil.set(wabaId, this.clock.now() + Math.max(waitMs ?? 0, PAUSE_MS));
      this.logOnce(`looking one up failed with ${errorLabel(error)}`);
      return undefined;
    }
  }

  private async fetch(
    wabaId: string,
    name: string,
    account: AccountRef,
  ): Promise<Map<string, MessageTemplate>> {
    const byLanguage = new Map<string, MessageTemplate>();
    let page = await this.pages.list<MessageTemplate>({
      path: pathOf(wabaId, 'message_templates'),
      query: { name, fields: FIELDS },
      page: { limit: 100 },
      account,
      timeoutMs: TIMEOUT_MS,
    });
    for (let read = 1; ; read++) {
      for (const template of page) if (template.name === name) byLanguage.set(template.language, template);
      if (!page.hasNext || read === MAX_PAGES) return byLanguage;
      page = await page.next();
    }
  }

  private logOnce(reason: string): void {
    if (this.logged.has(reason)) return;
    this.logged.add(reason);
    this.logger.warn(
      `Templates are sent without a check of their values: ${reason}. Check the \`wabaId\` and that the token has ` +
        '`whatsapp_business_management`, or set `templates.checkValues` to false.',
    );
  }
}

/** Ids and names hold no spaces. */
function keyOf(wabaId: string, name: string): string {
  return `${wabaId} ${name}`;
}

/** The result of the work, or nothing when the signal aborts first. */
function orAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T | undefined> {
  if (!signal) return work;
  return new Promise((resolve, reject) => {
    const stop = (): void => resolve(undefined);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}
