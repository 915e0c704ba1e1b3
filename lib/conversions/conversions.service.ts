import { Injectable } from '@nestjs/common';
import type { PayloadIssue } from '../errors/payload-validation.error';
import { GraphClient } from '../graph/graph-client.service';
import type { CallOptions } from '../graph/graph-request.interface';
import { incomplete, onNode, onWaba } from '../graph/node-request';
import type { IssueContext } from '../validation/compiled-dto';
import { collectIssues } from '../validation/compiled-dto';
import { PayloadValidator } from '../validation/payload-validator.service';
import { countProblem } from '../validation/rules/item-count.decorator';
import type { ConversionEventsAnswer } from '../wire/conversions/conversion-event';
import { buildConversionEvent } from './conversion-event.builder';
import type { ConversionEventInput } from './dto/conversion-event.dto';
import { ConversionEventDto } from './dto/conversion-event.dto';

/** What became of events. @publicApi */
export interface ConversionsResult {
  /** Events that Meta has taken on. */
  readonly received: number;
  /** Meta's answer, untouched. */
  readonly raw: ConversionEventsAnswer;
}

/**
 * The Conversions API for chats: tells Meta what came of the chats that its ads have opened. The token needs
 * `whatsapp_business_manage_events`.
 * @example
 * ```ts
 * const dataset = await conversions.createDataset();
 * await conversions.send(dataset.id, [{ name: 'LeadSubmitted', time: new Date(), clickId: referral.ctwa_clid }]);
 * ```
 * @see https://developers.facebook.com/docs/marketing-api/conversions-api/business-messaging
 * @publicApi
 */
@Injectable()
export class ConversionsService {
  constructor(
    private readonly graph: GraphClient,
    private readonly validator: PayloadValidator,
  ) {}

  /** The dataset of the WABA; undefined when it has none. */
  async dataset(options?: CallOptions): Promise<{ readonly id: string } | undefined> {
    const answer = await this.graph.request<{ id?: string } | undefined>({
      method: 'GET',
      ...onWaba(options, 'dataset'),
    });
    return answer?.id ? { id: answer.id } : undefined;
  }

  /** Makes the dataset of the WABA. */
  async createDataset(
    input: { readonly name?: string | undefined } = {},
    options?: CallOptions,
  ): Promise<{ readonly id: string }> {
    const answer = await this.graph.request<{ id?: string } | undefined>({
      method: 'POST',
      ...onWaba(options, 'dataset'),
      body: input.name === undefined ? {} : { dataset_name: input.name },
    });
    if (!answer?.id) throw incomplete('the answer has no id', 'POST /{id}/dataset', answer);
    return { id: answer.id };
  }

  /**
   * Reports events. Not repeated when the answer is lost; give each event an `id` to send it again safely.
   * @throws PayloadValidationError before anything leaves, GraphApiError when Meta refuses
   */
  async send(
    datasetId: string,
    events: readonly ConversionEventInput[],
    options?: CallOptions,
  ): Promise<ConversionsResult> {
    this.validator.assertWith('conversion events', (context) => issuesOf(events, context), options?.validate);
    const raw =
      (await this.graph.request<ConversionEventsAnswer | undefined>({
        method: 'POST',
        ...onNode(options, datasetId, 'events'),
        body: { data: events.map(buildConversionEvent) },
      })) ?? {};
    return { received: raw.events_received ?? 0, raw };
  }
}

function issuesOf(events: readonly ConversionEventInput[], context: IssueContext): PayloadIssue[] {
  const wrongCount = countProblem(events, { min: 1, max: Infinity });
  if (wrongCount !== undefined) return [{ path: 'events', message: wrongCount }];
  const issues: PayloadIssue[] = [];
  events.forEach((event, index) =>
    collectIssues(ConversionEventDto, event, `events[${index}]`, issues, context),
  );
  return issues;
}
