import { EmulatorError } from '../emulator.error';
import type { EmulatorState } from '../model/emulator-state';
import type { JsonObject } from '../model/json';
import { buttonsIn, partOf, placeholders } from '../model/template-parts';
import type { EmulatedTemplate } from '../model/template-store';
import type { Delivery } from '../webhooks/delivery';
import type { WebhookItem } from '../webhooks/webhook-items';
import type { WebhookSender } from '../webhooks/webhook-sender';

/** A template to be put into an account without a request. @publicApi */
export interface TemplateSeed {
  readonly name: string;
  /** @default 'en_US' */
  readonly language?: string;
  /** @default 'UTILITY' */
  readonly category?: string;
  /** In Meta's names. */
  readonly components: readonly JsonObject[];
  /** @default 'APPROVED' */
  readonly status?: string;
  /** @default as the variables are written */
  readonly parameterFormat?: 'NAMED' | 'POSITIONAL';
  /** @default the emulator's first account */
  readonly wabaId?: string;
}

/** What may be said of a change of status. */
export interface StatusChange {
  /** @default all languages of the template */
  readonly language?: string;
  /** Why, e.g. `INVALID_FORMAT`. @default 'NONE' */
  readonly reason?: string;
}

/**
 * What Meta does with templates: reviews, pauses, changes of quality and category. Each change is told to the application
 * by webhook, when one is connected.
 * @publicApi
 */
export class TemplateDesk {
  private lastTime = 0;

  constructor(
    private readonly state: EmulatorState,
    private readonly webhooks: WebhookSender,
    /** Whether templates are approved as soon as they are created or edited. @internal */
    readonly autoApprove: boolean,
  ) {}

  /** All templates, oldest first. */
  get all(): readonly EmulatedTemplate[] {
    return [...new Set([...this.state.numbers.values()].map(({ wabaId }) => wabaId))].flatMap((wabaId) =>
      this.state.templates.of(wabaId),
    );
  }

  /** A template by its name; the first of its languages when none is given. */
  get(name: string, language?: string): EmulatedTemplate | undefined {
    return this.all.find(
      (each) => each.name === name && (language === undefined || each.language === language),
    );
  }

  /** Puts a template into an account, without a request and without a webhook. */
  add(seed: TemplateSeed): EmulatedTemplate {
    const [first] = this.state.numbers.values();
    return this.make({ ...seed, wabaId: seed.wabaId ?? first?.wabaId ?? '', extra: {} });
  }

  /** @internal */
  make(seed: TemplateSeed & { readonly wabaId: string; readonly extra: JsonObject }): EmulatedTemplate {
    const {
      wabaId,
      name,
      language = 'en_US',
      category = 'UTILITY',
      components,
      status = 'APPROVED',
      extra,
    } = seed;
    return this.state.templates.put({
      id: this.state.ids.template(),
      wabaId,
      name,
      language,
      status,
      category,
      components,
      parameterFormat: seed.parameterFormat ?? formatOf(components),
      quality: 'UNKNOWN',
      rejectedReason: 'NONE',
      extra,
      edits: [],
    });
  }

  /** Ends the review well. */
  approve(name: string, language?: string): Promise<Delivery | undefined> {
    return this.setStatus(name, 'APPROVED', { ...(language !== undefined && { language }) });
  }

  /** Ends the review badly. */
  reject(name: string, reason = 'INVALID_FORMAT'): Promise<Delivery | undefined> {
    return this.setStatus(name, 'REJECTED', { reason });
  }

  /** Pauses a template for low quality. */
  pause(name: string): Promise<Delivery | undefined> {
    return this.setStatus(name, 'PAUSED');
  }

  /**
   * Gives a template any status.
   * @throws EmulatorError when there is no such template
   */
  setStatus(
    name: string,
    status: string,
    { language, reason = 'NONE' }: StatusChange = {},
  ): Promise<Delivery | undefined> {
    const changed = this.change(name, language, (template) => ({
      ...template,
      status,
      rejectedReason: reason,
    }));
    return this.report(changed.map((template) => statusItem(template, status, reason)));
  }

  /** Changes the quality, e.g. to `RED`. */
  setQuality(name: string, quality: string): Promise<Delivery | undefined> {
    const before = this.get(name)?.quality;
    const changed = this.change(name, undefined, (template) => ({ ...template, quality }));
    return this.report(
      changed.map((template) =>
        itemOf('message_template_quality_update', template, {
          previous_quality_score: before,
          new_quality_score: quality,
        }),
      ),
    );
  }

  /** Moves a template into another category. */
  setCategory(name: string, category: string): Promise<Delivery | undefined> {
    const before = this.get(name)?.category;
    const changed = this.change(name, undefined, (template) => ({ ...template, category }));
    return this.report(
      changed.map((template) =>
        itemOf('template_category_update', template, { previous_category: before, new_category: category }),
      ),
    );
  }

  /** Replaces the components, as an edit by hand would. */
  edit(name: string, components: readonly JsonObject[]): Promise<Delivery | undefined> {
    const parameterFormat = formatOf(components);
    const changed = this.change(name, undefined, (template) => ({
      ...template,
      components,
      parameterFormat,
    }));
    return this.reportComponents(changed);
  }

  /** Tells of a template that was edited. @internal */
  reportComponents(templates: readonly EmulatedTemplate[]): Promise<Delivery | undefined> {
    return this.report(templates.map(componentsItem));
  }

  private change(
    name: string,
    language: string | undefined,
    change: (template: EmulatedTemplate) => EmulatedTemplate,
  ): EmulatedTemplate[] {
    const found = this.all.filter(
      (each) => each.name === name && (language === undefined || each.language === language),
    );
    if (found.length === 0) throw new EmulatorError(`There is no template ${name} ${language ?? ''}`.trim());
    return found.map((template) => this.state.templates.put(change(template)));
  }

  private async report(items: readonly WebhookItem[]): Promise<Delivery | undefined> {
    if (!this.webhooks.connected) return undefined;
    // No two updates of one second: equal ones would be taken for one that came twice.
    this.lastTime = Math.max(this.lastTime + 1, Math.floor(this.state.clock.now() / 1000));
    return this.webhooks.send(items.map((item) => ({ ...item, entryTime: this.lastTime }))).answered;
  }
}

/** The form of the variables, as the texts show it. */
export function formatOf(components: readonly JsonObject[]): 'NAMED' | 'POSITIONAL' {
  const names = ['HEADER', 'BODY'].flatMap((type) => placeholders(partOf(components, type)?.['text']));
  return names.some((name) => !/^\d+$/.test(name)) ? 'NAMED' : 'POSITIONAL';
}

function itemOf(field: string, template: EmulatedTemplate, members: JsonObject): WebhookItem {
  const shared = {
    ...members,
    message_template_id: Number(template.id),
    message_template_name: template.name,
    message_template_language: template.language,
  };
  return { entryId: template.wabaId, field, shared, contacts: [] };
}

function statusItem(template: EmulatedTemplate, event: string, reason: string): WebhookItem {
  return itemOf('message_template_status_update', template, {
    event,
    reason,
    message_template_category: template.category,
  });
}

function componentsItem(template: EmulatedTemplate): WebhookItem {
  const buttons = buttonsIn(template.components).map((button) => ({
    message_template_button_type: button['type'],
    message_template_button_text: button['text'],
    ...(button['url'] !== undefined && { message_template_button_url: button['url'] }),
  }));
  const text = (type: string): unknown => partOf(template.components, type)?.['text'];
  return itemOf('message_template_components_update', template, {
    message_template_element: text('BODY') ?? '',
    ...(text('HEADER') !== undefined && { message_template_title: text('HEADER') }),
    ...(text('FOOTER') !== undefined && { message_template_footer: text('FOOTER') }),
    ...(buttons.length > 0 && { message_template_buttons: buttons }),
  });
}
