import { readDynamicText } from '../expression/reference';
import type { FlowValueType } from '../expression/value-type';
import { isObject, jsonType, memberPath } from '../model/json';
import type { JsonObject } from '../model/json';
import { FLOW_LIMITS } from '../model/limits';
import type { IndexedScreen, PlacedComponent } from './flow-index';
import type { FlowReport } from './flow-report';
import type { ReferenceResolver } from './reference-resolver';

/** An action and where it stands. */
export interface PlacedAction {
  readonly action: JsonObject;
  readonly path: string;
  readonly screen: IndexedScreen;
  readonly component: PlacedComponent;
  /** It belongs to an item of a NavigationList, which Meta leaves to the device. */
  readonly listed: boolean;
}

/** Deeper nesting than any payload has; stops on input that was made to exhaust the stack. */
const MAX_DEPTH = 40;
const PHOTO_DEFAULTS = { count: 30, kilobytes: 25_600 };

/** Checks the payloads of actions. */
export class PayloadChecker {
  constructor(
    private readonly report: FlowReport,
    private readonly references: ReferenceResolver,
  ) {}

  /** Checks references, pickers, and the fields of `update_data`. */
  check(placed: PlacedAction): void {
    const { action, path, screen } = placed;
    const { payload } = action;
    const at = `${path}.payload`;
    if (payload === undefined) {
      if (action['name'] === 'complete' || action['name'] === 'data_exchange') {
        this.report.warn('MISSING_REQUIRED_PROPERTY', at, 'The action should have a payload; {} will do.');
      }
      return;
    }
    if (!isObject(payload)) return;
    for (const text of textsIn(payload, at)) this.text(text, placed);
    this.pickers(placed, payload, at);
    if (action['name'] === 'update_data') this.updates(payload, at, screen);
  }

  /** Type of a value of a payload. What is wrong with it was said by `check`. */
  typeOf(value: unknown, screen: IndexedScreen): FlowValueType {
    if (typeof value === 'string') return this.references.typeOf(value, screen);
    const type = jsonType(value);
    return type === 'null' || type === 'undefined' ? 'any' : (type as FlowValueType);
  }

  /** Meta looks at the top of a payload only, and at expressions in what leaves the phone since 7.2. */
  private text({ value, at, depth }: PayloadText, { action, screen, listed }: PlacedAction): void {
    const { kind } = readDynamicText(value);
    if (kind === 'mixed') {
      const message =
        'Text and references are mixed: this is sent as it stands. Use an expression in backticks.';
      return this.report.warn('INVALID_TEXT_DYNAMIC_DATA', at, message);
    }
    const leaves = action['name'] === 'complete' || action['name'] === 'data_exchange';
    const later = kind === 'nested' && leaves && !this.report.from('7.2');
    const unchecked = listed || depth > 1 || later;
    const code = 'INVALID_ON_CLICK_ACTION_PAYLOAD';
    this.references.text(value, { screen, path: at, code, unchecked, payload: true });
  }

  /** Files cannot go everywhere. */
  private pickers({ action, screen }: PlacedAction, payload: JsonObject, path: string): void {
    const carried: PlacedComponent[] = [];
    for (const { value, at, depth } of textsIn(payload, path)) {
      const picker = this.picker(value, screen);
      if (!picker) continue;
      if (action['name'] === 'navigate') {
        const message = 'The value of a picker cannot be passed on; read it there with ${screen.S.form.x}.';
        this.report.error('INVALID_ON_CLICK_ACTION_PAYLOAD', at, message);
      } else if (depth > 1) {
        const message = 'The value of a picker must stand at the top of the payload.';
        this.report.error('INVALID_ON_CLICK_ACTION_PAYLOAD', at, message);
      } else {
        carried.push(picker);
      }
    }
    if (action['name'] === 'complete' && carried.length > 0) this.files(carried, path);
  }

  private picker(text: string, screen: IndexedScreen): PlacedComponent | undefined {
    const dynamic = readDynamicText(text);
    const input = dynamic.kind === 'reference' ? this.references.inputOf(dynamic.text, screen) : undefined;
    return input?.spec?.value === 'media' ? input : undefined;
  }

  private files(pickers: readonly PlacedComponent[], path: string): void {
    let files = 0;
    let kilobytes = 0;
    for (const { json } of pickers) {
      const count = json['max-uploaded-photos'] ?? json['max-uploaded-documents'] ?? PHOTO_DEFAULTS.count;
      const size = json['max-file-size-kb'] ?? PHOTO_DEFAULTS.kilobytes;
      if (typeof count !== 'number' || typeof size !== 'number') return;
      files += count;
      kilobytes += count * size;
    }
    const { completeFiles, completeMegabytes } = FLOW_LIMITS;
    if (files > completeFiles) {
      const message = `complete can carry ${completeFiles} files; the pickers allow ${files}. Lower their maximum.`;
      this.report.error('INVALID_ON_CLICK_ACTION_PAYLOAD', path, message);
    } else if (kilobytes > completeMegabytes * 1024) {
      const message = `complete can carry ${completeMegabytes} MiB; the pickers allow more. Lower max-file-size-kb.`;
      this.report.warn('INVALID_ON_CLICK_ACTION_PAYLOAD', path, message);
    }
  }

  private updates(payload: JsonObject, path: string, screen: IndexedScreen): void {
    for (const key of Object.keys(payload)) {
      if (Object.hasOwn(screen.data, key)) continue;
      const message = 'The data of this screen has no such field.';
      this.report.error('INVALID_ACTION_PAYLOAD_PROPERTY', memberPath(path, key), message);
    }
  }
}

/** A text in a payload. `depth`: 1 at its top. */
interface PayloadText {
  readonly value: string;
  readonly at: string;
  readonly depth: number;
}

function* textsIn(value: unknown, at: string, depth = 0): Generator<PayloadText> {
  if (depth > MAX_DEPTH) return;
  if (typeof value === 'string') yield { value, at, depth };
  else if (Array.isArray(value)) {
    for (const [i, item] of value.entries()) yield* textsIn(item, `${at}[${i}]`, depth + 1);
  } else if (isObject(value)) {
    for (const [key, member] of Object.entries(value)) yield* textsIn(member, memberPath(at, key), depth + 1);
  }
}
