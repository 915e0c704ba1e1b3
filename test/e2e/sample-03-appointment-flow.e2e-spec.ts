import { generateKeyPairSync } from 'node:crypto';
import type { AddressInfo, Server } from 'node:net';
import type { INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CloudApiEmulator } from 'nestjs-whatsapp-cloud/testing';
import { AppModule } from '../../sample/03-appointment-flow/src/app.module';
import { Calendar } from '../../sample/03-appointment-flow/src/calendar';
import { asks, chooses, conversation } from '../../sample/03-appointment-flow/src/conversation';
import { FlowPublisher } from '../../sample/03-appointment-flow/src/flow-publisher';

const { privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'open sesame' },
});
const ENDPOINT = 'https://example.com/whatsapp/flows';

describe('sample/03-appointment-flow', () => {
  const before = { ...process.env };
  let emulator: CloudApiEmulator;
  let app: INestApplication;

  beforeEach(async () => {
    emulator = await CloudApiEmulator.start();
    Object.assign(process.env, {
      WHATSAPP_ACCESS_TOKEN: emulator.accessToken,
      WHATSAPP_PHONE_NUMBER_ID: emulator.phoneNumberId,
      WHATSAPP_WABA_ID: emulator.wabaId,
      WHATSAPP_APP_SECRET: emulator.appSecret,
      WHATSAPP_VERIFY_TOKEN: emulator.verifyToken,
      WHATSAPP_GRAPH_URL: emulator.url,
      FLOW_PRIVATE_KEY: privateKey,
      FLOW_PASSPHRASE: 'open sesame',
    });
    app = await NestFactory.create(AppModule, { logger: false });
    const server = (await app.listen(0, '127.0.0.1')) as Server;
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    await emulator.connect(`${url}/whatsapp/webhook`);
    emulator.connectFlows(`${url}/whatsapp/flows`);
    await app.get(FlowPublisher).publish(ENDPOINT);
  });

  afterEach(async () => {
    await app.close();
    await emulator.stop();
    process.env = { ...before };
  });

  it('gives the time to the first who books it, as the demo says', async () => {
    const [robin, kim] = [emulator.user({ name: 'Robin' }), emulator.user({ name: 'Kim' })];
    await conversation(robin, kim);
    await robin.expectNothing();
    await kim.expectNothing();
    expect(app.get(Calendar).find(1)).toEqual({
      number: 1,
      service: 'cut',
      time: 'mon-10',
      note: 'Short, please',
    });
    expect(app.get(Calendar).freeTimes.map(({ id }) => id)).toEqual(['tue-09']);
  });

  it('shows at the last screen, too, that the time was taken', async () => {
    const flow = await chooses(await asks(emulator.user({ name: 'Robin' })), 'cut', 'tue-09');
    flow.expectScreen('CONFIRM');
    expect(flow.data).toEqual({ summary: 'Haircut, Tuesday 09:00' });
    app.get(Calendar).book('colour', 'tue-09', undefined);
    await flow.submits();
    flow.expectScreen('CONFIRM');
    expect(flow.errorMessage).toBe('This time has just been taken. Please go back.');
    expect(flow.completion).toBeUndefined();
  });

  it('takes an invitation once', async () => {
    const robin = emulator.user({ name: 'Robin' });
    const flow = await chooses(await asks(robin), 'cut', 'mon-14');
    await flow.submits();
    await robin.expectReply(/^Booked/);
    const again = await robin.opensFlow();
    expect(again.failure).toEqual({
      error: 'flow-token',
      message: 'This invitation was used. Write to us for a new one.',
      status: 427,
    });
  });

  it('publishes once, and leaves key and flow alone afterwards', async () => {
    const changes = (): number => emulator.requests.filter(({ method }) => method === 'POST').length;
    const before = changes();
    await app.get(FlowPublisher).publish(ENDPOINT);
    expect(changes()).toBe(before);
    expect(emulator.flows.get('appointment')).toMatchObject({ status: 'PUBLISHED', endpointUri: ENDPOINT });
  });
});
