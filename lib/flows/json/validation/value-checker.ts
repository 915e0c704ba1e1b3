import { readDynamicText } from '../expression/reference';
import { FLOW_ACTIONS } from '../model/actions';
import { isObject, jsonType, memberPath } from '../model/json';
import type { JsonObject } from '../model/json';
import type { Rule, RuleMap, Shape } from '../model/rule';
import { checkCases, checkComponentList } from './component-lists';
import { ComputedValues } from './computed-values';
import type { ValueOwner } from './computed-values';
import type { FlowReport } from './flow-report';
import { checkLeaf } from './leaf-checks';
import type { ReferenceResolver } from './reference-resolver';
import { isOfType, valueTypes } from './shape-types';

type ShapeOf<K extends Shape['kind']> = Extract<Shape, { readonly kind: K }>;

/** Checks values against the rules of the tables. */
export class ValueChecker {
  private readonly computed: ComputedValues;

  constructor(
    private readonly report: FlowReport,
    private readonly references: ReferenceResolver,
  ) {
    this.computed = new ComputedValues(report, references);
  }

  /** Checks the members of an object. Unknown ones are kept, with a warning. */
  members(
    json: JsonObject,
    rules: RuleMap,
    path: string,
    owner: ValueOwner,
    known: readonly string[] = [],
  ): void {
    for (const [key, rule] of Object.entries(rules)) {
      const at = memberPath(path, key);
      if (json[key] === undefined) this.missing(rule, at);
      else this.present(json[key], rule, at, owner);
    }
    for (const key of Object.keys(json)) {
      if (!Object.hasOwn(rules, key) && !known.includes(key)) {
        this.report.warn(
          'INVALID_PROPERTY_KEY',
          memberPath(path, key),
          `"${key}" is not known here; Meta may refuse it.`,
        );
      }
    }
  }

  private missing(rule: Rule, path: string): void {
    if (rule.required === undefined || (rule.required !== true && !this.report.from(rule.required))) return;
    this.report.error('MISSING_REQUIRED_PROPERTY', path, 'This property is required.');
  }

  private present(value: unknown, rule: Rule, path: string, owner: ValueOwner): void {
    if (rule.since && !this.report.from(rule.since)) {
      this.report.error(
        'INVALID_PROPERTY_KEY',
        path,
        `This property needs version ${rule.since}; the flow has ${this.report.version}.`,
      );
    }
    if (rule.outsideForm && owner.component.inForm) {
      this.report.error(
        'INVALID_PROPERTY_KEY',
        path,
        'Inside a Form this property does not exist; use init-values and error-messages of the Form.',
      );
    }
    this.value(value, rule, path, owner);
  }

  private value(value: unknown, rule: Rule, path: string, owner: ValueOwner): void {
    const { shape } = rule;
    if (typeof value === 'string' && this.computed.handles(value, shape, path, owner)) return;
    switch (shape.kind) {
      case 'any':
        return this.computed.inside(value, path, owner);
      case 'components':
        return checkComponentList(value, path, this.report, shape.min);
      case 'cases':
        return checkCases(value, path, this.report);
      case 'condition':
        return this.condition(value, path, owner);
      case 'anyOf':
        return this.anyOf(value, shape, path, owner);
      case 'list':
        return this.list(value, shape, path, owner);
      case 'object':
        return isObject(value)
          ? this.members(value, shape.props, path, owner)
          : this.wrongType(value, shape, path);
      case 'map':
        return this.map(value, shape, path, owner);
      case 'action':
        return this.action(value, shape, path, owner);
      default:
        return this.leaf(value, shape, path, owner);
    }
  }

  private leaf(value: unknown, shape: Shape, path: string, { component }: ValueOwner): void {
    if (!isOfType(value, shape)) return this.wrongType(value, shape, path);
    const own = !/[.[]/.test(path.slice(component.path.length + 1));
    checkLeaf(value, shape, path, own, this.report);
  }

  private condition(value: unknown, path: string, { screen }: ValueOwner): void {
    if (typeof value === 'string') {
      this.references.condition(value, { screen, path, code: 'INVALID_SCREEN_DYNAMIC_DATA' });
    } else if (typeof value === 'boolean' && this.report.from('6.0')) {
      this.report.warn('INVALID_EXPRESSION', path, `This condition is always ${value}.`);
    } else {
      this.wrongType(value, { kind: 'text' }, path);
    }
  }

  private anyOf(value: unknown, shape: ShapeOf<'anyOf'>, path: string, owner: ValueOwner): void {
    const fitting = shape.options.find((option) => isOfType(value, option.shape));
    if (fitting) this.present(value, fitting, path, owner);
    else this.wrongType(value, shape, path);
  }

  private list(value: unknown, shape: ShapeOf<'list'>, path: string, owner: ValueOwner): void {
    if (!Array.isArray(value)) return this.wrongType(value, shape, path);
    if (shape.min !== undefined && value.length < shape.min) {
      this.report.error(
        'MIN_ITEMS_REQUIRED',
        path,
        `At least ${shape.min} item(s) are needed; there are ${value.length}.`,
      );
    }
    if (shape.max !== undefined && value.length > shape.max) {
      this.report.error(
        'MAX_ITEMS_REQUIRED',
        path,
        `At most ${shape.max} items are allowed; there are ${value.length}.`,
      );
    }
    value.forEach((item, i) => {
      const at = `${path}[${i}]`;
      if (shape.fixed && typeof item === 'string' && readDynamicText(item).kind === 'reference') {
        const message = 'A paragraph of a list cannot be a reference; make the whole list one.';
        this.report.error('INVALID_TEXT_DYNAMIC_DATA', at, message);
      } else this.value(item, shape.items, at, owner);
    });
  }

  private map(value: unknown, shape: ShapeOf<'map'>, path: string, owner: ValueOwner): void {
    if (!isObject(value)) return this.wrongType(value, shape, path);
    for (const [key, member] of Object.entries(value))
      this.value(member, shape.values, memberPath(path, key), owner);
  }

  private action(value: unknown, shape: ShapeOf<'action'>, path: string, owner: ValueOwner): void {
    if (!isObject(value)) return this.wrongType(value, shape, path);
    const name = value['name'];
    const at = `${path}.name`;
    const allowed = Object.entries(shape.names);
    const since = allowed.find(([known]) => known === name)?.[1];
    if (name === undefined)
      return this.report.error('MISSING_REQUIRED_PROPERTY', at, 'The action needs a name.');
    if (since === undefined) {
      const names = allowed.map(([known]) => known).join(', ');
      return this.report.error(
        'INVALID_ENUM_VALUE',
        at,
        `This action is not possible here; there are: ${names}.`,
      );
    }
    if (!this.report.from(since)) {
      const message = `This action is possible here from version ${since} on; the flow has ${this.report.version}.`;
      this.report.error('INVALID_ENUM_VALUE', at, message);
    }
    this.members(value, FLOW_ACTIONS[name as keyof typeof FLOW_ACTIONS].props, path, owner, ['name']);
  }

  private wrongType(value: unknown, shape: Shape, path: string): void {
    const expected = [...new Set(valueTypes(shape))].join(' or ');
    this.report.error(
      'INVALID_PROPERTY_TYPE',
      path,
      `This must be of type ${expected}, not ${jsonType(value)}.`,
    );
  }
}
