import 'reflect-metadata';
import { generateKeyPairSync } from 'node:crypto';
import type { AddressInfo, Server } from 'node:net';
import { NestFactory } from '@nestjs/core';
import { CloudApiEmulator, formatTranscript } from 'nestjs-whatsapp-cloud/testing';
import { AppModule } from './app.module';
import { conversation } from './conversation';
import { FlowPublisher } from './flow-publisher';

/** The application with an emulated Meta beside it, and two customers. Nothing leaves this machine. */
async function main(): Promise<void> {
  const emulator = await CloudApiEmulator.start();
  process.env.WHATSAPP_ACCESS_TOKEN = emulator.accessToken;
  process.env.WHATSAPP_PHONE_NUMBER_ID = emulator.phoneNumberId;
  process.env.WHATSAPP_WABA_ID = emulator.wabaId;
  process.env.WHATSAPP_APP_SECRET = emulator.appSecret;
  process.env.WHATSAPP_VERIFY_TOKEN = emulator.verifyToken;
  process.env.WHATSAPP_GRAPH_URL = emulator.url;
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  process.env.FLOW_PRIVATE_KEY = privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;

  const app = await NestFactory.create(AppModule, { logger: ['warn', 'error'] });
  app.enableShutdownHooks();
  const server = (await app.listen(0, '127.0.0.1')) as Server;
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await emulator.connect(`${url}/whatsapp/webhook`);
  emulator.connectFlows(`${url}/whatsapp/flows`);

  try {
    await app.get(FlowPublisher).publish('https://example.com/whatsapp/flows');
    await conversation(emulator.user({ name: 'Robin' }), emulator.user({ name: 'Kim' }));
    await emulator.idle();
    console.log(formatTranscript(emulator.transcript, { business: 'Salon', nameWidth: 8 }));
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  } finally {
    await app.close();
    await emulator.stop();
  }
}

void main();
