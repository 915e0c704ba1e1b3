/** How the router compares paths. */
export interface RouteMatching {
  readonly caseSensitive?: boolean;
  /** A trailing slash makes a difference. */
  readonly strict?: boolean;
}

const SLASH = 47;

/**
 * The paths of a route, to tell its requests from others before the router does. Knows literal paths and whole-segment
 * parameters (`/tenants/:tenant/whatsapp`).
 */
export class RoutePaths {
  private readonly literal: string[] = [];
  private readonly patterns: (readonly string[])[] = [];

  constructor(private readonly matching: RouteMatching) {}

  add(path: string): void {
    const normalized = this.fold(path.slice(0, this.end(path, path.length)));
    if (normalized.includes(':')) this.patterns.push(normalized.split('/'));
    else this.literal.push(normalized);
  }

  /** Whether a request target (path and query) belongs to the route. */
  includes(url: string): boolean {
    // Meta posts to the very path; nothing else needs to be quick.
    if (this.literal.includes(url)) return true;
    const query = url.indexOf('?');
    const end = this.end(url, query === -1 ? url.length : query);
    for (const path of this.literal) {
      if (path.length === end && this.fold(url.slice(0, end)) === path) return true;
    }
    return this.patterns.length > 0 && this.matchesPattern(this.fold(url.slice(0, end)).split('/'));
  }

  private matchesPattern(segments: readonly string[]): boolean {
    return this.patterns.some(
      (pattern) =>
        pattern.length === segments.length &&
        pattern.every((part, i) => (part.startsWith(':') ? segments[i] !== '' : part === segments[i])),
    );
  }

  private end(path: string, length: number): number {
    return !this.matching.strict && path.charCodeAt(length - 1) === SLASH ? length - 1 : length;
  }

  private fold(path: string): string {
    return this.matching.caseSensitive ? path : path.toLowerCase();
  }
}
