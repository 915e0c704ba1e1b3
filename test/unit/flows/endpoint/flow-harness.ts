import { constants, createCipheriv, createDecipheriv, publicEncrypt, randomBytes } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import type { OutgoingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Global, Module } from '@nestjs/common';
import type { DynamicModule, INestApplication, LoggerService, ModuleMetadata, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ExpressAdapter } from '@nestjs/platform-express';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { AccountDirectory } from '../../../../lib/config/account-directory';
import { accountProviders } from '../../../../lib/config/account.providers';
import { BusinessKeyStore } from '../../../../lib/config/business-key-store.interface';
import { Clock, systemClock } from '../../../../lib/config/clock';
import { WHATSAPP_OPTIONS } from '../../../../lib/config/whatsapp.constants';
import type { WhatsAppModuleOptions } from '../../../../lib/config/whatsapp-options.interface';
import type {
  FlowEndpointOptions,
  WhatsAppFlowsModuleExtras,
} from '../../../../lib/flows/endpoint/flow-endpoint-options.interface';
import { WhatsAppFlowsModule } from '../../../../lib/flows/endpoint/whatsapp-flows.module';
import { signBody } from '../../../../lib/http/signature';
import { pem, vectors } from '../vectors';

export const ADAPTERS = ['express', 'fastify'] as const;
export const SECRET = vectors.appSecret;
export const PATH = '/whatsapp/flows';
export const PRIVATE_KEY = pem('privateKeyPkcs8Pem');

export interface FlowSetup {
  readonly adapter?: (typeof ADAPTERS)[number];
  readonly handlers?: Type<unknown>[];
  readonly metadata?: ModuleMetadata;
  readonly flows?: Partial<FlowEndpointOptions> & WhatsAppFlowsModuleExtras;
  readonly more?: DynamicModule[];
  readonly options?: WhatsAppModuleOptions;
  readonly keyStore?: BusinessKeyStore;
  readonly clock?: Clock;
  readonly main?: (app: INestApplication) => unknown;
}

export class RecordingLogger implements LoggerService {
  readonly lines: string[] = [];
  log(message: unknown): void {
    this.lines.push(`log ${String(message)}`);
  }
  warn(message: unknown): void {
    this.lines.push(`warn ${String(message)}`);
  }
  error(message: unknown): void {
    this.lines.push(`error ${String(message)}`);
  }
}

export interface Answer {
  readonly status: number;
  readonly type: string | undefined;
  readonly text: string;
}

export interface RunningEndpoint {
  readonly app: INestApplication;
  readonly logger: RecordingLogger;
  /** Posts a body as Meta does. */
  post(body: string, headers?: OutgoingHttpHeaders, path?: string): Promise<Answer>;
  /** Plays the WhatsApp client: encrypts, posts, and decrypts the answer when it is one. */
  ask(payload: object, path?: string): Promise<Answer & { readonly json: unknown }>;
}

/** Boots an application with a flow endpoint, as a main.ts would. */
export async function boot(setup: FlowSetup): Promise<RunningEndpoint> {
  @Global()
  @Module({
    providers: [
      { provide: WHATSAPP_OPTIONS, useValue: { appSecret: SECRET, ...setup.options } },
      { provide: Clock, useValue: setup.clock ?? systemClock },
      { provide: BusinessKeyStore, useValue: setup.keyStore },
      ...accountProviders,
    ],
    exports: [WHATSAPP_OPTIONS, Clock, BusinessKeyStore, AccountDirectory],
  })
  class CoreModule {}
  @Module({
    ...setup.metadata,
    imports: [
      CoreModule,
      WhatsAppFlowsModule.forRoot({ privateKeys: PRIVATE_KEY, ...setup.flows }),
      ...(setup.more ?? []),
      ...(setup.metadata?.imports ?? []),
    ],
    providers: [...(setup.handlers ?? []), ...(setup.metadata?.providers ?? [])],
  })
  class AppModule {}
  const logger = new RecordingLogger();
  const adapter = setup.adapter === 'fastify' ? new FastifyAdapter() : new ExpressAdapter();
  const app = await NestFactory.create(AppModule, adapter, { logger, abortOnError: false });
  await setup.main?.(app);
  await app.listen(0, '127.0.0.1');
  const { port } = (app.getHttpServer() as { address(): AddressInfo }).address();
  const post: RunningEndpoint['post'] = (body, headers = {}, path = PATH) =>
    send(port, path, body, { 'x-hub-signature-256': signBody(SECRET, body), ...headers });
  return {
    app,
    logger,
    post,
    ask: async (payload, path) => {
      const { body, open } = encrypt(payload);
      const answer = await post(JSON.stringify(body), {}, path);
      return { ...answer, json: open(answer.text) };
    },
  };
}

/** Encrypts a request as the WhatsApp client does, and knows how to open the answer. */
export function encrypt(payload: object, publicKey = pem('publicKeySpkiPem')) {
  const [aesKey, iv] = [randomBytes(16), randomBytes(16)];
  const cipher = createCipheriv('aes-128-gcm', aesKey, iv);
  const data = Buffer.concat([cipher.update(JSON.stringify(payload)), cipher.final(), cipher.getAuthTag()]);
  const rsa = { key: publicKey, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' };
  const body = {
    encrypted_flow_data: data.toString('base64'),
    encrypted_aes_key: publicEncrypt(rsa, aesKey).toString('base64'),
    initial_vector: iv.toString('base64'),
  };
  const open = (text: string): unknown => {
    const bytes = Buffer.from(text, 'base64');
    if (bytes.length <= 16) return undefined;
    const decipher = createDecipheriv(
      'aes-128-gcm',
      aesKey,
      iv.map((byte) => byte ^ 0xff),
    );
    decipher.setAuthTag(bytes.subarray(-16));
    try {
      return JSON.parse(decipher.update(bytes.subarray(0, -16), undefined, 'utf8') + decipher.final('utf8'));
    } catch {
      return undefined;
    }
  };
  return { body, open };
}

function send(port: number, path: string, body: string, headers: OutgoingHttpHeaders): Promise<Answer> {
  const all: OutgoingHttpHeaders = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    ...headers,
  };
  for (const name of Object.keys(all)) if (all[name] === undefined) delete all[name];
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest(
      { host: '127.0.0.1', port, path, method: 'POST', headers: all, agent: false },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            type: response.headers['content-type'],
            text: Buffer.concat(chunks).toString(),
          }),
        );
      },
    );
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}
