/** One flow endpoint of the comparison, by name. Tells its port, then counts the requests that reached a handler. */
require('reflect-metadata');
const crypto = require('node:crypto');
const http = require('node:http');
const common = require('@nestjs/common');
const { NestFactory } = require('@nestjs/core');
const { decorateMethod } = require('../support/decorate.cjs');

const APP_SECRET = 'bench-app-secret';
const PRIVATE_KEY = process.env.FLOW_BENCH_KEY;
const KEY_OBJECT = crypto.createPrivateKey(PRIVATE_KEY);
let handled = 0;

const adapterOf = (kind) =>
  kind.endsWith('fastify') ? [new (require('@nestjs/platform-fastify').FastifyAdapter)()] : [];

async function ours(kind) {
  const { OnFlowRequest, WhatsAppFlowsModule, WhatsAppModule } = require('nestjs-whatsapp-cloud');
  class Handlers {
    onTime(request) {
      handled++;
      return request.show('CONFIRM', { summary: request.data.time });
    }
  }
  decorateMethod(Handlers, 'onTime', OnFlowRequest({ screen: 'TIME', action: 'data_exchange' }));
  common.Injectable()(Handlers);
  class AppModule {}
  const options = {
    accessToken: 'token',
    phoneNumberId: '200555000000001',
    wabaId: '300555000000001',
    appSecret: APP_SECRET,
    verifyToken: 'verify',
  };
  common.Module({
    imports: [WhatsAppModule.forRoot(options), WhatsAppFlowsModule.forRoot({ privateKeys: PRIVATE_KEY })],
    providers: [Handlers],
  })(AppModule);
  const app = await NestFactory.create(AppModule, ...adapterOf(kind), { logger: false });
  await app.listen(0, '127.0.0.1');
  return app.getHttpServer();
}

/** Nothing but the crypto: RSA, AES, JSON and AES again. No signature, no framework. */
function answer(bytes) {
  const body = JSON.parse(bytes);
  const aesKey = crypto.privateDecrypt(
    { key: KEY_OBJECT, padding: crypto.constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' },
    Buffer.from(body.encrypted_aes_key, 'base64'),
  );
  const data = Buffer.from(body.encrypted_flow_data, 'base64');
  const iv = Buffer.from(body.initial_vector, 'base64');
  const decipher = crypto.createDecipheriv('aes-128-gcm', aesKey, iv, { authTagLength: 16 });
  decipher.setAuthTag(data.subarray(-16));
  const text = decipher.update(data.subarray(0, -16), undefined, 'utf8') + decipher.final('utf8');
  const request = JSON.parse(text);
  handled++;
  const reply = { version: request.version, screen: 'CONFIRM', data: { summary: request.data.time } };
  const inverted = Buffer.from(iv.map((byte) => ~byte));
  const cipher = crypto.createCipheriv('aes-128-gcm', aesKey, inverted);
  return Buffer.concat([cipher.update(JSON.stringify(reply)), cipher.final(), cipher.getAuthTag()]).toString(
    'base64',
  );
}

async function bare() {
  const server = http.createServer((request, response) => {
    const chunks = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
      const text = answer(Buffer.concat(chunks));
      response.writeHead(200, { 'content-type': 'text/plain', 'content-length': text.length }).end(text);
    });
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

const kind = process.argv[2];
(kind === 'bare-crypto' ? bare() : ours(kind)).then((server) => {
  process.on('message', () => process.send({ handled, cpu: process.cpuUsage() }));
  process.send({ port: server.address().port });
});
