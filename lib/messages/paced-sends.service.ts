import { Inject, Injectable, Optional } from '@nestjs/common';
import { AccountDirectory } from '../config/account-directory';
import type { PacedSend } from '../config/send-pacer.interface';
import { SendPacer } from '../config/send-pacer.interface';
import type { SendPriority } from '../config/send-settings.interface';
import { TemplateDefinitions } from '../config/template-definitions.interface';
import { userKey } from '../config/user-key';
import { GraphClient } from '../graph/graph-client.service';
import type { CallOptions, GraphRequest } from '../graph/graph-request.interface';
import type { OutboundEnvelope } from '../wire/outbound/envelope';

/** Makes the request of a message and gives Meta's answer. */
export type Exchange = (request: GraphRequest) => Promise<unknown>;

/** A message that is to be paced. */
export interface PaceableSend {
  readonly message: OutboundEnvelope;
  readonly options: CallOptions;
  /** Whether it goes through the Marketing Messages API. */
  readonly marketing: boolean;
}

interface TemplateMember {
  readonly template?: { readonly name?: unknown; readonly language?: { readonly code?: unknown } };
}

const PRIORITIES: Readonly<Record<string, SendPriority>> = {
  authentication: 'authentication',
  utility: 'utility',
  marketing: 'marketing',
};

/** Takes messages past the pacer, when there is one, and tells it how they fared. */
@Injectable()
export class PacedSends {
  constructor(
    private readonly graph: GraphClient,
    private readonly directory: AccountDirectory,
    @Optional() @Inject(SendPacer) private readonly pacer?: SendPacer,
    @Optional() @Inject(TemplateDefinitions) private readonly definitions?: TemplateDefinitions,
  ) {}

  /** Whether there is a pacer. */
  get on(): boolean {
    return this.pacer !== undefined;
  }

  /** @throws SendRejectedError when the message may not leave in time */
  async pass<T>(send: PaceableSend, post: (exchange: Exchange) => Promise<T>): Promise<T> {
    const { pacer } = this;
    const paced = pacer && (await this.describe(send));
    if (!paced) return post((request) => this.graph.request(request));
    await pacer.acquire(paced);
    return post((request) => this.exchange(pacer, paced, request));
  }

  private async exchange(pacer: SendPacer, paced: PacedSend, request: GraphRequest): Promise<unknown> {
    let told: unknown;
    const onRefusal: GraphRequest['onRefusal'] = (error, headers) => {
      told = error;
      pacer.report(paced, { headers, error });
    };
    try {
      const { headers, data } = await this.graph.exchange({ ...request, onRefusal });
      pacer.report(paced, { headers });
      return data;
    } catch (error) {
      if (error !== told) pacer.report(paced, { error });
      throw error;
    }
  }

  /** Nothing when there is no number to send from, which the request will say. */
  private async describe(send: PaceableSend): Promise<PacedSend | undefined> {
    const { message, options } = send;
    const { phoneNumberId } = await this.directory.account(options);
    if (phoneNumberId === undefined) return undefined;
    return {
      phoneNumberId,
      account: { phoneNumberId: options.phoneNumberId, wabaId: options.wabaId },
      recipient: userKey(String(message.to ?? message.recipient ?? '')),
      priority: options.priority ?? (await this.priorityOf(send)),
      signal: options.signal,
    };
  }

  private async priorityOf({ message, options, marketing }: PaceableSend): Promise<SendPriority> {
    if (marketing) return 'marketing';
    const category = message.category ?? (await this.categoryOf(message, options));
    return PRIORITIES[category?.toLowerCase() ?? ''] ?? 'utility';
  }

  /** Category of the template that a message is made of, if it is known. */
  private async categoryOf(
    { template }: OutboundEnvelope & TemplateMember,
    { phoneNumberId, wabaId, signal }: CallOptions,
  ): Promise<string | undefined> {
    const name = template?.name;
    const language = template?.language?.code;
    if (!this.definitions || typeof name !== 'string' || typeof language !== 'string') return undefined;
    const found = await this.definitions.find({ phoneNumberId, wabaId, name, language, signal });
    return found?.category;
  }
}
