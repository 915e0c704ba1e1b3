import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable, Module, SetMetadata, UnauthorizedException, UseGuards } from '@nestjs/common';
import type { CanActivate, ExecutionContext, INestApplication } from '@nestjs/common';
import { APP_GUARD, NestFactory, Reflector } from '@nestjs/core';
import { ExpressAdapter } from '@nestjs/platform-express';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { Test } from '@nestjs/testing';
import express from 'express';
import type { Express } from 'express';
import type { AccountResolver } from '../../lib/config/account.interface';
import { signBody } from '../../lib/http/signature';
import { WebhookSignatureGuard } from '../../lib/http/webhook-signature.guard';
import { ManualClock } from '../support/manual-clock';
import {
  ADAPTERS,
  boot,
  createAdapter,
  handshakeQuery,
  PATH,
  RecordingEngine,
  RecordingLogger,
  SECRET,
  send,
  start,
  textWebhook,
  webhookModule,
} from './webhook-harness';
import type { AppSetup, RunningApp } from './webhook-harness';

@Injectable()
class Deny implements CanActivate {
  constructor(private readonly reflector: Reflector) {}
  canActivate(context: ExecutionContext): boolean {
    const status = this.reflector.get<number>('allow', context.getHandler());
    if (status === 401) throw new UnauthorizedException();
    return status === 200;
  }
}
const denyAll = [{ provide: APP_GUARD, useClass: Deny }];
const allow = (status: number) => SetMetadata('allow', status);

let guardRuns = 0;
@Injectable()
class CountingGuard implements CanActivate {
  canActivate(): boolean {
    guardRuns++;
    return true;
  }
}

async function using<T>(running: Promise<RunningApp>, use: (app: RunningApp) => Promise<T>): Promise<T> {
  const app = await running;
  try {
    return await use(app);
  } finally {
    await app.app.close();
  }
}

describe.each(ADAPTERS)('webhook in an application on %s', (adapter) => {
  const run = <T>(setup: Omit<AppSetup, 'adapter'>, use: (app: RunningApp) => Promise<T>): Promise<T> =>
    using(boot({ adapter, ...setup }), use);

  describe('whose global guard denies', () => {
    it.each([
      [401, allow(401)],
      [403, allow(403)],
    ])('names the option `decorators` once, for %i', async (status, decorator) => {
      await run({ providers: denyAll, registration: { decorators: [decorator] } }, async (app) => {
        expect(await app.post(textWebhook())).toMatchObject({ status });
        expect(await app.handshake()).toMatchObject({ status });
        await new Promise((resolve) => setImmediate(resolve));
        expect(app.logger.lines.filter((line) => line.includes('decorators: [Public()]'))).toHaveLength(1);
        expect(app.engine.batches).toHaveLength(0);
      });
    });

    it('says nothing when the refusal is its own', async () => {
      await run({ providers: denyAll, registration: { decorators: [allow(200)] } }, async (app) => {
        expect(await app.post('{}', { headers: { 'x-hub-signature-256': '' } })).toMatchObject({
          status: 401,
        });
        expect(await app.handshake(handshakeQuery({ 'hub.mode': 'x' }))).toMatchObject({ status: 403 });
        expect(await app.post(textWebhook())).toMatchObject({ status: 200 });
        expect(app.logger.lines.filter((line) => line.includes('decorators'))).toEqual([]);
      });
    });

    it('says nothing about other routes', async () => {
      await run({ providers: denyAll, registration: { decorators: [allow(200)] } }, async (app) => {
        expect(await app.send({ path: '/neighbour', body: '{}' })).toMatchObject({ status: 403 });
        expect(await app.send({ path: '/plain', method: 'GET' })).toMatchObject({ status: 403 });
        expect(app.logger.lines).toEqual([]);
      });
    });
  });

  it('runs a guard among the decorators once for a request', async () => {
    await run({ registration: { decorators: [UseGuards(CountingGuard)] } }, async (app) => {
      guardRuns = 0;
      await app.post(textWebhook());
      expect(guardRuns).toBe(1);
      await app.handshake();
      expect(guardRuns).toBe(2);
    });
  });

  it('takes a guard of the application in place of its own', async () => {
    class HeaderOfProxy extends WebhookSignatureGuard {
      protected override getSignature(request: { headers: Record<string, unknown> }): unknown {
        return request.headers['x-forwarded-signature'];
      }
    }
    await run({ registration: { guard: HeaderOfProxy } }, async (app) => {
      const body = textWebhook();
      expect(await app.post(body)).toMatchObject({ status: 401 });
      const headers = { 'x-forwarded-signature': signBody(SECRET, body) };
      expect(await app.send({ path: `/${PATH}`, body, headers })).toMatchObject({ status: 200 });
    });
  });

  it('serves two registrations with two paths and two secrets', async () => {
    const engine = new RecordingEngine();
    const second = webhookModule({
      engine,
      registration: { path: 'second' },
      options: { appSecret: 'second-secret', verifyToken: 'second-token', webhook: { bodyLimit: 1000 } },
    });
    await run({ imports: [second] }, async (app) => {
      const body = textWebhook();
      const signed = (secret: string) => ({ headers: { 'x-hub-signature-256': signBody(secret, body) } });
      expect(await app.post(body, signed(SECRET))).toMatchObject({ status: 200 });
      expect(await app.post(body, signed('second-secret'))).toMatchObject({ status: 401 });
      expect(await app.post(body, { path: '/second', ...signed('second-secret') })).toMatchObject({
        status: 200,
      });
      expect(await app.post(body, { path: '/second', ...signed(SECRET) })).toMatchObject({ status: 401 });
      expect(app.engine.batches).toHaveLength(1);
      expect(engine.batches).toHaveLength(1);

      const large = textWebhook('x'.repeat(1000));
      expect(await app.post(large)).toMatchObject({ status: 200 });
      expect(await app.post(large, { path: '/second' })).toMatchObject({ status: 413 });

      const query = handshakeQuery({ 'hub.verify_token': 'second-token' });
      expect(await app.handshake(query, '/second')).toMatchObject({ status: 200 });
      expect(await app.handshake(query)).toMatchObject({ status: 403 });
    });
  });

  it('tells which Meta app signed', async () => {
    const resolver: AccountResolver = {
      resolve: () => undefined,
      appSecrets: () => Promise.resolve([{ appId: 'app-c', secret: 'c' }]),
    };
    const options = { appSecret: ['a', { appId: 'app-b', secret: 'b' }] };
    await run({ options, resolver }, async (app) => {
      for (const secret of ['a', 'b', 'c']) {
        const body = textWebhook('x', `wamid.${secret}`);
        const headers = { 'x-hub-signature-256': signBody(secret, body) };
        expect(await app.post(body, { headers })).toMatchObject({ status: 200 });
      }
      expect(app.engine.envelopes.map((envelope) => envelope.appId)).toEqual([undefined, 'app-b', 'app-c']);
    });
  });

  it('stays shut while the account resolver fails, and does not call the signature wrong', async () => {
    const resolver: AccountResolver = {
      resolve: () => undefined,
      appSecrets: () => Promise.reject(new Error('down')),
    };
    const clock = new ManualClock();
    await run({ resolver, clock }, async (app) => {
      const body = textWebhook();
      const unknown = { headers: { 'x-hub-signature-256': signBody('c', body) } };
      expect(await app.post(body, unknown)).toMatchObject({ status: 503 });
      expect(await app.post(body)).toMatchObject({ status: 200 });
      expect(app.engine.envelopes[0]?.receivedAt).toBe(clock.now());
    });
  });

  it('takes unsigned webhooks only when told to', async () => {
    await run({ options: { insecureSkipSignatureVerification: true } }, async (app) => {
      expect(await app.send({ path: `/${PATH}`, body: textWebhook() })).toMatchObject({ status: 200 });
      expect(await app.send({ path: `/${PATH}`, body: '{' })).toMatchObject({ status: 400 });
      expect(app.engine.batches).toHaveLength(1);
    });
  });

  it('keeps the asynchronous context of the request', async () => {
    const storage = new AsyncLocalStorage<string>();
    const engine = new RecordingEngine();
    const seen: unknown[] = [];
    engine.verdict = () => {
      seen.push(storage.getStore());
      return Promise.resolve('settled');
    };
    const contextual = createAdapter(adapter);
    if (contextual instanceof ExpressAdapter) {
      contextual
        .getInstance<Express>()
        .use((request, _response, next) => storage.run(request.get('x-id') ?? '', next));
    } else {
      contextual.getInstance().addHook('onRequest', (request, _reply, done) => {
        storage.run(String(request.headers['x-id']), done);
      });
    }
    await using(boot({ adapter: contextual, engine }), async (app) => {
      const large = textWebhook('x'.repeat(300_000));
      await app.post(large, { headers: { 'x-id': 'one' } });
      await app.post(large, { headers: { 'x-id': 'two' }, chunkSize: 10_000 });
    });
    expect(seen).toEqual(['one', 'two']);
  });

  it('works in a testing module, whose adapter comes after its providers', async () => {
    const engine = new RecordingEngine();
    const logger = new RecordingLogger();
    const testing = await Test.createTestingModule({ imports: [webhookModule({ engine })] })
      .setLogger(logger)
      .compile();
    const app: INestApplication = testing.createNestApplication(createAdapter(adapter));
    await using(start(app, engine, logger), async (running) => {
      expect(await running.post(textWebhook('x'.repeat(2_000_000)))).toMatchObject({ status: 200 });
    });
  });

  it('is not in the Swagger document', async () => {
    await run({}, async ({ app }) => {
      const document = SwaggerModule.createDocument(app, new DocumentBuilder().build());
      expect(Object.keys(document.paths)).toContain('/neighbour');
      expect(Object.keys(document.paths)).not.toContain(`/${PATH}`);
    });
  });

  it('does not mind a process without an HTTP server', async () => {
    @Module({ imports: [webhookModule()] })
    class Worker {}
    const context = await NestFactory.createApplicationContext(Worker, {
      logger: false,
      abortOnError: false,
    });
    await context.close();
  });
});

describe('bytes that were consumed before the module could read them', () => {
  const server = (options?: object): Express => {
    const instance = express();
    instance.use(express.json(options));
    return instance;
  };

  it('are named as the reason, with the line to add, when nobody kept them', async () => {
    await using(boot({ adapter: new ExpressAdapter(server()) }), async (app) => {
      const response = await app.post(textWebhook());
      expect(response).toMatchObject({ status: 500, text: 'the webhook endpoint is not configured' });
      expect(app.logger.lines).toEqual([
        expect.stringMatching(/^error .*NestFactory\.create\(AppModule, \{ rawBody: true \}\)/),
      ]);
    });
  });

  it('are taken from where a parser of the application kept them', async () => {
    const verify = (request: { rawBody?: Buffer }, _response: unknown, bytes: Buffer): void => {
      request.rawBody = bytes;
    };
    await using(boot({ adapter: new ExpressAdapter(server({ verify })) }), async (app) => {
      expect(await app.post(textWebhook())).toMatchObject({ status: 200 });
      expect(
        await app.post(textWebhook(), { headers: { 'x-hub-signature-256': signBody('x', 'y') } }),
      ).toMatchObject({
        status: 401,
      });
    });
  });

  it.each([
    [false, 500],
    [true, 200],
  ])(
    'on Fastify, by a hook that fixed the content type early: rawBody %s gives %i',
    async (rawBody, status) => {
      const adapter = new FastifyAdapter();
      adapter.getInstance().addHook('onRequest', (request, _reply, done) => {
        void request.mediaType;
        done();
      });
      await using(boot({ adapter, app: { rawBody } }), async (app) => {
        expect(await app.post(textWebhook())).toMatchObject({ status });
      });
    },
  );

  it('keep working while unsigned webhooks are allowed', async () => {
    const options = { insecureSkipSignatureVerification: true };
    await using(boot({ adapter: new ExpressAdapter(server()), options }), async (app) => {
      const response = await send(app.port, { path: `/${PATH}`, body: textWebhook() });
      expect(response).toMatchObject({ status: 200 });
      expect(app.engine.batches).toHaveLength(1);
    });
  });
});
