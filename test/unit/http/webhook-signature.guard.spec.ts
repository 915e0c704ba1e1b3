import { Logger } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import type { AccountResolver } from '../../../lib/config/account.interface';
import type { WhatsAppModuleOptions } from '../../../lib/config/whatsapp-options.interface';
import { WhatsAppConfigurationError } from '../../../lib/errors/configuration.error';
import { AppSecretStore } from '../../../lib/http/app-secret.store';
import { signBody } from '../../../lib/http/signature';
import type { WebhookLog } from '../../../lib/http/webhook-log.service';
import { WebhookRejection } from '../../../lib/http/webhook-rejection.error';
import { WEBHOOK_APP_ID, WEBHOOK_REACHED } from '../../../lib/http/webhook-request.interface';
import type { WebhookRequest } from '../../../lib/http/webhook-request.interface';
import { WebhookSignatureGuard } from '../../../lib/http/webhook-signature.guard';
import { ManualClock } from '../../support/manual-clock';

const SECRET = 'test-app-secret';
const BODY = Buffer.from('{"object":"whatsapp_business_account"}');

const warn = jest.fn();
const log = { warn } as unknown as WebhookLog;

function guardOf(options: WhatsAppModuleOptions, resolver?: AccountResolver): WebhookSignatureGuard {
  return new WebhookSignatureGuard(options, new AppSecretStore(options, new ManualClock(), resolver), log);
}

function requestOf(request: Partial<WebhookRequest>): WebhookRequest {
  return {
    method: 'POST',
    url: '/',
    headers: { 'x-hub-signature-256': signBody(SECRET, BODY) },
    rawBody: BODY,
    ...request,
  };
}

function run(guard: WebhookSignatureGuard, request: WebhookRequest): boolean | Promise<boolean> {
  return guard.canActivate({
    switchToHttp: () => ({ getRequest: () => request }),
  } as unknown as ExecutionContext);
}

/** What the guard throws. */
function failure(guard: WebhookSignatureGuard, request: WebhookRequest): unknown {
  try {
    return run(guard, request);
  } catch (error) {
    return error;
  }
}

function statusOf(guard: WebhookSignatureGuard, request: WebhookRequest): number {
  const error = failure(guard, request);
  expect(error).toBeInstanceOf(WebhookRejection);
  return (error as WebhookRejection).getStatus();
}

describe('WebhookSignatureGuard', () => {
  beforeEach(() => warn.mockReset());

  it('lets a signed request in, without a promise when the secrets are at hand', () => {
    const request = requestOf({});
    expect(run(guardOf({ appSecret: SECRET }), request)).toBe(true);
    expect(request[WEBHOOK_REACHED]).toBe(true);
    expect(WEBHOOK_APP_ID in request).toBe(false);
  });

  it('binds the request to the app that signed it', () => {
    const request = requestOf({});
    void run(guardOf({ appSecret: ['other', { appId: '42', secret: SECRET }] }), request);
    expect(request[WEBHOOK_APP_ID]).toBe('42');
  });

  it('waits for the secrets of the account resolver', async () => {
    const appSecrets = () => Promise.resolve([{ appId: '7', secret: SECRET }]);
    const guard = guardOf({}, { resolve: () => undefined, appSecrets });
    const request = requestOf({});
    await expect(run(guard, request)).resolves.toBe(true);
    expect(request[WEBHOOK_APP_ID]).toBe('7');
    const wrong = requestOf({ headers: { 'x-hub-signature-256': signBody('x', BODY) } });
    expect(statusOf(guard, wrong)).toBe(401);
  });

  it('takes the bytes from the body when a parser left them there', () => {
    expect(run(guardOf({ appSecret: SECRET }), requestOf({ rawBody: undefined, body: BODY }))).toBe(true);
    expect(run(guardOf({ appSecret: SECRET }), requestOf({ rawBody: new Uint8Array(BODY) }))).toBe(true);
  });

  it('refuses a missing signature before it looks at the body', () => {
    const request = requestOf({ headers: {}, rawBody: undefined });
    expect(statusOf(guardOf({ appSecret: SECRET }), request)).toBe(401);
    expect(request[WEBHOOK_REACHED]).toBe(true);
    expect(warn).not.toHaveBeenCalled();
  });

  it('refuses a wrong signature and tells where to find the right secret', () => {
    const request = requestOf({ headers: { 'x-hub-signature-256': signBody('x', BODY) } });
    expect(statusOf(guardOf({ appSecret: SECRET }), request)).toBe(401);
    expect(warn).toHaveBeenCalledWith('signature', expect.stringContaining('check `appSecret`'));
    expect(WEBHOOK_APP_ID in request).toBe(false);
  });

  it.each([undefined, '', []])('refuses everything when the secret is %j', (appSecret) => {
    const guard = guardOf({ appSecret } as WhatsAppModuleOptions);
    const request = requestOf({ headers: { 'x-hub-signature-256': signBody('', BODY) } });
    expect(statusOf(guard, request)).toBe(401);
    expect(warn).toHaveBeenCalledWith('signature', expect.stringContaining('no app secret is configured'));
  });

  it('does not call a signature wrong while the account resolver fails', async () => {
    const logged = jest.spyOn(Logger.prototype, 'error').mockImplementation();
    const guard = guardOf(
      { appSecret: 'a' },
      { resolve: () => undefined, appSecrets: () => Promise.reject(new Error()) },
    );
    await expect(run(guard, requestOf({}))).rejects.toMatchObject({ status: 503 });
    expect(warn).not.toHaveBeenCalled();
    logged.mockRestore();
  });

  it.each([undefined, { object: 'whatsapp_business_account' }, 'text'])('needs the bytes, not %j', (body) => {
    const error = failure(guardOf({ appSecret: SECRET }), requestOf({ rawBody: undefined, body }));
    expect(error).toBeInstanceOf(WhatsAppConfigurationError);
    expect((error as Error).message).toContain('NestFactory.create(AppModule, { rawBody: true })');
    expect((error as Error).message).not.toContain('invalid signature');
  });

  it('can be told to skip the check', () => {
    const guard = guardOf({ insecureSkipSignatureVerification: true });
    expect(run(guard, requestOf({ headers: {}, rawBody: undefined }))).toBe(true);
  });

  it('lets a subclass replace a step', () => {
    class Doubled extends WebhookSignatureGuard {
      protected override getRawBody(request: WebhookRequest): Uint8Array {
        return Buffer.concat([super.getRawBody(request), BODY]);
      }
      protected override refuse(status: number): never {
        throw new RangeError(String(status));
      }
    }
    const options = { appSecret: SECRET };
    const guard = new Doubled(options, new AppSecretStore(options, new ManualClock()), log);
    const signature = signBody(SECRET, Buffer.concat([BODY, BODY]));
    expect(run(guard, requestOf({ headers: { 'x-hub-signature-256': signature } }))).toBe(true);
    expect(() => run(guard, requestOf({}))).toThrow(RangeError);
  });
});
