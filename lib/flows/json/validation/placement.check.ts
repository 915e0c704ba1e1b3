import { componentSpec } from '../model/component-table';
import type { FlowComponentSpec } from '../model/component';
import { isObject } from '../model/json';
import { FLOW_LIMITS } from '../model/limits';
import type { FlowJsonVersion } from '../model/versions';
import { flatten } from './flow-index';
import type { FlowIndex, IndexedScreen, PlacedComponent } from './flow-index';
import type { FlowReport } from './flow-report';

/** Components that show nothing themselves. */
const CONTAINERS = ['Form', 'If', 'Switch'];
/** Stands for PhotoPicker and DocumentPicker together. */
const PICKERS = 'pickers';
const UNCOUNTED = [...CONTAINERS, PICKERS];

/** Checks where components stand and how many there are. */
export function checkPlacement(flow: FlowIndex, report: FlowReport): void {
  for (const screen of flow.screens) {
    checkCounts(screen, report);
    checkNames(screen, report);
    checkForms(screen, report);
    for (const component of screen.components) checkBranches(component, report);
    checkCompany(screen, report);
  }
  checkPerFlow(flow, report);
}

/** Most components of each type that can be seen at once: branches exclude each other. */
function visibleAtOnce(components: readonly PlacedComponent[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const component of components) {
    if (typeof component.type === 'string') add(counts, component.type, 1);
    if (component.spec?.value === 'media') add(counts, PICKERS, 1);
    const largest = new Map<string, number>();
    for (const branch of component.branches) {
      for (const [type, count] of visibleAtOnce(branch))
        largest.set(type, Math.max(largest.get(type) ?? 0, count));
    }
    for (const [type, count] of largest) add(counts, type, count);
  }
  return counts;
}

function add(counts: Map<string, number>, type: string, count: number): void {
  counts.set(type, (counts.get(type) ?? 0) + count);
}

function checkCounts(screen: IndexedScreen, report: FlowReport): void {
  const { path, components } = screen;
  const { componentsPerScreen } = FLOW_LIMITS;
  const counts = visibleAtOnce(screen.children);
  const total = [...counts].reduce((sum, [type, count]) => (UNCOUNTED.includes(type) ? sum : sum + count), 0);
  const inAllBranches = components.filter(({ type }) => !CONTAINERS.includes(String(type))).length;
  const layout = `${path}.layout.children`;
  if (total > componentsPerScreen) {
    const message = `A screen can have ${componentsPerScreen} components; there are ${total}.`;
    report.error('MAX_ALLOWED_COMPONENTS_PER_SCREEN', layout, message);
  } else if (inAllBranches > componentsPerScreen) {
    const message = `There are ${inAllBranches} components in all branches; a screen can have ${componentsPerScreen}.`;
    report.warn('MAX_ALLOWED_COMPONENTS_PER_SCREEN', layout, message);
  }
  for (const [type, count] of counts) {
    const most = componentSpec(type)?.perScreen;
    if (most === undefined || count <= most) continue;
    const code = type === 'Footer' ? 'MORE_THAN_ONE_FOOTER' : 'COMPONENT_TYPE_MAX_NUMBER_PER_SCREEN';
    report.error(code, layout, `A screen can have ${most} ${type}; there are ${count}.`);
  }
  if ((counts.get(PICKERS) ?? 0) > 1) {
    const message = 'A screen can have one PhotoPicker or one DocumentPicker.';
    report.error('COMPONENT_TYPE_MAX_NUMBER_PER_SCREEN', layout, message);
  }
}

function checkPerFlow(flow: FlowIndex, report: FlowReport): void {
  const counts = new Map<FlowComponentSpec, number>();
  for (const { spec } of flow.screens.flatMap((screen) => screen.components)) {
    if (spec?.perFlow !== undefined) counts.set(spec, (counts.get(spec) ?? 0) + 1);
  }
  for (const [{ type, perFlow = 0 }, count] of counts) {
    if (count > perFlow) {
      const message = `A flow can have ${perFlow} ${type}; there are ${count}.`;
      report.error('COMPONENT_TYPE_MAX_NUMBER_PER_SCREEN', 'screens', message);
    }
  }
}

function checkNames({ components }: IndexedScreen, report: FlowReport): void {
  const seen = new Set<unknown>();
  for (const { json, spec, path } of components) {
    if (!spec?.value || typeof json['name'] !== 'string') continue;
    if (seen.has(json['name'])) {
      const message = 'Another input of the screen has this name; names are unique, across all branches too.';
      report.error('DUPLICATE_FORM_COMPONENT_NAMES', `${path}.name`, message);
    }
    seen.add(json['name']);
  }
}

function checkForms({ components }: IndexedScreen, report: FlowReport): void {
  const forms = components.filter((component) => component.type === 'Form');
  for (const { path, inForm } of forms.slice(1)) {
    report.warn(
      'INVALID_COMPONENT_PLACEMENT',
      path,
      `A screen should have one Form${inForm ? ', not in another one' : ''}.`,
    );
  }
  const optional = report.from('4.0');
  if (optional && forms.length === 0) return;
  for (const { spec, inForm, path } of components) {
    if (!spec?.value || inForm) continue;
    if (optional && spec.besideForm) {
      report.warn(
        'COMPONENTS_OUTSIDE_FORM',
        path,
        'With a Form on the screen, inputs should stand inside it.',
      );
    } else if (optional) {
      report.error(
        'COMPONENTS_OUTSIDE_FORM',
        path,
        'With a Form on the screen, inputs must stand inside it.',
      );
    } else {
      report.error('KEYWORD_ONE_OF', path, 'Before version 4.0 inputs must stand inside a Form.');
    }
  }
}

function checkBranches(component: PlacedComponent, report: FlowReport): void {
  const { spec, path, type, ifDepth, branchDepth } = component;
  if (branchDepth > 0 && spec?.inBranches === false) {
    report.warn('INVALID_COMPONENT_PLACEMENT', path, `${spec.type} may not stand inside If and Switch.`);
  } else if (branchDepth > 0 && spec?.inBranches && !report.from(spec.inBranches)) {
    const message = `${spec.type} may stand inside If and Switch from version ${spec.inBranches} on.`;
    report.error('INVALID_COMPONENT_PLACEMENT', path, message);
  }
  if (type === 'If' && ifDepth >= FLOW_LIMITS.ifNesting) {
    report.error('MAXIMUM_IF_NESTING', path, `If can be nested ${FLOW_LIMITS.ifNesting} deep.`);
  }
  if (type === 'If' || type === 'Switch') checkFooters(component, report);
  if (type === 'Footer' && branchDepth > 1) {
    const message = 'A Footer should stand at the first level of If or Switch.';
    report.warn('INVALID_COMPONENT_PLACEMENT', path, message);
  }
}

/** A Footer stands in every branch or in none. An empty case for all other values does not count. */
function checkFooters({ type, json, path, branches }: PlacedComponent, report: FlowReport): void {
  const cases = type === 'Switch' && isObject(json['cases']) ? Object.keys(json['cases']) : [];
  const counted = branches.filter((branch, i) => branch.length > 0 || cases[i] !== 'default');
  const withFooter = counted.filter((branch) =>
    [...flatten(branch)].some((inner) => inner.type === 'Footer'),
  );
  if (withFooter.length === 0 || withFooter.length === counted.length) return;
  if (type === 'If') {
    const message = 'With a Footer in one branch, both then and else need one.';
    report.error('MISSING_FOOTER_IN_IF_ELSE_BRANCHES', path, message);
  } else {
    const message = 'With a Footer in one case, all cases need one.';
    report.error('MISSING_FOOTER_IN_SWITCH_BRANCHES', path, message);
  }
}

/** RichText and NavigationList share their screen with few others. */
function checkCompany({ json, components }: IndexedScreen, report: FlowReport): void {
  const types = new Map<unknown, number>();
  for (const { type } of components) types.set(type, (types.get(type) ?? 0) + 1);
  for (const { spec, path } of components) {
    if (spec?.onTerminal === false && json['terminal'] === true) {
      report.error('INVALID_COMPONENT_PLACEMENT', path, `${spec.type} may not stand on a terminal screen.`);
    }
    const allowed = companyOf(spec, report);
    if (!spec || !allowed) continue;
    const others = [...types].filter(
      ([type, count]) =>
        type !== 'Form' && !allowed.includes(String(type)) && (type !== spec.type || count > 1),
    );
    if (others.length === 0) continue;
    const company = allowed.filter((type) => type !== spec.type).join(', ');
    const message = `${spec.type} must stand alone on its screen${company ? `, or with ${company}` : ''}.`;
    report.error('INVALID_COMPONENT_PLACEMENT', path, message);
  }
}

/** Types that may stand beside a component; nothing when all may. */
function companyOf(spec: FlowComponentSpec | undefined, report: FlowReport): readonly string[] | undefined {
  const versions = Object.entries(spec?.only ?? {}).filter(([from]) => report.from(from as FlowJsonVersion));
  return versions.at(-1)?.[1];
}
