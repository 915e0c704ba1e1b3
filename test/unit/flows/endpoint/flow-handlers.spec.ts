import type {
  ArgumentsHost,
  CallHandler,
  CanActivate,
  ExecutionContext,
  PipeTransform,
} from '@nestjs/common';
import {
  Catch,
  createParamDecorator,
  ForbiddenException,
  Inject,
  Injectable,
  Module,
  Scope,
  UseFilters,
  UseGuards,
  UseInterceptors,
  UsePipes,
} from '@nestjs/common';
import type { ContextId, ContextIdStrategy } from '@nestjs/core';
import { ContextIdFactory, REQUEST } from '@nestjs/core';
import { EMPTY, from, of } from 'rxjs';
import type { Observable } from 'rxjs';
import { StopHandling } from '../../../../lib/events/stop-handling.error';
import { FlowRequest } from '../../../../lib/flows/endpoint/flow-request';
import type { FlowAnswer } from '../../../../lib/flows/endpoint/flow-request';
import { OnFlowRequest } from '../../../../lib/flows/endpoint/on-flow-request.decorator';
import { FlowTokenNoLongerValidError } from '../../../../lib/flows/errors/flow-token-no-longer-valid.error';
import { ADAPTERS, boot } from './flow-harness';
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

const requestOf = (host: ArgumentsHost): FlowRequest => host.getArgByIndex<FlowRequest>(0);

/** Answers with the name of what it caught. */
@Catch()
class Names {
  catch(error: Error, host: ArgumentsHost): FlowAnswer {
    return requestOf(host).show('CAUGHT', { name: error.constructor.name });
  }
}

describe('filters of a flow handler', () => {
  const thrower = (filter: object, thrown: unknown) => {
    class Handlers {
      @OnFlowRequest()
      @UseFilters(filter as never)
      any(_request: FlowRequest): FlowAnswer {
        throw thrown;
      }
    }
    return start({ handlers: [Handlers] });
  };
  const caught = (value: (request: FlowRequest) => unknown) => ({
    catch: (_error: unknown, host: ArgumentsHost) => value(requestOf(host)),
  });

  it.each<[string, (request: FlowRequest) => unknown]>([
    ['a value', (request) => request.show('A', { n: 1 })],
    ['a promise', async (request) => request.show('A', { n: 1 })],
    ['an observable, its last value', (request) => from([request.show('B'), request.show('A', { n: 1 })])],
  ])('answer with %s', async (_, value) => {
    const { ask } = await thrower(caught(value), new Error('x'));
    expect((await ask({ action: 'INIT' })).json).toEqual({ version: '3.0', screen: 'A', data: { n: 1 } });
  });

  it.each<[string, () => unknown]>([
    ['nothing', () => undefined],
    ['an observable without a value', () => EMPTY],
  ])('that give %s have not answered: 500', async (_, value) => {
    const { ask, logger } = await thrower(caught(value), new Error('x'));
    expect((await ask({ action: 'INIT' })).status).toBe(500);
    expect(logger.lines).toContainEqual(expect.stringContaining('Handlers.any returned no answer'));
  });

  it('see every error, signals of events among them', async () => {
    const { ask } = await thrower(new Names(), new StopHandling());
    expect((await ask({ action: 'INIT' })).json).toMatchObject({ data: { name: 'StopHandling' } });
  });

  it('of another type leave the error as it is', async () => {
    @Catch(RangeError)
    class Ranges extends Names {}
    const { ask, logger } = await thrower(new Ranges(), new TypeError('of +491701234567'));
    expect((await ask({ action: 'INIT' })).status).toBe(500);
    expect(logger.lines).toContainEqual(expect.stringContaining('A flow handler failed with TypeError.'));
    expect(logger.lines.join()).not.toContain('4917');
  });

  it('answer in place of a guard that refuses', async () => {
    @UseGuards({ canActivate: () => false })
    @UseFilters(Names)
    class Handlers {
      @OnFlowRequest()
      any(request: FlowRequest): FlowAnswer {
        return request.show('OPEN');
      }
    }
    const { ask } = await start({ handlers: [Handlers] });
    expect((await ask({ action: 'INIT' })).json).toMatchObject({
      screen: 'CAUGHT',
      data: { name: ForbiddenException.name },
    });
  });

  it('see an interceptor that gives no answer', async () => {
    @UseFilters(Names)
    class Handlers {
      @OnFlowRequest()
      @UseInterceptors({ intercept: (): Observable<never> => EMPTY })
      any(request: FlowRequest): FlowAnswer {
        return request.show('OPEN');
      }
    }
    const { ask } = await start({ handlers: [Handlers] });
    expect((await ask({ action: 'INIT' })).json).toMatchObject({ screen: 'CAUGHT' });
  });
});

it('an interceptor may answer in place of a flow handler', async () => {
  class Handlers {
    @OnFlowRequest()
    @UseInterceptors({
      intercept: (context: ExecutionContext, _next: CallHandler) => of(requestOf(context).show('OTHER')),
    })
    any(request: FlowRequest): FlowAnswer {
      return request.show('OPEN');
    }
  }
  const { ask } = await start({ handlers: [Handlers] });
  expect((await ask({ action: 'INIT' })).json).toMatchObject({ screen: 'OTHER' });
});

describe('parameters of a flow handler', () => {
  const Token = createParamDecorator((_: unknown, context) => requestOf(context).flowToken);
  @Injectable()
  class Upper implements PipeTransform {
    transform(value: unknown): unknown {
      return typeof value === 'string' ? value.toUpperCase() : value;
    }
  }

  it('may be decorated, with pipes of their own and of the method', async () => {
    class Handlers {
      @OnFlowRequest({ screen: 'A' })
      second(request: FlowRequest, @Token(Upper) token: string): FlowAnswer {
        return request.show('NEXT', { token });
      }
      @OnFlowRequest({ screen: 'B' })
      @UsePipes(Upper)
      first(@Token() token: unknown, ...more: unknown[]): FlowAnswer {
        return { screen: 'NEXT', data: { token, more: more.length } };
      }
    }
    const { ask } = await start({ handlers: [Handlers] });
    const asked = { action: 'INIT', flow_token: 'abc' };
    expect((await ask({ ...asked, screen: 'A' })).json).toMatchObject({ data: { token: 'ABC' } });
    expect((await ask({ ...asked, screen: 'B' })).json).toMatchObject({ data: { token: 'ABC', more: 0 } });
  });
});

describe('scopes of a flow handler', () => {
  let made = 0;
  beforeEach(() => void (made = 0));

  @Injectable({ scope: Scope.REQUEST })
  class PerRequest {
    readonly number = ++made;
    @OnFlowRequest()
    any(request: FlowRequest): FlowAnswer {
      return request.show('NEXT', { number: this.number });
    }
  }

  it('one class in two modules answers once when it is made for each request', async () => {
    @Module({ providers: [PerRequest] })
    class First {}
    @Module({ providers: [PerRequest] })
    class Second {}
    const { ask } = await start({ metadata: { imports: [First, Second] } });
    await ask({ action: 'INIT' });
    expect((await ask({ action: 'INIT' })).json).toMatchObject({ data: { number: 2 } });
  });

  it('one class in two modules does not boot when both have an instance', async () => {
    class Static {
      @OnFlowRequest()
      any(request: FlowRequest): FlowAnswer {
        return request.show('NEXT');
      }
    }
    @Module({ providers: [Static] })
    class First {}
    @Module({ providers: [Static] })
    class Second {}
    await expect(boot({ metadata: { imports: [First, Second] } })).rejects.toThrow(
      '@OnFlowRequest on Static.any and on Static.any take the same requests',
    );
  });

  it('give request-scoped guards the request', async () => {
    @Injectable({ scope: Scope.REQUEST })
    class Guard implements CanActivate {
      constructor(@Inject(REQUEST) private readonly request: FlowRequest) {}
      canActivate(): boolean {
        return this.request.screen === 'A';
      }
    }
    class Handlers {
      @OnFlowRequest()
      @UseGuards(Guard)
      any(request: FlowRequest): FlowAnswer {
        return request.show('NEXT');
      }
    }
    const { ask } = await start({ handlers: [Handlers] });
    expect((await ask({ action: 'INIT', screen: 'A' })).status).toBe(200);
    expect((await ask({ action: 'INIT', screen: 'B' })).status).toBe(500);
  });

  it('answer with 500 when the instance cannot be made, and try anew with the next request', async () => {
    let broken = true;
    @Injectable({ scope: Scope.REQUEST })
    class Fragile {
      constructor() {
        if (broken) throw new TypeError('no connection for +491701234567');
      }
      @OnFlowRequest()
      any(request: FlowRequest): FlowAnswer {
        return request.show('NEXT');
      }
    }
    const { ask, logger } = await start({ handlers: [Fragile] });
    expect((await ask({ action: 'INIT' })).status).toBe(500);
    broken = false;
    expect((await ask({ action: 'INIT' })).status).toBe(200);
    expect(logger.lines.join('\n')).not.toContain('4917');
  });

  it("leave the application's durable strategy, made for its own requests, alone", async () => {
    const original = (ContextIdFactory as unknown as { strategy?: ContextIdStrategy }).strategy;
    const attach = jest.fn((contextId: ContextId) => () => contextId);
    ContextIdFactory.apply({ attach });
    try {
      const { ask } = await start({ handlers: [PerRequest] });
      expect((await ask({ action: 'INIT' })).status).toBe(200);
    } finally {
      ContextIdFactory.apply(original as ContextIdStrategy);
    }
    expect(attach.mock.calls.filter(([, request]: unknown[]) => request instanceof FlowRequest)).toEqual([]);
  });
});

describe.each(ADAPTERS)('content types on %s', (adapter) => {
  class Handlers {
    @OnFlowRequest({ screen: 'REFUSED' })
    refused(_request: FlowRequest): FlowAnswer {
      throw new FlowTokenNoLongerValidError('Closed.');
    }
    @OnFlowRequest({ screen: 'SILENT' })
    silent(_request: FlowRequest): FlowAnswer {
      throw new FlowTokenNoLongerValidError();
    }
    @OnFlowRequest()
    any(request: FlowRequest): FlowAnswer {
      return request.show('NEXT');
    }
  }
  const TEXT = 'text/plain; charset=utf-8';

  it('are text for what is encrypted', async () => {
    const { ask } = await start({ adapter, handlers: [Handlers] });
    expect(await ask({ action: 'INIT', screen: 'A' })).toMatchObject({ status: 200, type: TEXT });
    expect(await ask({ action: 'INIT', screen: 'REFUSED' })).toMatchObject({
      status: 427,
      type: TEXT,
      json: { error_msg: 'Closed.' },
    });
  });

  it('are JSON for the plain text of a refused token, and none without a body', async () => {
    const { ask } = await start({ adapter, handlers: [Handlers], flows: { tokenErrorBody: 'plain' } });
    expect(await ask({ action: 'INIT', screen: 'REFUSED' })).toMatchObject({
      status: 427,
      type: 'application/json; charset=utf-8',
      text: '{"error_msg":"Closed."}',
    });
    expect(await ask({ action: 'INIT', screen: 'SILENT' })).toMatchObject({
      status: 427,
      type: undefined,
      text: '',
    });
    expect(await ask({ action: 'INIT', screen: 'A' })).toMatchObject({ status: 200, type: TEXT });
  });
});
