import { Logger } from '@nestjs/common';
import * as api from 'nestjs-whatsapp-cloud';
import { comparable, coverageRows } from '../support/coverage-table';
import { ACCOUNT_CASES } from './account-cases';
import { endpointMentions, endpointsAreThere } from './endpoint-mentions';
import { NUMBER_CASES } from './number-cases';
import { PARTNER_CASES } from './partner-cases';
import { ID, RecordedApp } from './recorded-app';
import type { RecordedRequest } from './recorded-app';

const rows = coverageRows();

/** What the table calls the nodes that requests of the tests name. */
const PLACEHOLDERS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({
    ...ID,
    phone: ID.number,
    tpl: ID.template,
    biz: ID.business,
    code: ID.qrCode,
    migration_intent: ID.migrationIntent,
  }).map(([name, id]) => [id, `{${name}}`]),
);

/** A request as the table has it. */
function endpointOf({ method, path }: RecordedRequest): string {
  return `${method} ${path.replace(/[^/]+/g, (segment) => PLACEHOLDERS[segment] ?? segment)}`;
}

describe('the table of endpoints', () => {
  let app: RecordedApp;

  beforeAll(async () => {
    jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => undefined);
    app = await RecordedApp.start();
  });

  afterAll(async () => {
    await app.stop();
    jest.restoreAllMocks();
  });

  it.each([...NUMBER_CASES, ...ACCOUNT_CASES, ...PARTNER_CASES])(
    'has what is sent by $name',
    async ({ name, call }) => {
      const [, service = '', method = ''] = /^(\w+): (\w+)/.exec(name) ?? [];
      const prototype = (api as unknown as Record<string, { prototype: object }>)[service]?.prototype;
      expect(prototype && method in prototype).toBe(true);
      const requests = await app.requestsOf(() => call(app));
      expect(requests.length).toBeGreaterThan(0);
      // The last request is what the method is for; some read before they write.
      const endpoint = endpointOf(requests.at(-1)!);
      const row = rows.find((candidate) => candidate.endpoint.replace('api.facebook.com', '') === endpoint);
      expect([endpoint, row?.ours]).toEqual([endpoint, expect.arrayContaining([`${service}.${method}`])]);
    },
  );
});

const describeReference = endpointsAreThere() ? describe : describe.skip;
if (!endpointsAreThere())
  process.stderr.write('COVERAGE TESTS SKIPPED: the list of endpoints is not beside the repository.\n');

describeReference('the list of endpoints', () => {
  it('is whole in the table', () => {
    const documented = new Set(rows.map(({ endpoint }) => comparable(endpoint)));
    const mentions = endpointMentions();
    expect(mentions.length).toBeGreaterThan(170);
    const missing = mentions.filter((endpoint) => {
      if (documented.has(endpoint)) return false;
      // Said in passing, without the node before it.
      const [method = '', path = ''] = endpoint.split(' ');
      return path.includes('{') || ![...documented].some((row) => row === `${method} /{}${path}`);
    });
    expect(missing).toEqual([]);
  });
});
