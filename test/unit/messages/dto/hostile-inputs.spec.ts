import { Logger } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import fc from 'fast-check';
import { KINDS } from '../../../../lib/messages/message-kinds';
import { PayloadValidator } from '../../../../lib/validation/payload-validator.service';
import { ManualClock } from '../../../support/manual-clock';
import { META_EXAMPLES } from '../meta-examples';

type Kind = keyof typeof KINDS;

const METHODS: Partial<Record<string, Kind>> = {
  react: 'reaction',
  unreact: 'reactionRemoval',
  requestLocation: 'locationRequest',
  requestAddress: 'addressRequest',
  requestCallPermission: 'callPermissionRequest',
  requestContactInfo: 'contactInfoRequest',
  pin: 'pin',
  unpin: 'unpin',
};

const kindOf = (method: string): Kind =>
  METHODS[method] ?? ((method.charAt(4).toLowerCase() + method.slice(5)) as Kind);

/** Every path into a JSON value. */
function pathsInto(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, below]) => pathsInto(below, [...path, key]))];
}

function replaced(value: unknown, [head, ...rest]: readonly string[], by: unknown): unknown {
  if (head === undefined) return by;
  const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) }) as Record<
    string,
    unknown
  >;
  copy[head] = replaced(copy[head], rest, by);
  return copy;
}

const junk = fc.oneof(
  fc.constantFrom<unknown>(
    undefined,
    null,
    '',
    'text',
    0,
    -1,
    1.5,
    NaN,
    true,
    [],
    {},
    [null],
    [[]],
    [{}],
    ['x'],
    { value: null },
  ),
  fc.jsonValue(),
);

describe('inputs of any shape', () => {
  beforeAll(() => {
    jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => undefined);
  });
  afterAll(() => {
    jest.restoreAllMocks();
  });

  const cases = META_EXAMPLES.map(({ name, method, input }) => [name, KINDS[kindOf(method)], input] as const);

  it.each(cases)(
    '%s: are judged alike by us and by pipes, and built when they pass',
    (_name, { dto, build }, input) => {
      const validator = new PayloadValidator({}, new ManualClock());
      const inputs = fc
        .array(fc.tuple(fc.constantFrom(...pathsInto(input).slice(1)), junk), { minLength: 1, maxLength: 2 })
        .map((changes) =>
          changes.reduce<unknown>((value, [path, by]) => safelyReplaced(value, path, by), input),
        );
      fc.assert(
        fc.property(inputs, (hostile) => {
          const passes = validator.issues(dto, hostile).length === 0;
          if (passes)
            expect((build as (input: unknown) => object)(hostile)).toMatchObject({
              messaging_product: 'whatsapp',
            });
          const json = JSON.parse(JSON.stringify(hostile)) as object;
          const theirs = validateSync(plainToInstance(dto as new () => object, json));
          expect(validator.issues(dto, json).length > 0).toBe(theirs.length > 0);
        }),
        { numRuns: 60 },
      );
    },
  );
});

/** An earlier change may have removed the place of a later one. */
function safelyReplaced(value: unknown, path: readonly string[], by: unknown): unknown {
  const holder = path
    .slice(0, -1)
    .reduce<unknown>((below, key) => (below as Record<string, unknown> | null | undefined)?.[key], value);
  return typeof holder === 'object' && holder !== null ? replaced(value, path, by) : value;
}
