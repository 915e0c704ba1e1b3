import type { EmulatedNumber } from '../model/emulated-number.interface';
import type { EmulatorState } from '../model/emulator-state';
import { GraphRefusal, unknownNode } from './graph-refusal';
import type { Route } from './route.interface';

/** A path split into version, node and the rest. */
export interface GraphPath {
  readonly version: string | undefined;
  /** Path without version, with a leading slash and no trailing one. */
  readonly path: string;
  readonly id: string;
  readonly rest: string;
}

export function parsePath(pathname: string): GraphPath {
  const version = /^\/(v\d+\.\d+)(?=\/|$)/.exec(pathname)?.[1];
  const path = pathname.slice(version === undefined ? 0 : version.length + 1).replace(/\/+$/, '');
  const [id = '', ...rest] = path.split('/').slice(1);
  return { version, path: path || '/', id: decode(id), rest: rest.join('/') };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Whether the path of a route fits; each `*` in it stands for one segment. */
function covers({ path }: Route, rest: string): boolean {
  const segments = rest.split('/');
  const pattern = path.split('/');
  return (
    pattern.length === segments.length &&
    pattern.every((part, i) => (part === '*' ? segments[i] !== '' : part === segments[i]))
  );
}

/** What stands in the place of the `*` of a route; of several, all of them, not decoded. */
export function tailOf({ path }: Route, rest: string): string {
  const count = path.split('/').filter((part) => part === '*').length;
  if (count === 0) return '';
  const tail = rest.split('/').slice(-count).join('/');
  return count === 1 ? decode(tail) : tail;
}

/** A route that was found, and the number that the request is about. */
export interface Match {
  readonly route: Route;
  readonly number: EmulatedNumber;
}

/** Finds the endpoint of a request and checks that the token may use it. */
export class Router {
  constructor(
    private readonly routes: readonly Route[],
    private readonly state: EmulatorState,
    private readonly apiVersions: readonly string[] | undefined,
  ) {}

  /** @throws GraphRefusal in Meta's order: version, token, node, edge */
  match(method: string, target: GraphPath, token: string | undefined): Match {
    if (target.version !== undefined && this.apiVersions && !this.apiVersions.includes(target.version)) {
      throw new GraphRefusal(2500, { message: `Unknown path components: /${target.version}${target.path}` });
    }
    const fixed = this.routes.find(
      (route) => !route.node && covers(route, target.path) && route.method === method,
    );
    const [first] = this.state.numbers.values();
    if (fixed?.anonymous && first) return { route: fixed, number: first };
    const callers = this.callers(token);
    if (fixed) return { route: fixed, number: callers[0] };
    const node = this.state.node(target.id);
    if (!node) throw this.unknown(method, target);
    const number = node.owners.find((owner) => callers.includes(owner));
    if (!number) throw unknownNode(method, target.id);
    if (token === this.state.webhookSetup.appAccessToken && node.kind !== 'app') throw new GraphRefusal(200);
    const edges = this.routes.filter((route) => route.node === node.kind && covers(route, target.rest));
    const route = edges.find((edge) => edge.method === method);
    if (route) return { route, number };
    if (edges.length > 0 || target.rest === '') throw unknownNode(method, target.id);
    throw new GraphRefusal(2500, { message: `Unknown path components: /${target.rest}` });
  }

  /** The numbers that a token may speak for. */
  private callers(token: string | undefined): [EmulatedNumber, ...EmulatedNumber[]] {
    if (token === undefined) throw new GraphRefusal(104);
    const isApp = token === this.state.webhookSetup.appAccessToken;
    const [first, ...others] = [...this.state.numbers.values()].filter(
      (number) => isApp || number.accessToken === token,
    );
    if (!first) throw new GraphRefusal(190);
    return [first, ...others];
  }

  private unknown(method: string, { id, path }: GraphPath): GraphRefusal {
    if (/^\d+$/.test(id)) return unknownNode(method, id);
    if (id === '' || path.split('/').length > 2) {
      return new GraphRefusal(2500, { message: `Unknown path components: ${path}` });
    }
    return new GraphRefusal(803, {
      message: `(#803) Some of the aliases you requested do not exist: ${id}`,
      type: 'GraphMethodException',
    });
  }
}

/** The token of a request. Graph takes it from the query and from the header; the one in the query counts. */
export function tokenOf(authorization: string | undefined, query: URLSearchParams): string | undefined {
  const [, header] = /^(?:Bearer|OAuth)\s+(\S+)$/i.exec(authorization ?? '') ?? [];
  return query.get('access_token') ?? header;
}
