import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { comparable } from '../support/coverage-table';

const FILE = join(__dirname, '../../../shared/reference/endpoints.md');

const METHODS = /GET|POST|DELETE/g;
/** Methods, several of them apart by `|` or `/`, one of them maybe in brackets; then a path. */
const MENTION =
  /((?:GET|POST|DELETE)(?:\)?\s?(?:\\?\||\/|\s\()\(?(?:GET|POST|DELETE))*)\)?\s+`?((?:https:\/\/)?(?:api\.facebook\.com)?\/(?:\{[^{}\n]*\}|[^\s`·,;)*|{}])+)/g;
/** Abbreviated paths, examples with ids, and what stands for any node. */
const LEFT_OUT = /…|<|^\S+ \/v\d|\/\{node\}$|\{Media-URL\}/;

/** Whether the list of endpoints is there to compare with. */
export function endpointsAreThere(): boolean {
  return existsSync(FILE);
}

/** The endpoints that the list names, as `comparable` writes them. */
export function endpointMentions(): string[] {
  const [text = ''] = readFileSync(FILE, 'utf8').split('\n## Appendix A');
  const found = [...text.matchAll(MENTION)].flatMap(([, methods = '', rest = '']) => {
    const path = rest.replace('https://', '').split('?')[0]!.replace(/\.+$/, '');
    return [...methods.matchAll(METHODS)].map(([method]) => `${method} ${path}`);
  });
  return [...new Set(found.filter((endpoint) => !LEFT_OUT.test(endpoint)).map(comparable))].sort();
}
