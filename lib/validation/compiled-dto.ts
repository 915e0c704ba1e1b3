import type { Type } from '@nestjs/common';
import type { ValidationArguments, ValidatorConstraintInterface } from 'class-validator';
import { getMetadataStorage } from 'class-validator';
import type { PayloadIssue } from '../errors/payload-validation.error';
import type { RuleCheck, RuleContext, SchemaFragment } from './rule.decorator';
import { isRefusal, ruleOf } from './rule.decorator';
import type { NestedInput } from './rules/nested.decorator';
import { nestedInput } from './rules/nested.decorator';
import type { Members } from './shape';

type Metadata = ReturnType<ReturnType<typeof getMetadataStorage>['getTargetValidationMetadatas']>[number];

/** All that is known about one property of a DTO class. */
export interface CompiledProperty {
  readonly name: string;
  /** Whether it may be missing. */
  readonly optional: boolean;
  readonly conditions: readonly ((object: Members, value: unknown) => boolean)[];
  readonly checks: readonly RuleCheck[];
  readonly nested: NestedInput | undefined;
  readonly schema: SchemaFragment;
}

/** A `RuleContext` that knows where it stands. */
export interface IssueContext extends RuleContext {
  /** The property being looked at; part of the key under which a doubt is logged once. */
  at: string;
}

const compiled = new WeakMap<Type<object>, readonly CompiledProperty[]>();

/**
 * The class-validator rules of a DTO class, looked up once. class-validator collects them anew for every object, over
 * all classes of the process, and needs an instance of the class; this runs the same rules on the plain input.
 */
export function compiledDto(dto: Type<object>): readonly CompiledProperty[] {
  let properties = compiled.get(dto);
  if (!properties) {
    const metadata = getMetadataStorage().getTargetValidationMetadatas(dto, '', false, false);
    const byName = getMetadataStorage().groupByPropertyName([...metadata]);
    properties = Object.entries(byName).map(([name, rules]) => compileProperty(dto, name, rules));
    compiled.set(dto, properties);
  }
  return properties;
}

/** Adds to `issues` what is wrong with `input`: for each property the first rule that refuses it. */
export function collectIssues(
  dto: Type<object>,
  input: unknown,
  path: string,
  issues: PayloadIssue[],
  context: IssueContext,
): void {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    issues.push({ path, message: 'must be an object' });
    return;
  }
  const object = input as Members;
  for (const property of compiledDto(dto)) {
    const value = object[property.name];
    if (!property.conditions.every((condition) => condition(object, value))) continue;
    const before = issues.length;
    context.at = property.name;
    for (const check of property.checks) {
      const found = check(value, object, context);
      if (!isRefusal(found)) continue;
      const at = path === '' ? property.name : `${path}.${property.name}`;
      if (typeof found === 'string') issues.push({ path: at, message: found });
      else for (const issue of found) issues.push({ path: join(at, issue.path), message: issue.message });
      break;
    }
    if (property.nested && issues.length === before)
      collectNested(property.nested, property.name, value, path, issues, context);
  }
}

function collectNested(
  { type, list }: NestedInput,
  name: string,
  value: unknown,
  path: string,
  issues: PayloadIssue[],
  context: IssueContext,
): void {
  const at = path === '' ? name : `${path}.${name}`;
  if (!list) collectIssues(type, value, at, issues, context);
  else
    (value as unknown[]).forEach((item, index) =>
      collectIssues(type, item, `${at}[${index}]`, issues, context),
    );
}

/** `list` and `[0].id` make `list[0].id`; `order` and `tax` make `order.tax`. */
function join(path: string, below: string): string {
  if (below === '') return path;
  return below.startsWith('[') ? path + below : `${path}.${below}`;
}

/** Decorators run bottom up; rules are checked top down, as they read. */
function compileProperty(dto: Type<object>, name: string, rules: readonly Metadata[]): CompiledProperty {
  const conditions = rules.filter((rule) => rule.type === 'conditionalValidation');
  const checked = rules.filter((rule) => rule.constraintCls !== undefined).reverse();
  const found = checked.flatMap((rule) => {
    const own = ruleOf(rule.constraints?.[0]);
    return own ? [own] : constraintsOf(rule).map((check) => ({ check, schema: standardSchema(rule) }));
  });
  return {
    name,
    optional: conditions.length > 0,
    conditions: conditions.map((rule) => rule.constraints[0] as CompiledProperty['conditions'][number]),
    checks: found.map((rule) => rule.check),
    nested: nestedInput(dto.prototype as object, name),
    schema: Object.assign({}, ...found.map((rule) => rule.schema)) as SchemaFragment,
  };
}

/** class-validator's own decorators (`IsInt`, `IsIn`, ...) as rules. Its options `each` and `groups` are not used here. */
function constraintsOf(rule: Metadata): RuleCheck[] {
  return getMetadataStorage()
    .getTargetValidatorConstraints(rule.constraintCls)
    .map(({ instance }) => (value, object) => {
      const args = {
        value,
        object,
        property: rule.propertyName,
        targetName: '',
        constraints: (rule.constraints ?? []) as unknown[],
      };
      return instance.validate(value, args) === true ? undefined : wordsOf(rule, instance, args);
    });
}

function wordsOf(rule: Metadata, instance: ValidatorConstraintInterface, args: ValidationArguments): string {
  const given = rule.message || (instance.defaultMessage?.(args) ?? 'is not valid');
  const message = typeof given === 'string' ? given : given(args);
  return message
    .replace(/^\$property /, '')
    .replace(/\$constraint(\d+)/g, (_, n: string) => [args.constraints[Number(n) - 1]].flat().join(', '));
}

function standardSchema(rule: Metadata): SchemaFragment {
  const [first] = (rule.constraints ?? []) as unknown[];
  switch (rule.name) {
    case 'isIn':
      return { enum: first };
    case 'min':
      return { minimum: first };
    case 'max':
      return { maximum: first };
    case 'isInt':
      return { type: 'integer' };
    case 'isBoolean':
      return { type: 'boolean' };
    default:
      return {};
  }
}
