import { HttpModule, HttpService } from '@nestjs/axios';
import type { INestApplicationContext, LoggerService, Provider } from '@nestjs/common';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { inspect } from 'node:util';
import { AccountDirectory } from '../../lib/config/account-directory';
import { accountProviders } from '../../lib/config/account.providers';
import { Clock } from '../../lib/config/clock';
import { sealOptions } from '../../lib/config/sealed-options';
import { WHATSAPP_OPTIONS } from '../../lib/config/whatsapp.constants';
import type { WhatsAppModuleOptions } from '../../lib/config/whatsapp-options.interface';
import { GraphClient } from '../../lib/graph/graph-client.service';
import type { GraphCall } from '../../lib/graph/graph-hooks.interface';
import { GraphHooks } from '../../lib/graph/graph-hooks.interface';
import { graphProviders } from '../../lib/graph/graph.providers';
import { ManualClock } from '../support/manual-clock';
import { FaultServer, until } from '../support/fault-server';

/** Planted where secrets and personal data are; must show up nowhere. */
export const TOKEN = 'EAACanaryToken0123456789abcdefghijklmnop';
export const PHONE = '15550009999';
export const PHONE_NUMBER_ID = '106540352242922';

/** One call of a hook. */
export interface HookedCall {
  readonly hook: 'before' | 'after' | 'failed';
  readonly call: GraphCall;
  readonly error?: Error;
  readonly outcome?: object;
}

/** A Nest application with the Graph client, a fault server and a clock that tests move. */
export class GraphHarness {
  private constructor(
    readonly app: INestApplicationContext,
    readonly server: FaultServer,
    readonly clock: ManualClock,
    /** What the hooks were told. */
    readonly calls: HookedCall[],
    /** Everything that was logged. */
    readonly logs: string[],
  ) {}

  static async start(
    options: Partial<WhatsAppModuleOptions> = {},
    hooks?: GraphHooks | null,
  ): Promise<GraphHarness> {
    const server = await FaultServer.start();
    const clock = new ManualClock();
    const calls: HookedCall[] = [];
    const record: GraphHooks = {
      before: (call) => void calls.push({ hook: 'before', call }),
      after: (call, outcome) => void calls.push({ hook: 'after', call, outcome }),
      failed: (call, error, outcome) => void calls.push({ hook: 'failed', call, error, outcome }),
    };
    const all: WhatsAppModuleOptions = {
      accessToken: TOKEN,
      phoneNumberId: PHONE_NUMBER_ID,
      graphUrl: `http://${server.host}`,
      allowedHosts: [server.host],
      ...options,
    };
    const providers: Provider[] = [
      { provide: WHATSAPP_OPTIONS, useValue: sealOptions(all) },
      { provide: Clock, useValue: clock },
      ...(hooks === null ? [] : [{ provide: GraphHooks, useValue: hooks ?? record }]),
      ...accountProviders,
      ...graphProviders,
    ];
    class TestModule {}
    Module({ imports: [HttpModule.register({})], providers })(TestModule);
    const logs: string[] = [];
    const log = (...args: unknown[]): void => void logs.push(args.map((arg) => inspect(arg)).join(' '));
    const logger: LoggerService = { log, error: log, warn: log, debug: log, verbose: log, fatal: log };
    const app = await NestFactory.createApplicationContext(TestModule, { logger, abortOnError: false });
    return new GraphHarness(app, server, clock, calls, logs);
  }

  get graph(): GraphClient {
    return this.app.get(GraphClient);
  }

  get directory(): AccountDirectory {
    return this.app.get(AccountDirectory);
  }

  get http(): HttpService {
    return this.app.get(HttpService);
  }

  async stop(): Promise<void> {
    await this.app.close();
    await this.server.stop();
  }

  /** Sends a message as the messages service would. */
  send(extra: Partial<Parameters<GraphClient['request']>[0]> = {}): Promise<unknown> {
    return this.graph.request({
      method: 'POST',
      path: (account) => `${account.phoneNumberId}/messages`,
      body: { messaging_product: 'whatsapp', to: PHONE, type: 'text', text: { body: 'secret words' } },
      kind: 'send',
      ...extra,
    });
  }

  /** A read. */
  get(extra: Partial<Parameters<GraphClient['request']>[0]> = {}): Promise<unknown> {
    return this.graph.request({ method: 'GET', path: '123', ...extra });
  }

  /** Moves time once so many attempts have failed, while the client waits to repeat. */
  async waitThrough(failures: number, ms: number): Promise<void> {
    await this.failed(failures);
    await this.clock.advance(ms);
  }

  /** Resolves when so many attempts have failed. */
  async failed(failures: number): Promise<void> {
    await until(() => this.calls.filter(({ hook }) => hook === 'failed').length === failures);
  }
}

/** The error that a promise rejects with. */
export async function failure<T = Error & Record<string, unknown>>(promise: Promise<unknown>): Promise<T> {
  try {
    await promise;
  } catch (error) {
    return error as T;
  }
  throw new Error('It did not fail');
}

/** All that logs and error trackers could show of a value. */
export function everythingShown(value: unknown): string {
  const error = value as Error;
  const cause = error instanceof Error ? error.cause : undefined;
  return [
    inspect(value, { showHidden: true, depth: 12 }),
    JSON.stringify(value),
    error instanceof Error ? String(error) : '',
    error instanceof Error ? `${error.message}\n${error.stack}` : '',
    cause === undefined ? '' : inspect(cause, { showHidden: true, depth: 12 }),
  ].join('\n');
}
