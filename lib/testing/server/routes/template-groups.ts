import type { EmulatedTemplateGroup } from '../../model/account-record';
import type { EmulatorState } from '../../model/emulator-state';
import type { JsonObject } from '../../model/json';
import { selectFields } from '../fields';
import { pageOf } from '../graph-page';
import { unknownNode } from '../graph-refusal';
import { plainText, requiredText, requireThat } from '../required';
import type { RouteHandler, RouteRequest } from '../route.interface';

const SHAPE = { type: 'WhatsAppBusinessTemplateGroup', defaults: 'id,name,description' };

/** `GET /{waba}/template_groups`. */
export const listTemplateGroups: RouteHandler = (request, { state }) => {
  const nodes = [...state.accounts.of(request.id).templateGroups.values()].map((group) =>
    groupNode(group, request.query),
  );
  return { body: pageOf(nodes, request, 'template_groups', state) };
};

/** `POST /{waba}/template_groups`. */
export const createTemplateGroup: RouteHandler = async (request, { state }) => {
  const params = await request.params();
  const name = requiredText(params, 'name');
  const description = requiredText(params, 'description');
  const templateIds = idsIn(params['whatsapp_business_templates'], request.id, state);
  requireThat(templateIds.length > 0, 'whatsapp_business_templates must be a list that is not empty');
  const group = { id: state.ids.node(), name, description, templateIds: new Set(templateIds) };
  state.accounts.of(request.id).templateGroups.set(group.id, group);
  return { body: { id: group.id } };
};

/** `GET /{template group}`. */
export const getTemplateGroup: RouteHandler = (request, { state }) => ({
  body: groupNode(groupOf(request, state), request.query),
});

/** `POST /{template group}`: another name, description or set of templates. */
export const updateTemplateGroup: RouteHandler = async (request, { state }) => {
  const params = await request.params();
  const group = groupOf(request, state);
  const { whatsapp_business_templates: templates } = params;
  if (templates !== undefined) {
    const ids = idsIn(templates, request.number.wabaId, state);
    group.templateIds.clear();
    for (const id of ids) group.templateIds.add(id);
  }
  group.name = plainText(params['name']) ?? group.name;
  group.description = plainText(params['description']) ?? group.description;
  return { body: { success: true } };
};

function groupOf({ id, number, method }: RouteRequest, state: EmulatorState): EmulatedTemplateGroup {
  const group = state.accounts.of(number.wabaId).templateGroups.get(id);
  if (!group) throw unknownNode(method, id);
  return group;
}

function groupNode(group: EmulatedTemplateGroup, query: URLSearchParams): JsonObject {
  const { id, name, description, templateIds } = group;
  const templates = { data: [...templateIds].map((templateId) => ({ id: templateId })) };
  const node = { id, name, description, whatsapp_business_templates: templates };
  return selectFields(node, query.get('fields'), SHAPE);
}

/** Ids of templates, which the account must have. */
function idsIn(value: unknown, wabaId: string, state: EmulatorState): string[] {
  const ids = Array.isArray(value) ? value.map(String) : [];
  const unknown = ids.find((id) => state.templates.get(id)?.wabaId !== wabaId);
  if (unknown !== undefined) throw unknownNode('POST', unknown);
  return ids;
}
