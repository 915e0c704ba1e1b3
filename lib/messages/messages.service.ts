import { Inject, Injectable, Logger, Optional } from '@nestjs/common';
import type { Observable } from 'rxjs';
import { Clock } from '../config/clock';
import { MediaUploader } from '../config/media-uploader.interface';
import { TemplateDefinitions } from '../config/template-definitions.interface';
import type { CallOptions } from '../graph/graph-request.interface';
import type { SettledSend } from '../graph/send-outcomes.service';
import { PayloadValidationError } from '../errors/payload-validation.error';
import { PayloadValidator } from '../validation/payload-validator.service';
import type { OutboundEnvelope } from '../wire/outbound/envelope';
import type { OutboundMessage, OutboundOtherContent } from '../wire/outbound/message';
import { buildReadReceipt, buildTyping } from './builders/receipt.builder';
import type { InChat } from './chat-messages';
import { ChatMessages } from './chat-messages';
import type { SendMarketingMessageInput, SendTemplateInput, TemplateInput } from './dto/template.dto';
import { TemplateDto } from './dto/template.dto';
import type { SendTextInput } from './dto/text.dto';
import { envelopeIssues } from './envelope.rule';
import type { MessageKind } from './message-kinds';
import { KINDS } from './message-kinds';
import { MessageMethods } from './message-methods';
import { MessagesSender } from './messages.sender';
import { filePaths, uploadPartFiles } from './part-files';
import type { ReplyTarget } from './reply-target';
import { replyOptions, targetMessageId } from './reply-target';
import type { SendResult, SendTextResult } from './send-result.interface';
import { codeRecipientIssues, lacksPhone } from './template/code-recipient';
import type { TemplateDraft } from './template/template-checker';
import { TemplateChecker } from './template/template-checker';
import type { TemplateMessage } from './template/template-message';
import { templateMessage } from './template/template-message';
import { sendTextParts } from './text-overflow';
import { typingWhile } from './typing-session';

/** Input of `reply`. @publicApi */
export type ReplyInput = InChat<SendTextInput>;

/** `messaging_product` is filled in. Distributes, so that a union stays one. */
type NoProduct<Message> = Message extends unknown
  ? Omit<Message, 'messaging_product'> & { messaging_product?: 'whatsapp' }
  : never;

/**
 * Sends messages. Every method checks its input first, unless `validate` is off, and resolves when Meta has accepted the
 * message; whether it was delivered comes by status webhooks.
 * @example await messages.sendText({ to: '+16505551234', body: 'Hello' });
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/send-messages
 * @publicApi
 */
@Injectable()
export class MessagesService extends MessageMethods {
  private readonly logger = new Logger('WhatsApp');
  private readonly templates: TemplateChecker;

  constructor(
    sender: MessagesSender,
    validator: PayloadValidator,
    @Inject(Clock) private readonly clock: Clock,
    @Optional() @Inject(TemplateDefinitions) private readonly definitions?: TemplateDefinitions,
    @Optional() @Inject(MediaUploader) uploader?: MediaUploader,
  ) {
    super(sender, validator, uploader);
    this.templates = new TemplateChecker(validator, definitions);
  }

  /**
   * What became of sends whose answer was lost (`SendOutcomeUnknownError`), for messages with a correlation: the same as
   * `error.outcome`, for all of them in one place. Hot and never completes.
   * @example messages.outcomes.subscribe(({ correlation, outcome }) => ledger.settle(correlation, outcome));
   */
  get outcomes(): Observable<SettledSend> {
    return this.sender.settled;
  }

  /**
   * Sends a text. With `overflow` it may be longer than one message holds; the parts then go out one after the other.
   * @throws PartialSendError when a later part could not be sent
   */
  async sendText(input: SendTextInput, options?: CallOptions): Promise<SendTextResult> {
    const { subject, dto, build } = KINDS.text;
    this.validator.assert(subject, dto, input, options?.validate);
    if (input.overflow == null) return this.sender.send(build(input), options);
    const send = this.sender.series(options);
    return sendTextParts(input, (part) => send(build(part)));
  }

  /**
   * Sends any message in Meta's names, also of a kind that this release does not know. Only the envelope is checked, and
   * that no code goes to a user id.
   * @example await messages.send({ to: '16505551234', type: 'text', text: { body: 'Hello' } });
   */
  async send(message: NoProduct<OutboundMessage>, options?: CallOptions): Promise<SendResult>;
  async send<T extends string>(
    message: NoProduct<OutboundEnvelope> & OutboundOtherContent<T>,
    options?: CallOptions,
  ): Promise<SendResult>;
  async send(message: object, options?: CallOptions): Promise<SendResult> {
    this.validator.assertWith('message', (context) => envelopeIssues(message, context), options?.validate);
    const envelope: OutboundEnvelope = { ...message, messaging_product: 'whatsapp' };
    if (lacksPhone(envelope)) await this.assertNoCode(envelope, options);
    return this.sender.send(envelope, options);
  }

  /**
   * Checks a template and its values, also against the template as Meta has it, and builds them without sending. Raw
   * files are uploaded; their ids are good for 30 days.
   * @returns a value to be spread into `sendTemplate` any number of times
   * @example
   * const reminder = await messages.prepareTemplate({ name: 'reminder', language: 'en_US', params: { day: 'Monday' } });
   * for (const to of numbers) await messages.sendTemplate({ to, ...reminder });
   */
  async prepareTemplate(input: TemplateInput, options?: CallOptions): Promise<TemplateMessage> {
    this.validator.assert('template', TemplateDto, input, options?.validate);
    const message = templateMessage(input);
    await this.templates.assert({ subject: 'template', input, message: { template: message } }, options);
    if (filePaths(input).length === 0) return message;
    return templateMessage((await uploadPartFiles(this.uploader, input, options)).input);
  }

  /**
   * Answers an event with a text: in the chat it came from, from the number it came to.
   * @example await messages.reply(event, { body: 'Thank you', quote: true });
   */
  async reply(event: ReplyTarget, input: ReplyInput, options?: CallOptions): Promise<SendTextResult> {
    return await this.to(event).text(input, options);
  }

  /**
   * All kinds of messages for the chat that an event came from, from the number it came to.
   * @example await messages.to(event).react('👍');
   */
  to(event: ReplyTarget): ChatMessages {
    return new ChatMessages(this, event);
  }

  /**
   * Marks a received message, and all before it, as read. Not for groups.
   * @param message id (`wamid.…`) of the message, at most 30 days old, or its event
   */
  async markAsRead(message: string | ReplyTarget, options?: CallOptions): Promise<void> {
    const [id, account] = receiptOf(message, options);
    await this.sender.sendReceipt(buildReadReceipt(id), account);
  }

  /**
   * Shows that an answer is being written, for 25 seconds or until it is sent, and marks the message as read. Not for
   * groups.
   * @param message id (`wamid.…`) of the received message, or its event
   */
  async showTyping(message: string | ReplyTarget, options?: CallOptions): Promise<void> {
    const [id, account] = receiptOf(message, options);
    await this.sender.sendReceipt(buildTyping(id), account);
  }

  /**
   * Runs `work` and shows meanwhile that an answer is being written. A typing indicator that fails changes nothing;
   * groups have none.
   * @returns what `work` returns
   */
  withTyping<T>(event: ReplyTarget, work: () => T | Promise<T>, options?: CallOptions): Promise<T> {
    const show = async (): Promise<void> => {
      try {
        if (event.chat?.type !== 'group') await this.showTyping(event, options);
      } catch (error) {
        this.logger.debug(
          `Typing indicator not shown: ${error instanceof Error ? error.name : 'unknown error'}`,
        );
      }
    };
    return typingWhile(this.clock, show, work);
  }

  protected async submitTemplate<Input extends SendTemplateInput | SendMarketingMessageInput>(
    kind: MessageKind<Input>,
    input: Input,
    options?: CallOptions,
  ): Promise<SendResult> {
    const { subject, dto, build, edge } = kind;
    this.validator.assert(subject, dto, input, options?.validate);
    const message = build(input);
    const draft = message as TemplateDraft & typeof message;
    const marketing = edge === 'marketing_messages';
    await this.templates.assert({ subject, input, message: draft, marketing }, options);
    if (filePaths(input).length > 0) return this.submitWithFiles(kind, input, options);
    return this.sender.send(message, options, edge);
  }

  private async assertNoCode(message: OutboundEnvelope, options: CallOptions = {}): Promise<void> {
    if (!this.validator.isOn(options.validate)) return;
    const issues = await codeRecipientIssues(message, this.definitions, options);
    if (issues.length > 0) throw new PayloadValidationError('message', issues);
  }
}

function receiptOf(
  message: string | ReplyTarget,
  options?: CallOptions,
): [id: string, options: CallOptions | undefined] {
  if (typeof message !== 'string') return [targetMessageId(message), replyOptions(message, options)];
  if (message.length > 0) return [message, options];
  throw new PayloadValidationError('read receipt', [{ path: 'message', message: 'must not be empty' }]);
}
