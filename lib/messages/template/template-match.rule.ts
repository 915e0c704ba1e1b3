import type { PayloadIssue } from '../../errors/payload-validation.error';
import { IssueList } from '../../validation/issue-list';
import type {
  OutboundBodyParameter,
  OutboundTemplateBody,
  OutboundTemplateButton,
  OutboundTemplateCard,
  OutboundTemplateComponent,
  OutboundTemplateHeader,
} from '../../wire/outbound/template';
import type { PartPaths, TemplatePaths } from './template-paths';
import type { HeaderShape, PartShape, TemplateShape } from './template-shape';

type Component = OutboundTemplateComponent | OutboundTemplateCard['components'][number];

/** A part of a template that is being compared. */
interface Part {
  readonly shape: PartShape;
  readonly components: readonly Component[];
  readonly paths: PartPaths;
}

/** What the comparisons share. */
interface Match {
  readonly list: IssueList;
  readonly named: boolean;
  readonly pathOf: TemplatePaths['of'];
}

/** In what the components of a message differ from what the template takes. */
export function mismatches(
  components: readonly OutboundTemplateComponent[],
  shape: TemplateShape,
  paths: TemplatePaths,
): readonly PayloadIssue[] {
  const list = new IssueList();
  const match: Match = { list, named: shape.named, pathOf: paths.of };
  comparePart({ shape, components, paths }, match);
  compareCards(components, shape, paths, match);
  const hasOffer = components.some((component) => typeOf(component) === 'limited_time_offer');
  if (shape.offerExpires && !hasOffer)
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
  const given = components.find((component) => typeOf(component) === 'header') as
    OutboundTemplateHeader | undefined;
  const parameter = given?.parameters?.[0];
  const at = parameter ? pathOf(parameter) : paths.header;
  const wanted = wantedHeader(header);
  if (header.kind === 'unknown') return;
  if (wanted === undefined) {
    if (parameter) list.add(at, 'must be left out: the header of the template takes no value');
  } else if (!parameter) {
    list.add(at, `is missing: the template has a header that takes ${wanted}`);
  } else if (lower(parameter.type) !== header.kind) {
    list.add(at, `must be ${wanted}, as in the template`);
  } else if (
    parameter.type === 'text' &&
    parameter.parameter_name !== (named ? header.variable : undefined)
  ) {
    list.add(
      at,
      named
        ? `must name the variable of the header: ${header.variable}`
        : 'must have no name: the template has positional parameters',
    );
  }
}

function wantedHeader({ kind, variable }: HeaderShape): string | undefined {
  if (kind === 'none' || kind === 'unknown') return undefined;
  if (kind === 'text') return variable === undefined ? undefined : `text for its variable {{${variable}}}`;
  return kind === 'image' ? 'an image' : `a ${kind}`;
}

function compareBody({ shape, components, paths }: Part, match: Match): void {
  const given = components.find((component) => typeOf(component) === 'body') as
    OutboundTemplateBody | undefined;
  const parameters = given?.parameters ?? [];
  const at = given ? match.pathOf(given) : paths.body;
  if (match.named) compareNames(parameters, at, { shape, components, paths }, match);
  else comparePositions(parameters, at, shape, match);
}

function comparePositions(
  parameters: readonly OutboundBodyParameter[],
  path: string,
  { body }: PartShape,
  { list, pathOf }: Match,
): void {
  const named = parameters.find((parameter) => nameOf(parameter) !== undefined);
  if (named)
    list.add(pathOf(named), 'must have no name: the template has positional parameters, give a list');
  else if (parameters.length !== body.length)
    list.add(path, `must have ${values(body.length)}, has ${parameters.length}`);
}

function compareNames(
  parameters: readonly OutboundBodyParameter[],
  path: string,
  { shape: { body, header }, paths }: Part,
  { list, pathOf }: Match,
): void {
  if (parameters.length > 0 && parameters.every((parameter) => nameOf(parameter) === undefined)) {
    list.add(path, `must have names: the template has the parameters ${body.join(', ')}`);
    return;
  }
  const given = new Set<string>();
  for (const parameter of parameters) {
    const name = nameOf(parameter);
    if (name !== undefined) given.add(name);
    if (name !== undefined && body.includes(name)) continue;
    list.add(
      pathOf(parameter),
      name !== undefined && name === header.variable
        ? 'belongs in the header: give it there as { text: { name: value } }'
        : `is no parameter of the body, which has ${body.length > 0 ? body.join(', ') : 'none'}`,
    );
  }
  for (const name of body)
    if (!given.has(name)) list.add(paths.value(name), `has no value for the parameter ${name} of the body`);
}

function compareButtons({ shape: { buttons }, components, paths }: Part, { list, pathOf }: Match): void {
  const filled = new Set<number>();
  for (const component of components) {
    if (typeOf(component) !== 'button') continue;
    const { sub_type: subType, index, parameters } = component as OutboundTemplateButton;
    const place = Number(index ?? buttons.findIndex((button) => button.subType === lower(subType)));
    const button = buttons[place];
    const at = pathOf(component);
    if (!button)
      list.add(at, `has the index ${place}, yet the template has ${counted(buttons.length, 'button')}`);
    else if (button.subType !== lower(subType))
      list.add(at, `must be of the kind ${button.subType}, as button ${place} of the template`);
    else if (button.takes === 'nothing' && parameters?.length)
      list.add(at, `must be left out: button ${place} of the template takes no value`);
    filled.add(place);
  }
  buttons.forEach(({ subType, takes }, place) => {
    if (takes === 'value' && !filled.has(place))
      list.add(paths.buttons, `has no value for button ${place} of the template, of the kind ${subType}`);
  });
}

function compareCards(
  components: readonly OutboundTemplateComponent[],
  { cards }: TemplateShape,
  paths: TemplatePaths,
  match: Match,
): void {
  const given = components.find((component) => 'cards' in component);
  const sent = given && 'cards' in given ? given.cards : [];
  const at = given ? match.pathOf(given) : paths.carousel;
  const first = cards?.[0];
  if (!cards || !first) {
    if (given) match.list.add(at, 'must be left out: the template has no carousel');
    return;
  }
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
    const shape = cards[free ? 0 : card.card_index] ?? first;
    comparePart({ shape, components: card.components, paths: paths.card(place) }, match);
  });
}

/** Body and button of an authentication template carry the same code. */
function compareCodes(components: readonly OutboundTemplateComponent[], { list, pathOf }: Match): void {
  const codes = components.flatMap((component) =>
    'parameters' in component
      ? [...(component.parameters ?? [])].flatMap((p) => ('text' in p ? [p] : []))
      : [],
  );
  const [first, second] = codes;
  if (first && second && first.text !== second.text) list.add(pathOf(second), 'must be the code of the body');
}

function nameOf(parameter: OutboundBodyParameter): string | undefined {
  return 'parameter_name' in parameter ? parameter.parameter_name : undefined;
}

function typeOf({ type }: Component): string {
  return lower(type);
}

/** Meta takes its own words in any case. */
function lower(text: string): string {
  return text.toLowerCase();
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function values(count: number): string {
  return count === 0 ? 'no values: the body has no variables' : counted(count, 'value');
}
