import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  Catch,
  Injectable,
  RequestMethod,
  SetMetadata,
  ValidationPipe,
  VersioningType,
} from '@nestjs/common';
import type {
  ArgumentsHost,
  CallHandler,
  CanActivate,
  DynamicModule,
  ExceptionFilter,
  ExecutionContext,
  INestApplication,
  NestInterceptor,
} from '@nestjs/common';
import {
  APP_FILTER,
  APP_GUARD,
  APP_INTERCEPTOR,
  APP_PIPE,
  HttpAdapterHost,
  Reflector,
  RouterModule,
} from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { map } from 'rxjs';
import type { Observable } from 'rxjs';
import {
  ADAPTERS,
  boot,
  handshakeQuery,
  PATH,
  RecordingEngine,
  textWebhook,
  webhookModule,
} from './webhook-harness';
import type { AppSetup, RunningApp } from './webhook-harness';

const unicode = readFileSync(join(__dirname, '../fixtures/webhooks/envelope.unicode.json'));
const UNICODE_SIGNATURE = 'sha256=f75055edbcd5e76852bab4eae0beeeb222638fe3d36d4137efbfe6fe6939195b';

const Public = () => SetMetadata('isPublic', true);
const SkipThrottle = () => SetMetadata('skipThrottle', true);

@Injectable()
class DenyUnlessPublic implements CanActivate {
  constructor(private readonly reflector: Reflector) {}
  canActivate(context: ExecutionContext): boolean {
    return (
      this.reflector.getAllAndOverride<boolean>('isPublic', [context.getHandler(), context.getClass()]) ??
      false
    );
  }
}

/** Looks at the class alone, and allows one request. */
@Injectable()
class OneRequestOnly implements CanActivate {
  private requests = 0;
  constructor(private readonly reflector: Reflector) {}
  canActivate(context: ExecutionContext): boolean {
    return this.reflector.get<boolean>('skipThrottle', context.getClass()) || ++this.requests <= 1;
  }
}

@Injectable()
class WrapResponses implements NestInterceptor {
  intercept(_context: ExecutionContext, next: CallHandler): Observable<unknown> {
    return next.handle().pipe(map((data: unknown) => ({ success: true, data })));
  }
}

/** Answers every error with 200 and an envelope of its own, as some code bases do. */
@Catch()
@Injectable()
class CatchAll implements ExceptionFilter {
  constructor(private readonly host: HttpAdapterHost) {}
  catch(_error: unknown, host: ArgumentsHost): void {
    this.host.httpAdapter.reply(host.switchToHttp().getResponse(), { success: false }, 200);
  }
}

const webhookInAPrefixedModule = (setup: AppSetup): DynamicModule[] => {
  const webhook = webhookModule(setup);
  return [webhook, RouterModule.register([{ path: 'tenants/:tenant', module: webhook.module }])];
};

interface Scenario extends Omit<AppSetup, 'adapter'> {
  readonly name: string;
  /** Where the endpoint is then. */
  readonly at?: string;
  /** How the application's own GET /plain answers, the second time: shows that the set-up is in force. */
  readonly plain?: { status: number; text?: string };
  readonly plainAt?: string;
}

const PLAIN = { status: 200, text: '{"plain":true}' };

const scenarios: Scenario[] = [
  { name: 'an untouched main.ts' },
  { name: 'rawBody: true', app: { rawBody: true } },
  { name: 'bodyParser: false', app: { bodyParser: false } },
  {
    name: 'a body parser of the application with a small limit',
    main: (app) => useSmallBodyParser(app),
  },
  {
    name: 'a global prefix',
    main: (app) => app.setGlobalPrefix('api'),
    at: `/api/${PATH}`,
    plainAt: '/api/plain',
  },
  {
    name: 'a global prefix that excludes the path',
    main: (app) => app.setGlobalPrefix('api', { exclude: [{ path: PATH, method: RequestMethod.ALL }] }),
    plainAt: '/api/plain',
  },
  {
    name: 'URI versioning',
    main: (app) => app.enableVersioning({ type: VersioningType.URI, defaultVersion: '2' }),
    plainAt: '/v2/plain',
  },
  {
    name: 'header versioning',
    main: (app) =>
      app.enableVersioning({ type: VersioningType.HEADER, header: 'x-version', defaultVersion: '2' }),
    plain: { status: 404 },
  },
  {
    name: 'a global guard that denies what is not public',
    providers: [{ provide: APP_GUARD, useClass: DenyUnlessPublic }],
    registration: { decorators: [Public()] },
    plain: { status: 403 },
  },
  {
    name: 'a throttler-like guard',
    providers: [{ provide: APP_GUARD, useClass: OneRequestOnly }],
    registration: { decorators: [Public(), SkipThrottle()] },
    plain: { status: 403 },
  },
  {
    name: 'an interceptor that wraps responses',
    providers: [{ provide: APP_INTERCEPTOR, useClass: WrapResponses }],
    plain: { status: 200, text: '{"success":true,"data":{"plain":true}}' },
  },
  {
    name: 'a global whitelist ValidationPipe',
    providers: [
      {
        provide: APP_PIPE,
        useValue: new ValidationPipe({ whitelist: true, forbidNonWhitelisted: true, transform: true }),
      },
    ],
  },
  {
    name: 'a catch-all exception filter',
    providers: [{ provide: APP_FILTER, useClass: CatchAll }],
    plain: { status: 200, text: '{"success":false}' },
    plainAt: '/nowhere',
  },
];

function useSmallBodyParser(app: INestApplication): void {
  if (app.getHttpAdapter().getType() === 'express') {
    (app as NestExpressApplication).useBodyParser('json', { limit: '1kb' });
  } else {
    (app as NestFastifyApplication).useBodyParser('application/json', { bodyLimit: 1024 });
  }
}

describe.each(ADAPTERS)('webhook endpoint on %s', (adapter) => {
  describe.each(scenarios)(
    'with $name',
    ({ at = `/${PATH}`, plainAt = '/plain', plain = PLAIN, ...setup }) => {
      let running: RunningApp;

      beforeAll(async () => {
        running = await boot({ ...setup, adapter });
      });
      afterAll(() => running.app.close());

      it('answers the handshake with the bare challenge', async () => {
        const response = await running.handshake(undefined, at);
        expect(response).toMatchObject({ status: 200, text: '1158201444' });
        expect(response.headers['content-type']).toMatch(/^text\/plain/);
      });

      it('refuses a handshake with another token', async () => {
        expect(await running.handshake(handshakeQuery({ 'hub.verify_token': 'guess' }), at)).toMatchObject({
          status: 403,
        });
      });

      it('takes in a signed webhook, byte for byte', async () => {
        const before = running.engine.batches.length;
        const response = await running.send({
          path: at,
          body: unicode,
          headers: { 'x-hub-signature-256': UNICODE_SIGNATURE },
        });
        expect(response).toMatchObject({ status: 200, text: '' });
        expect(running.engine.batches).toHaveLength(before + 1);
      });

      it('refuses a wrong signature and a missing one', async () => {
        const before = running.engine.batches.length;
        const wrong = await running.post(textWebhook(), {
          path: at,
          headers: { 'x-hub-signature-256': `sha256=${'0'.repeat(64)}` },
        });
        expect(wrong).toMatchObject({ status: 401, text: 'invalid signature' });
        expect(await running.send({ path: at, body: textWebhook() })).toMatchObject({ status: 401 });
        expect(running.engine.batches).toHaveLength(before);
      });

      it('takes in 3 MiB and refuses one byte more', async () => {
        const limit = 3 * 1024 * 1024;
        const base = textWebhook('').length;
        const largest = textWebhook('x'.repeat(limit - base));
        expect(Buffer.byteLength(largest)).toBe(limit);
        expect(await running.post(largest, { path: at })).toMatchObject({ status: 200 });
        expect(await running.post(`${largest} `, { path: at })).toMatchObject({ status: 413 });
        expect(await running.post(`${largest} `, { path: at, chunkSize: 65_536 })).toMatchObject({
          status: 413,
        });
        expect(running.engine.envelopes.at(-1)?.payload).toMatchObject({
          text: { body: 'x'.repeat(limit - base) },
        });
      });

      it('leaves the rest of the application as it is', async () => {
        await running.send({ method: 'GET', path: plainAt });
        expect(await running.send({ method: 'GET', path: plainAt })).toMatchObject(plain);
      });
    },
  );

  describe.each([{}, { rawBody: true }])('leaves the body parsers of other routes alone, with %j', (app) => {
    let running: RunningApp;

    beforeAll(async () => {
      running = await boot({ adapter, app });
    });
    afterAll(() => running.app.close());

    it.each(['/neighbour', `/other/${PATH}`, `/${PATH}s`])('POST %s', async (path) => {
      const response = await running.send({ path, body: '{"a":1}' });
      expect(response).toMatchObject({ status: 200, text: '{"got":{"a":1}}' });
      expect(response.headers['content-type']).toMatch(/^application\/json/);
      const large = JSON.stringify('x'.repeat(1_100_000));
      expect(await running.send({ path, body: `{"a":${large}}` })).toMatchObject({ status: 413 });
      expect(await running.send({ path, body: '{"a":' })).toMatchObject({ status: 400 });
    });
  });

  it('works below a module prefix with a parameter', async () => {
    const engine = new RecordingEngine();
    const imports = webhookInAPrefixedModule({ adapter, engine });
    const running = await boot({ adapter, imports, registration: { path: 'unused' } });
    try {
      const path = `/tenants/acme/${PATH}`;
      expect(await running.post(textWebhook('x'.repeat(2_000_000)), { path })).toMatchObject({ status: 200 });
      expect(engine.envelopes).toHaveLength(1);
    } finally {
      await running.app.close();
    }
  });
});
