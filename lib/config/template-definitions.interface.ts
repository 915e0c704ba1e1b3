import type { MessageTemplate } from '../wire/template/message-template';
import type { AccountRef } from './account.interface';

/** Which template, and how recent the answer must be. */
export interface TemplateDefinitionQuery extends AccountRef {
  readonly name: string;
  readonly language: string;
  /** Oldest answer that will do, milliseconds. @default the `definitionTtlMs` of the module options */
  readonly maxAgeMs?: number | undefined;
  /** Ends the wait; the look-up goes on for others. */
  readonly signal?: AbortSignal | undefined;
}

/** Which definitions are out of date. What is left out stands for all. */
export interface TemplateDefinitionFilter {
  readonly wabaId?: string | undefined;
  /** Name of the template, in all its languages. */
  readonly name?: string | undefined;
  /** Id of the template in one language. */
  readonly id?: string | undefined;
}

/**
 * Knows what the account's templates look like, so that values can be checked before they are sent. Capabilities do not
 * import each other: who sends templates takes this by its token.
 */
export interface TemplateDefinitions {
  /**
   * The template as Meta has it; nothing when it is not there or cannot be looked up. Never throws: a check that cannot be
   * made must not keep a message back.
   */
  find(query: TemplateDefinitionQuery): MessageTemplate | undefined | Promise<MessageTemplate | undefined>;
  /** Forgets definitions; the next look-up asks Meta again. */
  invalidate(filter?: TemplateDefinitionFilter): void;
}

/** Injection token of the template definitions. @publicApi */
export const TemplateDefinitions = Symbol.for('nestjs-whatsapp-cloud:template-definitions');
