import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import type { CallOptions } from '../graph/graph-request.interface';
import type { FlowDetails } from '../wire/flow/management';
import { FlowNotEditableError } from './errors/flow-not-editable.error';
import type { SyncFlowInput, UpdateFlowInput } from './flow-inputs.interface';
import type { SyncedFlow } from './flow-results.interface';
import { FlowsService } from './flows.service';
import type { FlowJson } from './json/flow-json.interface';

const SYNC_FIELDS = ['id', 'name', 'status', 'categories', 'endpoint_uri'] as const;

/**
 * Brings flow definitions from the code to Meta.
 * @example await sync.sync(booking, { name: 'booking', endpointUri: 'https://example.com/whatsapp/flows', publish: true });
 * @publicApi
 */
@Injectable()
export class FlowSync {
  constructor(private readonly flows: FlowsService) {}

  /**
   * Creates the flow, or updates what differs (JSON, categories, endpoint), and publishes it when asked. Calling it again
   * changes nothing.
   * @throws FlowNotEditableError before anything is changed, when the flow differs, is not a draft, and
   * `replacePublished` does not allow it
   */
  async sync(definition: FlowJson, input: SyncFlowInput, options?: CallOptions): Promise<SyncedFlow> {
    const existing = await this.flows.find(input.name, { ...options, fields: SYNC_FIELDS });
    return existing
      ? this.updateFlow(existing, definition, input, options)
      : this.createFlow(definition, input, options);
  }

  private async createFlow(
    definition: FlowJson,
    { name, categories = ['OTHER'], endpointUri, publish }: SyncFlowInput,
    options: CallOptions | undefined,
  ): Promise<SyncedFlow> {
    const { id, issues } = await this.flows.create(
      { name, categories, endpointUri, flowJson: definition },
      options,
    );
    const published = await this.publishIf(publish === true && issues.length === 0, id, options);
    return { id, outcome: 'created', published, issues };
  }

  private async updateFlow(
    existing: FlowDetails,
    definition: FlowJson,
    input: SyncFlowInput,
    options: CallOptions | undefined,
  ): Promise<SyncedFlow> {
    const { id, status = 'DRAFT' } = existing;
    // What a definition is on the wire: `undefined` members are gone.
    const wanted: unknown = JSON.parse(JSON.stringify(definition));
    const changed = !isDeepStrictEqual(await this.flows.json(id, options), wanted);
    const metadata = changesOf(existing, input);
    const final = status === 'DEPRECATED' || status === 'BLOCKED';
    if ((changed || metadata) && status !== 'DRAFT' && (final || !input.replacePublished)) {
      throw new FlowNotEditableError(id, status);
    }
    if (metadata) await this.flows.update(id, metadata, options);
    const issues = changed ? (await this.flows.updateJson(id, definition, options)).issues : [];
    const due = input.publish === true && (changed || status === 'DRAFT') && issues.length === 0;
    const published = await this.publishIf(due, id, options);
    return { id, outcome: changed || metadata ? 'updated' : 'unchanged', published, issues };
  }

  private async publishIf(due: boolean, id: string, options: CallOptions | undefined): Promise<boolean> {
    if (due) await this.flows.publish(id, options);
    return due;
  }
}

function changesOf(
  existing: FlowDetails,
  { categories, endpointUri }: SyncFlowInput,
): UpdateFlowInput | undefined {
  const sorted = (list: readonly string[] = []): readonly string[] => [...list].sort();
  const otherCategories = categories && !isDeepStrictEqual(sorted(categories), sorted(existing.categories));
  const otherEndpoint = endpointUri !== undefined && endpointUri !== existing.endpoint_uri;
  if (!otherCategories && !otherEndpoint) return undefined;
  return { ...(otherCategories && { categories }), ...(otherEndpoint && { endpointUri }) };
}
