/** One webhook server of the comparison, by name. Tells its port, then counts what reached a handler. */
require('reflect-metadata');
const { createHmac, timingSafeEqual } = require('node:crypto');
const http = require('node:http');
const common = require('@nestjs/common');
const { NestFactory } = require('@nestjs/core');
const { decorateMethod, decorateParameter } = require('../support/decorate.cjs');

const PATH = 'whatsapp/webhook';
const APP_SECRET = 'bench-app-secret';
let handled = 0;

const adapterOf = (kind) =>
  kind.endsWith('fastify') ? [new (require('@nestjs/platform-fastify').FastifyAdapter)()] : [];

function valid(signature, bytes) {
  const expected = Buffer.from(`sha256=${createHmac('sha256', APP_SECRET).update(bytes).digest('hex')}`);
  const given = Buffer.from(signature ?? '');
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/** What a careful team would write by hand: rawBody, a guard with the HMAC, a handler. */
function bareModule() {
  class SignatureGuard {
    canActivate(context) {
      const request = context.switchToHttp().getRequest();
      return valid(request.headers['x-hub-signature-256'], request.rawBody);
    }
  }
  common.Injectable()(SignatureGuard);
  class WebhookController {
    receive(body) {
      for (const entry of body.entry)
        for (const change of entry.changes)
          for (const message of change.value.messages ?? []) if (message.text) handled++;
    }
  }
  decorateParameter(WebhookController, 'receive', 0, common.Body());
  decorateMethod(
    WebhookController,
    'receive',
    common.Post(),
    common.HttpCode(200),
    common.UseGuards(SignatureGuard),
  );
  common.Controller(PATH)(WebhookController);
  class AppModule {}
  common.Module({ controllers: [WebhookController] })(AppModule);
  return AppModule;
}

function ourModule() {
  const { OnWhatsAppEvent, WhatsAppModule } = require('nestjs-whatsapp-cloud');
  class Handlers {
    onText(event) {
      if (event.payload.text) handled++;
    }
  }
  decorateMethod(Handlers, 'onText', OnWhatsAppEvent('message.text'));
  common.Injectable()(Handlers);
  class AppModule {}
  const options = {
    accessToken: 'token',
    phoneNumberId: '200555000000001',
    wabaId: '300555000000001',
    appSecret: APP_SECRET,
    verifyToken: 'verify',
  };
  common.Module({ imports: [WhatsAppModule.forRoot(options)], providers: [Handlers] })(AppModule);
  return AppModule;
}

async function nest(module, kind, options) {
  const app = await NestFactory.create(module, ...adapterOf(kind), { logger: false, ...options });
  await app.listen(0, '127.0.0.1');
  return app.getHttpServer();
}

async function listen(listener) {
  const server = http.createServer(listener);
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

const servers = {
  'ours-fastify': (kind) => nest(ourModule(), kind),
  'ours-express': (kind) => nest(ourModule(), kind),
  'bare-fastify': (kind) => nest(bareModule(), kind, { rawBody: true }),
  'bare-express': (kind) => nest(bareModule(), kind, { rawBody: true }),
  'raw-http': () =>
    listen((request, response) => {
      const chunks = [];
      request.on('data', (chunk) => chunks.push(chunk));
      request.on('end', () => {
        const bytes = Buffer.concat(chunks);
        const ok = valid(request.headers['x-hub-signature-256'], bytes);
        if (ok && JSON.parse(bytes).entry[0].changes[0].value.messages[0].text) handled++;
        response.writeHead(ok ? 200 : 401, { 'content-length': 0 }).end();
      });
    }),
  'whatsapp-api-js': async () => {
    const { WhatsAppAPI } = await import('whatsapp-api-js/middleware/node-http');
    const whatsapp = new WhatsAppAPI({
      token: 'token',
      appSecret: APP_SECRET,
      webhookVerifyToken: 'verify',
      v: 'v26.0',
    });
    whatsapp.on.message = ({ message }) => {
      if (message.text) handled++;
    };
    return listen(async (request, response) => {
      response.statusCode = await whatsapp.handle_post(request);
      response.end();
    });
  },
};

const kind = process.argv[2];
servers[kind](kind).then((server) => {
  process.on('message', () => process.send({ handled, cpu: process.cpuUsage() }));
  process.send({ port: server.address().port });
});
