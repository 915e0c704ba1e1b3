import { isPosition, variableNames } from '../validation/template-variables';
import type { TemplateButton } from '../wire/template/button';
import type { TemplateBody, TemplateComponent, TemplateHeader } from '../wire/template/component';

/** Samples for the variables of one text: by position, or by name. */
export type TextSamples = readonly (string | number)[] | Readonly<Record<string, string | number>>;

/** Samples that Meta's reviewers see in place of the variables. */
export interface TemplateSamples {
  /** For the variable of a text header: its value. For a media header: the handle of a resumable upload (`4::…`). */
  readonly header?: string | undefined;
  /** For the body. An object may also hold the sample of a named header variable. */
  readonly params?: TextSamples | undefined;
  /** By place of the button: what its URL ends with, or a sample coupon code. */
  readonly buttons?: Readonly<Record<number, string>> | undefined;
  /** For the cards of a carousel, in their order. */
  readonly cards?: readonly TemplateSamples[] | undefined;
}

/**
 * Fills in the `example` members that Meta asks for, and leaves those that are there. Nothing is checked here: what is
 * still missing is refused, with its path, when the template is created.
 * @example
 * ```ts
 * const components = withExamples(
 *   [{ type: 'BODY', text: 'Hi {{name}}, your order {{order}} is on its way.' }],
 *   { params: { name: 'Ada', order: 'A-17' } },
 * );
 * ```
 * @publicApi
 */
export function withExamples(
  components: readonly TemplateComponent[],
  samples: TemplateSamples,
): TemplateComponent[] {
  return components.map((component) => fill(component, samples));
}

function fill<C extends TemplateComponent>(component: C, samples: TemplateSamples): C;
function fill(component: TemplateComponent, samples: TemplateSamples): TemplateComponent {
  switch (component.type) {
    case 'HEADER':
      return fillHeader(component, samples);
    case 'BODY':
      return fillBody(component, samples);
    case 'BUTTONS':
      return {
        ...component,
        buttons: component.buttons.map((button, index) => fillButton(button, samples.buttons?.[index])),
      };
    case 'CAROUSEL':
      return {
        ...component,
        cards: component.cards.map((card, index) => ({
          ...card,
          components: card.components.map((part) => fill(part, samples.cards?.[index] ?? {})),
        })),
      };
    default:
      return component;
  }
}

function fillHeader(header: TemplateHeader, { header: sample, params }: TemplateSamples): TemplateHeader {
  if (header.format === 'LOCATION' || header.format === 'PRODUCT' || header.example) return header;
  if (header.format !== 'TEXT')
    return sample === undefined ? header : { ...header, example: { header_handle: [sample] } };
  const [name] = variableNames(header.text);
  if (name === undefined) return header;
  const value = sample ?? (isPosition(name) ? undefined : sampleOf(params, name));
  if (value === undefined) return header;
  return {
    ...header,
    example: isPosition(name)
      ? { header_text: [value] }
      : { header_text_named_params: [{ param_name: name, example: value }] },
  };
}

function fillBody(body: TemplateBody, { params }: TemplateSamples): TemplateBody {
  const names = variableNames(body.text);
  if (names.length === 0 || body.example || params === undefined) return body;
  if (!names.every(isPosition)) {
    const given = names.flatMap((name) => {
      const example = sampleOf(params, name);
      return example === undefined ? [] : [{ param_name: name, example }];
    });
    return { ...body, example: { body_text_named_params: given } };
  }
  const row = Array.isArray(params) ? params.map(String) : names.map((name) => sampleOf(params, name) ?? '');
  return { ...body, example: { body_text: [row] } };
}

function fillButton(button: TemplateButton, sample: string | undefined): TemplateButton {
  if (sample === undefined) return button;
  if (button.type === 'COPY_CODE') return { ...button, example: sample };
  if (button.type !== 'URL' || button.example) return button;
  const [name] = variableNames(button.url);
  if (name === undefined) return button;
  const url = /^https?:/i.test(sample) ? sample : button.url.replace(`{{${name}}}`, () => sample);
  return { ...button, example: [url] };
}

function sampleOf(samples: TextSamples | undefined, name: string): string | undefined {
  if (samples === undefined || Array.isArray(samples)) return undefined;
  const value = (samples as Readonly<Record<string, string | number>>)[name];
  return value === undefined ? undefined : String(value);
}
