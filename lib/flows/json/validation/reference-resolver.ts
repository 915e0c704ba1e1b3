import { ExpressionParser } from '../expression/expression-parser';
import { parseReference, readDynamicText } from '../expression/reference';
import type { FlowReferencePath } from '../expression/reference';
import { ExpressionSyntaxError } from '../expression/tokenizer';
import { compatible } from '../expression/value-type';
import type { FlowValueType } from '../expression/value-type';
import type { FlowJsonIssueCode } from '../flow-json-issue.interface';
import { isObject } from '../model/json';
import type { JsonObject } from '../model/json';
import type { FlowIndex, IndexedScreen, PlacedComponent } from './flow-index';
import { FlowReport } from './flow-report';
import { inputType, schemaType } from './known-types';

/** Where a computed value stands. */
export interface DynamicPlace {
  readonly screen: IndexedScreen;
  readonly path: string;
  /** Code of a reference that leads nowhere. */
  readonly code: FlowJsonIssueCode;
  /** Meta does not look here: what is wrong is a warning. */
  readonly unchecked?: boolean;
  /** In the payload of an action: what is no reference is sent as it stands. */
  readonly payload?: boolean;
}

/** Follows references and reads expressions. */
export class ReferenceResolver {
  constructor(
    private readonly flow: FlowIndex,
    private readonly report: FlowReport,
  ) {}

  /** Checks a text that may be computed, and tells the type of its value. */
  text(text: string, place: DynamicPlace): FlowValueType {
    const dynamic = readDynamicText(text);
    switch (dynamic.kind) {
      case 'static':
        return 'string';
      case 'reference':
        return this.reference(dynamic.text, place, place.payload !== true);
      case 'nested':
        return this.nested(dynamic.body, place);
      case 'mixed':
        for (const reference of dynamic.references) this.reference(reference, place);
        return 'string';
    }
  }

  /** Checks `If.condition`. */
  condition(text: string, place: DynamicPlace): void {
    const dynamic = readDynamicText(text);
    const result =
      dynamic.kind === 'nested' && this.report.from('6.0')
        ? this.expression(dynamic.body, place, false)
        : this.expression(text, place, true);
    if (!result) return;
    if (result.literal) {
      this.report.error(
        'INVALID_EXPRESSION',
        place.path,
        'The condition must contain a reference, e.g. ${form.name}.',
      );
    } else if (!compatible(result.type, 'boolean')) {
      this.report.error(
        'INVALID_EXPRESSION',
        place.path,
        `The condition yields a ${result.type}; it must be a boolean.`,
      );
    }
  }

  /** Type of a computed text that was checked before. */
  typeOf(text: string, screen: IndexedScreen): FlowValueType {
    const silent = new ReferenceResolver(this.flow, new FlowReport(this.report.version));
    return silent.text(text, { screen, path: '', code: 'INVALID_SCREEN_DYNAMIC_DATA' });
  }

  /** The input that a reference names, if it names one. */
  inputOf(text: string, screen: IndexedScreen): PlacedComponent | undefined {
    const reference = parseReference(text);
    if (reference?.source !== 'form') return undefined;
    const owner = reference.screen === undefined ? screen : this.flow.byId.get(reference.screen);
    return owner?.inputs.get(reference.keys[0] ?? '');
  }

  private nested(body: string, place: DynamicPlace): FlowValueType {
    if (!this.report.from('6.0')) {
      this.say(place, 'Expressions in backticks need version 6.0.', 'INVALID_EXPRESSION');
    }
    return this.expression(body, place, false)?.type ?? 'any';
  }

  private expression(
    body: string,
    place: DynamicPlace,
    condition: boolean,
  ): { type: FlowValueType; literal: boolean } | undefined {
    try {
      const resolve = (reference: string): FlowValueType => this.reference(reference, place);
      return new ExpressionParser(body, { condition, resolve }).parse();
    } catch (error) {
      if (!(error instanceof ExpressionSyntaxError)) throw error;
      const message = `The expression cannot be read at column ${error.column}: ${error.message}.`;
      this.say(place, message, 'INVALID_EXPRESSION');
      return undefined;
    }
  }

  /** `alone`: it is the whole value of a property; only there may it not name its own screen. */
  private reference(text: string, place: DynamicPlace, alone = false): FlowValueType {
    const reference = parseReference(text);
    if (!reference) {
      const forms = '${data.x}, ${form.x}, ${screen.S.data.x} and ${screen.S.form.x}';
      const unchecked = place.unchecked === true || place.payload === true;
      this.say({ ...place, unchecked }, `"\${${text}}" is no reference; there are ${forms}.`);
      return 'any';
    }
    const owner = this.owner(reference, place, alone);
    if (!owner) return 'any';
    return reference.source === 'data'
      ? this.data(reference, owner, place)
      : this.form(reference, owner, place);
  }

  private owner(
    { screen, text }: FlowReferencePath,
    place: DynamicPlace,
    alone: boolean,
  ): IndexedScreen | undefined {
    if (screen === undefined) return place.screen;
    if (!this.report.from('4.0')) this.say(place, `"\${${text}}": other screens can be read from 4.0 on.`);
    if (screen === place.screen.id) {
      const local = text.split('.').slice(2).join('.');
      const unchecked = place.unchecked === true || !alone;
      this.say({ ...place, unchecked }, `"\${${text}}" names its own screen; write "\${${local}}".`);
    }
    const owner = this.flow.byId.get(screen);
    if (!owner) this.say(place, `"\${${text}}": there is no screen "${screen}".`);
    return owner;
  }

  private data(reference: FlowReferencePath, owner: IndexedScreen, place: DynamicPlace): FlowValueType {
    let fields: unknown = owner.data;
    let schema: JsonObject | undefined;
    for (const key of reference.keys) {
      // Below an object that declares no fields, anything may be meant.
      if (schema && schema['type'] === 'object' && fields === undefined) return 'any';
      const next = isObject(fields) && Object.hasOwn(fields, key) ? fields[key] : undefined;
      if (!isObject(next)) {
        const message = `"\${${reference.text}}": "${key}" is not declared in the data of screen "${String(owner.id)}".`;
        this.say(place, message);
        return 'any';
      }
      schema = next;
      fields = schema['properties'];
    }
    return schemaType(schema);
  }

  private say({ code, path, unchecked }: DynamicPlace, message: string, as = code): void {
    if (unchecked) this.report.warn(as, path, message);
    else this.report.error(as, path, message);
  }

  private form(reference: FlowReferencePath, owner: IndexedScreen, place: DynamicPlace): FlowValueType {
    const [name = '', ...rest] = reference.keys;
    const input = owner.inputs.get(name);
    if (!input) {
      const message = `"\${${reference.text}}": screen "${String(owner.id)}" has no input "${name}".`;
      this.say(place, message);
      return 'any';
    }
    return rest.length > 0 ? 'any' : inputType(input);
  }
}
