import { objectsOf } from '../../model/json';
import { upper } from '../../model/template-parts';
import type { EmulatedTemplate } from '../../model/template-store';
import { componentsProblem, ttlProblem } from '../../rules/template-definition.rules';
import type { RouteContext, RouteHandler } from '../route.interface';
import { templateOf, templateRefusal } from './template-node';

const DAY_MS = 24 * 60 * 60 * 1000;
const EDITABLE = ['APPROVED', 'REJECTED', 'PAUSED'];

/** An approved template can be edited once in 24 hours and 10 times in 30 days. */
function checkEdits({ status, edits }: EmulatedTemplate, now: number): void {
  if (!EDITABLE.includes(status))
    throw templateRefusal({ subcode: 2388039, details: `A template that is ${status} cannot be edited.` });
  if (status !== 'APPROVED') return;
  const within = (ms: number): number => edits.filter((at) => at > now - ms).length;
  if (within(DAY_MS) >= 1 || within(30 * DAY_MS) >= 10)
    throw templateRefusal({ subcode: 2388039, details: 'The template was edited too often.' });
}

/** `POST /{template}`: an edit, which is reviewed again. */
export const editTemplate: RouteHandler = async (request, context) => {
  const { state, templates } = context;
  const template = templateOf(request, context);
  const body = await request.params();
  const now = state.clock.now();
  checkEdits(template, now);
  const category = body['category'] === undefined ? template.category : upper(body['category']);
  if (template.status === 'APPROVED' && category !== template.category)
    throw templateRefusal({ details: 'The category of an approved template cannot be changed' });
  const components = body['components'] === undefined ? template.components : objectsOf(body['components']);
  const ttl = body['message_send_ttl_seconds'];
  const problem = componentsProblem(components, category) ?? ttlProblem(ttl, category);
  if (problem) throw templateRefusal(problem);
  const format = upper(body['parameter_format']);
  const edited = state.templates.put({
    ...template,
    category,
    components,
    status: templates.autoApprove ? 'APPROVED' : 'PENDING',
    parameterFormat: format === 'NAMED' || format === 'POSITIONAL' ? format : template.parameterFormat,
    extra: { ...template.extra, ...(ttl !== undefined && { message_send_ttl_seconds: ttl }) },
    edits: template.status === 'APPROVED' ? [...template.edits, now] : template.edits,
  });
  return {
    body: { success: true, id: edited.id, name: edited.name, category },
    after: async () => {
      await templates.reportComponents([edited]);
      if (templates.autoApprove) await templates.approve(edited.name, edited.language);
    },
  };
};

/** `DELETE /{waba}/message_templates`: by name in all languages, by name and id, or by ids. */
export const deleteTemplates: RouteHandler = ({ id: wabaId, query }, { state }) => {
  const name = query.get('name');
  const ids = query.get('hsm_ids');
  const all = state.templates.of(wabaId);
  const wanted = ids === null ? undefined : new Set((JSON.parse(ids) as unknown[]).map(String));
  if (name === null && !wanted) throw templateRefusal({ details: 'The parameter name is required.' });
  const hsmId = query.get('hsm_id');
  const found = all.filter(
    (template) =>
      wanted?.has(template.id) ?? (template.name === name && (hsmId === null || template.id === hsmId)),
  );
  if (found.length === 0) throw templateRefusal({ details: 'The message template was not found.' });
  if (found.some(({ status }) => status === 'DISABLED'))
    throw templateRefusal({ details: 'Disabled templates cannot be deleted.' });
  for (const template of found) state.templates.delete(template);
  return { body: { success: true } };
};

/** `POST /{template}/unpause`. */
export const unpauseTemplate: RouteHandler = (request, context) => {
  const template = templateOf(request, context);
  if (template.status !== 'PAUSED')
    return { body: { success: false, reason: 'The template is not paused.' } };
  return {
    body: { success: true },
    after: async () => {
      await context.templates.approve(template.name, template.language);
    },
  };
};

/** `POST https://api.facebook.com/{waba}/message_templates/archive`. */
export const archiveTemplates: RouteHandler = (request, context) =>
  moveTo(request, context, 'ARCHIVED', 'archived_templates');

/** `POST https://api.facebook.com/{waba}/message_templates/unarchive`. */
export const unarchiveTemplates: RouteHandler = (request, context) =>
  moveTo(request, context, 'APPROVED', 'unarchived_templates');

async function moveTo(
  request: Parameters<RouteHandler>[0],
  { state }: RouteContext,
  status: 'ARCHIVED' | 'APPROVED',
  list: string,
): Promise<{ body: Record<string, unknown> }> {
  const { hsm_ids: ids } = await request.params();
  const wanted = Array.isArray(ids) ? ids.map(String) : [];
  if (wanted.length === 0 || wanted.length > 100)
    throw templateRefusal({ details: 'hsm_ids takes 1 to 100 ids' });
  const done: string[] = [];
  const failed: Record<string, string> = {};
  for (const id of wanted) {
    const template = state.templates.get(id);
    const isThere = template?.wabaId === request.id;
    const archived = template?.status === 'ARCHIVED';
    if (!isThere || !template) failed[id] = 'Template does not exist';
    else if (archived === (status === 'ARCHIVED'))
      failed[id] = archived ? 'Template is already archived' : 'Template is not archived';
    else {
      state.templates.put({ ...template, status });
      done.push(id);
    }
  }
  return { body: { [list]: done, failed_templates: failed } };
}
