import { inspect } from 'node:util';
import { Injectable } from '@nestjs/common';
import type { LoggerService } from '@nestjs/common';
import {
  AccountDirectory,
  GraphClient,
  MessagesService,
  OnWhatsAppEvent,
  WHATSAPP_OPTIONS,
  WhatsAppEvents,
} from 'nestjs-whatsapp-cloud';
import { ADAPTERS, boot } from '../support/boot';

const TOKEN = 'EAAcanarytoken0123456789';
const SECRET = 'canaryappsecret0123456789';
const PHONE = '15550177342';
const USER = 'US.55501773420000000001';
const NAME = 'Canary Birdsong';
const TEXT = 'a secret the canary sings';
const CANARIES = [TOKEN, SECRET, PHONE, USER, NAME, TEXT];

class Capture implements LoggerService {
  readonly lines: string[] = [];
  readonly log = (...args: unknown[]): void => void this.lines.push(args.map(String).join(' '));
  readonly error = this.log;
  readonly warn = this.log;
  readonly debug = this.log;
  readonly verbose = this.log;
  readonly fatal = this.log;
}

@Injectable()
class Failing {
  @OnWhatsAppEvent('message.text')
  onText(): never {
    throw new Error('out of order');
  }
}

/** Everything that a careless application might print of a value. */
function prints(value: unknown): string[] {
  return [
    inspect(value, { depth: 12, showHidden: false }),
    JSON.stringify(value) ?? '',
    String(value),
    value instanceof Error ? `${value.stack} ${inspect(value.cause, { depth: 12 })}` : '',
  ];
}

describe.each(ADAPTERS)('tokens and personal data on %s', (adapter) => {
  it('appear in no log line, error, inspect output or JSON', async () => {
    const logger = new Capture();
    const { app, emulator, stop } = await boot({
      adapter,
      logger,
      providers: [Failing],
      emulator: { accessToken: TOKEN, appSecret: SECRET },
      options: { delivery: { attempts: 2, retryDelayMs: 0 }, http: { maxAttempts: 1 } },
    });
    const printed: string[] = [];
    const fails = async (work: Promise<unknown>): Promise<void> => {
      const error = await work.then(
        () => undefined,
        (reason: unknown) => reason,
      );
      expect(error).toBeInstanceOf(Error);
      printed.push(...prints(error));
    };

    const user = emulator.user({ name: NAME, phone: PHONE, userId: USER });
    await user.says(TEXT);
    const messages = app.get(MessagesService);
    emulator.failNext({ path: '/messages', code: 131026 });
    await fails(messages.sendText({ to: PHONE, body: TEXT }));
    emulator.failNext({ path: '/messages', status: 500, body: `<html>${TOKEN} ${PHONE}</html>` });
    await fails(messages.sendText({ to: PHONE, body: TEXT }));
    emulator.failNext({ path: '/messages', resetSocket: true });
    await fails(messages.sendText({ to: PHONE, body: TEXT }));
    await fails(messages.sendText({ to: PHONE, body: '' }));
    await fails(messages.sendText({ to: `${PHONE}x`.repeat(9), body: TEXT.repeat(1000) }));
    await fails(messages.sendText({ to: PHONE, body: TEXT }, { signal: AbortSignal.abort() }));
    await fails(app.get(GraphClient).request({ method: 'GET', path: 'https://evil.example/steal' }));
    await fails(app.get(GraphClient).request({ method: 'GET', path: `${PHONE}/nothing` }));
    printed.push(...prints(app.get(WHATSAPP_OPTIONS)), ...prints(app.get(AccountDirectory)));
    printed.push(...prints(app.get(GraphClient)), ...prints(messages));
    app.get(WhatsAppEvents);
    await stop();

    expect(logger.lines.length).toBeGreaterThan(3);
    for (const canary of CANARIES) {
      expect(logger.lines.filter((line) => line.includes(canary))).toEqual([]);
      expect(printed.filter((text) => text.includes(canary))).toEqual([]);
    }
  });
});
