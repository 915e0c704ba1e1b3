import type { PayloadIssue } from '../errors/payload-validation.error';
import { IssueList } from '../validation/issue-list';
import { ANY_TEXT } from '../validation/limits';
import { httpUrlProblem } from '../validation/rules/is-http-url.decorator';
import type {
  CreateFlowInput,
  FlowMetricInput,
  MigrateFlowsInput,
  UpdateFlowInput,
} from './flow-inputs.interface';
import type { FlowJson } from './json/flow-json.interface';

/** Fields that are read unless others are asked for. Health and metrics cost Meta more, and are asked for apart. */
export const FLOW_FIELDS = [
  'id',
  'name',
  'status',
  'categories',
  'validation_errors',
  'json_version',
  'data_api_version',
  'endpoint_uri',
  'preview',
  'whatsapp_business_account',
  'application',
  'updated_at',
] as const;

/** A field of a flow. */
export type FlowField = (typeof FLOW_FIELDS)[number] | 'health_status' | 'data_channel_uri';

const MIGRATED_AT_MOST = { min: 1, max: 100 };

/** The text of a flow as it is uploaded. */
export function flowText(flow: FlowJson | string): string {
  return typeof flow === 'string' ? flow : JSON.stringify(flow);
}

export function creationIssues({
  name,
  categories,
  endpointUri,
  publish,
  flowJson,
}: CreateFlowInput): PayloadIssue[] {
  const list = new IssueList();
  list.text('name', name, ANY_TEXT);
  list.list('categories', categories, { min: 1, max: Infinity });
  if (endpointUri !== undefined) list.add('endpointUri', httpUrlProblem(endpointUri));
  if (publish && flowJson === undefined) list.add('flowJson', 'must be given to publish the flow at once');
  return list.issues;
}

export function creationBody(input: CreateFlowInput): object {
  const { name, categories, flowJson, publish, cloneFlowId, endpointUri } = input;
  return {
    name,
    categories,
    ...(flowJson !== undefined && { flow_json: flowText(flowJson) }),
    ...(publish !== undefined && { publish }),
    ...(cloneFlowId !== undefined && { clone_flow_id: cloneFlowId }),
    ...(endpointUri !== undefined && { endpoint_uri: endpointUri }),
  };
}

export function updateIssues({
  name,
  categories,
  endpointUri,
  applicationId,
}: UpdateFlowInput): PayloadIssue[] {
  const list = new IssueList();
  if (name !== undefined) list.text('name', name, ANY_TEXT);
  if (categories !== undefined) list.list('categories', categories, { min: 1, max: Infinity });
  if (endpointUri !== undefined) list.add('endpointUri', httpUrlProblem(endpointUri));
  if ([name, categories, endpointUri, applicationId].every((value) => value === undefined)) {
    list.add('', 'must change at least one of name, categories, endpointUri and applicationId');
  }
  return list.issues;
}

export function updateBody({ name, categories, endpointUri, applicationId }: UpdateFlowInput): object {
  return {
    ...(name !== undefined && { name }),
    ...(categories !== undefined && { categories }),
    ...(endpointUri !== undefined && { endpoint_uri: endpointUri }),
    ...(applicationId !== undefined && { application_id: applicationId }),
  };
}

export function migrationIssues({ sourceWabaId, flowNames }: MigrateFlowsInput): PayloadIssue[] {
  const list = new IssueList();
  list.text('sourceWabaId', sourceWabaId, ANY_TEXT);
  if (flowNames !== undefined) list.list('flowNames', flowNames, MIGRATED_AT_MOST);
  return list.issues;
}

export function migrationBody({ sourceWabaId, flowNames }: MigrateFlowsInput): object {
  return { source_waba_id: sourceWabaId, ...(flowNames !== undefined && { source_flow_names: flowNames }) };
}

/** A metric as a field with its parameters. */
export function metricField({ name, granularity, since, until }: FlowMetricInput): string {
  const range = [since && `since(${since})`, until && `until(${until})`].filter(Boolean);
  return ['metric', `name(${name})`, `granularity(${granularity})`, ...range].join('.');
}
