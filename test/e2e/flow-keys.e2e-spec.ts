import { EventEmitter, once } from 'node:events';
import { Injectable } from '@nestjs/common';
import type { LoggerService } from '@nestjs/common';
import {
  FlowKeysService,
  FlowRequest,
  generateFlowKeyPair,
  OnFlowRequest,
  WhatsAppFlowsModule,
} from 'nestjs-whatsapp-cloud';
import type {
  AccountRef,
  AccountResolver,
  FlowAnswer,
  FlowKeyPair,
  FlowPrivateKey,
} from 'nestjs-whatsapp-cloud';
import { ADAPTERS, boot } from '../support/boot';
import type { Booted } from '../support/boot';

const passphrase = 'correct horse';
const [NUMBER, WABA, TOKEN] = ['200777000000001', '300777000000001', 'a-token'];
const locked = ({ privateKey: key }: FlowKeyPair): FlowPrivateKey => ({ key, passphrase });
const init = { version: '4.0', action: 'INIT', flow_token: 't' };

@Injectable()
class Handlers {
  @OnFlowRequest()
  any(request: FlowRequest): FlowAnswer {
    return request.show('NEXT', { wabaId: request.account.wabaId ?? 'none' });
  }
}

/** Keeps the warnings of the endpoint, and tells of each. */
class Warnings extends EventEmitter implements LoggerService {
  readonly lines: string[] = [];
  log(): void {}
  error(): void {}
  warn(message: unknown): void {
    if (!String(message).startsWith('Flow endpoint')) return;
    this.lines.push(String(message));
    this.emit('line');
  }
}

let booted: Booted | undefined;
afterEach(async () => {
  await booted?.stop();
  booted = undefined;
});

describe.each(ADAPTERS)('keys of the flow endpoint on %s', (adapter) => {
  it('are uploaded, compared and replaced while phones still have the old one', async () => {
    const [old, fresh] = await Promise.all([
      generateFlowKeyPair({ passphrase }),
      generateFlowKeyPair({ passphrase }),
    ]);
    const privateKeys = [locked(fresh), locked(old)];
    booted = await boot({
      adapter,
      imports: [WhatsAppFlowsModule.forRoot({ privateKeys })],
      providers: [Handlers],
    });
    const { app, emulator, url } = booted;
    emulator.connectFlows(`${url}/whatsapp/flows`);
    const keys = app.get(FlowKeysService);
    expect(await keys.check(privateKeys)).toEqual({ state: 'missing' });

    await keys.upload(locked(old));
    expect(await keys.check(privateKeys)).toMatchObject({ state: 'ready', index: 1 });
    expect(await keys.check(locked(fresh))).toMatchObject({ state: 'mismatch' });
    expect(await emulator.flows.request(init)).toMatchObject({ status: 200, payload: { screen: 'NEXT' } });

    await keys.upload(locked(fresh));
    expect(await keys.check(privateKeys)).toMatchObject({
      state: 'ready',
      index: 0,
      uploaded: { publicKey: fresh.publicKey, signatureStatus: 'VALID' },
    });
    expect(await emulator.flows.request(init)).toMatchObject({ status: 200, payload: { screen: 'NEXT' } });
  });

  it('belong to the account that the path names', async () => {
    const pair = await generateFlowKeyPair({ passphrase });
    const asked: AccountRef[] = [];
    const accountResolver: AccountResolver = {
      resolve: (ref) => {
        asked.push(ref);
        const account = { accessToken: TOKEN, phoneNumberId: NUMBER, wabaId: WABA };
        return ref.wabaId === WABA ? { ...account, flowPrivateKeys: locked(pair) } : account;
      },
    };
    booted = await boot({
      adapter,
      imports: [WhatsAppFlowsModule.forRoot({ path: 'flows/:wabaId' })],
      providers: [Handlers],
      options: { accountResolver },
      emulator: { accessToken: TOKEN, phoneNumberId: NUMBER, wabaId: WABA },
    });
    const { app, emulator, url } = booted;
    await app.get(FlowKeysService).upload(locked(pair));
    emulator.connectFlows(`${url}/flows/${WABA}`);
    for (let i = 0; i < 2; i++) {
      expect(await emulator.flows.request(init)).toMatchObject({
        status: 200,
        payload: { data: { wabaId: WABA } },
      });
    }
    expect(asked.filter(({ wabaId }) => wabaId !== undefined)).toEqual([{ wabaId: WABA }]);
    emulator.connectFlows(`${url}/flows/999`);
    expect(await emulator.flows.request(init)).toMatchObject({ status: 421 });
  });

  it('are compared at boot when that is wanted, with one warning', async () => {
    const { privateKey: privateKeys } = await generateFlowKeyPair();
    const logger = new Warnings();
    const warned = once(logger, 'line');
    booted = await boot({
      adapter,
      imports: [WhatsAppFlowsModule.forRoot({ privateKeys, checkKeysAtBoot: true })],
      providers: [Handlers],
      logger,
    });
    await warned;
    expect(logger.lines).toEqual([
      expect.stringMatching(/has no public key at Meta.*FlowKeysService\.upload/),
    ]);
  });
});
