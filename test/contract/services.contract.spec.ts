import { Logger } from '@nestjs/common';
import { ACCOUNT_CASES } from './account-cases';
import { ContractLedger } from './contract-ledger';
import { describeContract } from './describe-contract';
import { NOT_IN_FILE } from './exceptions';
import { NUMBER_CASES } from './number-cases';
import { PARTNER_CASES } from './partner-cases';
import { Contract } from './openapi';
import { ID, NODES, RecordedApp } from './recorded-app';
import type { RecordedRequest } from './recorded-app';

describeContract('the services', () => {
  let app: RecordedApp;
  let ledger: ContractLedger;

  beforeAll(async () => {
    jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => undefined);
    app = await RecordedApp.start();
    ledger = new ContractLedger(new Contract(NODES));
  });

  afterAll(async () => {
    await app.stop();
    jest.restoreAllMocks();
    process.stdout.write(`${ledger.summary}\n`);
  });

  it.each([...NUMBER_CASES, ...ACCOUNT_CASES, ...PARTNER_CASES])(
    '$name',
    async ({ call, requests: count }) => {
      const requests = await app.requestsOf(() => call(app));
      expect(requests).toHaveLength(count);
      expect(ledger.complaints(requests)).toEqual([]);
    },
  );

  it('needs every exception that it has', () => {
    expect(ledger.stale((operation) => !/\/(marketing_)?messages$/.test(operation))).toEqual([]);
  });

  it('names all operations that the file does not have', () => {
    expect(ledger.notInFile).toEqual([...NOT_IN_FILE].sort());
  });
});

describeContract('the contract of the services refuses', () => {
  let ledger: ContractLedger;

  beforeAll(() => {
    ledger = new ContractLedger(new Contract(NODES));
  });

  const request = (method: string, path: string, more: Partial<RecordedRequest>): RecordedRequest => ({
    method,
    path,
    query: {},
    contentType: 'application/json',
    ...more,
  });

  it.each<[name: string, wrong: RecordedRequest, complaints: string[]]>([
    [
      'a subject that is too long',
      request('POST', `/${ID.number}/groups`, {
        body: { messaging_product: 'whatsapp', subject: 'x'.repeat(129) },
      }),
      [`POST /{Phone-Number-ID}/groups: subject maxLength "${'x'.repeat(129)}"`],
    ],
    [
      'a body that is missing',
      request('POST', `/${ID.number}/register`, {}),
      ['POST /{Phone-Number-ID}/register: body required'],
    ],
    [
      'a query parameter that does not exist, and one with a wrong value',
      request('GET', `/${ID.number}/message_qrdls`, { query: { page: '2', limit: '26' } }),
      [
        'GET /{Phone-Number-ID}/message_qrdls: ?page unknown',
        'GET /{Phone-Number-ID}/message_qrdls: ?limit maximum 26',
      ],
    ],
    [
      'a form where JSON is wanted',
      request('POST', `/${ID.number}/verify_code`, {
        contentType: 'application/x-www-form-urlencoded',
        body: { code: '123456' },
      }),
      ['POST /{Phone-Number-ID}/verify_code: content-type enum "application/x-www-form-urlencoded"'],
    ],
    [
      'a value that an exception does not name',
      request('POST', `/${ID.number}/settings`, { body: { calling: { status: 'MAYBE' } } }),
      ['POST /{Phone-Number-ID}/settings: calling.status enum "MAYBE"'],
    ],
    [
      'a method that the path does not have',
      request('PUT', `/${ID.waba}/subscribed_apps`, {}),
      ['PUT /{WABA-ID}/subscribed_apps is not in the file'],
    ],
  ])('%s', (_name, wrong, complaints) => {
    expect(ledger.complaints([wrong])).toEqual(complaints);
  });
});
