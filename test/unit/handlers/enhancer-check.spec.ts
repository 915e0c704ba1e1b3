import type { CanActivate } from '@nestjs/common';
import { createParamDecorator, UseGuards, UsePipes } from '@nestjs/common';
import { assertNothingLeftOut } from '../../../lib/handlers/enhancer-check';
import { enhancersOf, parameterPipesOf, parametersOf } from '../../../lib/handlers/nest-metadata';
import { Handle, onlyHandler } from './handlers-app';

class Guard implements CanActivate {
  canActivate(): boolean {
    return true;
  }
}
class Pipe {
  transform(value: unknown): unknown {
    return value;
  }
}
const Value = createParamDecorator(() => 1);

@UseGuards(Guard)
class Guarded {
  @Handle()
  @UsePipes(Pipe)
  on(@Value(Pipe) _value: unknown): void {}
}

describe('what Nest keeps of a handler', () => {
  it('is told for class, method and parameters', async () => {
    const handler = await onlyHandler({ providers: [Guarded] });
    expect(enhancersOf(handler)).toEqual([
      { enhancer: Guard, means: 'canActivate' },
      { enhancer: Pipe, means: 'transform' },
    ]);
    expect(parameterPipesOf(handler)).toEqual([{ enhancer: Pipe, means: 'transform' }]);
    expect(Object.values(parametersOf(handler))).toMatchObject([{ index: 0, pipes: [Pipe] }]);
  });

  it('is nothing for a plain handler', async () => {
    class Plain {
      @Handle()
      on(): void {}
    }
    const handler = await onlyHandler({ providers: [Plain] });
    expect([enhancersOf(handler), parameterPipesOf(handler), parametersOf(handler)]).toEqual([[], [], {}]);
  });
});

describe('assertNothingLeftOut', () => {
  const made = (type: new () => object) =>
    onlyHandler({ providers: [{ provide: 'T', useFactory: () => new type() }] });

  it('is content where Nest constructs the class of the handler', async () => {
    const handler = await onlyHandler({ providers: [Guarded] });
    const all = [...enhancersOf(handler), ...parameterPipesOf(handler)];
    expect(() => assertNothingLeftOut(handler, all)).not.toThrow();
  });

  it('names the class that would be left out, and the fix', async () => {
    const handler = await made(Guarded);
    expect(() => assertNothingLeftOut(handler, enhancersOf(handler))).toThrow(
      /^it uses Guard, but Nest makes .* List the class of the handler among the providers, or give an instance: new Guard\(\)\.$/,
    );
    expect(() => assertNothingLeftOut(handler, parameterPipesOf(handler))).toThrow('it uses Pipe');
  });

  it('is content with instances, and with classes that do the work themselves', async () => {
    class Static {
      static canActivate(): boolean {
        return true;
      }
    }
    @UseGuards(new Guard(), Static)
    class Instances {
      @Handle()
      on(): void {}
    }
    const handler = await made(Instances);
    expect(enhancersOf(handler)).toHaveLength(2);
    expect(() => assertNothingLeftOut(handler, enhancersOf(handler))).not.toThrow();
  });

  it('does not take a class for a guard because it can do something else', async () => {
    class Catches extends Guard {
      static catch(): void {}
    }
    @UseGuards(Catches)
    class Handler {
      @Handle()
      on(): void {}
    }
    const handler = await made(Handler);
    expect(() => assertNothingLeftOut(handler, enhancersOf(handler))).toThrow('it uses Catches');
  });
});
