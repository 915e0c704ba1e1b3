import type { JsonObject } from '../../model/json';
import { objectsOf, textOf } from '../../model/json';
import { upper } from '../../model/template-parts';
import type { EmulatedTemplate } from '../../model/template-store';
import { MAX_TEMPLATES } from '../../model/template-store';
import { LIBRARY } from '../../model/template-library';
import { componentsProblem, headProblem } from '../../rules/template-definition.rules';
import type { RouteAnswer, RouteContext, RouteHandler } from '../route.interface';
import { templateRefusal } from './template-node';

const KEPT = ['message_send_ttl_seconds', 'sub_category', 'display_format', 'library_template_name'];

/** `POST /{waba}/message_templates`: a template of the application's own, or one of the library. */
export const createTemplate: RouteHandler = async (request, context) => {
  const body = await request.params();
  const libraryName = textOf(body['library_template_name']);
  const components = libraryName === undefined ? objectsOf(body['components']) : fromLibrary(libraryName);
  const template = add(
    request.id,
    { ...body, components },
    textOf(body['language']) ?? '',
    context,
    libraryName !== undefined,
  );
  return created(template, context);
};

/** `POST /{waba}/upsert_message_templates`: an authentication template in many languages. */
export const upsertTemplates: RouteHandler = async (request, context) => {
  const body = await request.params();
  const { state, templates } = context;
  const languages = Array.isArray(body['languages']) ? body['languages'].map(String) : [];
  if (upper(body['category']) !== 'AUTHENTICATION' || languages.length === 0)
    throw templateRefusal({ details: 'languages and the category AUTHENTICATION are required' });
  const components = objectsOf(body['components']);
  const data = languages.map((language) => {
    const [found] = state.templates.find(request.id, String(body['name']), language);
    const template = found
      ? state.templates.put({ ...found, components })
      : add(request.id, { ...body, components }, language, context, templates.autoApprove);
    return { id: template.id, status: template.status, language };
  });
  return { body: { data } };
};

function add(
  wabaId: string,
  body: JsonObject & { components: JsonObject[] },
  language: string,
  { state, templates }: RouteContext,
  approved: boolean,
): EmulatedTemplate {
  const name = String(body['name']);
  const category = upper(body['category']);
  const fromLibrary = body['library_template_name'] !== undefined;
  const problem =
    headProblem({ ...body, language }) ??
    (fromLibrary ? undefined : componentsProblem(body.components, category));
  if (problem) throw templateRefusal(problem);
  if (state.templates.find(wabaId, name, language).length > 0)
    throw templateRefusal({
      subcode: 2388024,
      details: `There is already ${language} content for this template. You can create a new template and try again.`,
    });
  if (state.templates.isBlocked(wabaId, name, language))
    throw templateRefusal({
      subcode: 2388023,
      details: `New ${language} content can't be added while the existing ${language} content is being deleted.`,
    });
  if (state.templates.of(wabaId).length >= MAX_TEMPLATES)
    throw templateRefusal({ subcode: 2388019, details: `The account has ${MAX_TEMPLATES} templates.` });
  const format = upper(body['parameter_format']);
  return templates.make({
    wabaId,
    name,
    language,
    category,
    components: body.components,
    status: approved ? 'APPROVED' : 'PENDING',
    parameterFormat: format === 'NAMED' ? 'NAMED' : 'POSITIONAL',
    extra: Object.fromEntries(KEPT.filter((key) => body[key] !== undefined).map((key) => [key, body[key]])),
  });
}

function fromLibrary(name: string): JsonObject[] {
  const found = LIBRARY.find((template) => template.name === name);
  if (!found) throw templateRefusal({ details: `There is no library template ${name}` });
  const samples = { body_text: [found.body_params] };
  const buttons = found.buttons.length > 0 ? [{ type: 'BUTTONS', buttons: [...found.buttons] }] : [];
  return [{ type: 'BODY', text: found.body, example: samples }, ...buttons];
}

function created(
  { id, status, category, name, language }: EmulatedTemplate,
  { templates }: RouteContext,
): RouteAnswer {
  return {
    body: { id, status, category },
    after: async () => {
      if (templates.autoApprove || status === 'APPROVED') await templates.approve(name, language);
    },
  };
}
