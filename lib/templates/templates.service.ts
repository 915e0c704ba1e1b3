import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../config/clock';
import type { WhatsAppModuleOptions } from '../config/whatsapp-options.interface';
import { WHATSAPP_OPTIONS } from '../config/whatsapp.constants';
import type { Page } from '../graph/graph-page';
import type { CallOptions } from '../graph/graph-request.interface';
import { pathOf } from '../graph/graph-url';
import { incomplete } from '../graph/node-request';
import type { PageOptions } from '../graph/page-query';
import type {
  MessageSampleAnswer,
  TemplateComparisonAnswer,
  TemplateCreated,
  TemplateGroup,
  TemplatePreview,
  TemplateUnpaused,
  TemplateUpdated,
  TemplateUpserted,
  TemplatesArchived,
  TemplatesMigrated,
} from '../wire/template/answer';
import type { LibraryTemplate, LibraryTemplateCreation } from '../wire/template/library-template';
import type {
  MessageTemplate,
  TemplateChanges,
  TemplateCreation,
  TemplateUpsert,
} from '../wire/template/message-template';
import { CreateTemplateDto } from './dto/create-template.dto';
import { CreateLibraryTemplateDto } from './dto/library-template.dto';
import { UpdateTemplateDto } from './dto/update-template.dto';
import { UpsertTemplateDto } from './dto/upsert-template.dto';
import { inferredFormat } from './parameter-format';
import {
  comparisonIssues,
  groupIssues,
  migrationIssues,
  previewIssues,
  sampleIssues,
} from './template-input-checks';
import { TemplateCalls } from './template-calls';
import { toArchived, toComparison, toCreated, toMigrated } from './template-answers';
import { TemplateDefinitionCache } from './template-definition.cache';
import type {
  BrowseLibraryInput,
  CompareTemplatesInput,
  CreateTemplateGroupInput,
  DeleteTemplateInput,
  ListTemplatesInput,
  MessageSample,
  MigrateTemplatesInput,
  PreviewTemplatesInput,
  TemplateField,
} from './template-inputs.interface';
import { CREATION_LIMITS } from './template-limits';
import type {
  ClassifiedSample,
  CreatedTemplate,
  TemplateBatchResult,
  TemplateComparison,
  UnpausedTemplate,
  UpdatedTemplate,
  UpsertedTemplate,
} from './template-results.interface';
import {
  archiving,
  comparison,
  deletion,
  fieldsOf,
  groupCreation,
  libraryQuery,
  listQuery,
  migration,
  ofWaba,
  previewQuery,
} from './template.requests';

/**
 * The message templates of a WhatsApp Business Account. Templates are in Meta's names, as they are sent and as they come
 * back, so that nothing is lost between `get` and `update`. The token needs `whatsapp_business_management`.
 * @example
 * ```ts
 * await templates.create({
 *   name: 'order_shipped',
 *   language: 'en_US',
 *   category: 'UTILITY',
 *   components: withExamples([{ type: 'BODY', text: 'Hi {{name}}, order {{order}} is on its way.' }], {
 *     params: { name: 'Ada', order: 'A-17' },
 *   }),
 * });
 * ```
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/overview
 * @publicApi
 */
@Injectable()
export class TemplatesService {
  constructor(
    private readonly calls: TemplateCalls,
    private readonly definitions: TemplateDefinitionCache,
    @Inject(WHATSAPP_OPTIONS) private readonly options: Pick<WhatsAppModuleOptions, 'graphUrl'>,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /**
   * Creates a template and hands it to Meta's review. `parameter_format` is added when the variables have names.
   * @throws PayloadValidationError before anything leaves; TemplateError when Meta refuses
   */
  async create(template: TemplateCreation, options?: CallOptions): Promise<CreatedTemplate> {
    this.calls.assert('template', CreateTemplateDto, template, options);
    return this.createAs(withFormat(template), options);
  }

  /** Creates a template from one of Meta's library; it is approved at once in most cases. */
  async createFromLibrary(
    template: LibraryTemplateCreation,
    options?: CallOptions,
  ): Promise<CreatedTemplate> {
    this.calls.assert('library template', CreateLibraryTemplateDto, template, options);
    return this.createAs(template, options);
  }

  /**
   * Creates an authentication template in many languages, and updates those that are there.
   * @returns one entry for each language
   */
  async upsert(template: TemplateUpsert, options?: CallOptions): Promise<UpsertedTemplate[]> {
    this.calls.assert('template', UpsertTemplateDto, template, options);
    const path = ofWaba('upsert_message_templates');
    const { data } = await this.calls.send<TemplateUpserted>(
      { method: 'POST', path, body: template },
      options,
    );
    this.definitions.invalidate({ name: template.name });
    return data;
  }

  /** A template by its id. */
  async get(
    id: string,
    { fields, ...options }: CallOptions & { readonly fields?: readonly TemplateField[] } = {},
  ): Promise<MessageTemplate> {
    return this.calls.send({ method: 'GET', path: pathOf(id), query: { fields: fieldsOf(fields) } }, options);
  }

  /** A template by its name and language; nothing when there is none. */
  async find(name: string, language: string, options?: CallOptions): Promise<MessageTemplate | undefined> {
    for await (const template of await this.list({ name, language, limit: 100 }, options)) {
      if (template.name === name && template.language === language) return template;
    }
    return undefined;
  }

  /**
   * The templates of the account, page by page.
   * @example for await (const template of await templates.list({ status: 'REJECTED' })) { ... }
   */
  list(input: ListTemplatesInput = {}, options?: CallOptions): Promise<Page<MessageTemplate>> {
    return this.calls.list(ofWaba('message_templates'), listQuery(input), input, options);
  }

  /**
   * Edits a template that is approved, rejected or paused. Approved ones can be edited once in 24 hours and 10 times in 30
   * days.
   * @param changes `components` replaces all components
   */
  async update(id: string, changes: TemplateChanges, options?: CallOptions): Promise<UpdatedTemplate> {
    this.calls.assert('template changes', UpdateTemplateDto, changes, options);
    const request = { method: 'POST', path: pathOf(id), body: withFormat(changes) } as const;
    const raw = await this.calls.send<TemplateUpdated>(request, options);
    this.definitions.invalidate({ id });
    return { success: raw.success, raw };
  }

  /**
   * Deletes a template: by `name` in all its languages, by `id` in one. The name of an approved template is blocked for 30
   * days.
   */
  async delete(input: DeleteTemplateInput, options?: CallOptions): Promise<void> {
    if ('ids' in input)
      this.calls.assertIds('template deletion', 'ids', input.ids, CREATION_LIMITS.ids, options);
    // Meta wants the name beside the id.
    const named =
      'ids' in input
        ? input
        : { ...input, name: input.name ?? (await this.get(input.id, { ...options, fields: ['name'] })).name };
    await this.calls.send(deletion(named), options);
    this.definitions.invalidate('ids' in named ? {} : { name: named.name });
  }

  /** Compares two templates of the account over the last days. */
  async compare(input: CompareTemplatesInput, options?: CallOptions): Promise<TemplateComparison> {
    this.calls.check('comparison', () => comparisonIssues(input), options);
    const request = comparison(input, this.clock.now());
    return toComparison(await this.calls.send<TemplateComparisonAnswer>(request, options));
  }

  /** Copies templates of another account into this one. They are not moved. */
  async migrate(
    input: MigrateTemplatesInput,
    options?: CallOptions,
  ): Promise<TemplateBatchResult<TemplatesMigrated>> {
    this.calls.check('migration', () => migrationIssues(input), options);
    return toMigrated(await this.calls.send<TemplatesMigrated>(migration(input), options));
  }

  /** Takes a template up again that pacing has paused, 5 minutes after the pause at the earliest. */
  async unpause(id: string, options?: CallOptions): Promise<UnpausedTemplate> {
    const raw = await this.calls.send<TemplateUnpaused>(
      { method: 'POST', path: pathOf(id, 'unpause') },
      options,
    );
    return { success: raw.success, ...(raw.reason !== undefined && { reason: raw.reason }), raw };
  }

  /** Archives up to 100 templates. They cannot be sent, and are deleted after 28 days. */
  archive(ids: readonly string[], options?: CallOptions): Promise<TemplateBatchResult<TemplatesArchived>> {
    return this.archiveAs('archive', ids, options);
  }

  /** Takes up to 100 templates out of the archive. */
  unarchive(ids: readonly string[], options?: CallOptions): Promise<TemplateBatchResult<TemplatesArchived>> {
    return this.archiveAs('unarchive', ids, options);
  }

  /** The templates of Meta's library, page by page. */
  library(input: BrowseLibraryInput = {}, options?: CallOptions): Promise<Page<LibraryTemplate>> {
    return this.calls.list('message_template_library', libraryQuery(input), input, options);
  }

  /** How an authentication template would look in each language. */
  async previews(input: PreviewTemplatesInput = {}, options?: CallOptions): Promise<Page<TemplatePreview>> {
    this.calls.check('preview', () => previewIssues(input), options);
    return this.calls.list(ofWaba('message_template_previews'), previewQuery(input), {}, options);
  }

  /** The groups of templates whose figures are counted together. */
  groups(page: PageOptions = {}, options?: CallOptions): Promise<Page<TemplateGroup>> {
    return this.calls.list(ofWaba('template_groups'), {}, page, options);
  }

  /** Makes a group of templates. */
  async createGroup(input: CreateTemplateGroupInput, options?: CallOptions): Promise<{ id: string }> {
    this.calls.check('template group', () => groupIssues(input), options);
    return this.calls.send(groupCreation(input), options);
  }

  /** A group of templates by its id. */
  async getGroup(id: string, options?: CallOptions): Promise<TemplateGroup> {
    return this.calls.send({ method: 'GET', path: pathOf(id) }, options);
  }

  /**
   * Which category Meta would put planned content into; nothing is delivered. Give 3 or 4 samples before the first
   * message without a template (Direct Send). Beta.
   */
  async classify(sample: MessageSample, options?: CallOptions): Promise<ClassifiedSample> {
    this.calls.check('message sample', () => sampleIssues(sample), options);
    const request = { method: 'POST', path: ofWaba('message_samples'), body: sample } as const;
    const raw = await this.calls.send<MessageSampleAnswer | undefined>(request, options);
    if (raw?.category) return { category: raw.category, raw };
    throw incomplete('the answer has no category', 'POST /{id}/message_samples', raw);
  }

  private async createAs(
    body: TemplateCreation | LibraryTemplateCreation,
    options?: CallOptions,
  ): Promise<CreatedTemplate> {
    const path = ofWaba('message_templates');
    const raw = await this.calls.send<TemplateCreated>({ method: 'POST', path, body }, options);
    this.definitions.invalidate({ name: body.name });
    return toCreated(raw);
  }

  private async archiveAs(
    action: 'archive' | 'unarchive',
    ids: readonly string[],
    options?: CallOptions,
  ): Promise<TemplateBatchResult<TemplatesArchived>> {
    this.calls.assertIds(action, 'ids', ids, CREATION_LIMITS.ids, options);
    const raw = await this.calls.send<TemplatesArchived>(
      archiving(action, ids, this.options.graphUrl),
      options,
    );
    return toArchived(raw);
  }
}

/** Says that the variables have names, which Meta does not see by itself. */
function withFormat<T extends TemplateCreation | TemplateChanges>(template: T): T {
  const { components = [], parameter_format: format } = template;
  return format == null && inferredFormat(components) === 'NAMED'
    ? { ...template, parameter_format: 'NAMED' }
    : template;
}
