/** One client of the comparison, by name: sends texts with 64 in flight when asked. */
require('reflect-metadata');

const [kind, port] = process.argv.slice(2);
const base = `http://127.0.0.1:${port}`;
const PHONE = '200555000000001';
const TO = '15550100123';
const TEXT = 'Your parcel is on its way: https://example.com/track/12345';
const payload = {
  messaging_product: 'whatsapp',
  recipient_type: 'individual',
  to: TO,
  type: 'text',
  text: { body: TEXT },
};

const clients = {
  async ours() {
    const { Module } = require('@nestjs/common');
    const { NestFactory } = require('@nestjs/core');
    const { MessagesService, WhatsAppModule } = require('nestjs-whatsapp-cloud');
    class AppModule {}
    const options = {
      accessToken: 'token',
      phoneNumberId: PHONE,
      graphUrl: base,
      allowedHosts: [`127.0.0.1:${port}`],
    };
    Module({ imports: [WhatsAppModule.forRoot({ ...options, path: false })] })(AppModule);
    const app = await NestFactory.createApplicationContext(AppModule, { logger: false });
    const messages = app.get(MessagesService);
    return async () => (await messages.sendText({ to: TO, body: TEXT })).messageId;
  },
  async 'whatsapp-api-js'() {
    const { WhatsAppAPI } = await import('whatsapp-api-js');
    const { Text } = await import('whatsapp-api-js/messages');
    const api = new WhatsAppAPI({ token: 'token', appSecret: 'secret', v: 'v26.0' });
    // The client has no option for the host, so its fetch is pointed at the loopback server.
    api.fetch = (url, init) => fetch(base + new URL(url).pathname, init);
    return async () => (await api.sendMessage(PHONE, TO, new Text(TEXT))).messages[0].id;
  },
  async kapso() {
    const { WhatsAppClient } = require('@kapso/whatsapp-cloud-api');
    const client = new WhatsAppClient({ accessToken: 'token', baseUrl: base, graphVersion: 'v26.0' });
    return async () =>
      (await client.messages.sendText({ phoneNumberId: PHONE, to: TO, body: TEXT })).messages[0].id;
  },
  async 'http-service'() {
    const { HttpModule, HttpService } = await import('@nestjs/axios');
    const { Module } = require('@nestjs/common');
    const { NestFactory } = require('@nestjs/core');
    const { firstValueFrom } = require('rxjs');
    const http = require('node:http');
    class AppModule {}
    Module({
      imports: [HttpModule.register({ httpAgent: new http.Agent({ keepAlive: true, maxSockets: 64 }) })],
    })(AppModule);
    const app = await NestFactory.createApplicationContext(AppModule, { logger: false });
    const service = app.get(HttpService);
    const headers = { Authorization: 'Bearer token' };
    return async () => {
      const response = await firstValueFrom(
        service.post(`${base}/v26.0/${PHONE}/messages`, payload, { headers }),
      );
      return response.data.messages[0].id;
    };
  },
  async 'raw-undici'() {
    const { Pool } = require('undici');
    const pool = new Pool(base, { connections: 64 });
    const headers = { authorization: 'Bearer token', 'content-type': 'application/json' };
    return async () => {
      const { body } = await pool.request({
        method: 'POST',
        path: `/v26.0/${PHONE}/messages`,
        headers,
        body: JSON.stringify(payload),
      });
      return (await body.json()).messages[0].id;
    };
  },
};

async function sendAll(send, count) {
  let left = count;
  const start = process.hrtime.bigint();
  await Promise.all(
    Array.from({ length: 64 }, async () => {
      while (left-- > 0) if (!(await send())) throw new Error(`${kind}: no message id`);
    }),
  );
  return count / (Number(process.hrtime.bigint() - start) / 1e9);
}

clients[kind]().then((send) => {
  process.on('message', async (count) => process.send({ rate: await sendAll(send, count) }));
  process.send({ ready: true });
});
