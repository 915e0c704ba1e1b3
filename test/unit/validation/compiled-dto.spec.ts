import { plainToInstance } from 'class-transformer';
import type { ValidationError } from 'class-validator';
import { IsIn, IsInt, IsOptional, Matches, Min, ValidateIf, validateSync } from 'class-validator';
import fc from 'fast-check';
import type { PayloadIssue } from '../../../lib/errors/payload-validation.error';
import { collectIssues } from '../../../lib/validation/compiled-dto';
import { Rule } from '../../../lib/validation/rule.decorator';
import { CodePointLength } from '../../../lib/validation/rules/code-point-length.decorator';
import { Nested, NestedList } from '../../../lib/validation/rules/nested.decorator';

class Leaf {
  @CodePointLength({ min: 1, max: 3 })
  word!: string;
}

class Base {
  @IsOptional()
  @CodePointLength({ min: 1, max: 2 })
  inherited?: string;
}

class Tree extends Base {
  @IsIn(['a', 'b'])
  kind!: string;

  @IsOptional()
  @IsInt()
  @Min(2)
  count?: number;

  @ValidateIf((object: Tree) => object.kind === 'a')
  @Matches(/^x/, { message: '$property must begin with x, says $constraint1' })
  onlyForA?: string;

  @IsOptional()
  @Nested(() => Leaf)
  leaf?: Leaf;

  @IsOptional()
  @NestedList(() => Leaf)
  leaves?: Leaf[];

  @IsOptional()
  @Rule('deep', (value) => (Array.isArray(value) ? [{ path: '[1].x', message: 'is bad' }] : undefined))
  deep?: unknown;
}

function issuesOf(input: unknown, dto = Tree): PayloadIssue[] {
  const issues: PayloadIssue[] = [];
  collectIssues(dto, input, '', issues, { at: '', now: () => 0, warn: () => undefined });
  return issues;
}

/** Paths at which class-validator refuses, in our notation. */
function refusedByClassValidator(errors: readonly ValidationError[], path = ''): string[] {
  return errors.flatMap((error) => {
    const index = /^\d+$/.test(error.property);
    const at = index
      ? `${path}[${error.property}]`
      : path === ''
        ? error.property
        : `${path}.${error.property}`;
    const own = error.constraints ? [at] : [];
    return [...own, ...refusedByClassValidator(error.children ?? [], at)];
  });
}

describe('collectIssues', () => {
  it('finds nothing wrong with a good input and leaves it alone', () => {
    const input = Object.freeze({
      kind: 'b',
      unknown: { anything: 1 },
      leaf: Object.freeze({ word: 'abc', more: 1 }),
    });
    expect(issuesOf(input)).toEqual([]);
  });

  it('names each refused member with its full path', () => {
    expect(
      issuesOf({
        kind: 'c',
        inherited: 'abc',
        leaf: { word: '' },
        leaves: [{ word: 'ok' }, { word: 'long one' }],
        deep: [],
      }),
    ).toEqual([
      { path: 'kind', message: 'must be one of the following values: a, b' },
      { path: 'leaf.word', message: 'must not be empty' },
      { path: 'leaves[1].word', message: 'must have at most 3 characters, has 8' },
      { path: 'deep[1].x', message: 'is bad' },
      { path: 'inherited', message: 'must have at most 2 characters, has 3' },
    ]);
  });

  it('reports the first rule in reading order only', () => {
    expect(issuesOf({ kind: 'b', count: 1.5 })).toEqual([
      { path: 'count', message: 'must be an integer number' },
    ]);
    expect(issuesOf({ kind: 'b', count: 1 })).toEqual([
      { path: 'count', message: 'must not be less than 2' },
    ]);
  });

  it('fills in the constraints of a message', () => {
    expect(issuesOf({ kind: 'a', onlyForA: 'y' })).toEqual([
      { path: 'onlyForA', message: 'must begin with x, says /^x/' },
    ]);
    expect(issuesOf({ kind: 'b', onlyForA: 'y' })).toEqual([]);
  });

  it.each([undefined, null, 'text', 7])('refuses %j as a whole', (input) => {
    expect(issuesOf(input)).toEqual([{ path: '', message: 'must be an object' }]);
  });

  it.each([
    ['leaf', 'text', 'must be an object'],
    ['leaf', [], 'must be an object'],
    ['leaves', {}, 'must be an array'],
  ])('wants the right shape for %s', (name, value, message) => {
    expect(issuesOf({ kind: 'b', [name]: value })).toEqual([{ path: name, message }]);
  });

  it('wants an object for each item of a list', () => {
    expect(issuesOf({ kind: 'b', leaves: [{ word: 'ok' }, 7, [], null] })).toEqual([
      { path: 'leaves[1]', message: 'must be an object' },
      { path: 'leaves[2]', message: 'must be an object' },
      { path: 'leaves[3]', message: 'must be an object' },
    ]);
  });

  it('refuses exactly what class-validator refuses', () => {
    const word = fc.oneof(fc.string({ maxLength: 5 }), fc.constantFrom(undefined, null, 7));
    const leaf = fc.oneof(fc.record({ word }), fc.constantFrom(undefined, null));
    const input = fc.record({
      kind: fc.constantFrom('a', 'b', 'c', undefined),
      inherited: word,
      count: fc.oneof(fc.integer({ min: 0, max: 4 }), fc.constantFrom(undefined, null, 1.5, 'x')),
      onlyForA: fc.constantFrom('x', 'y', undefined),
      leaf,
      leaves: fc.oneof(fc.array(fc.record({ word }), { maxLength: 3 }), fc.constant(undefined)),
    });
    fc.assert(
      fc.property(input, (value) => {
        const theirs = refusedByClassValidator(validateSync(plainToInstance(Tree, value)));
        expect(
          issuesOf(value)
            .map((issue) => issue.path)
            .sort(),
        ).toEqual(theirs.sort());
      }),
    );
  });
});
