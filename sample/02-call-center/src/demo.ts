import 'reflect-metadata';
import type { AddressInfo, Server } from 'node:net';
import { NestFactory } from '@nestjs/core';
import { CloudApiEmulator, SteppedClock, formatTranscript } from 'nestjs-whatsapp-cloud/testing';
import { AppModule } from './app.module';

/** The application with an emulated Meta beside it, on a Monday morning in Berlin. Nothing leaves this machine. */
async function main(): Promise<void> {
  const clock = new SteppedClock(Date.UTC(2026, 0, 12, 9));
  const emulator = await CloudApiEmulator.start({ clock });
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

  try {
    const calls = [];
    for (const name of ['Robin', 'Ada', 'Lin']) {
      calls.push(await emulator.user({ name }).calls());
      await emulator.advance(5000);
    }
    const [robin, ada, lin] = calls;
    await robin?.expectAnswer();
    await ada?.expectAnswer();
    await lin?.expectRejection(); // both agents are on a call
    await fetch(`http://127.0.0.1:${port}/agents/maria/hang-up`, { method: 'POST' });
    await robin?.expectEnd();
    await ada?.hangsUp();
    await emulator.idle();
    console.log(formatTranscript(emulator.transcript, { business: 'Call center', nameWidth: 12 }));
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  } finally {
    await app.close();
    await emulator.stop();
  }
}

void main();
