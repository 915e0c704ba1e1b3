import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const FILE = join(__dirname, '../../docs/coverage/endpoints.md');

/** Names of nodes for which there is a shorter one. */
const NODE_NAMES: Readonly<Record<string, string>> = {
  'WhatsApp-Account-Number-ID': 'account_number',
  whatsapp_business_profile_id: 'profile',
};

/** One row of the tables of docs/coverage/endpoints.md. */
export interface CoverageRow {
  /** Method and path, e.g. `GET /{waba}/flows`. */
  readonly endpoint: string;
  /** Methods of services, e.g. `FlowsService.list`; none when the endpoint is not covered. */
  readonly ours: readonly string[];
  readonly notes: string;
}

/** The text of the page. */
export function coveragePage(): string {
  return readFileSync(FILE, 'utf8');
}

/** The rows of its tables. */
export function coverageRows(): CoverageRow[] {
  return coveragePage()
    .split('\n')
    .filter((line) => line.startsWith('| `') || line.startsWith('| —'))
    .map((line) => {
      const [, endpoint = '', ours = '', notes = ''] = line.split(/(?<!\\)\|/).map((cell) => cell.trim());
      return {
        endpoint: endpoint.replaceAll('`', ''),
        ours: [...ours.matchAll(/`([^`]+)`/g)].map(([, name]) => name!),
        notes,
      };
    });
}

/** An endpoint in a form that does not depend on who wrote it down: placeholders have no names, nodes alone keep theirs. */
export function comparable(endpoint: string): string {
  const bare = endpoint.replace('api.facebook.com', '');
  const [, method, node] = /^(\S+) \/\{([^{}]*)\}$/.exec(bare) ?? [];
  if (node === undefined) return bare.replace(/\{[^{}]*\}/g, '{}');
  return `${method} /{${NODE_NAMES[node] ?? node.replace(/[_ ]id$/, '')}}`;
}
