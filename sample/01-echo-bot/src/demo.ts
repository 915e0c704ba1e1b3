import 'reflect-metadata';
import type { AddressInfo, Server } from 'node:net';
import { NestFactory } from '@nestjs/core';
import { CloudApiEmulator } from 'nestjs-whatsapp-cloud/testing';
import { AppModule } from './app.module';
import { ChatWindow } from './chat-window';
import { conversation } from './conversation';

/** The application with an emulated Meta beside it: a scripted conversation, then yours. Nothing leaves this machine. */
async function main(): Promise<void> {
  const emulator = await CloudApiEmulator.start({ autoStatuses: ['sent', 'delivered'] });
  process.env.WHATSAPP_ACCESS_TOKEN = emulator.accessToken;
  process.env.WHATSAPP_PHONE_NUMBER_ID = emulator.phoneNumberId;
  process.env.WHATSAPP_WABA_ID = emulator.wabaId;
  process.env.WHATSAPP_APP_SECRET = emulator.appSecret;
  process.env.WHATSAPP_VERIFY_TOKEN = emulator.verifyToken;
  process.env.WHATSAPP_GRAPH_URL = emulator.url;

  const app = await NestFactory.create(AppModule, { logger: ['warn', 'error'] });
  app.enableShutdownHooks();
  const server = (await app.listen(0, '127.0.0.1')) as Server;
  const { port } = server.address() as AddressInfo;
  await emulator.connect(`http://127.0.0.1:${port}/whatsapp/webhook`);
  console.log(`Echo bot on port ${port}, emulated Meta on ${emulator.url}\n`);

  const customer = emulator.user({ name: 'Robin', phone: '15550100123' });
  const chat = new ChatWindow(emulator, customer);
  try {
    for (const step of conversation) {
      await step(customer);
      await chat.refresh();
    }
    console.log('\nEvery reply came. ✓ sent, ✓✓ delivered, ✓✓ read');
    if (process.stdin.isTTY) await chat.typeOn();
  } catch (error) {
    console.error(`\n${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  } finally {
    await app.close();
    await emulator.stop();
  }
}

void main();
