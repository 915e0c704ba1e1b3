import { ValidateBy } from 'class-validator';
import type { PayloadIssue } from '../errors/payload-validation.error';
import type { Members } from './shape';

/** What a rule may use besides the value. */
export interface RuleContext {
  /** Milliseconds since the Unix epoch. */
  now(): number;
  /** Reports something doubtful that is sent all the same. Logged once; `message` must not quote the value. */
  warn(message: string): void;
}

/**
 * Looks at one property. Gives nothing when it is fine, what is wrong in words that follow the property's name, or
 * several issues with paths below the property. Never quotes the value. Must stand any value: a `ValidationPipe` runs
 * every rule, also after another one has refused the value.
 */
export type RuleCheck = (
  value: unknown,
  object: Members,
  context: RuleContext,
) => string | readonly PayloadIssue[] | undefined;

/** Part of an OpenAPI schema. */
export type SchemaFragment = Readonly<Record<string, unknown>>;

const schemas = new WeakMap<RuleCheck, SchemaFragment>();

/** Checks inside an application's own pipes: real time, and doubts are not reported there. */
const pipeContext: RuleContext = { now: () => Date.now(), warn: () => undefined };

/**
 * A class-validator decorator made of one function. `PayloadValidator` calls the function directly; a `ValidationPipe`
 * runs it through class-validator.
 */
export function Rule(name: string, check: RuleCheck, schema: SchemaFragment = {}): PropertyDecorator {
  schemas.set(check, schema);
  const run = (value: unknown, object: object): ReturnType<RuleCheck> =>
    check(value, object as Members, pipeContext);
  return ValidateBy({
    name,
    constraints: [check],
    validator: {
      validate: (value, args) => !isRefusal(run(value, args?.object ?? {})),
      defaultMessage: (args) => {
        const found = args && run(args.value, args.object);
        if (!found || typeof found === 'string') return `$property ${found ?? 'is not valid'}`;
        return `$property is not valid: ${found.map((i) => `${i.path} ${i.message}`).join('; ')}`;
      },
    },
  });
}

/** Reports a doubt about a property; never refuses it. */
export function Advise(
  name: string,
  doubt: (value: unknown, object: Members) => string | undefined,
): PropertyDecorator {
  return Rule(name, (value, object, context) => {
    const message = doubt(value, object);
    if (message !== undefined) context.warn(message);
    return undefined;
  });
}

/** Whether a rule's answer refuses the value. */
export function isRefusal(found: ReturnType<RuleCheck>): found is string | readonly PayloadIssue[] {
  return found !== undefined && found.length > 0;
}

/** The function behind a constraint made by `Rule`, and its part of the OpenAPI schema. */
export function ruleOf(constraint: unknown): { check: RuleCheck; schema: SchemaFragment } | undefined {
  const schema = typeof constraint === 'function' ? schemas.get(constraint as RuleCheck) : undefined;
  return schema && { check: constraint as RuleCheck, schema };
}
