import Ajv2020 from 'ajv/dist/2020';
import type { ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';

/** A JSON schema as far as it is looked into here. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly required?: readonly string[];
  readonly allOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly additionalProperties?: boolean | Schema;
  readonly discriminator?: {
    readonly propertyName: string;
    readonly mapping?: Readonly<Record<string, string>>;
  };
}

/** Where a value differs from its schema. */
export interface Violation {
  /** Path in the value; `*` stands for any place in a list. */
  readonly at: string;
  /** The keyword of JSON schema that fails, or `unknown` for a member that no schema declares. */
  readonly keyword: string;
  readonly value?: unknown;
}

type Pointer = (reference: string) => Schema;

/** Keywords that look at one value alone; what is inside is walked. */
const LOCAL = [
  ...[
    'type',
    'enum',
    'const',
    'required',
    'pattern',
    'format',
    'minLength',
    'maxLength',
    'minimum',
    'maximum',
  ],
  ...['minItems', 'maxItems', 'uniqueItems', 'minProperties'],
] as const;

/**
 * Compares values with schemas. Stricter than JSON schema where the file is loose: a member that no schema declares is a
 * violation. Looser where it contradicts itself: `additionalProperties: false` counts for all parts of an `allOf`
 * together, and more than one branch of a `oneOf` may match.
 */
export class SchemaCheck {
  private readonly ajv = addFormats(
    new Ajv2020({
      strict: false,
      allErrors: true,
      unicodeRegExp: false,
      validateSchema: false,
      verbose: true,
    }),
  );
  private readonly compiled = new WeakMap<Schema, ValidateFunction>();

  constructor(private readonly pointer: Pointer) {}

  violations(schemas: readonly Schema[], value: unknown, at = ''): Violation[] {
    const found = this.combined(schemas, value, new Set()).map((parts) => this.of(parts, value, at));
    return found.reduce((best, other) => (distance(other) < distance(best) ? other : best));
  }

  /** A text of a query or form as the value that its schema means. */
  coerce(schema: Schema, text: string): unknown {
    const { type } = this.resolve(schema);
    if (type === 'integer' || type === 'number') return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
    if (type === 'boolean') return text === 'true' || text === 'false' ? text === 'true' : text;
    if (type === 'array') return text.startsWith('[') ? (JSON.parse(text) as unknown) : text.split(',');
    return text;
  }

  resolve(schema: Schema): Schema {
    return schema.$ref === undefined ? schema : this.resolve(this.pointer(schema.$ref));
  }

  private of(parts: readonly Schema[], value: unknown, at: string): Violation[] {
    const found = parts.flatMap((part) => this.local(part, value, at));
    if (Array.isArray(value)) {
      const items = parts.flatMap((part) => part.items ?? []);
      if (items.length > 0)
        found.push(...value.flatMap((item) => this.violations(items, item, join(at, '*'))));
    } else if (typeof value === 'object' && value !== null) {
      const closed = parts.some(({ properties }) => properties) && !parts.some(isOpen);
      for (const [name, member] of Object.entries(value)) {
        const declared = parts.flatMap(({ properties }) => properties?.[name] ?? []);
        if (declared.length > 0) found.push(...this.violations(declared, member, join(at, name)));
        else if (closed) found.push({ at: join(at, name), keyword: 'unknown' });
      }
    }
    return found;
  }

  private local(part: Schema, value: unknown, at: string): Violation[] {
    let validate = this.compiled.get(part);
    if (!validate) {
      const given = part as Readonly<Record<string, unknown>>;
      const entries = LOCAL.filter((keyword) => keyword in given).map((keyword) => [keyword, given[keyword]]);
      validate = this.ajv.compile(Object.fromEntries(entries) as object);
      this.compiled.set(part, validate);
    }
    if (validate(value)) return [];
    return (validate.errors ?? []).map(({ keyword, params }) =>
      keyword === 'required'
        ? { at: join(at, String(params['missingProperty'])), keyword }
        : { at, keyword, value },
    );
  }

  /** The lists of plain schemas that may hold together. */
  private combined(schemas: readonly Schema[], value: unknown, seen: ReadonlySet<Schema>): Schema[][] {
    return schemas.reduce<Schema[][]>(
      (lists, schema) => crossed(lists, this.alternatives(schema, value, seen)),
      [[]],
    );
  }

  private alternatives(reference: Schema, value: unknown, seen: ReadonlySet<Schema>): Schema[][] {
    const schema = this.resolve(reference);
    if (seen.has(schema)) return [[]];
    const within = new Set([...seen, schema]);
    const lists = crossed([[schema]], this.combined(schema.allOf ?? [], value, within));
    const { mapping, propertyName = '' } = schema.discriminator ?? {};
    if (mapping) {
      const kind = String((value as Record<string, unknown> | null)?.[propertyName]);
      const $ref = mapping[kind];
      // Nothing more is known about a kind that is not in the file.
      const unknown: Schema = {
        required: [propertyName],
        properties: { [propertyName]: { enum: Object.keys(mapping) } },
        additionalProperties: true,
      };
      return crossed(lists, $ref === undefined ? [[unknown]] : this.alternatives({ $ref }, value, within));
    }
    return [schema.oneOf, schema.anyOf].reduce(
      (all, branches) =>
        branches
          ? crossed(
              all,
              branches.flatMap((branch) => this.alternatives(branch, value, within)),
            )
          : all,
      lists,
    );
  }
}

/** How far a value is from a schema: a difference counts the less, the deeper it lies. */
function distance(violations: readonly Violation[]): number {
  return violations.reduce((sum, { at }) => sum + 10 ** -at.split('.').length, 0);
}

function crossed(left: Schema[][], right: Schema[][]): Schema[][] {
  return left.flatMap((a) => right.map((b) => [...a, ...b]));
}

function isOpen({ additionalProperties }: Schema): boolean {
  return additionalProperties === true || typeof additionalProperties === 'object';
}

function join(at: string, name: string): string {
  return at === '' ? name : `${at}.${name}`;
}
