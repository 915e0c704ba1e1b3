import type { ArgumentsHost, CallHandler, ExecutionContext } from '@nestjs/common';
import {
  Catch,
  Controller,
  createParamDecorator,
  ForbiddenException,
  Injectable,
  Logger,
  UnauthorizedException,
  UseFilters,
  UseGuards,
  UseInterceptors,
  UsePipes,
} from '@nestjs/common';
import { ApplicationConfig } from '@nestjs/core';
import { EMPTY, of } from 'rxjs';
import type { Type } from '@nestjs/common';
import { HandlerPipeline } from '../../../lib/handlers/handler-pipeline';
import type { HandlerTraits } from '../../../lib/handlers/handler-traits.interface';
import { Handle, onlyHandler, traits } from './handlers-app';

interface Input {
  readonly name: string;
}
const INPUT: Input = { name: 'input' };

/** The only handler of a class, with everything around it. */
async function pipelineOf(
  type: Type<object>,
  overrides: Partial<HandlerTraits> = {},
): Promise<(input: Input) => Promise<unknown>> {
  const handler = await onlyHandler({ providers: [type] });
  const pipeline = new HandlerPipeline<Input>(handler, traits(overrides));
  return pipeline.bind(handler.wrapper.instance as object);
}

const answersWith = (value: () => unknown) => ({ intercept: () => value() as never });

describe('HandlerPipeline', () => {
  it('runs guard, interceptor, pipe and method in the order of Nest, with its context type', async () => {
    const ran: string[] = [];
    @Injectable()
    @UseGuards({ canActivate: (context) => Boolean(ran.push(`guard ${context.getType<string>()}`)) })
    class Handler {
      @Handle()
      @UseInterceptors({
        intercept: (context: ExecutionContext, next: CallHandler) => {
          ran.push(`interceptor ${context.getHandler().name}`);
          return next.handle();
        },
      })
      @UsePipes({ transform: (input: Input) => ({ name: `piped ${input.name}` }) })
      on(input: Input): string {
        return input.name;
      }
    }
    const run = await pipelineOf(Handler);
    expect(await run(INPUT)).toBe('piped input');
    expect(ran).toEqual(['guard test', 'interceptor on']);
  });

  it('finds the enhancers of controllers', async () => {
    @Injectable()
    class Guard {
      canActivate(): boolean {
        return false;
      }
    }
    @Controller()
    @UseGuards(Guard)
    class Hooks {
      @Handle()
      on(): void {}
    }
    const handler = await onlyHandler({ controllers: [Hooks] });
    const pipeline = new HandlerPipeline<Input>(handler, traits());
    const run = pipeline.bind(handler.wrapper.instance as object);
    await expect(run(INPUT)).rejects.toThrow(ForbiddenException);
  });

  it('applies the global enhancers of its configuration', async () => {
    class Handler {
      @Handle()
      on(): string {
        return 'ran';
      }
    }
    const config = new ApplicationConfig();
    config.addGlobalGuard({ canActivate: () => false });
    await expect((await pipelineOf(Handler, { config }))(INPUT)).rejects.toThrow(ForbiddenException);
    expect(await (await pipelineOf(Handler))(INPUT)).toBe('ran');
  });

  it('gives the input to the first parameter, unless that is decorated', async () => {
    const Name = createParamDecorator((_: unknown, context) => context.getArgByIndex<Input>(0).name);
    class First {
      @Handle()
      on(input: Input, @Name() name: string): unknown {
        return [input === INPUT, name];
      }
    }
    class Decorated {
      @Handle()
      on(@Name() name: string, second: unknown): unknown {
        return [name, second];
      }
    }
    expect(await (await pipelineOf(First))(INPUT)).toEqual([true, 'input']);
    expect(await (await pipelineOf(Decorated))(INPUT)).toEqual(['input', undefined]);
  });

  it('serves one method under two decorators', async () => {
    class Handler {
      @Handle()
      @UseInterceptors({ intercept: (context: ExecutionContext) => of(context.getType<string>()) })
      on(): void {}
    }
    const handler = await onlyHandler({ providers: [Handler] });
    const types = ['one', 'two'].map((contextType) =>
      new HandlerPipeline<Input>(handler, traits({ contextType })).bind(handler.wrapper.instance as object),
    );
    expect(await Promise.all(types.map((run) => run(INPUT)))).toEqual(['one', 'two']);
  });

  describe('an interceptor that drops the result', () => {
    class Handler {
      @Handle()
      @UseInterceptors(answersWith(() => EMPTY))
      on(): void {}
    }

    it('is an error', async () => {
      await expect((await pipelineOf(Handler))(INPUT)).rejects.toMatchObject({ name: 'EmptyError' });
    });

    it('is none where the handler may be empty', async () => {
      expect(await (await pipelineOf(Handler, { mayBeEmpty: true }))(INPUT)).toBeUndefined();
    });
  });

  describe('after an error', () => {
    const thrower = (filter: object, thrown: unknown): Type<object> => {
      class Handler {
        @Handle()
        @UseFilters(filter as never)
        on(): never {
          throw thrown;
        }
      }
      return Handler;
    };
    const boom = new TypeError('boom');

    it.each<[string, unknown, unknown]>([
      ['a value', 1, 1],
      ['a promise', Promise.resolve(1), 1],
      ['an observable', of(2, 1), 1],
      ['an empty observable', EMPTY, undefined],
      ['nothing', undefined, undefined],
    ])('ends with what the filter returned: %s', async (_, returned, expected) => {
      const run = await pipelineOf(thrower({ catch: () => returned }, boom));
      expect(await run(INPUT)).toBe(expected);
    });

    it('takes the filter for its type, and throws the error on without one, with no line in the log', async () => {
      @Catch(RangeError)
      class Ranges {
        catch(error: Error, host: ArgumentsHost): string {
          return `${error.message} ${host.getType<string>()} ${host.getArgByIndex<Input>(0).name}`;
        }
      }
      const log = jest.spyOn(Logger.prototype, 'error');
      const filter = new Ranges();
      expect(await (await pipelineOf(thrower(filter, new RangeError('r'))))(INPUT)).toBe('r test input');
      await expect((await pipelineOf(thrower(filter, boom)))(INPUT)).rejects.toBe(boom);
      expect(log).not.toHaveBeenCalled();
      log.mockRestore();
    });

    it('lets its owner decide whether filters see it, and what they mean', async () => {
      const seen: unknown[] = [];
      const settle: HandlerTraits['settle'] = async (error, filter) => {
        if (error !== boom) throw error;
        return [await filter()];
      };
      const filter = { catch: (error: unknown) => seen.push(error) };
      expect(await (await pipelineOf(thrower(filter, boom), { settle }))(INPUT)).toEqual([1]);
      const signal = new Error('signal');
      await expect((await pipelineOf(thrower(filter, signal), { settle }))(INPUT)).rejects.toBe(signal);
      expect(seen).toEqual([boom]);
    });
  });

  describe('tells of refusals', () => {
    const refused = async (canActivate: () => boolean, body: () => unknown = () => undefined) => {
      class Handler {
        @Handle()
        @UseGuards({ canActivate })
        on(): unknown {
          return body();
        }
      }
      const refusals: unknown[] = [];
      const run = await pipelineOf(Handler, { onRefusal: (error) => void refusals.push(error) });
      const thrown: unknown = await run(INPUT).then(
        () => undefined,
        (error: unknown) => error,
      );
      return { refusals, thrown };
    };
    const deny = (error: Error) => () => {
      throw error;
    };

    it('when a guard says no, or throws ForbiddenException', async () => {
      const own = new ForbiddenException();
      const no = await refused(() => false);
      expect(no.refusals).toEqual([no.thrown]);
      expect(no.thrown).toBeInstanceOf(ForbiddenException);
      expect(await refused(deny(own))).toEqual({ refusals: [own], thrown: own });
    });

    it('not when it throws something else, nor when the handler throws ForbiddenException', async () => {
      const [other, own] = [new UnauthorizedException(), new ForbiddenException()];
      expect(await refused(deny(other))).toEqual({ refusals: [], thrown: other });
      expect(await refused(() => true, deny(own))).toEqual({ refusals: [], thrown: own });
    });
  });
});
