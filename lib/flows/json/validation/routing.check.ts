import { asList, isObject, memberPath } from '../model/json';
import { FLOW_LIMITS } from '../model/limits';
import type { FlowIndex } from './flow-index';
import type { FlowReport } from './flow-report';
import { navigationGraph } from './navigation';
import type { Navigation } from './navigation';
import { RouteGraph } from './route-graph';

const CODE = 'INVALID_ROUTING_MODEL';

/**
 * Checks the ways between the screens: those of `routing_model` where there is one, those of the `navigate` actions
 * otherwise.
 */
export function checkRouting(flow: FlowIndex, report: FlowReport): void {
  if (flow.byId.size > FLOW_LIMITS.screens) return;
  checkModel(flow, report);
  const routed = isRouted(flow);
  if (flow.endpoint && !routed) return;
  const taken = navigationGraph(flow);
  const declared = modelGraph(flow);
  if (routed) checkCoverage(flow, declared, taken, report);
  if (flow.byId.size < 2) return;
  const routes: Routes = { flow, routed, graph: routed ? declared : taken.graph, taken };
  checkBranches(routes, report);
  checkConnections(routes, report);
}

/** The model counts with an endpoint, and where it names screens. */
function isRouted({ json, endpoint }: FlowIndex): boolean {
  const model = json['routing_model'];
  return isObject(model) && (endpoint || Object.keys(model).length > 0);
}

/** The ways that are checked, and those that the `navigate` actions take. */
interface Routes {
  readonly flow: FlowIndex;
  /** The ways are those of `routing_model`. */
  readonly routed: boolean;
  readonly graph: RouteGraph;
  readonly taken: Navigation;
}

/** Meta looks for entry screens and for ways that are missing up to 6.2 and again from 7.3 on. */
function looksAtWays(report: FlowReport): boolean {
  return !report.from('6.3') || report.from('7.3');
}

function indexOfId(flow: FlowIndex, id: string): string {
  return flow.byId.get(id)?.path ?? 'screens';
}

/** The ids in the model. */
function checkModel(flow: FlowIndex, report: FlowReport): void {
  const model = flow.json['routing_model'];
  if (!isObject(model)) return;
  for (const [id, next] of Object.entries(model)) {
    const path = memberPath('routing_model', id);
    if (!flow.byId.has(id)) report.error(CODE, path, `There is no screen "${id}".`);
    asList(next).forEach((target, i) => {
      if (typeof target !== 'string') return;
      if (!flow.byId.has(target)) report.error(CODE, `${path}[${i}]`, `There is no screen "${target}".`);
      if (target === id) report.error(CODE, `${path}[${i}]`, 'A screen cannot lead to itself.');
    });
  }
}

function modelGraph(flow: FlowIndex): RouteGraph {
  const graph = new RouteGraph(flow.byId.keys());
  const model = flow.json['routing_model'];
  for (const [id, next] of Object.entries(isObject(model) ? model : {})) {
    graph.mention(id);
    for (const target of asList(next)) if (typeof target === 'string') graph.add(id, target);
  }
  return graph;
}

/** The model names every screen, and covers every `navigate` action in one direction or the other. */
function checkCoverage(
  flow: FlowIndex,
  declared: RouteGraph,
  { graph, lists }: Navigation,
  report: FlowReport,
): void {
  if (flow.byId.size > 1) {
    for (const id of flow.byId.keys()) {
      if (!declared.mentions(id)) report.error(CODE, 'routing_model', `Screen "${id}" is missing.`);
    }
  }
  for (const [from, to] of graph.edges()) {
    if (from === to || declared.has(from, to)) continue;
    const path = memberPath('routing_model', from);
    const message = `The way from "${from}" to "${to}" is missing, which a navigate action takes.`;
    if (declared.has(to, from) || lists.has(from) || !looksAtWays(report)) report.warn(CODE, path, message);
    else report.error(CODE, path, message);
  }
}

function checkBranches({ flow, graph, routed }: Routes, report: FlowReport): void {
  const most = FLOW_LIMITS.branchesPerScreen;
  for (const id of flow.byId.keys()) {
    const count = graph.next(id).size;
    if (count <= most) continue;
    const path = routed ? memberPath('routing_model', id) : indexOfId(flow, id);
    report.error(CODE, path, `A screen can lead to ${most} others; there are ${count}.`);
  }
}

function checkConnections(routes: Routes, report: FlowReport): void {
  const { flow, graph, routed, taken } = routes;
  const at = routed ? 'routing_model' : 'screens';
  const entries = entryScreens(routes, report);
  if (entries.length === 0) {
    const message = 'There is no entry screen: every screen follows another one.';
    if (looksAtWays(report) && (routed || taken.lists.size === 0)) report.error(CODE, at, message);
    else report.warn(CODE, at, message);
  } else if (entries.length > 1) {
    const message = `There are several entry screens: ${entries.join(', ')}. Name the one to start with when sending.`;
    report.warn(CODE, at, message);
  }
  const loop = graph.loop();
  if (loop) {
    const message = `The screens ${loop.join(', ')} form a loop. Only ways forward are given; the back button needs none.`;
    // Meta refuses a way there and back, and does not see longer loops.
    if (routed && loop.length === 2) report.error(CODE, at, message);
    else report.warn(CODE, at, message);
  }
  // A list may lead to any screen when no model says where.
  if (routed || taken.lists.size === 0) {
    const how = routed ? 'in the routing_model' : 'by a navigate action';
    for (const id of graph.disconnected()) {
      const message = `Screen "${id}" is not connected with the others ${how}.`;
      report.error(CODE, `${indexOfId(flow, id)}.id`, message);
    }
  }
  checkEnds(routes, entries, report);
}

/** Screens that follow no other; since 7.3 the `navigate` actions count beside the model. */
function entryScreens({ graph, routed, taken }: Routes, report: FlowReport): string[] {
  const entries = graph.entries();
  if (!routed || !report.from('7.3')) return entries;
  const ways = [...taken.graph.edges()].filter(([from, to]) => from !== to && !taken.lists.has(from));
  const targets = new Set(ways.map(([, to]) => to));
  return entries.filter((id) => !targets.has(id));
}

/** From an entry screen there must be a way to the end. */
function checkEnds(
  { flow, graph, routed, taken }: Routes,
  entries: readonly string[],
  report: FlowReport,
): void {
  const terminal = [...flow.byId].filter(([, { json }]) => json['terminal'] === true).map(([id]) => id);
  if (terminal.length === 0) return;
  const canEnd = graph.leadingTo(routed ? terminal : [...terminal, ...taken.lists]);
  for (const [id, { path }] of flow.byId) {
    if (canEnd.has(id)) continue;
    if (entries.includes(id))
      report.error(CODE, `${path}.id`, `From screen "${id}" no terminal screen can be reached.`);
    else if (graph.next(id).size > 0) {
      report.warn(
        CODE,
        `${path}.id`,
        `From screen "${id}" no terminal screen can be reached, but only back.`,
      );
    }
  }
}
