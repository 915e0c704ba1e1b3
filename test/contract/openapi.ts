import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { RecordedRequest } from './recorded-app';
import { SchemaCheck } from './schema-check';
import type { Schema, Violation } from './schema-check';

const FILE = join(__dirname, '../../../shared/openapi/business-messaging-api_v23.0.yaml');

interface Parameter {
  readonly $ref?: string;
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema: Schema;
}

interface Operation {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: {
    readonly required?: boolean;
    readonly content: Readonly<Record<string, { readonly schema: Schema }>>;
  };
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

/** The outcome for one request; `violations` is missing when the file does not know the operation. */
export interface Verdict {
  /** Method and path template, e.g. `POST /{Phone-Number-ID}/messages`. */
  readonly operation: string;
  readonly violations?: readonly Violation[];
}

/** What the file calls the nodes that requests of the tests name. */
export type NodeNames = Readonly<Record<string, readonly string[]>>;

/** Whether Meta's file is there to compare with. */
export function contractIsThere(): boolean {
  return existsSync(FILE);
}

/** Meta's description of its API. */
export class Contract {
  private readonly document = parse(readFileSync(FILE, 'utf8')) as Document;
  private readonly check = new SchemaCheck((reference) => this.at(reference) as Schema);

  constructor(private readonly nodes: NodeNames) {}

  judge(request: RecordedRequest): Verdict {
    const { path, operation } = this.find(request);
    const name = `${request.method} ${path}`;
    if (!operation) return { operation: name };
    return {
      operation: name,
      violations: [...this.queryViolations(operation, request), ...this.bodyViolations(operation, request)],
    };
  }

  private find({ method, path }: RecordedRequest): { path: string; operation?: Operation } {
    const templates = templatesOf(path, this.nodes);
    for (const template of templates) {
      const operation = this.document.paths[`/{Version}${template}`]?.[method.toLowerCase()];
      if (operation) return { path: template, operation };
    }
    return { path: templates[0] ?? path };
  }

  private queryViolations(operation: Operation, { query }: RecordedRequest): Violation[] {
    const declared = (operation.parameters ?? [])
      .map((parameter) => (parameter.$ref === undefined ? parameter : (this.at(parameter.$ref) as Parameter)))
      .filter((parameter) => parameter.in === 'query');
    const missing = declared
      .filter(({ name, required }) => required === true && !(name in query))
      .map(({ name }) => ({ at: `?${name}`, keyword: 'required' }));
    const wrong = Object.entries(query).flatMap(([name, text]): Violation[] => {
      const parameter = declared.find((candidate) => candidate.name === name);
      if (!parameter) return [{ at: `?${name}`, keyword: 'unknown' }];
      return this.check.violations([parameter.schema], this.check.coerce(parameter.schema, text), `?${name}`);
    });
    return [...missing, ...wrong];
  }

  private bodyViolations({ requestBody }: Operation, { contentType, body }: RecordedRequest): Violation[] {
    if (body === undefined) return requestBody?.required ? [{ at: 'body', keyword: 'required' }] : [];
    if (!requestBody) return [{ at: 'body', keyword: 'unknown' }];
    const { content } = requestBody;
    const [fallback] = Object.values(content);
    const schema = (content[contentType] ?? fallback)?.schema ?? {};
    const value = contentType === 'application/json' ? body : this.formValues(schema, body);
    return [
      ...(contentType in content ? [] : [{ at: 'content-type', keyword: 'enum', value: contentType }]),
      ...this.check.violations([schema], value),
    ];
  }

  private formValues(schema: Schema, body: unknown): unknown {
    const { properties } = this.check.resolve(schema);
    return Object.fromEntries(
      Object.entries(body as Record<string, string>).map(([name, text]) => [
        name,
        this.check.coerce(properties?.[name] ?? {}, text),
      ]),
    );
  }

  private at(reference: string): unknown {
    const found = reference
      .split('/')
      .slice(1)
      .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
      .reduce<unknown>((node, name) => (node as Record<string, unknown> | undefined)?.[name], this.document);
    if (found === undefined) throw new Error(`The file has no ${reference}`);
    return found;
  }
}

/** The templates that a path may have in the file, without the version. */
function templatesOf(path: string, nodes: NodeNames): string[] {
  return path
    .split('/')
    .slice(1)
    .reduce<string[]>(
      (templates, segment) =>
        templates.flatMap((template) =>
          (nodes[segment]?.map((name) => `{${name}}`) ?? [segment]).map((part) => `${template}/${part}`),
        ),
      [''],
    );
}
