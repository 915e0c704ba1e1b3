import type { Members } from '../../validation/shape';
import { itemsOf } from '../../validation/shape';
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

/** For a comparison of which only the outcome counts. */
export const NO_PATHS: TemplatePaths = {
  ...samePath(''),
  of: () => '',
  carousel: '',
  card: () => samePath(''),
  offer: '',
};

/** Paths of an input in Meta's names; they begin with `components`. */
export function wirePaths(components: readonly object[]): TemplatePaths {
  const places = new Map<object, string>();
  const cards: string[] = [];
  const visit = (list: readonly Members[], path: string): void =>
    list.forEach((component, index) => {
      const at = `${path}[${index}]`;
      places.set(component, at);
      itemsOf(component['parameters']).forEach((each, place) =>
        places.set(each, `${at}.parameters[${place}]`),
      );
      itemsOf(component['cards']).forEach((card, place) => {
        const below = `${at}.cards[${place}].components`;
        cards.push(below);
        visit(itemsOf(card['components']), below);
      });
    });
  visit(itemsOf(components), 'components');
  return {
    ...samePath('components'),
    of: (made) => places.get(made) ?? 'components',
    carousel: 'components',
    card: (place) => samePath(cards[place] ?? 'components'),
    offer: 'components',
  };
}

function samePath(path: string): PartPaths {
  return { header: path, body: path, value: () => path, buttons: path };
}

/** The components for an input part by part, and their paths in it. */
export function locateParts(input: TemplateParts): {
  components: readonly object[];
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
