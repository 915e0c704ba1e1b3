import type { OutboundTemplateComponent } from '../../wire/outbound/template';
import { buildTemplateComponents } from './template-components.builder';
import type { TemplateParts } from './template-values.interface';

/** Where the parts of a template, or of one card, stand in the caller's input. */
export interface PartPaths {
  readonly header: string;
  /** Of the values of the body. */
  readonly body: string;
  /** Of a value of the body. */
  readonly value: (name: string) => string;
  readonly buttons: string;
}

/** Where things stand in the caller's input. */
export interface TemplatePaths extends PartPaths {
  /** Of a component or parameter. */
  readonly of: (made: object) => string;
  readonly carousel: string;
  readonly card: (place: number) => PartPaths;
  readonly offer: string;
}

/** Paths of an input in Meta's names; they begin with `components`. */
export function wirePaths(components: readonly OutboundTemplateComponent[]): TemplatePaths {
  const places = new Map<object, string>();
  const visit = (list: readonly OutboundTemplateComponent[], path: string): void =>
    list.forEach((component, index) => {
      const at = `${path}[${index}]`;
      places.set(component, at);
      if ('cards' in component)
        component.cards.forEach((card, place) => visit(card.components, `${at}.cards[${place}].components`));
      else
        component.parameters?.forEach((parameter, place) =>
          places.set(parameter, `${at}.parameters[${place}]`),
        );
    });
  visit(components, 'components');
  const all = (path: string): PartPaths => ({ header: path, body: path, value: () => path, buttons: path });
  return {
    ...all('components'),
    of: (made) => places.get(made) ?? 'components',
    carousel: 'components',
    card: (place) => {
      const carousel = components.find((component) => 'cards' in component);
      return all(carousel ? `${places.get(carousel)}.cards[${place}].components` : 'components');
    },
    offer: 'components',
  };
}

/** The components for an input part by part, and their paths in it. */
export function locateParts(input: TemplateParts): {
  components: readonly OutboundTemplateComponent[];
  paths: TemplatePaths;
} {
  const places = new Map<object, string>();
  const components = buildTemplateComponents(input, (made, path) => places.set(made, path)) ?? [];
  const part = (path: string): PartPaths => ({
    header: `${path}header`,
    body: `${path}params`,
    value: (name) => `${path}params.${name}`,
    buttons: `${path}buttons`,
  });
  const paths: TemplatePaths = {
    ...part(''),
    of: (made) => places.get(made) ?? 'params',
    carousel: 'carousel',
    card: (place) => part(`carousel[${place}].`),
    offer: 'offerExpiresAt',
  };
  return { components, paths };
}
