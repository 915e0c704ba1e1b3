import type { JsonObject } from '../../model/json';
import type { EmulatedTemplate } from '../../model/template-store';
import type { TemplateProblem } from '../../rules/template-definition.rules';
import { GraphRefusal, unknownNode } from '../graph-refusal';
import type { RouteContext, RouteRequest } from '../route.interface';

/** Titles that Meta shows beside the subcodes of templates. */
const TITLES: Readonly<Record<number, string>> = {
  2388019: 'Message Template Limit Exceeded',
  2388023: 'Message template language is being deleted',
  2388024: 'Content in this language already exists',
  2388039: "Message template status can't be changed",
  2388040: 'Character limit exceeded',
  2388047: 'Message header format is incorrect',
  2388072: 'Message body format is incorrect',
  2388073: 'Message footer format is incorrect',
  2388293: 'Parameters words ratio exceeds limit',
  2388299: 'Leading or trailing parameters not allowed',
};

/** Members that are returned when no fields are asked for. */
const DEFAULT_FIELDS = 'name,components,language,status,category,id,parameter_format,sub_category';

/** The refusal of a template, as Meta writes it. */
export function templateRefusal({ subcode, details }: TemplateProblem): GraphRefusal {
  return new GraphRefusal(100, {
    subcode,
    ...(subcode === undefined
      ? { details }
      : { userTitle: TITLES[subcode] ?? details, userMessage: details }),
  });
}

/** The template in the path. */
export function templateOf({ id, method }: RouteRequest, { state }: RouteContext): EmulatedTemplate {
  const template = state.templates.get(id);
  if (!template) throw unknownNode(method, id);
  return template;
}

/** A template as Meta returns it, with the fields that were asked for. */
export function templateNode(template: EmulatedTemplate, fields: string | null): JsonObject {
  const node: JsonObject = {
    name: template.name,
    parameter_format: template.parameterFormat,
    components: template.components.map(asStored),
    language: template.language,
    status: template.status,
    category: template.category,
    rejected_reason: template.rejectedReason,
    quality_score: { score: template.quality },
    ...template.extra,
    id: template.id,
  };
  const names = new Set([...(fields ?? DEFAULT_FIELDS).split(','), 'id']);
  return Object.fromEntries(
    Object.entries(node).filter(([name, value]) => names.has(name) && value !== undefined),
  );
}

/** The code button of an authentication template is a URL button once it is stored. */
function asStored(component: JsonObject): JsonObject {
  const { buttons } = component;
  if (!Array.isArray(buttons)) return component;
  return {
    ...component,
    buttons: (buttons as JsonObject[]).map((button) =>
      String(button['type']).toUpperCase() === 'OTP'
        ? {
            type: 'URL',
            text: button['text'] ?? 'Copy code',
            url: `https://www.whatsapp.com/otp/code/?otp_type=${String(button['otp_type'])}&code=otp{{1}}`,
          }
        : button,
    ),
  };
}
