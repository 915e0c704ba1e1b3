import { Inject, Injectable, Scope } from '@nestjs/common';
import type { ModuleRef } from '@nestjs/core';
import { ContextIdFactory, REQUEST } from '@nestjs/core';
import { HandlerContexts } from '../../../lib/handlers/handler-contexts';
import { inScope } from '../../../lib/handlers/handler-scope';
import { Handle, onlyHandler } from './handlers-app';

interface Input {
  readonly name: string;
}
interface Handler {
  on(input: Input): unknown;
}

const newContexts = () => new HandlerContexts<Input>(() => ContextIdFactory.create());
const bind = (instance: object) => async (input: Input) => (instance as Handler).on(input);

describe('HandlerContexts', () => {
  it('keeps one context for each input, registers the input in it once, and makes a new one when told to forget', () => {
    const registered: unknown[] = [];
    const moduleRef = {
      registerRequestByContextId: (...args: unknown[]) => void registered.push(args),
    } as unknown as ModuleRef;
    const contexts = newContexts();
    const [one, other] = [{ name: 'one' }, { name: 'other' }];
    const context = contexts.of(one, moduleRef);
    expect(contexts.of(one, moduleRef)).toBe(context);
    expect(contexts.of(other, moduleRef)).not.toBe(context);
    expect(registered).toEqual([
      [one, context],
      [other, contexts.of(other, moduleRef)],
    ]);
    contexts.forget(one);
    expect(contexts.of(one, moduleRef)).not.toBe(context);
  });
});

describe('inScope', () => {
  it('binds the one instance once', async () => {
    class Single {
      @Handle()
      on({ name }: Input): string {
        return name;
      }
    }
    const bound = jest.fn(bind);
    const run = inScope(await onlyHandler({ providers: [Single] }), newContexts(), bound);
    expect(await run({ name: 'a' })).toBe('a');
    expect(await run({ name: 'b' })).toBe('b');
    expect(bound).toHaveBeenCalledTimes(1);
    expect(bound).toHaveBeenCalledWith(expect.any(Single));
  });

  it('makes an instance for each input, which finds its input', async () => {
    @Injectable({ scope: Scope.REQUEST })
    class PerUse {
      constructor(@Inject(REQUEST) private readonly input: Input) {}
      @Handle()
      on(input: Input): unknown {
        return [this, this.input === input];
      }
    }
    const run = inScope(await onlyHandler({ providers: [PerUse] }), newContexts(), bind);
    const input = { name: 'a' };
    const [first, again, other] = [await run(input), await run(input), await run({ name: 'b' })] as [
      unknown,
      boolean,
    ][];
    expect([first![1], other![1]]).toEqual([true, true]);
    expect(again![0]).toBe(first![0]);
    expect(other![0]).not.toBe(first![0]);
  });

  it('rejects with what a constructor throws, and constructs again in the next pass', async () => {
    let failure: Error | undefined = new Error('no connection');
    @Injectable({ scope: Scope.REQUEST })
    class Fragile {
      constructor() {
        if (failure) throw failure;
      }
      @Handle()
      on(): string {
        return 'ran';
      }
    }
    const run = inScope(await onlyHandler({ providers: [Fragile] }), newContexts(), bind);
    const input = { name: 'a' };
    await expect(run(input)).rejects.toBe(failure);
    failure = undefined;
    expect(await run(input)).toBe('ran');
  });
});
