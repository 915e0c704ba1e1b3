import { Inject, Injectable, Optional } from '@nestjs/common';
import { AccountDirectory } from '../config/account-directory';
import { Clock } from '../config/clock';
import type { FallbackTemplate } from '../config/send-settings.interface';
import type { WindowRef } from '../config/send-window.interface';
import { SendWindow } from '../config/send-window.interface';
import { TemplateDefinitions } from '../config/template-definitions.interface';
import { WhatsAppConfigurationError } from '../errors/configuration.error';
import { GraphApiError } from '../errors/graph-api.error';
import { OutsideWindowError } from '../errors/outside-window.error';
import { PayloadValidationError } from '../errors/payload-validation.error';
import type { CallOptions } from '../graph/graph-request.interface';
import { PayloadValidator } from '../validation/payload-validator.service';
import type { OutboundEnvelope } from '../wire/outbound/envelope';
import type { SendResult } from './send-result.interface';
import { codeRecipientIssues, lacksPhone } from './template/code-recipient';
import { TemplateFallback, templateInPlaceOf } from './template-fallback';
import { TemplateFallbacks } from './template-fallbacks.service';

/** Codes for a window that is closed; 130470 is the older one. */
const WINDOW_CLOSED: ReadonlySet<number | undefined> = new Set([131047, 130470]);

/** Sends a message as it is. */
export type Deliver = (message: OutboundEnvelope, options: CallOptions) => Promise<SendResult>;

/** Sends one message after the other that belong together: one template stands in for all of them. */
export type SendSeries = (message: OutboundEnvelope) => Promise<SendResult>;

/** Whether an error or a failed status says that the window is closed. */
export function isWindowClosed(error: unknown): boolean {
  return error instanceof GraphApiError && WINDOW_CLOSED.has(error.code);
}

/** Does what `outsideWindow` asks for. */
@Injectable()
export class OutsideWindowPolicy {
  constructor(
    private readonly fallbacks: TemplateFallbacks,
    private readonly directory: AccountDirectory,
    private readonly validator: PayloadValidator,
    @Inject(Clock) private readonly clock: Clock,
    @Optional() @Inject(SendWindow) private readonly window?: SendWindow,
    @Optional() @Inject(TemplateDefinitions) private readonly definitions?: TemplateDefinitions,
  ) {}

  /** Whether there is anything to do for the sends of a call. */
  concerns(options: CallOptions): boolean {
    return this.choiceOf(options) !== 'try';
  }

  /** Sends of one call. */
  series(options: CallOptions, deliver: Deliver): SendSeries {
    const choice = this.choiceOf(options);
    let fallback: TemplateFallback | undefined;
    return async (message) => {
      if (choice === 'try' || 'template' in message) return deliver(message, options);
      if (choice === 'throw') return this.sendOrThrow(message, options, deliver);
      if (!fallback) {
        await this.assertReaches(message, choice, options);
        fallback = this.fallbackOf(message, choice, options, deliver);
      }
      return this.sendOrFallBack(message, options, deliver, fallback);
    };
  }

  private choiceOf({ outsideWindow }: CallOptions): 'try' | 'throw' | FallbackTemplate {
    return outsideWindow ?? this.window?.outsideWindow ?? 'try';
  }

  private async sendOrThrow(
    message: OutboundEnvelope,
    options: CallOptions,
    deliver: Deliver,
  ): Promise<SendResult> {
    if (!this.window?.tracking) {
      throw new WhatsAppConfigurationError(
        "outsideWindow: 'throw' needs to know when users wrote: set `window: {}` in the module options.",
      );
    }
    const ref = await this.refOf(message, options);
    if (ref && (await this.window.stateOf(ref)) === 'closed') throw new OutsideWindowError();
    return deliver(message, options);
  }

  private async sendOrFallBack(
    message: OutboundEnvelope,
    options: CallOptions,
    deliver: Deliver,
    fallback: TemplateFallback,
  ): Promise<SendResult> {
    if (fallback.used) return fallback.use();
    const ref = await this.refOf(message, options);
    if (ref && (await this.window?.stateOf(ref)) === 'closed') return fallback.use();
    const sentAt = this.clock.now();
    const done = this.fallbacks.begin();
    try {
      const result = await deliver(message, options);
      this.fallbacks.accepted(result.messageId, fallback);
      return result;
    } catch (error) {
      if (!isWindowClosed(error)) throw error;
      if (ref) await this.window?.closed(ref, sentAt);
      return await fallback.use();
    } finally {
      done();
    }
  }

  /** A template with a code reaches phone numbers only; nothing leaves when it could not stand in. */
  private async assertReaches(
    message: OutboundEnvelope,
    template: FallbackTemplate,
    options: CallOptions,
  ): Promise<void> {
    if (!lacksPhone(message) || !this.validator.isOn(options.validate)) return;
    // The very components, since those that were made of a code are known.
    const { name, language, components } = template;
    const content = { name, language: { code: language }, components };
    const standIn = { ...templateInPlaceOf(message, template), template: content };
    const issues = await codeRecipientIssues(standIn, this.definitions, options);
    if (issues.length > 0) throw new PayloadValidationError('template of outsideWindow', issues);
  }

  /** The caller's signal does not end a template that is sent later. */
  private fallbackOf(
    message: OutboundEnvelope,
    template: FallbackTemplate,
    options: CallOptions,
    deliver: Deliver,
  ): TemplateFallback {
    const { phoneNumberId, wabaId, timeoutMs, priority } = options;
    return new TemplateFallback(() =>
      deliver(templateInPlaceOf(message, template), { phoneNumberId, wabaId, timeoutMs, priority }),
    );
  }

  /** Nothing for groups, which have no window of one user. */
  private async refOf(message: OutboundEnvelope, options: CallOptions): Promise<WindowRef | undefined> {
    const user = message.to ?? message.recipient;
    if (!this.window?.tracking || typeof user !== 'string') return undefined;
    if (message.recipient_type === 'group') return undefined;
    const { phoneNumberId } = await this.directory.account(options);
    return phoneNumberId === undefined ? undefined : { phoneNumberId, user };
  }
}
