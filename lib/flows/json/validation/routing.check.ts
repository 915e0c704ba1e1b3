import { asList, isObject } from '../model/json';
import { FLOW_LIMITS } from '../model/limits';
import { actionsOf } from './flow-index';
import type { FlowIndex } from './flow-index';
import type { FlowReport } from './flow-report';
import { RouteGraph } from './route-graph';

const CODE = 'INVALID_ROUTING_MODEL';

/**
 * Checks the ways between the screens: those of `routing_model` in a flow with an endpoint, those of the `navigate`
 * actions in one without.
 */
export function checkRouting(flow: FlowIndex, report: FlowReport): void {
  checkModel(flow, report);
  const taken = navigationGraph(flow);
  const declared = modelGraph(flow);
  const graph = flow.endpoint ? declared : taken;
  if (flow.endpoint) {
    if (!isObject(flow.json['routing_model'])) return;
    checkCoverage(flow, declared, taken, report);
  }
  if (flow.byId.size < 2) return;
  checkBranches(flow, graph, report);
  checkConnections(flow, graph, report);
}

function indexOfId(flow: FlowIndex, id: string): string {
  return flow.byId.get(id)?.path ?? 'screens';
}

/** The ids in the model. */
function checkModel(flow: FlowIndex, report: FlowReport): void {
  const model = flow.json['routing_model'];
  if (!isObject(model)) return;
  for (const [id, next] of Object.entries(model)) {
    const path = `routing_model.${id}`;
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

/** Ways that the actions take, those in the examples of dynamic lists included. */
function navigationGraph(flow: FlowIndex): RouteGraph {
  const graph = new RouteGraph(flow.byId.keys());
  for (const { id, components, data } of flow.screens) {
    if (typeof id !== 'string') continue;
    for (const component of components) {
      for (const { action } of actionsOf(component)) addRoute(graph, id, action);
    }
    addExamples(graph, id, data);
  }
  return graph;
}

function addRoute(graph: RouteGraph, from: string, action: unknown): void {
  if (!isObject(action) || action['name'] !== 'navigate' || !isObject(action['next'])) return;
  const target = action['next']['name'];
  if (typeof target === 'string') graph.add(from, target);
}

function addExamples(graph: RouteGraph, from: string, value: unknown, depth = 0): void {
  if (depth > 12) return;
  addRoute(graph, from, value);
  for (const inner of Array.isArray(value) ? value : Object.values(isObject(value) ? value : {})) {
    addExamples(graph, from, inner, depth + 1);
  }
}

/** In a flow with an endpoint, the model names every screen and covers every `navigate` action. */
function checkCoverage(flow: FlowIndex, declared: RouteGraph, taken: RouteGraph, report: FlowReport): void {
  if (flow.byId.size > 1) {
    for (const id of flow.byId.keys()) {
      if (!declared.mentions(id)) report.error(CODE, 'routing_model', `Screen "${id}" is missing.`);
    }
  }
  for (const [from, to] of taken.edges()) {
    if (from === to || !flow.byId.has(to) || declared.has(from, to)) continue;
    const message = `The way from "${from}" to "${to}" is missing, which a navigate action takes.`;
    report.error(CODE, `routing_model.${from}`, message);
  }
}

function checkBranches(flow: FlowIndex, graph: RouteGraph, report: FlowReport): void {
  const most = FLOW_LIMITS.branchesPerScreen;
  for (const id of flow.byId.keys()) {
    const count = graph.next(id).size;
    if (count <= most) continue;
    const path = flow.endpoint ? `routing_model.${id}` : indexOfId(flow, id);
    report.error(CODE, path, `A screen can lead to ${most} others; there are ${count}.`);
  }
}

function checkConnections(flow: FlowIndex, graph: RouteGraph, report: FlowReport): void {
  const entries = graph.entries();
  if (entries.length === 0) {
    const message = 'There is no entry screen: every screen follows another one.';
    report.error(CODE, flow.endpoint ? 'routing_model' : 'screens', message);
    return;
  }
  if (entries.length > 1) {
    const message = `There are several entry screens: ${entries.join(', ')}. Name the one to start with when sending.`;
    report.warn(CODE, flow.endpoint ? 'routing_model' : 'screens', message);
  }
  const loop = graph.loop();
  if (loop) {
    const message = `The screens ${loop.join(', ')} form a loop. Only ways forward are given; the back button needs none.`;
    if (flow.endpoint) report.error(CODE, 'routing_model', message);
    else report.warn(CODE, 'screens', message);
  }
  for (const id of graph.disconnected()) {
    const how = flow.endpoint ? 'in the routing_model' : 'by a navigate action';
    report.error(
      CODE,
      `${indexOfId(flow, id)}.id`,
      `Screen "${id}" is not connected with the others ${how}.`,
    );
  }
  checkEnds(flow, graph, entries, report);
}

/** From an entry screen there must be a way to the end. */
function checkEnds(flow: FlowIndex, graph: RouteGraph, entries: readonly string[], report: FlowReport): void {
  const terminal = [...flow.byId.values()].filter((screen) => screen.json['terminal'] === true);
  if (terminal.length === 0) return;
  const canEnd = graph.leadingTo(terminal.map((screen) => String(screen.id)));
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
