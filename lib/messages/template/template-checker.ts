import type {
  TemplateDefinitionQuery,
  TemplateDefinitions,
} from '../../config/template-definitions.interface';
import type { PayloadIssue } from '../../errors/payload-validation.error';
import { PayloadValidationError } from '../../errors/payload-validation.error';
import type { CallOptions } from '../../graph/graph-request.interface';
import type { IssueContext } from '../../validation/compiled-dto';
import type { PayloadValidator } from '../../validation/payload-validator.service';
import type { MessageTemplate } from '../../wire/template/message-template';
import type { TemplateInput } from '../dto/template.dto';
import { holdCode } from './checked-components';
import type { Addressed } from './code-recipient';
import { CODES_NEED_PHONE, RECHECK_AGE_MS, lacksPhone, looksLikeCode } from './code-recipient';
import { mismatches } from './template-match.rule';
import { NO_PATHS, locateParts, wirePaths } from './template-paths';
import { shapeOf } from './template-shape';

const OTHER_CATEGORIES: ReadonlySet<string> = new Set(['UTILITY', 'AUTHENTICATION']);
const MARKETING_ONLY = 'the Marketing Messages API takes marketing templates only (134100), use sendTemplate';

/** A template message as it goes out. Without a recipient when it is only prepared. */
export interface TemplateDraft extends Addressed {
  readonly template: { readonly components?: readonly object[] };
}

/** What is to be checked. */
export interface TemplateCheck {
  /** Name for errors and warnings. */
  readonly subject: string;
  readonly input: TemplateInput;
  readonly message: TemplateDraft;
  /** Whether it goes through the Marketing Messages API. @default false */
  readonly marketing?: boolean;
}

/** Compares template messages with the templates they name, as far as these are known. */
export class TemplateChecker {
  /** The definition that components were last found to fit. */
  private readonly fitting = new WeakMap<object, MessageTemplate>();

  constructor(
    private readonly validator: PayloadValidator,
    private readonly definitions: TemplateDefinitions | undefined,
  ) {}

  /** @throws PayloadValidationError that says in what the message differs from its template */
  async assert(
    check: TemplateCheck,
    { phoneNumberId, wabaId, signal, validate }: CallOptions = {},
  ): Promise<void> {
    if (!this.validator.isOn(validate)) return;
    const { subject, input, message } = check;
    const { name, language } = input;
    const issues = codeIssues(check);
    if (issues.length > 0) throw new PayloadValidationError(subject, issues);
    const query: TemplateDefinitionQuery = { phoneNumberId, wabaId, name, language, signal };
    const remembered = this.definitions && (await this.definitions.find(query));
    if (!remembered) return this.doubt(subject, message);
    if (this.fits(check, remembered)) return;
    const latest = await this.definitions?.find({ ...query, maxAgeMs: RECHECK_AGE_MS });
    if (!latest || (latest !== remembered && this.fits(check, latest))) return;
    throw new PayloadValidationError(subject, [...generalIssues(check, latest), ...locate(input, latest)]);
  }

  /** Without a definition, a code shows by its form alone, which other templates can have too. */
  private doubt(subject: string, message: TemplateDraft): void {
    if (!lacksPhone(message) || !looksLikeCode(message.template.components)) return;
    const warn = (context: IssueContext): [] => {
      context.at = 'to';
      context.warn('is a user id or group, while the values look like a code, which only phone numbers get');
      return [];
    };
    this.validator.assertWith(subject, warn, true);
  }

  private fits(check: TemplateCheck, definition: MessageTemplate): boolean {
    if (generalIssues(check, definition).length > 0) return false;
    const { input, message } = check;
    const { components } = input;
    if (components && this.fitting.get(components) === definition) return true;
    if (mismatches(message.template.components ?? [], shapeOf(definition), NO_PATHS).length > 0) return false;
    if (components) this.fitting.set(components, definition);
    return true;
  }
}

/** What differs, in the caller's names. */
function locate(input: TemplateInput, definition: MessageTemplate): readonly PayloadIssue[] {
  const shape = shapeOf(definition);
  if (!input.components) {
    const { components, paths } = locateParts(input);
    return mismatches(components, shape, paths);
  }
  return mismatches(input.components, shape, wirePaths(input.components));
}

/** The Marketing Messages API sends no codes. */
function codeIssues({ input: { otp, components }, marketing }: TemplateCheck): PayloadIssue[] {
  if (!marketing || (otp == null && !holdCode(components))) return [];
  return [{ path: otp == null ? 'components' : 'otp', message: `holds a code: ${MARKETING_ONLY}` }];
}

/** What keeps a template from its recipient, or from the edge that it is sent through. */
function generalIssues({ message, marketing }: TemplateCheck, definition: MessageTemplate): PayloadIssue[] {
  const issues: PayloadIssue[] = [];
  const { authentication, category } = shapeOf(definition);
  if (authentication && lacksPhone(message)) issues.push({ path: 'to', message: CODES_NEED_PHONE });
  if (marketing && OTHER_CATEGORIES.has(category))
    issues.push({ path: 'name', message: `names a template of the category ${category}: ${MARKETING_ONLY}` });
  return issues;
}
