import type { PayloadIssue } from '../../errors/payload-validation.error';
import { IssueList } from '../../validation/issue-list';
import type { Members } from '../../validation/shape';
import { itemsOf } from '../../validation/shape';
import type { PartPaths, TemplatePaths } from './template-paths';
import type { HeaderShape, PartShape, TemplateShape } from './template-shape';

/** A part of a template that is being compared. */
interface Part {
  readonly shape: PartShape;
  readonly components: readonly Members[];
  readonly paths: PartPaths;
}

/** What the comparisons share. */
interface Match {
  readonly list: IssueList;
  readonly named: boolean;
  readonly pathOf: TemplatePaths['of'];
}

/** In what the components of a message, in Meta's names, differ from what the template takes. */
export function mismatches(
  given: readonly object[],
  shape: TemplateShape,
  paths: TemplatePaths,
): readonly PayloadIssue[] {
  const list = new IssueList();
  const match: Match = { list, named: shape.named, pathOf: paths.of };
  const components = itemsOf(given);
  comparePart({ shape, components, paths }, match);
  compareCards(components, shape, paths, match);
  if (shape.offerExpires && !ofType(components, 'limited_time_offer'))
    list.add(paths.offer, 'needs the time when the offer of the template ends');
  if (shape.authentication) compareCodes(components, match);
  return list.issues;
}

function comparePart(part: Part, match: Match): void {
  compareHeader(part, match);
  compareBody(part, match);
  compareButtons(part, match);
}

function compareHeader({ shape: { header }, components, paths }: Part, { list, named, pathOf }: Match): void {
  if (header.kind === 'unknown') return;
  const [parameter] = itemsOf(ofType(components, 'header')?.['parameters']);
  const at = parameter ? pathOf(parameter) : paths.header;
  const wanted = wantedHeader(header);
  if (wanted === undefined) {
    if (parameter) list.add(at, 'must be left out: the header of the template takes no value');
  } else if (!parameter) {
    list.add(at, `is missing: the template has a header that takes ${wanted}`);
  } else if (lower(parameter['type']) !== header.kind) {
    list.add(at, `must be ${wanted}, as in the template`);
  } else if (header.kind === 'text' && nameOf(parameter) !== (named ? header.variable : undefined)) {
    list.add(
      at,
      named
        ? `must name the variable of the header, ${header.variable}: { text: { name: value } }`
        : 'must have no name: the template has positional parameters',
    );
  }
}

function wantedHeader({ kind, variable }: HeaderShape): string | undefined {
  if (kind === 'none') return undefined;
  if (kind === 'text') return variable === undefined ? undefined : `text for its variable {{${variable}}}`;
  return kind === 'image' ? 'an image' : `a ${kind}`;
}

function compareBody({ shape, components, paths }: Part, match: Match): void {
  const body = ofType(components, 'body');
  const parameters = itemsOf(body?.['parameters']);
  const at = body ? match.pathOf(body) : paths.body;
  if (match.named) compareNames(parameters, at, shape, paths, match);
  else comparePositions(parameters, at, shape, match);
}

function comparePositions(
  parameters: readonly Members[],
  path: string,
  { body }: PartShape,
  { list, pathOf }: Match,
): void {
  const named = parameters.find((parameter) => nameOf(parameter) !== undefined);
  if (named)
    list.add(pathOf(named), 'must have no name: the template has positional parameters, give a list');
  else if (parameters.length !== body.length)
    list.add(path, `must have ${valuesOf(body.length)}, has ${parameters.length}`);
}

function compareNames(
  parameters: readonly Members[],
  path: string,
  { body, header }: PartShape,
  paths: PartPaths,
  { list, pathOf }: Match,
): void {
  const names = parameters.map(nameOf);
  if (names.length > 0 && names.every((name) => name === undefined)) {
    list.add(path, `must have names: the template has ${namesOf(body)}`);
    return;
  }
  parameters.forEach((parameter, index) => {
    const name = names[index];
    if (name !== undefined && body.includes(name)) return;
    const misplaced = name !== undefined && name === header.variable;
    list.add(
      pathOf(parameter),
      misplaced
        ? 'belongs in the header: give it there as { text: { name: value } }'
        : `is no parameter of the body: the template has ${namesOf(body)}`,
    );
  });
  for (const name of body)
    if (!names.includes(name))
      list.add(paths.value(name), `has no value for the parameter ${name} of the body`);
}

function compareButtons({ shape: { buttons }, components, paths }: Part, { list, pathOf }: Match): void {
  const filled = new Set<number>();
  for (const component of components) {
    if (lower(component['type']) !== 'button') continue;
    const subType = lower(component['sub_type']);
    // Call buttons are documented without an index.
    const place = Number(component['index'] ?? buttons.findIndex((each) => each.subType === subType));
    const button = buttons[place];
    const at = pathOf(component);
    if (!button)
      list.add(at, `has the index ${place}, yet the template has ${counted(buttons.length, 'button')}`);
    else if (button.subType !== subType)
      list.add(at, `must be of the kind ${button.subType}, as button ${place} of the template`);
    else if (button.takes === 'nothing' && itemsOf(component['parameters']).length > 0)
      list.add(at, `must be left out: button ${place} of the template takes no value`);
    filled.add(place);
  }
  buttons.forEach(({ subType, takes }, place) => {
    if (takes === 'value' && !filled.has(place))
      list.add(paths.buttons, `has no value for button ${place} of the template, of the kind ${subType}`);
  });
}

function compareCards(
  components: readonly Members[],
  { cards }: TemplateShape,
  paths: TemplatePaths,
  match: Match,
): void {
  const carousel = ofType(components, 'carousel');
  const at = carousel ? match.pathOf(carousel) : paths.carousel;
  const first = cards?.[0];
  if (!cards || !first) {
    if (carousel) match.list.add(at, 'must be left out: the template has no carousel');
    return;
  }
  const sent = itemsOf(carousel?.['cards']);
  // Product cards are two in the template, and as many as the business likes on sending.
  const free = first.header.kind === 'product';
  if (free ? sent.length < 2 : sent.length !== cards.length) {
    match.list.add(
      at,
      `must have ${free ? '2 to 10 cards' : counted(cards.length, 'card')}, has ${sent.length}`,
    );
    return;
  }
  sent.forEach((card, place) => {
    const shape = (free ? undefined : cards[Number(card['card_index'])]) ?? first;
    comparePart({ shape, components: itemsOf(card['components']), paths: paths.card(place) }, match);
  });
}

/** Body and button of an authentication template carry the same code. */
function compareCodes(components: readonly Members[], { list, pathOf }: Match): void {
  const button = ofType(components, 'button');
  const [inBody] = itemsOf(ofType(components, 'body')?.['parameters']);
  const [inButton] = itemsOf(button?.['parameters']);
  if (button && inBody && inButton && inBody['text'] !== inButton['text'])
    list.add(pathOf(button), 'must be the code of the body');
}

function ofType(components: readonly Members[], type: string): Members | undefined {
  return components.find((component) => lower(component['type']) === type);
}

function nameOf({ parameter_name: name }: Members): string | undefined {
  return typeof name === 'string' ? name : undefined;
}

/** Meta takes its own words in any case. */
function lower(text: unknown): string {
  return typeof text === 'string' ? text.toLowerCase() : '';
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function valuesOf(count: number): string {
  return count === 0 ? 'no values: the body has no variables' : counted(count, 'value');
}

function namesOf(names: readonly string[]): string {
  return names.length === 0 ? 'none' : names.join(', ');
}
