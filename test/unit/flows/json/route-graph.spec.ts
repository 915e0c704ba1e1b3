import * as fc from 'fast-check';
import { RouteGraph } from '../../../../lib/flows/json/validation/route-graph';

const ids = ['A', 'B', 'C', 'D', 'E', 'F'];
const edges = fc.array(fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids)), { maxLength: 12 });

function graphOf(list: readonly (readonly [string, string])[]): RouteGraph {
  const graph = new RouteGraph(ids);
  for (const [from, to] of list) graph.add(from, to);
  return graph;
}

/** Whether there is a way of at least one step, tried step by step. */
function leads(list: readonly (readonly [string, string])[], from: string, to: string): boolean {
  let here = new Set([from]);
  for (let step = 0; step < ids.length; step++) {
    here = new Set(list.filter(([start]) => here.has(start)).map(([, end]) => end));
    if (here.has(to)) return true;
  }
  return false;
}

describe('RouteGraph', () => {
  it('finds a loop exactly when a screen leads back to itself over another one', () => {
    fc.assert(
      fc.property(edges, (list) => {
        const others = list.filter(([from, to]) => from !== to);
        const looping = ids.some((id) => leads(others, id, id));
        const loop = graphOf(list).loop();
        expect(loop !== undefined).toBe(looping);
        for (const [i, id] of (loop ?? []).entries()) {
          const next = loop?.[(i + 1) % loop.length];
          expect(others).toContainEqual([id, next]);
        }
      }),
      { numRuns: 500, seed: 1 },
    );
  });

  it('finds the screens from which an end can be reached', () => {
    fc.assert(
      fc.property(edges, (list) => {
        const reached = graphOf(list).leadingTo(['A']);
        expect([...reached].sort()).toEqual(ids.filter((id) => id === 'A' || leads(list, id, 'A')));
      }),
      { numRuns: 300, seed: 2 },
    );
  });

  it('finds entries and what is not connected', () => {
    const graph = graphOf([
      ['A', 'B'],
      ['B', 'C'],
      ['D', 'E'],
    ]);
    expect(graph.entries()).toEqual(['A', 'D', 'F']);
    expect(graph.disconnected()).toEqual(['D', 'E', 'F']);
    expect(graphOf([['A', 'A']]).entries()).toEqual(ids);
  });

  it('leaves out ways to screens that do not exist, and remembers that they were named', () => {
    const graph = graphOf([['A', 'X']]);
    expect([...graph.edges()]).toEqual([]);
    expect(graph.mentions('X')).toBe(true);
    expect(graph.mentions('B')).toBe(false);
  });

  it('copes with a long chain', () => {
    const names = Array.from({ length: 20_000 }, (_, i) => `S${i}`);
    const graph = new RouteGraph(names);
    names.slice(1).forEach((name, i) => graph.add(`S${i}`, name));
    expect(graph.loop()).toBeUndefined();
    expect(graph.leadingTo(['S19999']).size).toBe(20_000);
  });
});
