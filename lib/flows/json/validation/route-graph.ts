/** Screens and the ways between them. */
export class RouteGraph {
  private readonly forward = new Map<string, Set<string>>();
  private readonly mentioned = new Set<string>();

  constructor(ids: Iterable<string>) {
    for (const id of ids) this.forward.set(id, new Set());
  }

  /** Adds a way. Ways to and from screens that do not exist are left out. */
  add(from: string, to: string): void {
    this.mention(from);
    this.mention(to);
    if (this.forward.has(to)) this.forward.get(from)?.add(to);
  }

  /** Notes that a screen is named. */
  mention(id: string): void {
    this.mentioned.add(id);
  }

  mentions(id: string): boolean {
    return this.mentioned.has(id);
  }

  has(from: string, to: string): boolean {
    return this.next(from).has(to);
  }

  /** Screens that follow one. */
  next(id: string): ReadonlySet<string> {
    return this.forward.get(id) ?? new Set();
  }

  *edges(): Generator<readonly [string, string]> {
    for (const [from, targets] of this.forward) for (const to of targets) yield [from, to];
  }

  /** Screens that follow no other. */
  entries(): string[] {
    const targets = new Set([...this.edges()].filter(([from, to]) => from !== to).map(([, to]) => to));
    return [...this.forward.keys()].filter((id) => !targets.has(id));
  }

  /** Screens outside the largest group of connected ones. */
  disconnected(): string[] {
    const neighbours = this.neighbours();
    const seen = new Set<string>();
    let largest = new Set<string>();
    for (const id of this.forward.keys()) {
      if (seen.has(id)) continue;
      const group = reach([id], neighbours);
      for (const member of group) seen.add(member);
      if (group.size > largest.size) largest = group;
    }
    return [...this.forward.keys()].filter((id) => !largest.has(id));
  }

  /** Screens from which one of these can be reached, these included. */
  leadingTo(ends: readonly string[]): ReadonlySet<string> {
    const backward = new Map<string, Set<string>>();
    for (const [from, to] of this.edges()) link(backward, to, from);
    return reach(ends, backward);
  }

  /** The screens of one loop, longer than one screen, if there is any. */
  loop(): string[] | undefined {
    const done = new Set<string>();
    for (const start of this.forward.keys()) {
      const found = this.loopFrom(start, done);
      if (found) return found;
    }
    return undefined;
  }

  /** Depth first, without recursion: a flow may be a chain of many screens. */
  private loopFrom(start: string, done: Set<string>): string[] | undefined {
    const path: { id: string; rest: string[] }[] = [];
    const position = new Map<string, number>();
    const enter = (id: string): void => {
      position.set(id, path.length);
      path.push({ id, rest: [...this.next(id)].filter((next) => next !== id) });
    };
    if (!done.has(start)) enter(start);
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const next = top.rest.pop();
      if (next === undefined) {
        done.add(top.id);
        position.delete(top.id);
        path.pop();
        continue;
      }
      const at = position.get(next);
      if (at !== undefined) return path.slice(at).map((step) => step.id);
      if (!done.has(next)) enter(next);
    }
    return undefined;
  }

  private neighbours(): Map<string, Set<string>> {
    const both = new Map<string, Set<string>>();
    for (const [from, to] of this.edges()) {
      link(both, from, to);
      link(both, to, from);
    }
    return both;
  }
}

function link(map: Map<string, Set<string>>, from: string, to: string): void {
  const targets = map.get(from) ?? new Set();
  map.set(from, targets.add(to));
}

function reach(starts: readonly string[], links: ReadonlyMap<string, ReadonlySet<string>>): Set<string> {
  const reached = new Set(starts);
  // A set that grows while it is walked through is walked through to its end.
  for (const id of reached) for (const next of links.get(id) ?? []) reached.add(next);
  return reached;
}
