import { request as httpRequest } from 'node:http';
import type { IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Body, Controller, Get, HttpCode, Module, Post } from '@nestjs/common';
import type {
  DynamicModule,
  INestApplication,
  LoggerService,
  NestApplicationOptions,
  Provider,
} from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ExpressAdapter } from '@nestjs/platform-express';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AccountResolver } from '../../lib/config/account.interface';
import { Clock, systemClock } from '../../lib/config/clock';
import type { WebhookRegistration } from '../../lib/config/webhook-registration.interface';
import { WHATSAPP_OPTIONS, WHATSAPP_REGISTRATION } from '../../lib/config/whatsapp.constants';
import type { WhatsAppModuleOptions } from '../../lib/config/whatsapp-options.interface';
import { DeliveryEngine } from '../../lib/delivery/delivery-engine.interface';
import type { DeliveryVerdict } from '../../lib/delivery/delivery-engine.interface';
import type { Envelope } from '../../lib/events/envelope.interface';
import { signBody } from '../../lib/http/signature';
import { createWebhookController } from '../../lib/webhook/webhook-controller.factory';
import { webhookProviders } from '../../lib/webhook/webhook.providers';

export const SECRET = 'test-app-secret';
export const VERIFY_TOKEN = 'a verify token';
export const PATH = 'whatsapp/webhook';
export const ADAPTERS = ['express', 'fastify'] as const;
export type AdapterName = (typeof ADAPTERS)[number];

/** Stands where the delivery engine will be, and answers what a test tells it to. */
export class RecordingEngine implements DeliveryEngine {
  readonly batches: (readonly Envelope[])[] = [];
  verdict: () => Promise<DeliveryVerdict> = () => Promise.resolve('settled');

  accept(envelopes: readonly Envelope[]): Promise<DeliveryVerdict> {
    this.batches.push(envelopes);
    return this.verdict();
  }

  get envelopes(): Envelope[] {
    return this.batches.flat();
  }
}

export class RecordingLogger implements LoggerService {
  readonly lines: string[] = [];
  log(): void {}
  warn(message: unknown): void {
    this.lines.push(`warn ${String(message)}`);
  }
  error(message: unknown): void {
    this.lines.push(`error ${String(message)}`);
  }
}

export interface WebhookSetup {
  readonly registration?: Partial<WebhookRegistration>;
  readonly options?: WhatsAppModuleOptions;
  readonly engine?: RecordingEngine;
  readonly resolver?: AccountResolver;
  readonly clock?: Clock;
}

let registrations = 0;

/** The webhook endpoint with everything that it needs, as the real module puts it together. */
export function webhookModule(setup: WebhookSetup = {}): DynamicModule {
  class WebhookTestModule {}
  const registration = { id: `test-${++registrations}`, path: PATH, decorators: [], ...setup.registration };
  const providers: Provider[] = [
    ...webhookProviders,
    {
      provide: WHATSAPP_OPTIONS,
      useValue: { appSecret: SECRET, verifyToken: VERIFY_TOKEN, ...setup.options },
    },
    { provide: WHATSAPP_REGISTRATION, useValue: registration },
    { provide: Clock, useValue: setup.clock ?? systemClock },
    { provide: DeliveryEngine, useValue: setup.engine ?? new RecordingEngine() },
    ...(setup.resolver ? [{ provide: AccountResolver, useValue: setup.resolver }] : []),
  ];
  return { module: WebhookTestModule, controllers: [createWebhookController(registration)], providers };
}

/** Routes of the application itself, which must not notice the webhook. */
@Controller()
class NeighbourController {
  @Post('neighbour')
  @HttpCode(200)
  neighbour(@Body() body: unknown): unknown {
    return { got: body };
  }

  @Post('whatsapp/webhooks')
  @HttpCode(200)
  sameBeginning(@Body() body: unknown): unknown {
    return { got: body };
  }

  @Post('other/whatsapp/webhook')
  @HttpCode(200)
  sameEnding(@Body() body: unknown): unknown {
    return { got: body };
  }

  @Get('plain')
  plain(): unknown {
    return { plain: true };
  }
}

export interface AppSetup extends WebhookSetup {
  readonly adapter: AdapterName | ExpressAdapter | FastifyAdapter;
  readonly app?: NestApplicationOptions;
  readonly imports?: DynamicModule['imports'];
  readonly providers?: Provider[];
  readonly main?: (app: INestApplication) => unknown;
}

export interface RunningApp {
  readonly app: INestApplication;
  readonly port: number;
  readonly engine: RecordingEngine;
  readonly logger: RecordingLogger;
  send(request: TestRequest): Promise<TestResponse>;
  /** Posts a body with its signature. */
  post(body: Buffer | string, request?: Partial<TestRequest>): Promise<TestResponse>;
  handshake(query?: string, path?: string): Promise<TestResponse>;
}

export function createAdapter(adapter: AppSetup['adapter']): ExpressAdapter | FastifyAdapter {
  if (typeof adapter !== 'string') return adapter;
  return adapter === 'express' ? new ExpressAdapter() : new FastifyAdapter();
}

/** Boots an application, as a main.ts would, with a free port on the loopback interface. */
export async function boot(setup: AppSetup): Promise<RunningApp> {
  const engine = setup.engine ?? new RecordingEngine();
  @Module({
    imports: [...(setup.imports ?? []), webhookModule({ ...setup, engine })],
    controllers: [NeighbourController],
    providers: setup.providers ?? [],
  })
  class AppModule {}
  const logger = new RecordingLogger();
  const app = await NestFactory.create(AppModule, createAdapter(setup.adapter), {
    logger,
    abortOnError: false,
    ...setup.app,
  });
  await setup.main?.(app);
  return start(app, engine, logger);
}

export async function start(
  app: INestApplication,
  engine: RecordingEngine,
  logger: RecordingLogger,
): Promise<RunningApp> {
  await (app as NestFastifyApplication).listen(0, '127.0.0.1');
  const port = (app.getHttpServer() as { address(): AddressInfo }).address().port;
  const running: RunningApp = {
    app,
    port,
    engine,
    logger,
    send: (request) => send(port, request),
    post: (body, request) =>
      send(port, {
        path: `/${PATH}`,
        body,
        ...request,
        headers: { 'x-hub-signature-256': signBody(SECRET, body), ...request?.headers },
      }),
    handshake: (query = handshakeQuery(), path = `/${PATH}`) =>
      send(port, { method: 'GET', path: `${path}?${query}` }),
  };
  return running;
}

export function handshakeQuery(parameters: Record<string, string> = {}): string {
  return new URLSearchParams({
    'hub.mode': 'subscribe',
    'hub.challenge': '1158201444',
    'hub.verify_token': VERIFY_TOKEN,
    ...parameters,
  }).toString();
}

export interface TestRequest {
  readonly path: string;
  readonly method?: string;
  readonly headers?: OutgoingHttpHeaders;
  readonly body?: Buffer | string;
  /** Sends the body in pieces, without a length. */
  readonly chunkSize?: number;
}

export interface TestResponse {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** One request on a connection of its own, with JSON as its content type unless said otherwise. */
export function send(port: number, request: TestRequest): Promise<TestResponse> {
  const { path, method = 'POST', body = '', chunkSize } = request;
  const bytes = Buffer.from(body);
  const headers: OutgoingHttpHeaders = { 'content-type': 'application/json', ...request.headers };
  for (const name of Object.keys(headers)) if (headers[name] === undefined) delete headers[name];
  if (method === 'POST' && chunkSize === undefined) headers['content-length'] ??= bytes.length;
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest(
      { host: '127.0.0.1', port, path, method, headers, agent: false },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text: Buffer.concat(chunks).toString(),
          }),
        );
        response.on('error', reject);
      },
    );
    outgoing.on('error', reject);
    for (let i = 0; chunkSize !== undefined && i < bytes.length; i += chunkSize) {
      outgoing.write(bytes.subarray(i, i + chunkSize));
    }
    outgoing.end(chunkSize === undefined ? bytes : undefined);
  });
}

/** A webhook with one text message. */
export function textWebhook(text = 'hello', id = 'wamid.1'): string {
  return JSON.stringify({
    object: 'whatsapp_business_account',
    entry: [
      {
        id: '102290129340398',
        changes: [
          {
            field: 'messages',
            value: {
              messaging_product: 'whatsapp',
              metadata: { display_phone_number: '15550783881', phone_number_id: '106540352242922' },
              contacts: [{ profile: { name: 'Test' }, wa_id: '16505551234' }],
              messages: [
                { from: '16505551234', id, timestamp: '1749416383', type: 'text', text: { body: text } },
              ],
            },
          },
        ],
      },
    ],
  });
}
