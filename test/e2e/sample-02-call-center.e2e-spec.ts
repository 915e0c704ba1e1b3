import type { AddressInfo, Server } from 'node:net';
import type { INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CloudApiEmulator, SteppedClock } from 'nestjs-whatsapp-cloud/testing';
import { AppModule } from '../../sample/02-call-center/src/app.module';

const MONDAY_10_BERLIN = Date.UTC(2026, 0, 12, 9);
const HOUR = 3600 * 1000;

describe('sample/02-call-center', () => {
  let emulator: CloudApiEmulator;
  let app: INestApplication;
  let url: string;
  const before = { ...process.env };

  beforeEach(async () => {
    emulator = await CloudApiEmulator.start({ clock: new SteppedClock(MONDAY_10_BERLIN) });
    Object.assign(process.env, {
      WHATSAPP_ACCESS_TOKEN: emulator.accessToken,
      WHATSAPP_PHONE_NUMBER_ID: emulator.phoneNumberId,
      WHATSAPP_WABA_ID: emulator.wabaId,
      WHATSAPP_APP_SECRET: emulator.appSecret,
      WHATSAPP_VERIFY_TOKEN: emulator.verifyToken,
      WHATSAPP_GRAPH_URL: emulator.url,
    });
    app = await NestFactory.create(AppModule, { logger: false });
    const server = (await app.listen(0, '127.0.0.1')) as Server;
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    await emulator.connect(`${url}/whatsapp/webhook`);
  });

  afterEach(async () => {
    await app.close();
    await emulator.stop();
    process.env = { ...before };
  });

  const hangUp = (agent: string) => fetch(`${url}/agents/${agent}/hang-up`, { method: 'POST' });

  it('answers as long as somebody is free, and refuses otherwise', async () => {
    const [first, second, third] = [
      await emulator.user({ name: 'Robin' }).calls(),
      await emulator.user({ name: 'Ada' }).calls(),
      await emulator.user({ name: 'Lin' }).calls(),
    ];
    await Promise.all([first.expectPreAccept(), first.expectAnswer(), second.expectAnswer()]);
    await third.expectRejection();
    expect(JSON.parse(first.correlation ?? '')).toEqual({ agent: 'maria' });

    await first.hangsUp();
    const next = await emulator.user({ name: 'Kim' }).calls();
    await next.expectAnswer();
    expect(JSON.parse(next.correlation ?? '')).toEqual({ agent: 'maria' });
  });

  it('hangs up when an agent does', async () => {
    const call = await emulator.user({ name: 'Robin' }).calls();
    await call.expectAnswer();
    expect((await hangUp('maria')).status).toBe(204);
    await call.expectEnd();
    await emulator.idle();
    expect((await hangUp('maria')).status).toBe(404);
  });

  it('has told WhatsApp its hours', async () => {
    const robin = emulator.user({ name: 'Robin' });
    await emulator.advance(8 * HOUR);
    await expect(robin.calls()).rejects.toThrow('outside of the call hours');
    await emulator.advance(15 * HOUR);
    await robin.calls();
  });
});
