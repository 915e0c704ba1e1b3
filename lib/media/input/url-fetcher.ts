import { Inject, Injectable } from '@nestjs/common';
import type { AccountRef } from '../../config/account.interface';
import { AccountDirectory } from '../../config/account-directory';
import { Clock } from '../../config/clock';
import type { WhatsAppModuleOptions } from '../../config/whatsapp-options.interface';
import { WHATSAPP_OPTIONS } from '../../config/whatsapp.constants';
import { GraphDispatcher } from '../../graph/transport/graph-dispatcher';
import type { FetchContext, FetchedUrl } from './fetch-url';
import { fetchUrl } from './fetch-url';

/** How one URL is fetched. */
export interface FetchOptions extends AccountRef, Pick<FetchContext, 'signal' | 'mayFollow'> {
  /** Longest wait for the answer to begin, milliseconds. @default the module's `http.timeoutMs` */
  readonly timeoutMs?: number | undefined;
  /** Fetches URLs that lead into private networks too. @default false */
  readonly allowPrivateAddresses?: boolean | undefined;
}

/** Fetches URLs without the access token, by the application's own way out where it has one. */
@Injectable()
export class UrlFetcher {
  readonly #options: WhatsAppModuleOptions;

  constructor(
    private readonly directory: AccountDirectory,
    private readonly dispatcher: GraphDispatcher,
    @Inject(WHATSAPP_OPTIONS) options: WhatsAppModuleOptions,
    @Inject(Clock) private readonly clock: Clock,
  ) {
    this.#options = options;
  }

  /** Longest silence that a call puts up with, milliseconds. */
  timeoutOf(timeoutMs: number | undefined): number {
    return timeoutMs ?? this.#options.http?.timeoutMs ?? 30_000;
  }

  /** @throws MediaSourceError when the URL is not one to fetch or does not answer with the media. */
  async fetch(url: URL, options: FetchOptions): Promise<FetchedUrl> {
    const { proxy, dispatcher } = this.#options.http ?? {};
    const { phoneNumberId, wabaId, signal, mayFollow } = options;
    const hasOwnWay = proxy !== undefined || dispatcher !== undefined;
    return fetchUrl(url, {
      clock: this.clock,
      timeoutMs: this.timeoutOf(options.timeoutMs),
      signal,
      mayFollow,
      allowPrivateAddresses: options.allowPrivateAddresses ?? false,
      ...(hasOwnWay && {
        dispatcher: this.dispatcher.for(await this.directory.account({ phoneNumberId, wabaId })),
      }),
    });
  }
}
