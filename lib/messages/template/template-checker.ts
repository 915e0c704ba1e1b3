import type {
  TemplateDefinitionQuery,
  TemplateDefinitions,
} from '../../config/template-definitions.interface';
import type { PayloadIssue } from '../../errors/payload-validation.error';
import { PayloadValidationError } from '../../errors/payload-validation.error';
import type { CallOptions } from '../../graph/graph-request.interface';
import type { PayloadValidator } from '../../validation/payload-validator.service';
import type { OutboundEnvelope } from '../../wire/outbound/envelope';
import type { MessageTemplate } from '../../wire/template/message-template';
import type { TemplateInput } from '../dto/template.dto';
import { mismatches } from './template-match.rule';
import { CODES_NEED_PHONE } from './template-parts.rule';
import { NO_PATHS, locateParts, wirePaths } from './template-paths';
import { shapeOf } from './template-shape';

/** Nothing is refused on account of a definition that is older, milliseconds. */
const RECHECK_AGE_MS = 60_000;

/** A template message as it goes out. Without a recipient when it is only prepared. */
export interface TemplateDraft extends Pick<OutboundEnvelope, 'to' | 'recipient' | 'recipient_type'> {
  readonly template: { readonly components?: readonly object[] };
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
    subject: string,
    input: TemplateInput,
    message: TemplateDraft,
    { phoneNumberId, wabaId, signal, validate }: CallOptions = {},
  ): Promise<void> {
    if (!this.definitions || !this.validator.isOn(validate)) return;
    const { name, language } = input;
    const query: TemplateDefinitionQuery = { phoneNumberId, wabaId, name, language, signal };
    const remembered = await this.definitions.find(query);
    if (!remembered || this.fits(input, message, remembered)) return;
    const latest = await this.definitions.find({ ...query, maxAgeMs: RECHECK_AGE_MS });
    if (!latest || (latest !== remembered && this.fits(input, message, latest))) return;
    throw new PayloadValidationError(subject, [
      ...recipientIssues(message, latest),
      ...locate(input, latest),
    ]);
  }

  private fits(input: TemplateInput, message: TemplateDraft, definition: MessageTemplate): boolean {
    if (recipientIssues(message, definition).length > 0) return false;
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

function recipientIssues(message: TemplateDraft, definition: MessageTemplate): readonly PayloadIssue[] {
  const { to, recipient, recipient_type: type } = message;
  const elsewhere = (to === undefined && recipient !== undefined) || type === 'group';
  return elsewhere && shapeOf(definition).authentication ? [{ path: 'to', message: CODES_NEED_PHONE }] : [];
}
