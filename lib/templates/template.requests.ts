import { DEFAULT_GRAPH_URL } from '../config/whatsapp.constants';
import type { GraphRequest } from '../graph/graph-request.interface';
import { pathOf, wabaPath } from '../graph/graph-url';
import type {
  BrowseLibraryInput,
  CompareTemplatesInput,
  CreateTemplateGroupInput,
  DeleteTemplateInput,
  ListTemplatesInput,
  MigrateTemplatesInput,
  PreviewTemplatesInput,
} from './template-inputs.interface';

/** The part of a request that does not depend on the call's options. */
export type TemplateRequest = Pick<GraphRequest, 'method' | 'path' | 'query' | 'body'>;
type Query = NonNullable<GraphRequest['query']>;

/** What is asked for when nothing else is said. */
const DEFAULT_FIELDS = [
  'id',
  'name',
  'language',
  'status',
  'category',
  'components',
  'parameter_format',
  'sub_category',
  'message_send_ttl_seconds',
  'previous_category',
  'correct_category',
  'rejected_reason',
  'quality_score',
].join(',');

/** A path below the account. */
export function ofWaba(edge: string): NonNullable<GraphRequest['path']> {
  return (account) => `${wabaPath(account)}/${edge}`;
}

/** The filters of a list. */
export function listQuery(input: ListTemplatesInput): Query {
  return {
    name: input.name,
    content: input.content,
    name_or_content: input.nameOrContent,
    category: oneOrList(input.category),
    language: oneOrList(input.language),
    status: oneOrList(input.status),
    quality_score: oneOrList(input.qualityScore),
    source: input.source,
    fields: fieldsOf(input.fields),
    summary: input.summary?.join(','),
  };
}

/** The members of a template to ask for. */
export function fieldsOf(fields: readonly string[] | undefined): string {
  return fields?.join(',') ?? DEFAULT_FIELDS;
}

/** The filters of the library. */
export function libraryQuery(input: BrowseLibraryInput): Query {
  const { search, topic, usecase, industry, language, category, name } = input;
  return { search, topic, usecase, industry, language, category, name };
}

/** How an authentication template shall look. Meta documents the languages of this edge as a plain list. */
export function previewQuery(input: PreviewTemplatesInput): Query {
  return {
    category: 'AUTHENTICATION',
    languages: input.languages?.join(','),
    add_security_recommendation: input.addSecurityRecommendation,
    code_expiration_minutes: input.codeExpirationMinutes,
    button_types: 'OTP',
    business_name: input.businessName,
  };
}

/** Deletes by name, by name and id, or by ids. */
export function deletion(
  input: Exclude<DeleteTemplateInput, { name?: undefined; id: string }>,
): TemplateRequest {
  const query: Query =
    'ids' in input ? { hsm_ids: JSON.stringify(input.ids) } : { name: input.name, hsm_id: input.id };
  return { method: 'DELETE', path: ofWaba('message_templates'), query };
}

/** Compares over a period that ends at `end`, or now. */
export function comparison({ id, otherId, days, end }: CompareTemplatesInput, now: number): TemplateRequest {
  const endSeconds = Math.floor((end?.getTime() ?? now) / 1000);
  return {
    method: 'GET',
    path: pathOf(id, 'compare'),
    query: {
      template_ids: JSON.stringify([otherId]),
      start: endSeconds - days * 86_400,
      end: endSeconds,
    },
  };
}

/** Copies templates into the account of the call. */
export function migration({
  sourceWabaId,
  page,
  count,
  templateIds,
}: MigrateTemplatesInput): TemplateRequest {
  return {
    method: 'POST',
    path: ofWaba('migrate_message_templates'),
    query: {
      source_waba_id: sourceWabaId,
      page_number: page,
      count,
      template_ids: templateIds && JSON.stringify(templateIds),
    },
  };
}

/** Makes a group. */
export function groupCreation({ name, description, templateIds }: CreateTemplateGroupInput): TemplateRequest {
  const body = { name, description, whatsapp_business_templates: templateIds };
  return { method: 'POST', path: ofWaba('template_groups'), body };
}

/** Archiving has a host of its own, without versions. Emulators and gateways stand for that one too. */
export function archiving(
  action: 'archive' | 'unarchive',
  ids: readonly string[],
  graphUrl = DEFAULT_GRAPH_URL,
): TemplateRequest {
  const isMeta = new URL(graphUrl).hostname === new URL(DEFAULT_GRAPH_URL).hostname;
  const base = isMeta ? 'https://api.facebook.com' : graphUrl.replace(/\/+$/, '');
  return {
    method: 'POST',
    path: (account) => `${base}/${wabaPath(account)}/message_templates/${action}`,
    body: { hsm_ids: ids },
  };
}

/** Graph takes lists in a query as JSON. */
function oneOrList(value: string | readonly string[] | undefined): string | undefined {
  return typeof value === 'object' ? JSON.stringify(value) : value;
}
