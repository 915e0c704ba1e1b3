import type { OnApplicationShutdown } from '@nestjs/common';
import { Inject, Injectable } from '@nestjs/common';
import type { Dispatcher } from 'undici';
import { Agent, ProxyAgent } from 'undici';
import type { WhatsAppAccount } from '../../config/account.interface';
import { Clock } from '../../config/clock';
import type { HttpOptions, WhatsAppModuleOptions } from '../../config/whatsapp-options.interface';
import { WHATSAPP_OPTIONS } from '../../config/whatsapp.constants';

/** How long running requests may go on when the application shuts down, milliseconds. */
const CLOSE_TIMEOUT_MS = 5000;

/**
 * Owns the connections to Meta: a keep-alive pool for each host, or the application's own dispatcher. Closed last of
 * all on shutdown, since handlers that are still draining send answers.
 */
@Injectable()
export class GraphDispatcher implements OnApplicationShutdown {
  readonly #http: HttpOptions;
  readonly #clock: Clock;
  #own: Dispatcher | undefined;

  constructor(@Inject(WHATSAPP_OPTIONS) options: WhatsAppModuleOptions, @Inject(Clock) clock: Clock) {
    this.#http = options.http ?? {};
    this.#clock = clock;
  }

  /** The dispatcher for an account. */
  for(account: WhatsAppAccount): Dispatcher {
    const { dispatcher } = this.#http;
    const given = typeof dispatcher === 'function' ? dispatcher(account) : dispatcher;
    return given ?? (this.#own ??= createDispatcher(this.#http));
  }

  async onApplicationShutdown(): Promise<void> {
    const own = this.#own;
    if (!own) return;
    const closed = own.close();
    await new Promise<void>((resolve) => {
      const timer = this.#clock.schedule(resolve, CLOSE_TIMEOUT_MS);
      void closed.finally(() => {
        timer.cancel();
        resolve();
      });
    });
    await own.destroy();
  }
}

function createDispatcher({ connections = 64, connectTimeoutMs = 10_000, proxy }: HttpOptions): Dispatcher {
  // Timeouts of answers are ours: they follow the clock and cover the whole answer.
  const options = { connections, pipelining: 1, headersTimeout: 0, bodyTimeout: 0 };
  const tls = { timeout: connectTimeoutMs };
  return proxy === undefined
    ? new Agent({ ...options, connect: tls })
    : new ProxyAgent({ ...options, uri: proxy, requestTls: tls, proxyTls: tls });
}
