import type { OnApplicationShutdown } from '@nestjs/common';
import { Inject, Injectable } from '@nestjs/common';
import type { Dispatcher } from 'undici';
import { Agent, Pool, ProxyAgent } from 'undici';
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
  readonly #pools = new Set<Pool>();
  #own: Dispatcher | undefined;

  constructor(@Inject(WHATSAPP_OPTIONS) options: WhatsAppModuleOptions, @Inject(Clock) clock: Clock) {
    this.#http = options.http ?? {};
    this.#clock = clock;
  }

  /** The dispatcher for an account. */
  for(account: WhatsAppAccount): Dispatcher {
    const { dispatcher } = this.#http;
    const given = typeof dispatcher === 'function' ? dispatcher(account) : dispatcher;
    return given ?? (this.#own ??= createDispatcher(this.#http, this.#pools));
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
    // An agent that was closed does not reach its pools any more.
    await Promise.all([...this.#pools].map((pool) => pool.destroy()));
  }
}

function createDispatcher(http: HttpOptions, pools: Set<Pool>): Dispatcher {
  const { connections = 64, connectTimeoutMs = 10_000, proxy } = http;
  const factory = (origin: string | URL, poolOptions: object): Dispatcher => {
    const pool = new Pool(origin, poolOptions);
    for (const old of pools) if (old.closed) pools.delete(old);
    pools.add(pool);
    return pool;
  };
  // Timeouts of answers are ours: they follow the clock and cover the whole answer.
  const options = { connections, pipelining: 1, headersTimeout: 0, bodyTimeout: 0, factory };
  const tls = { timeout: connectTimeoutMs };
  return proxy === undefined
    ? new Agent({ ...options, connect: tls })
    : new ProxyAgent({ ...options, uri: proxy, requestTls: tls, proxyTls: tls });
}
