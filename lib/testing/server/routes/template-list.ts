import { LIBRARY } from '../../model/template-library';
import { upper } from '../../model/template-parts';
import type { EmulatedTemplate } from '../../model/template-store';
import { MAX_TEMPLATES } from '../../model/template-store';
import { pageOf, summaryOf } from '../graph-page';
import type { RouteHandler } from '../route.interface';
import { templateNode, templateOf } from './template-node';

/** One value, or several as JSON. */
function valuesOf(text: string | null): string[] | undefined {
  if (text === null) return undefined;
  const parsed: unknown = text.startsWith('[') ? JSON.parse(text) : [text];
  return Array.isArray(parsed) ? parsed.map(String) : [];
}

function fits(template: EmulatedTemplate, query: URLSearchParams): boolean {
  const contains = (text: string, part: string | null): boolean =>
    part === null || text.toLowerCase().includes(part.toLowerCase());
  const among = (value: string, name: string): boolean => {
    const values = valuesOf(query.get(name));
    return !values || values.some((each) => upper(each) === upper(value));
  };
  const content = JSON.stringify(template.components);
  return (
    contains(template.name, query.get('name')) &&
    contains(content, query.get('content')) &&
    (contains(template.name, query.get('name_or_content')) ||
      contains(content, query.get('name_or_content'))) &&
    among(template.category, 'category') &&
    among(template.language, 'language') &&
    among(template.status, 'status') &&
    among(template.quality, 'quality_score')
  );
}

/** `GET /{waba}/message_templates`. */
export const listTemplates: RouteHandler = (request, { state }) => {
  const all = state.templates.of(request.id);
  const nodes = all
    .filter((template) => fits(template, request.query))
    .map((template) => templateNode(template, request.query.get('fields')));
  const summary = summaryOf(request, {
    total_count: nodes.length,
    message_template_count: all.length,
    message_template_limit: MAX_TEMPLATES,
    are_translations_complete: true,
  });
  return { body: { ...pageOf(nodes, request, 'message_templates', state), ...summary } };
};

/** `GET /{template}`. */
export const getTemplate: RouteHandler = (request, context) => ({
  body: templateNode(templateOf(request, context), request.query.get('fields')),
});

/** `GET /message_template_library`. */
export const browseLibrary: RouteHandler = (request, { state }) => {
  const { query } = request;
  const found = LIBRARY.filter(
    (template) =>
      ['topic', 'usecase', 'language', 'category', 'name'].every((name) => {
        const wanted = query.get(name);
        return wanted === null || template[name as 'topic'] === wanted;
      }) &&
      JSON.stringify(template)
        .toLowerCase()
        .includes((query.get('search') ?? '').toLowerCase()) &&
      (query.get('industry') === null ||
        (template.industry as readonly string[]).includes(query.get('industry') ?? '')),
  );
  return {
    body: pageOf(
      found.map((template) => ({ ...template })),
      request,
      'message_template_library',
      state,
    ),
  };
};
