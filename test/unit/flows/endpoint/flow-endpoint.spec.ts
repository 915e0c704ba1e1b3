import type {
  ArgumentsHost,
  CanActivate,
  CallHandler,
  ExecutionContext,
  NestInterceptor,
  PipeTransform,
} from '@nestjs/common';
import {
  Body,
  Catch,
  Controller,
  Inject,
  Injectable,
  Post,
  Scope,
  UseFilters,
  UseGuards,
  UseInterceptors,
  UsePipes,
} from '@nestjs/common';
import type { ExceptionFilter } from '@nestjs/common';
import { REQUEST } from '@nestjs/core';
import { map } from 'rxjs';
import { FlowRequest } from '../../../../lib/flows/endpoint/flow-request';
import type { FlowAnswer } from '../../../../lib/flows/endpoint/flow-request';
import { OnFlowRequest } from '../../../../lib/flows/endpoint/on-flow-request.decorator';
import { WhatsAppFlowsModule } from '../../../../lib/flows/endpoint/whatsapp-flows.module';
import { FlowTokenNoLongerValidError } from '../../../../lib/flows/errors/flow-token-no-longer-valid.error';
import { defineFlow } from '../../../../lib/flows/json/define-flow';
import { ManualClock } from '../../../support/manual-clock';
import { pem, vectors } from '../vectors';
import { ADAPTERS, boot, encrypt, PATH, PRIVATE_KEY, SECRET } from './flow-harness';
import type { FlowSetup, RunningEndpoint } from './flow-harness';

let running: RunningEndpoint | undefined;
async function start(setup: FlowSetup): Promise<RunningEndpoint> {
  running = await boot(setup);
  return running;
}
afterEach(async () => {
  await running?.app.close();
  running = undefined;
});

/** Answers each vector as the vector says. */
@Injectable()
class VectorHandlers {
  @OnFlowRequest()
  any(request: FlowRequest): FlowAnswer {
    const vector = vectors.requests.find(
      ({ decrypted }) => JSON.stringify(decrypted) === JSON.stringify(request.raw),
    );
    if (vector?.name === 'token_invalid_427') throw new FlowTokenNoLongerValidError('This form is closed');
    return vector?.response as FlowAnswer;
  }
}

describe.each(ADAPTERS)('flow endpoint on %s', (adapter) => {
  it.each(vectors.requests)('$name: answers byte for byte', async (vector) => {
    const { post } = await start({ adapter, handlers: [VectorHandlers] });
    const answer = await post(vector.rawBody);
    expect(answer).toEqual({
      status: vector.name === 'token_invalid_427' ? 427 : 200,
      type: 'text/plain; charset=utf-8',
      text: vector.expectedEncryptedResponse,
    });
  });

  it.each(vectors.negativeRequests)('$name: 421 without a body', async ({ body }) => {
    const { post } = await start({ adapter, handlers: [VectorHandlers] });
    expect(await post(JSON.stringify(body))).toMatchObject({ status: 421, text: '' });
  });

  it.each([
    ['a wrong signature', `sha256=${'0'.repeat(64)}`],
    ['no signature', undefined],
    ['a malformed signature', 'sha256=abc'],
  ])('%s: 432, whatever the body', async (_name, signature) => {
    const { post } = await start({ adapter, handlers: [VectorHandlers] });
    const [vector] = vectors.requests;
    const headers = { 'x-hub-signature-256': signature };
    expect(await post(vector?.rawBody ?? '', headers)).toMatchObject({ status: 432 });
    expect(await post('not json', headers)).toMatchObject({ status: 432 });
  });

  it.each(['not json', '', '[]', 'null', '{}'])('a signed body of %j: 421', async (body) => {
    const { post } = await start({ adapter, handlers: [VectorHandlers] });
    expect(await post(body)).toMatchObject({ status: 421 });
  });

  it('takes requests of several megabytes and refuses more than its limit, and leaves other routes alone', async () => {
    @Controller()
    class Neighbour {
      @Post('neighbour')
      neighbour(@Body() body: unknown): unknown {
        return { got: body };
      }
    }
    class Handlers {
      @OnFlowRequest()
      any(request: FlowRequest): FlowAnswer {
        return request.show('NEXT', { length: String(request.data['photo']).length });
      }
    }
    const { ask, post } = await start({
      adapter,
      handlers: [Handlers],
      metadata: { controllers: [Neighbour] },
    });
    const request = {
      version: '3.0',
      action: 'data_exchange',
      screen: 'A',
      data: { photo: 'x'.repeat(5_000_000) },
    };
    expect((await ask(request)).json).toEqual({
      version: '3.0',
      screen: 'NEXT',
      data: { length: 5_000_000 },
    });
    expect((await post('x'.repeat(10 * 1024 * 1024 + 1))).status).toBe(413);
    expect((await post('{"a":1}', {}, '/neighbour')).text).toBe('{"got":{"a":1}}');
  });
});

const booking = defineFlow({
  version: '7.3',
  data_api_version: '4.0',
  routing_model: { SERVICE: ['SLOT'], SLOT: [] },
  screens: [
    {
      id: 'SERVICE',
      title: 'Service',
      layout: {
        type: 'SingleColumnLayout',
        children: [
          { type: 'TextInput', name: 'service', label: 'Service' },
          {
            type: 'Footer',
            label: 'Go on',
            'on-click-action': { name: 'data_exchange', payload: { service: '${form.service}' } },
          },
        ],
      },
    },
    {
      id: 'SLOT',
      title: 'Slot',
      terminal: true,
      data: { text: { type: 'string', __example__: 'x' } },
      layout: {
        type: 'SingleColumnLayout',
        children: [
          { type: 'Footer', label: 'Book', 'on-click-action': { name: 'data_exchange', payload: {} } },
        ],
      },
    },
  ],
});
type Booking = typeof booking;

@Injectable()
class BookingHandlers {
  @OnFlowRequest({ flow: booking, action: 'INIT' })
  open(request: FlowRequest<Booking, 'SERVICE' | 'SLOT', 'INIT'>): FlowAnswer {
    return request.show('SERVICE');
  }

  @OnFlowRequest({ flow: booking, screen: 'SERVICE', action: 'data_exchange' })
  async service(request: FlowRequest<Booking, 'SERVICE', 'data_exchange'>): Promise<FlowAnswer> {
    const { service } = await Promise.resolve(request.data);
    return service === 'none' ? request.fail('Please choose.') : request.show('SLOT', { text: service });
  }

  @OnFlowRequest({ flow: booking, screen: 'SLOT' })
  slot(request: FlowRequest<Booking, 'SLOT'>): FlowAnswer {
    return request.close({ booked: true });
  }

  @OnFlowRequest({ action: 'BACK' })
  back(request: FlowRequest): FlowAnswer {
    return request.show('SERVICE', { left: request.screen });
  }
}

describe('dispatch', () => {
  it('plays a flow from its start to its end', async () => {
    const { ask } = await start({ handlers: [BookingHandlers] });
    const base = { version: '4.0', flow_token: 'token' };
    const opened = await ask({ ...base, action: 'INIT', screen: '', data: {} });
    expect(opened.json).toEqual({ version: '4.0', screen: 'SERVICE', data: {} });
    const exchange = { ...base, action: 'data_exchange' };
    expect((await ask({ ...exchange, screen: 'SERVICE', data: { service: 'none' } })).json).toEqual({
      version: '4.0',
      screen: 'SERVICE',
      data: { error_message: 'Please choose.' },
    });
    expect((await ask({ ...exchange, screen: 'SERVICE', data: { service: 'cut' } })).json).toEqual({
      version: '4.0',
      screen: 'SLOT',
      data: { text: 'cut' },
    });
    expect((await ask({ ...base, action: 'BACK', screen: 'SERVICE' })).json).toEqual({
      version: '4.0',
      screen: 'SERVICE',
      data: { left: 'SERVICE' },
    });
    expect((await ask({ ...exchange, screen: 'SLOT', data: {} })).json).toEqual({
      version: '4.0',
      screen: 'SUCCESS',
      data: { extension_message_response: { params: { flow_token: 'token', booked: true } } },
    });
  });

  it('without a handler that fits: 500, and a line that names what was asked', async () => {
    const { ask, logger } = await start({ handlers: [BookingHandlers] });
    expect(await ask({ action: 'data_exchange', screen: 'ELSEWHERE' })).toMatchObject({
      status: 500,
      text: '',
    });
    expect(logger.lines).toContainEqual(
      'error No @OnFlowRequest handler takes action "data_exchange" of screen "ELSEWHERE".',
    );
  });

  it('answers ping without any handler, and warns that there is none', async () => {
    const { ask, logger } = await start({});
    expect((await ask({ version: '3.0', action: 'ping' })).json).toEqual({ data: { status: 'active' } });
    expect(logger.lines).toContainEqual(expect.stringContaining('no handler'));
  });

  it('logs the handlers when it starts', async () => {
    const { logger } = await start({ handlers: [BookingHandlers] });
    const line = logger.lines.find((each) => each.includes('Flow endpoint whatsapp/flows'));
    expect(line).toContain('SERVICE, data_exchange: BookingHandlers.service');
    expect(line).toContain('any screen, BACK: BookingHandlers.back');
  });

  it('acknowledges error notifications, logs them and tells the application', async () => {
    const told = jest.fn();
    const { ask, logger } = await start({
      handlers: [BookingHandlers],
      flows: { onErrorNotification: told },
    });
    const data = { error: 'invalid-screen-transition', error_message: 'no way' };
    const answer = await ask({ action: 'data_exchange', screen: 'SERVICE', flow_token: 't', data });
    expect(answer.json).toEqual({ data: { acknowledged: true } });
    expect(told).toHaveBeenCalledWith({
      error: 'invalid-screen-transition',
      message: 'no way',
      screen: 'SERVICE',
      flowToken: 't',
    });
    expect(logger.lines).toContainEqual(
      expect.stringContaining('"invalid-screen-transition" (screen SERVICE): no way'),
    );
    for (const odd of [
      { error_key: 'new-key', error_message: 'x' },
      { error: 'timeout_error', more: 1 },
    ]) {
      expect((await ask({ action: 'INIT', data: odd })).json).toEqual({ data: { acknowledged: true } });
    }
    // A form of the application may have a field of this name.
    const own = { error: 'my printer is broken', service: 'repair' };
    expect((await ask({ action: 'data_exchange', screen: 'SERVICE', data: own })).json).toMatchObject({
      screen: 'SLOT',
    });
  });

  it('acknowledges at once, whatever the application does with the notification', async () => {
    const { ask, logger } = await start({
      flows: { onErrorNotification: () => new Promise(() => undefined) },
    });
    const data = { error: 'public-key-missing', error_message: 'none' };
    expect((await ask({ action: 'INIT', data })).json).toEqual({ data: { acknowledged: true } });
    expect(logger.lines).toContainEqual(expect.stringContaining('FlowKeysService.upload'));
    await running?.app.close();
    const failing = await start({
      flows: {
        onErrorNotification: () => {
          throw new Error('secret');
        },
      },
    });
    expect((await failing.ask({ action: 'INIT', data })).status).toBe(200);
    expect(failing.logger.lines).toContainEqual('error onErrorNotification failed with Error.');
  });

  it('does not log what may be the text of a form field', async () => {
    const { ask, logger } = await start({});
    for (const error of ['my name is Ann', 'new-error-key']) {
      await ask({
        action: 'data_exchange',
        screen: 'A',
        data: { error, error_message: 'call +491701234567' },
      });
    }
    const lines = logger.lines.filter((line) => line.includes('WhatsApp client reports'));
    expect(lines).toEqual(['warn The WhatsApp client reports an error of unknown kind (screen A).']);
  });

  it('hands over the action `navigate`, which was seen too', async () => {
    class Handlers {
      @OnFlowRequest({ action: 'navigate' })
      any(request: FlowRequest): FlowAnswer {
        return request.show('NEXT', { action: request.action });
      }
    }
    const { ask } = await start({ handlers: [Handlers] });
    expect((await ask({ action: 'navigate', screen: 'A' })).json).toMatchObject({
      data: { action: 'navigate' },
    });
  });

  it('tells flows on one endpoint apart by name', async () => {
    class Two {
      @OnFlowRequest({ name: 'one' })
      one(request: FlowRequest): FlowAnswer {
        return request.show('ONE', { name: request.flowName });
      }
      @OnFlowRequest({ name: 'two' })
      two(request: FlowRequest): FlowAnswer {
        return request.show('TWO', { name: request.flowName });
      }
    }
    const { ask } = await start({
      handlers: [Two],
      flows: { flowOf: async ({ flow_token }) => Promise.resolve(flow_token?.split(':')[0]) },
    });
    expect((await ask({ action: 'INIT', flow_token: 'two:1' })).json).toMatchObject({
      screen: 'TWO',
      data: { name: 'two' },
    });
    expect((await ask({ action: 'INIT', flow_token: 'three:1' })).status).toBe(500);
  });

  it.each<[string, () => FlowSetup['handlers']]>([
    [
      'the same requests twice',
      () => {
        class Twice {
          @OnFlowRequest({ screen: ['A', 'B'] })
          one(request: FlowRequest): FlowAnswer {
            return request.show('A');
          }
          @OnFlowRequest({ screen: 'B' })
          two(request: FlowRequest): FlowAnswer {
            return request.show('A');
          }
        }
        return [Twice];
      },
    ],
    [
      'a screen that the flow does not have',
      () => {
        class Wrong {
          @OnFlowRequest({ flow: booking, screen: 'NOWHERE' as 'SLOT' })
          one(request: FlowRequest<Booking, 'SLOT'>): FlowAnswer {
            return request.close();
          }
        }
        return [Wrong];
      },
    ],
    [
      'names without flowOf',
      () => {
        class Named {
          @OnFlowRequest({ name: 'one' })
          one(request: FlowRequest): FlowAnswer {
            return request.show('A');
          }
        }
        return [Named];
      },
    ],
  ])('does not boot with handlers that want %s', async (_name, handlers) => {
    await expect(boot({ handlers: handlers() ?? [] })).rejects.toThrow('@OnFlowRequest');
  });

  it('several endpoints have their own path, keys and handlers', async () => {
    class Handlers {
      @OnFlowRequest({ endpoint: 'first' })
      first(request: FlowRequest): FlowAnswer {
        return request.show('FIRST');
      }
      @OnFlowRequest({ endpoint: 'second' })
      second(request: FlowRequest): FlowAnswer {
        return request.show('SECOND');
      }
    }
    const other = pem('privateKeyPkcs1Des3EncryptedPem');
    const { ask } = await start({
      handlers: [Handlers],
      flows: { endpoint: 'first' },
      more: [
        WhatsAppFlowsModule.forRootAsync({
          path: 'tenants/:tenant/flows',
          endpoint: 'second',
          useFactory: () => ({
            privateKeys: ({ params }) =>
              params['tenant'] === 'a' ? { key: other, passphrase: vectors.keys.passphrase } : [],
          }),
        }),
      ],
    });
    expect((await ask({ action: 'INIT' })).json).toMatchObject({ screen: 'FIRST' });
    expect((await ask({ action: 'INIT' }, '/tenants/a/flows')).json).toMatchObject({ screen: 'SECOND' });
    expect((await ask({ action: 'INIT' }, '/tenants/b/flows')).status).toBe(421);
  });
});

describe('handlers', () => {
  it('that throw: 500 without a body, and a log line without the message', async () => {
    class Handlers {
      @OnFlowRequest()
      any(_request: FlowRequest): FlowAnswer {
        throw new TypeError('secret of +491701234567');
      }
    }
    const { ask, logger } = await start({ handlers: [Handlers] });
    expect(await ask({ action: 'INIT' })).toMatchObject({ status: 500, text: '' });
    const line = logger.lines.find((each) => each.includes('A flow handler failed'));
    expect(line).toContain('TypeError');
    expect(line).toContain('Handlers.any');
    expect(logger.lines.join()).not.toContain('secret');
  });

  it('that throw something whose message looks like a stack: its lines are not logged', async () => {
    class Handlers {
      @OnFlowRequest()
      any(_request: FlowRequest): FlowAnswer {
        throw new Error('Ann wrote\n    at home, +491701234567:1:2');
      }
    }
    const { ask, logger } = await start({ handlers: [Handlers] });
    expect((await ask({ action: 'INIT' })).status).toBe(500);
    expect(logger.lines.join('\n')).toContain('Handlers.any');
    expect(logger.lines.join('\n')).not.toContain('491701234567');
  });

  it('that return no answer: 500, and a line that says what to return', async () => {
    class Handlers {
      @OnFlowRequest()
      any(_request: FlowRequest): FlowAnswer {
        return undefined as never;
      }
    }
    const { ask, logger } = await start({ handlers: [Handlers] });
    expect((await ask({ action: 'INIT' })).status).toBe(500);
    expect(logger.lines).toContainEqual(expect.stringContaining('Handlers.any returned no answer'));
  });

  it('that take too long: the signal aborts, the answer is 504 and nothing hangs', async () => {
    const clock = new ManualClock();
    let aborted: unknown;
    let entered: () => void = () => undefined;
    const waiting = new Promise<void>((resolve) => (entered = resolve));
    class Handlers {
      @OnFlowRequest()
      any(request: FlowRequest): Promise<FlowAnswer> {
        request.signal.addEventListener('abort', () => (aborted = request.signal.reason));
        entered();
        return new Promise(() => undefined);
      }
    }
    const { ask, logger } = await start({ handlers: [Handlers], clock });
    const answer = ask({ action: 'INIT' });
    await waiting;
    await clock.advance(9_999);
    expect(aborted).toBeUndefined();
    await clock.advance(1);
    expect((await answer).status).toBe(504);
    expect(aborted).toMatchObject({ name: 'FlowDeadlineError' });
    expect(logger.lines).toContainEqual('error The flow request was not answered within 10000 ms.');
  });

  it('refuse a token with 427: encrypted, plain or without a text', async () => {
    class Handlers {
      @OnFlowRequest({ screen: 'TEXT' })
      text(_request: FlowRequest): FlowAnswer {
        throw new FlowTokenNoLongerValidError('Closed.');
      }
      @OnFlowRequest()
      plain(_request: FlowRequest): FlowAnswer {
        throw new FlowTokenNoLongerValidError();
      }
    }
    const first = await start({ handlers: [Handlers] });
    expect(await first.ask({ action: 'INIT', screen: 'TEXT' })).toMatchObject({
      status: 427,
      json: { error_msg: 'Closed.' },
    });
    expect(await first.ask({ action: 'INIT' })).toMatchObject({ status: 427, text: '' });
    await first.app.close();
    const second = await start({ handlers: [Handlers], flows: { tokenErrorBody: 'plain' } });
    expect(await second.ask({ action: 'INIT', screen: 'TEXT' })).toMatchObject({
      status: 427,
      text: '{"error_msg":"Closed."}',
    });
  });

  it('are normal Nest handlers: guards, interceptors, pipes, filters, but not the global ones', async () => {
    const seen: string[] = [];
    class Guard implements CanActivate {
      canActivate(context: ExecutionContext): boolean {
        seen.push(`guard ${context.getType<string>()} ${context.getHandler().name}`);
        return context.getArgByIndex<FlowRequest>(0).screen !== 'FORBIDDEN';
      }
    }
    class Interceptor implements NestInterceptor {
      intercept(_context: ExecutionContext, next: CallHandler) {
        seen.push('interceptor');
        return next
          .handle()
          .pipe(map((answer: FlowAnswer) => ({ ...answer, data: { ...answer.data, intercepted: true } })));
      }
    }
    class Pipe implements PipeTransform {
      transform(value: FlowRequest): FlowRequest {
        seen.push(`pipe ${value.action}`);
        return value;
      }
    }
    @Catch(RangeError)
    class Filter implements ExceptionFilter {
      catch(_error: RangeError, host: ArgumentsHost): FlowAnswer {
        return host.getArgByIndex<FlowRequest>(0).fail('Out of range.');
      }
    }
    class GlobalGuard implements CanActivate {
      canActivate(): boolean {
        seen.push('global guard');
        return true;
      }
    }
    @UseGuards(Guard)
    class Handlers {
      @OnFlowRequest()
      @UseInterceptors(Interceptor)
      @UsePipes(Pipe)
      @UseFilters(Filter)
      any(request: FlowRequest): FlowAnswer {
        if (request.screen === 'RANGE') throw new RangeError('x');
        return request.show('NEXT');
      }
    }
    const { ask } = await start({
      handlers: [Handlers],
      main: (app) => app.useGlobalGuards(new GlobalGuard()),
    });
    expect((await ask({ action: 'INIT', screen: 'A' })).json).toEqual({
      version: '3.0',
      screen: 'NEXT',
      data: { intercepted: true },
    });
    expect(seen).toEqual(['global guard', 'guard whatsapp-flow any', 'interceptor', 'pipe INIT']);
    expect((await ask({ action: 'INIT', screen: 'RANGE' })).json).toMatchObject({
      screen: 'RANGE',
      data: { error_message: 'Out of range.' },
    });
    expect((await ask({ action: 'INIT', screen: 'FORBIDDEN' })).status).toBe(500);
  });

  it('do not boot when Nest would leave out a guard, and are found once behind an alias', async () => {
    class Guard implements CanActivate {
      canActivate(): boolean {
        return false;
      }
    }
    class Handlers {
      @OnFlowRequest()
      @UseGuards(Guard)
      any(request: FlowRequest): FlowAnswer {
        return request.show('NEXT');
      }
    }
    const made = { provide: 'HANDLERS', useFactory: () => new Handlers() };
    await expect(boot({ metadata: { providers: [made] } })).rejects.toThrow('it uses Guard');
    const alias = { provide: 'ALIAS', useFactory: (handlers: Handlers) => handlers, inject: [Handlers] };
    const { ask } = await start({ handlers: [Handlers], metadata: { providers: [alias] } });
    expect((await ask({ action: 'INIT' })).status).toBe(500);
  });

  it('may be request-scoped, and live in controllers', async () => {
    let made = 0;
    @Injectable({ scope: Scope.REQUEST })
    class PerRequest {
      constructor(@Inject(REQUEST) private readonly request: FlowRequest) {
        made++;
      }
      @OnFlowRequest({ screen: 'A' })
      any(request: FlowRequest): FlowAnswer {
        return request.show('NEXT', { same: this.request === request });
      }
    }
    @Controller()
    class OnController {
      @OnFlowRequest({ screen: 'B' })
      any(request: FlowRequest): FlowAnswer {
        return request.show('CONTROLLER');
      }
    }
    const { ask } = await start({ handlers: [PerRequest], metadata: { controllers: [OnController] } });
    expect((await ask({ action: 'INIT', screen: 'A' })).json).toMatchObject({ data: { same: true } });
    await ask({ action: 'INIT', screen: 'A' });
    expect(made).toBe(2);
    expect((await ask({ action: 'INIT', screen: 'B' })).json).toMatchObject({ screen: 'CONTROLLER' });
  });
});

describe('token signatures', () => {
  class Handlers {
    @OnFlowRequest()
    any(request: FlowRequest): FlowAnswer {
      return request.show('A', { verified: request.tokenVerified, token: request.flowToken });
    }
  }
  const signed = {
    action: 'INIT',
    flow_token: vectors.flowToken,
    flow_token_signature: vectors.flowTokenSignature,
  };
  const forged = { ...signed, flow_token: 'other' };
  const unsigned = { action: 'INIT', flow_token: vectors.flowToken };

  it.each([
    ['optional', signed, 200, true],
    ['optional', forged, 432, undefined],
    ['optional', unsigned, 200, false],
    ['optional', { ...signed, flow_token: undefined }, 200, true],
    ['required', signed, 200, true],
    ['required', unsigned, 432, undefined],
    ['ignored', forged, 200, false],
  ] as const)('%s: %j is answered with %i', async (tokenSignature, request, status, verified) => {
    const { ask } = await start({ handlers: [Handlers], flows: { tokenSignature } });
    const answer = await ask(request);
    expect(answer.status).toBe(status);
    if (verified !== undefined) {
      const token = request.flow_token ?? vectors.flowToken;
      expect(answer.json).toMatchObject({ data: { verified, token } });
    }
  });
});

describe('keys', () => {
  it('does not boot with a key that cannot be used, or with none', async () => {
    await expect(boot({ flows: { privateKeys: pem('publicKeySpkiPem') } })).rejects.toThrow(
      'give the private key',
    );
    await expect(boot({ flows: { privateKeys: [] } })).rejects.toThrow('privateKeys');
  });

  it('knows the app that signed, and opens with the keys for it', async () => {
    const asked: unknown[] = [];
    class Handlers {
      @OnFlowRequest()
      any(request: FlowRequest): FlowAnswer {
        return request.show('A');
      }
    }
    const { ask } = await start({
      handlers: [Handlers],
      options: { appSecret: [{ appId: '77', secret: SECRET }] },
      flows: {
        privateKeys: async (context) => {
          asked.push(context);
          return Promise.resolve(PRIVATE_KEY);
        },
      },
    });
    expect((await ask({ action: 'INIT' })).status).toBe(200);
    expect((await ask({ action: 'INIT' })).status).toBe(200);
    expect(asked).toEqual(Array(2).fill({ url: PATH, params: {}, account: {}, appId: '77' }));
  });

  it('answers with 421 when the client has another public key', async () => {
    const { post } = await start({});
    const { body } = encrypt({ action: 'ping' }, pem('otherPublicKeySpkiPem'));
    expect((await post(JSON.stringify(body))).status).toBe(421);
  });
});
