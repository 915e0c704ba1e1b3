import { parseReference, readDynamicText } from '../expression/reference';
import { compatible } from '../expression/value-type';
import { isObject, memberPath } from '../model/json';
import type { Shape } from '../model/rule';
import type { IndexedScreen, PlacedComponent } from './flow-index';
import type { FlowReport } from './flow-report';
import type { DynamicPlace, ReferenceResolver } from './reference-resolver';
import { takesText, valueTypes } from './shape-types';
import { isUnchecked } from './unchecked-places';

/** The component whose properties are checked. */
export interface ValueOwner {
  readonly screen: IndexedScreen;
  readonly component: PlacedComponent;
}

/** Deeper nesting than any value has; stops on input that was made to exhaust the stack. */
const MAX_DEPTH = 40;

/** Shapes that are not computed, or are read in their own way. */
const FIXED: ReadonlySet<Shape['kind']> = new Set(['any', 'condition', 'action', 'components', 'cases']);

/** Checks the values of properties that are computed: references, expressions, and text mixed with them. */
export class ComputedValues {
  constructor(
    private readonly report: FlowReport,
    private readonly references: ReferenceResolver,
  ) {}

  /** Handles a text with references or an expression; `false` when it is a plain one. */
  handles(text: string, shape: Shape, path: string, owner: ValueOwner): boolean {
    if (FIXED.has(shape.kind)) return false;
    const dynamic = readDynamicText(text);
    if (dynamic.kind === 'static' || (shape.kind === 'pattern' && dynamic.kind === 'mixed')) return false;
    if (shape.kind === 'name') {
      this.report.error('PATTERN_MISMATCH', path, 'A name is fixed: no reference and no expression.');
      return true;
    }
    const place = this.place(path, owner);
    if (dynamic.kind === 'mixed') {
      const refused = !place.unchecked && (dynamic.leading || owner.component.type === 'RichText');
      this.mixed(refused || !takesText(shape), path);
      this.references.text(text, { ...place, unchecked: true });
      return true;
    }
    const actual = this.references.text(text, place);
    const expected = valueTypes(shape);
    if (expected.some((type) => compatible(actual, type))) return true;
    const message = `The value is of type ${actual}; this property takes ${expected.join(' or ')}.`;
    // Only the types of `data` are declared; those of inputs are known well enough for a warning.
    const declared = dynamic.kind === 'reference' && parseReference(dynamic.text)?.source === 'data';
    if (declared && !place.unchecked) this.report.error('INVALID_SCREEN_DYNAMIC_DATA', path, message);
    else this.report.warn('INVALID_SCREEN_DYNAMIC_DATA', path, message);
    return true;
  }

  /** Text around references. Meta takes it where text comes first, except in RichText; phones may show it as it is. */
  private mixed(refused: boolean, path: string): void {
    const message =
      "Text and references should not be mixed. From 6.0 on, write an expression in backticks: `'Hello ' ${form.name}`.";
    if (refused) this.report.error('INVALID_TEXT_DYNAMIC_DATA', path, message);
    else this.report.warn('INVALID_TEXT_DYNAMIC_DATA', path, message);
  }

  private place(path: string, { screen, component }: ValueOwner): DynamicPlace {
    const inside = path.slice(component.path.length + 1);
    const unchecked = isUnchecked(inside, component.type === 'Form', this.report);
    return { screen, path, code: 'INVALID_SCREEN_DYNAMIC_DATA', unchecked };
  }

  /** Checks the references anywhere in a value of which nothing is known. */
  inside(value: unknown, path: string, owner: ValueOwner, depth = 0): void {
    if (depth > MAX_DEPTH) return;
    if (typeof value === 'string') {
      this.references.text(value, this.place(path, owner));
    } else if (Array.isArray(value)) {
      value.forEach((item, i) => this.inside(item, `${path}[${i}]`, owner, depth + 1));
    } else if (isObject(value)) {
      for (const [key, member] of Object.entries(value))
        this.inside(member, memberPath(path, key), owner, depth + 1);
    }
  }
}
