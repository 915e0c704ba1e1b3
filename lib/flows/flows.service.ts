import { Injectable } from '@nestjs/common';
import { GraphClient } from '../graph/graph-client.service';
import type { Page } from '../graph/graph-page';
import { GraphPages } from '../graph/graph-pages.service';
import type { CallOptions } from '../graph/graph-request.interface';
import { assertSuccess, incomplete, onNode, onWaba } from '../graph/node-request';
import type { FieldOptions } from '../graph/node-request';
import type { PageOptions } from '../graph/page-query';
import { PayloadValidator } from '../validation/payload-validator.service';
import type {
  FlowAsset,
  FlowCreated,
  FlowDetails,
  FlowHealth,
  FlowJsonUploaded,
  FlowMetric,
  FlowsMigrated,
} from '../wire/flow/management';
import { readFlowCompletion } from './flow-completion';
import type {
  CreateFlowInput,
  FlowMetricInput,
  MigrateFlowsInput,
  UpdateFlowInput,
} from './flow-inputs.interface';
import type { CreatedFlow, MigratedFlows, UploadedFlowJson } from './flow-results.interface';
import {
  creationBody,
  creationIssues,
  FLOW_FIELDS,
  flowText,
  metricField,
  migrationBody,
  migrationIssues,
  updateBody,
  updateIssues,
} from './flow.requests';
import type { FlowField } from './flow.requests';
import type { FlowJson } from './json/flow-json.interface';
import { toFlowJsonIssues } from './json/meta-validation-errors';

/**
 * The flows of a WhatsApp Business Account: made, changed, published and read. The token needs
 * `whatsapp_business_management`. `FlowSync` brings definitions from the code to Meta.
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/flows/reference/flowsapi
 * @publicApi
 */
@Injectable()
export class FlowsService {
  constructor(
    private readonly graph: GraphClient,
    private readonly pages: GraphPages,
    private readonly validator: PayloadValidator,
  ) {}

  /** Reads the completion message of a flow; with its definition, the values have types. */
  readonly completion = readFlowCompletion;

  /**
   * Makes a flow. It is a draft, also when its JSON has errors, unless it is published at once.
   * @throws PayloadValidationError before anything leaves; GraphApiError when Meta refuses, e.g. for a name that is taken
   */
  async create(input: CreateFlowInput, options?: CallOptions): Promise<CreatedFlow> {
    this.validator.assertWith('flow', () => creationIssues(input), options?.validate);
    const raw = await this.graph.request<FlowCreated | undefined>({
      method: 'POST',
      ...onWaba(options, 'flows'),
      body: creationBody(input),
    });
    if (typeof raw?.id !== 'string') throw incomplete('The answer holds no id', 'POST /{id}/flows', raw);
    return { id: raw.id, issues: toFlowJsonIssues(raw.validation_errors), raw };
  }

  /** A flow by its id. */
  get(id: string, options?: FieldOptions<FlowField>): Promise<FlowDetails> {
    return this.read(id, (options?.fields ?? FLOW_FIELDS).join(), options);
  }

  /** A flow by its name; nothing when there is none. */
  async find(name: string, options?: FieldOptions<FlowField>): Promise<FlowDetails | undefined> {
    for await (const flow of await this.list({ limit: 100 }, options)) if (flow.name === name) return flow;
    return undefined;
  }

  /**
   * The flows of the account, page by page.
   * @example for await (const flow of await flows.list()) console.log(flow.name, flow.status);
   */
  list(page: PageOptions = {}, options?: FieldOptions<FlowField>): Promise<Page<FlowDetails>> {
    const query = { fields: (options?.fields ?? FLOW_FIELDS).join() };
    return this.pages.list<FlowDetails>({ ...onWaba(options, 'flows'), query, page });
  }

  /** A link that shows the flow in a browser, to anybody, for 30 days. `invalidate` makes a new one. */
  async preview(
    id: string,
    { invalidate = false, ...options }: CallOptions & { readonly invalidate?: boolean } = {},
  ): Promise<{ url: string; expiresAt?: string }> {
    const { preview } = await this.read(id, `preview.invalidate(${invalidate})`, options);
    if (!preview) throw incomplete('The answer holds no preview', 'GET /{id}', preview);
    const { preview_url: url, expires_at: expiresAt } = preview;
    return { url, ...(expiresAt !== undefined && { expiresAt }) };
  }

  /** Whether the flow can be sent, and why not; `phoneNumberId` of the options names the number to send from. */
  async health(id: string, options?: CallOptions): Promise<FlowHealth> {
    const number = options?.phoneNumberId;
    const field = number === undefined ? 'health_status' : `health_status.phone_number(${number})`;
    return (await this.read(id, field, options)).health_status ?? {};
  }

  /**
   * A figure of the flow's endpoint over time. Meta has announced the end of these figures.
   * @throws FlowMetricsThresholdNotReachedError below some 250 requests
   */
  async metric(id: string, input: FlowMetricInput, options?: CallOptions): Promise<FlowMetric | undefined> {
    return (await this.read(id, metricField(input), options)).metric;
  }

  /** Changes what is known about a flow. */
  async update(id: string, input: UpdateFlowInput, options?: CallOptions): Promise<void> {
    this.validator.assertWith('flow', () => updateIssues(input), options?.validate);
    const request = { ...onNode(options, id), body: updateBody(input), kind: 'safe' } as const;
    assertSuccess(await this.graph.request({ method: 'POST', ...request }), 'POST /{id}');
  }

  /**
   * Replaces the JSON of a flow. A draft is saved with errors too: see `issues`.
   * @throws FlowUpdatingError when the flow cannot be changed
   */
  async updateJson(id: string, flow: FlowJson | string, options?: CallOptions): Promise<UploadedFlowJson> {
    const form = new FormData();
    form.set('name', 'flow.json');
    form.set('asset_type', 'FLOW_JSON');
    form.set('messaging_product', 'whatsapp');
    form.set('file', new Blob([flowText(flow)], { type: 'application/json' }), 'flow.json');
    const request = { ...onNode(options, id, 'assets'), body: form, kind: 'safe' } as const;
    const raw = await this.graph.request<FlowJsonUploaded>({ method: 'POST', ...request });
    assertSuccess(raw, 'POST /{id}/assets');
    return { issues: toFlowJsonIssues(raw?.validation_errors), raw };
  }

  /** The files of a flow, with links to download them. */
  async assets(id: string, options?: CallOptions): Promise<FlowAsset[]> {
    return (await this.pages.list<FlowAsset>({ ...onNode(options, id, 'assets') })).all();
  }

  /** The JSON of a flow as Meta has it; nothing when it has none. */
  async json(id: string, options?: CallOptions): Promise<unknown> {
    const asset = (await this.assets(id, options)).find(({ asset_type: type }) => type === 'FLOW_JSON');
    if (!asset) return undefined;
    const { signal, timeoutMs } = options ?? {};
    return this.graph.request({
      method: 'GET',
      path: asset.download_url,
      account: options,
      signal,
      timeoutMs,
    });
  }

  /**
   * Publishes a draft. It cannot be taken back.
   * @throws FlowPublishingError when the flow has errors or its endpoint, key, number or app is not ready
   */
  async publish(id: string, options?: CallOptions): Promise<void> {
    await this.act('POST', id, 'publish', options);
  }

  /**
   * Takes a published flow out of use, for good.
   * @throws FlowDeprecatingError when it is not published
   */
  async deprecate(id: string, options?: CallOptions): Promise<void> {
    await this.act('POST', id, 'deprecate', options);
  }

  /**
   * Deletes a draft.
   * @throws FlowDeletingError when it was published
   */
  async delete(id: string, options?: CallOptions): Promise<void> {
    await this.act('DELETE', id, undefined, options);
  }

  /** Copies flows from another account of the same business. They arrive as drafts. */
  async migrate(input: MigrateFlowsInput, options?: CallOptions): Promise<MigratedFlows> {
    this.validator.assertWith('migration', () => migrationIssues(input), options?.validate);
    const request = { ...onWaba(options, 'migrate_flows'), body: migrationBody(input) };
    const raw = (await this.graph.request<FlowsMigrated | undefined>({ method: 'POST', ...request })) ?? {};
    return {
      migrated: (raw.migrated_flows ?? []).map(
        ({ source_name: name, source_id: sourceId, migrated_id: id }) => ({
          name,
          ...(sourceId !== undefined && { sourceId }),
          id,
        }),
      ),
      failed: (raw.failed_flows ?? []).map(
        ({ source_name: name, error_code: code, error_message: message }) => ({
          name,
          ...(code !== undefined && { code }),
          ...(message !== undefined && { message }),
        }),
      ),
      raw,
    };
  }

  private read(id: string, fields: string, options: CallOptions | undefined): Promise<FlowDetails> {
    return this.graph.request({ method: 'GET', ...onNode(options, id), query: { fields } });
  }

  private async act(
    method: 'POST' | 'DELETE',
    id: string,
    edge: string | undefined,
    options: CallOptions | undefined,
  ): Promise<void> {
    const segments = edge === undefined ? [id] : [id, edge];
    const answer = await this.graph.request({ method, ...onNode(options, ...segments) });
    assertSuccess(answer, `${method} /{id}${edge === undefined ? '' : `/${edge}`}`);
  }
}
