import { NestFactory } from '@nestjs/core';
import { CloudApiEmulator } from 'nestjs-whatsapp-cloud/testing';
import { AppModule } from '../../sample/01-echo-bot/src/app.module';
import { conversation } from '../../sample/01-echo-bot/src/conversation';

describe('sample 01, the echo bot', () => {
  const environment = { ...process.env };
  let emulator: CloudApiEmulator;
  let close: () => Promise<void>;

  beforeAll(async () => {
    emulator = await CloudApiEmulator.start();
    process.env.WHATSAPP_ACCESS_TOKEN = emulator.accessToken;
    process.env.WHATSAPP_PHONE_NUMBER_ID = emulator.phoneNumberId;
    process.env.WHATSAPP_WABA_ID = emulator.wabaId;
    process.env.WHATSAPP_APP_SECRET = emulator.appSecret;
    process.env.WHATSAPP_VERIFY_TOKEN = emulator.verifyToken;
    process.env.WHATSAPP_GRAPH_URL = emulator.url;
    const app = await NestFactory.create(AppModule, { logger: false });
    await app.listen(0, '127.0.0.1');
    const { port } = app.getHttpServer().address() as { port: number };
    await emulator.connect(`http://127.0.0.1:${port}/whatsapp/webhook`);
    close = () => app.close();
  });

  afterAll(async () => {
    process.env = environment;
    await close();
    await emulator.stop();
  });

  it('answers as the demo says', async () => {
    const robin = emulator.user({ name: 'Robin', phone: '15550100123' });
    for (const step of conversation) await step(robin);
    await robin.expectNothing();
  });

  it('keeps blocked customers away from its handlers', async () => {
    const blocked = emulator.user({ name: 'Mallory', phone: '15550100666' });
    await blocked.says('menu');
    await blocked.expectNothing();
  });
});
