import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(__dirname, '../../../fixtures/flows/json');

/** A flow that tests may change. */
export interface LooseFlow {
  version?: unknown;
  screens: LooseScreen[];
  [key: string]: unknown;
}

export interface LooseScreen {
  id: string;
  data?: Record<string, unknown>;
  layout: { children: LooseComponent[]; [key: string]: unknown };
  [key: string]: unknown;
}

/** Any component; members are not typed, so that tests can break them. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type LooseComponent = Record<string, any>;

/** Valid flows of every version, by name. */
export const fixtureNames = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.json'))
  .map((file) => file.slice(0, -'.json'.length));

export function fixtureText(name: string): string {
  return readFileSync(join(FOLDER, `${name}.json`), 'utf8');
}

/** A fresh copy. */
export function fixture(name: string): LooseFlow {
  return JSON.parse(fixtureText(name)) as LooseFlow;
}

/** A small valid flow without an endpoint: screen A leads to B, which ends. */
export function smallFlow(version = '7.3'): LooseFlow {
  const input = { type: 'TextInput', name: 'name', label: 'Name' };
  const goOn = {
    type: 'Footer',
    label: 'Next',
    'on-click-action': {
      name: 'navigate',
      next: { type: 'screen', name: 'B' },
      payload: { name: '${form.name}' },
    },
  };
  const end = {
    type: 'Footer',
    label: 'Done',
    'on-click-action': { name: 'complete', payload: { name: '${data.name}' } },
  };
  return {
    version,
    screens: [
      { id: 'A', title: 'First', layout: { type: 'SingleColumnLayout', children: [input, goOn] } },
      {
        id: 'B',
        title: 'Second',
        terminal: true,
        data: { name: { type: 'string', __example__: 'Jo' } },
        layout: { type: 'SingleColumnLayout', children: [{ type: 'TextBody', text: '${data.name}' }, end] },
      },
    ],
  };
}
