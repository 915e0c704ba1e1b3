import type {
  ArgumentsHost,
  CallHandler,
  CanActivate,
  ExceptionFilter,
  ExecutionContext,
  NestInterceptor,
  PipeTransform,
} from '@nestjs/common';
import {
  Catch,
  Controller,
  ForbiddenException,
  Injectable,
  Scope,
  UnauthorizedException,
  UseFilters,
  UseGuards,
  UseInterceptors,
  UsePipes,
} from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { catchError, EMPTY, map, of, tap, type Observable } from 'rxjs';
import { ContinueHandling } from '../../../lib/events/continue-handling.error';
import type { Envelope } from '../../../lib/events/envelope.interface';
import { OnWhatsAppEvent } from '../../../lib/events/on-whatsapp-event.decorator';
import { StopHandling } from '../../../lib/events/stop-handling.error';
import { startEvents, textEvent } from './events-app';

const ran: string[] = [];
beforeEach(() => void (ran.length = 0));

/** What the guard says; tests set it. */
let verdict: boolean | (() => never) = true;
beforeEach(() => void (verdict = true));

@Injectable()
class Dependency {
  readonly name = 'dependency';
}
@Injectable()
class Guard implements CanActivate {
  constructor(private readonly dependency: Dependency) {}
  canActivate(context: ExecutionContext): boolean {
    ran.push(`guard ${this.dependency.name} ${context.getType<string>()} ${context.getHandler().name}`);
    return typeof verdict === 'function' ? verdict() : verdict;
  }
}
@Injectable()
class Interceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    ran.push(`before ${context.getClass().name} ${context.getArgByIndex<Envelope>(0).name}`);
    return next.handle().pipe(tap({ complete: () => ran.push('after') }));
  }
}
@Injectable()
class Pipe implements PipeTransform {
  transform(event: Envelope, metadata: { type: string }): Envelope {
    ran.push(`pipe ${metadata.type}`);
    return { ...event, lane: 'piped' };
  }
}
@Catch()
class CatchAll implements ExceptionFilter {
  catch(error: Error, host: ArgumentsHost): void {
    ran.push(`filter ${error.message} ${host.getType<string>()} ${host.getArgByIndex<Envelope>(0).name}`);
  }
}

describe('enhancers of class and method', () => {
  it('apply in the order of Nest, with context type whatsapp', async () => {
    @Injectable()
    @UseGuards(Guard)
    @UsePipes(Pipe)
    class Handler {
      @OnWhatsAppEvent('message.text')
      @UseInterceptors(Interceptor)
      on(event: Envelope): void {
        ran.push(`handler ${event.lane}`);
      }
    }
    const { dispatch } = await startEvents({ providers: [Handler, Dependency] });
    expect(await dispatch(textEvent())).toEqual({ settled: ['Handler.on'], failures: [] });
    expect(ran).toEqual([
      'guard dependency whatsapp on',
      'before Handler message.text',
      'pipe custom',
      'handler piped',
      'after',
    ]);
  });

  it.each([
    [
      'a controller',
      (type: new (...args: never[]) => object) => ({ controllers: [type], providers: [Dependency] }),
    ],
    [
      'another token',
      (type: new (...args: never[]) => object) => ({
        providers: [{ provide: 'T', useClass: type }, Dependency],
      }),
    ],
  ])('apply to %s', async (_, provide) => {
    @Controller()
    class Handler {
      @OnWhatsAppEvent('message.text')
      @UseGuards(Guard)
      on(): void {
        ran.push('handler');
      }
    }
    const { dispatch } = await startEvents(provide(Handler));
    await dispatch(textEvent());
    verdict = false;
    await dispatch(textEvent());
    expect(ran).toEqual(['guard dependency whatsapp on', 'handler', 'guard dependency whatsapp on']);
  });

  it('that Nest would leave out stop the boot', async () => {
    class Handler {
      @OnWhatsAppEvent('message.text')
      @UseGuards(Guard)
      on(): void {}
    }
    await expect(
      startEvents({ providers: [{ provide: 'T', useFactory: () => new Handler() }] }),
    ).rejects.toThrow('@OnWhatsAppEvent on Handler.on: it uses Guard, but Nest makes guards');
  });

  it('given as instances apply to what a factory made', async () => {
    class Handler {
      @OnWhatsAppEvent('message.text')
      @UseGuards(new Guard(new Dependency()))
      @UseFilters(new CatchAll())
      on(): void {
        throw new Error('x');
      }
    }
    const { dispatch } = await startEvents({
      providers: [{ provide: 'T', useFactory: () => new Handler() }],
    });
    expect((await dispatch(textEvent())).failures).toEqual([]);
    expect(ran).toEqual(['guard dependency whatsapp on', 'filter x whatsapp message.text']);
  });

  it('of transient scope get their dependencies', async () => {
    @Injectable({ scope: Scope.TRANSIENT })
    class Transient extends Guard {}
    @Injectable()
    class Handler {
      @OnWhatsAppEvent('message.text')
      @UseGuards(Transient)
      on(): void {
        ran.push('handler');
      }
    }
    const { dispatch } = await startEvents({ providers: [Handler, Dependency] });
    await dispatch(textEvent());
    expect(ran).toEqual(['guard dependency whatsapp on', 'handler']);
  });

  describe('guards', () => {
    @Injectable()
    class Handler {
      @OnWhatsAppEvent('message.text')
      @UseGuards(Guard)
      on(): void {
        ran.push('handler');
        throw new ForbiddenException('from the handler');
      }
      @OnWhatsAppEvent('message.text', { priority: -1 })
      next(): void {
        ran.push('next');
      }
    }

    it('that refuse settle the handler without running it, with a debug line only', async () => {
      verdict = false;
      const { dispatch, logger } = await startEvents({ providers: [Handler, Dependency] });
      const before = logger.lines.length;
      const event = textEvent();
      expect(await dispatch(event)).toEqual({ settled: ['Handler.on', 'Handler.next'], failures: [] });
      expect(ran).toEqual(['guard dependency whatsapp on', 'next']);
      const lines = logger.lines.slice(before);
      expect(lines.map(({ level }) => level)).toEqual(['debug']);
      expect(lines[0]!.text).toContain('A guard kept Handler.on from message.text');
      expect(lines[0]!.text).not.toContain('1555');
    });

    it('that throw ForbiddenException refuse as well', async () => {
      verdict = () => {
        throw new ForbiddenException();
      };
      const { dispatch } = await startEvents({ providers: [Handler, Dependency] });
      expect((await dispatch(textEvent())).failures).toEqual([]);
      expect(ran).toEqual(['guard dependency whatsapp on', 'next']);
    });

    it('that throw anything else fail the handler', async () => {
      verdict = () => {
        throw new UnauthorizedException();
      };
      const { dispatch } = await startEvents({ providers: [Handler, Dependency] });
      const { failures } = await dispatch(textEvent());
      expect(failures.map(({ handler }) => handler)).toEqual(['Handler.on']);
    });

    it('do not make a ForbiddenException of the handler a refusal', async () => {
      const { dispatch } = await startEvents({ providers: [Handler, Dependency] });
      const { failures } = await dispatch(textEvent());
      expect(failures).toEqual([
        { handler: 'Handler.on', error: new ForbiddenException('from the handler') },
      ]);
    });

    it("pass the event on under handling: 'first'", async () => {
      verdict = false;
      const { dispatch } = await startEvents({ providers: [Handler, Dependency] }, { handling: 'first' });
      await dispatch(textEvent());
      expect(ran).toEqual(['guard dependency whatsapp on', 'next']);
    });

    it('show their refusal to filters, and the handler still counts as not run', async () => {
      verdict = false;
      @Injectable()
      @UseFilters(CatchAll)
      class Filtered {
        @OnWhatsAppEvent('message.text')
        @UseGuards(Guard)
        on(): void {}
        @OnWhatsAppEvent('message.text')
        next(): void {
          ran.push('next');
        }
      }
      const { dispatch } = await startEvents({ providers: [Filtered, Dependency] }, { handling: 'first' });
      expect((await dispatch(textEvent())).failures).toEqual([]);
      expect(ran).toEqual([
        'guard dependency whatsapp on',
        'filter Forbidden resource whatsapp message.text',
        'next',
      ]);
    });
  });

  describe('exception filters', () => {
    const run = async (filters: (ExceptionFilter | (new () => ExceptionFilter))[], thrown: unknown) => {
      @Injectable()
      @UseFilters(...filters)
      class Handler {
        @OnWhatsAppEvent('message.text')
        async on(): Promise<void> {
          await Promise.resolve();
          throw thrown;
        }
      }
      const app = await startEvents({ providers: [Handler] });
      return { ...app, report: await app.dispatch(textEvent()) };
    };

    it('that return, even nothing, complete the handler', async () => {
      const { report, logger } = await run([CatchAll], new Error('boom'));
      expect(report).toEqual({ settled: ['Handler.on'], failures: [] });
      expect(ran).toEqual(['filter boom whatsapp message.text']);
      expect(logger.at('error')).toEqual([]);
    });

    it('are awaited', async () => {
      @Catch()
      class Late implements ExceptionFilter {
        async catch(): Promise<void> {
          await new Promise(setImmediate);
          ran.push('late');
        }
      }
      const { report } = await run([Late], new Error('boom'));
      expect(report.failures).toEqual([]);
      expect(ran).toEqual(['late']);
    });

    it('that return an observable are subscribed to', async () => {
      @Catch()
      class Rx implements ExceptionFilter {
        catch(): Observable<void> {
          return of(1).pipe(map(() => void ran.push('rx')));
        }
      }
      const { report } = await run([Rx], new Error('boom'));
      expect(report.failures).toEqual([]);
      expect(ran).toEqual(['rx']);
    });

    it('that throw fail the handler with what they throw', async () => {
      const translated = new Error('translated');
      @Catch(TypeError)
      class Rethrow implements ExceptionFilter {
        catch(): never {
          throw translated;
        }
      }
      const { report } = await run([Rethrow], new TypeError('boom'));
      expect(report.failures).toEqual([{ handler: 'Handler.on', error: translated }]);
    });

    it('that catch another type leave the failure as it is, and log nothing themselves', async () => {
      @Catch(RangeError)
      class Ranges implements ExceptionFilter {
        catch(): void {
          ran.push('range');
        }
      }
      const error = new TypeError('to +15550001111');
      const { report, logger } = await run([Ranges], error);
      expect(report.failures).toEqual([{ handler: 'Handler.on', error }]);
      expect(ran).toEqual([]);
      expect(logger.at('error').join('\n')).not.toContain('1555');
    });

    it.each([
      ['StopHandling', new StopHandling()],
      ['ContinueHandling', new ContinueHandling()],
    ])('never see %s', async (_, signal) => {
      const { report } = await run([CatchAll], signal);
      expect(report.settled).toEqual(['Handler.on']);
      expect(ran).toEqual([]);
    });
  });

  it('let StopHandling end the chain from behind a catch-all filter', async () => {
    @Injectable()
    @UseFilters(CatchAll)
    class Handler {
      @OnWhatsAppEvent('message.text')
      first(): void {
        throw new StopHandling();
      }
      @OnWhatsAppEvent('message.text')
      second(): void {
        ran.push('second');
      }
    }
    const { dispatch } = await startEvents({ providers: [Handler] });
    expect(await dispatch(textEvent())).toEqual({
      settled: ['Handler.first', 'Handler.second'],
      failures: [],
    });
    expect(ran).toEqual([]);
  });

  describe('interceptors', () => {
    it.each<[string, (next: CallHandler) => Observable<unknown>, string[]]>([
      ['drop the call', () => EMPTY, []],
      ['answer in its place', () => of(1, 2), []],
      ['recover', (next) => next.handle().pipe(catchError(() => of('recovered'))), ['handler']],
    ])('may %s', async (_, intercept, expected) => {
      class Handler {
        @OnWhatsAppEvent('message.text')
        @UseInterceptors({ intercept: (_context: ExecutionContext, next: CallHandler) => intercept(next) })
        on(): void {
          ran.push('handler');
          throw new Error('boom');
        }
      }
      const { dispatch } = await startEvents({ providers: [Handler] });
      expect((await dispatch(textEvent())).failures).toEqual([]);
      expect(ran).toEqual(expected);
    });
  });
});

describe('results', () => {
  const finished: string[] = [];
  const results: [string, () => unknown][] = [
    ['a cold observable', () => of(1).pipe(tap(() => finished.push('done')))],
    ['an empty observable', () => EMPTY.pipe(tap({ complete: () => finished.push('done') }))],
    [
      'an async generator',
      async function* () {
        yield await Promise.resolve(1);
        finished.push('done');
      },
    ],
    [
      'a generator',
      function* () {
        yield 1;
        finished.push('done');
      },
    ],
  ];

  describe.each([
    ['directly', []],
    ['through an interceptor', [{ intercept: (_: ExecutionContext, next: CallHandler) => next.handle() }]],
  ])('called %s', (_, interceptors) => {
    it.each(results)('runs %s to its end', async (__, body) => {
      finished.length = 0;
      class Handler {
        @OnWhatsAppEvent('message.text')
        @UseInterceptors(...interceptors)
        on(): unknown {
          return body();
        }
      }
      const { dispatch } = await startEvents({ providers: [Handler] });
      expect((await dispatch(textEvent())).failures).toEqual([]);
      expect(finished).toEqual(['done']);
    });
  });
});

describe("the application's global enhancers", () => {
  @Injectable()
  class Handler {
    @OnWhatsAppEvent('message.text')
    plain(): void {
      ran.push('plain');
    }
    @OnWhatsAppEvent('message.text')
    @UseInterceptors({ intercept: (_: ExecutionContext, next: CallHandler) => next.handle() })
    decorated(): void {
      ran.push('decorated');
      throw new Error('boom');
    }
  }
  const globals = [
    Handler,
    Dependency,
    { provide: APP_GUARD, useClass: Guard },
    { provide: APP_INTERCEPTOR, useClass: Interceptor },
    { provide: APP_PIPE, useClass: Pipe },
    { provide: APP_FILTER, useClass: CatchAll },
  ];

  it('do not apply by default', async () => {
    verdict = false;
    const { dispatch } = await startEvents({ providers: globals }, {}, (app) => {
      app.useGlobalGuards({ canActivate: () => Boolean(ran.push('main.ts')) });
    });
    const report = await dispatch(textEvent());
    expect(ran).toEqual(['plain', 'decorated']);
    expect(report.failures.map(({ handler }) => handler)).toEqual(['Handler.decorated']);
  });

  it("apply with enhancers: 'all', also those of main.ts", async () => {
    const { dispatch } = await startEvents({ providers: globals }, { enhancers: 'all' }, (app) => {
      app.useGlobalGuards({ canActivate: () => Boolean(ran.push('main.ts')) });
    });
    const report = await dispatch(textEvent());
    expect(report.failures).toEqual([]);
    expect([...ran].sort()).toEqual(
      [
        ...[
          'main.ts',
          'guard dependency whatsapp plain',
          'before Handler message.text',
          'pipe custom',
          'plain',
          'after',
        ],
        ...[
          'main.ts',
          'guard dependency whatsapp decorated',
          'before Handler message.text',
          'pipe custom',
          'decorated',
        ],
        'filter boom whatsapp message.text',
      ].sort(),
    );
    ran.length = 0;
    verdict = false;
    expect((await dispatch(textEvent())).failures).toEqual([]);
    expect(ran).not.toContain('plain');
  });

  it("of request scope stop the boot with enhancers: 'all', and are left alone otherwise", async () => {
    @Injectable({ scope: Scope.REQUEST })
    class ScopedGuard extends Guard {}
    const providers = [Handler, Dependency, { provide: APP_GUARD, useClass: ScopedGuard }];
    await expect(startEvents({ providers }, { enhancers: 'all' })).rejects.toThrow(
      /enhancers: 'all' takes global enhancers of default scope only.*ScopedGuard/,
    );
    const { dispatch } = await startEvents({ providers });
    await dispatch(textEvent());
    expect(ran).toEqual(['plain', 'decorated']);
  });
});
