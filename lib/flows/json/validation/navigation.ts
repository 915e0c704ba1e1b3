import { isObject } from '../model/json';
import { actionsOf } from './flow-index';
import type { FlowIndex } from './flow-index';
import { RouteGraph } from './route-graph';

/** The ways that the actions take. */
export interface Navigation {
  readonly graph: RouteGraph;
  /** Screens with a NavigationList, which may lead anywhere. */
  readonly lists: ReadonlySet<string>;
}

/** Ways that the actions take, those in the examples of dynamic lists included. */
export function navigationGraph(flow: FlowIndex): Navigation {
  const graph = new RouteGraph(flow.byId.keys());
  const lists = new Set<string>();
  for (const { id, components, data } of flow.screens) {
    if (typeof id !== 'string') continue;
    for (const component of components) {
      if (component.type === 'NavigationList') lists.add(id);
      for (const { action } of actionsOf(component)) addRoute(graph, id, action);
    }
    addExamples(graph, id, data);
  }
  return { graph, lists };
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
