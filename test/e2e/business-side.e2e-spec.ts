import { MediaService, MessagesService } from 'nestjs-whatsapp-cloud';
import { whatsAppExports } from '../../lib/whatsapp.providers';
import { boot } from '../support/boot';
import type { Booted } from '../support/boot';
import { publicMethods } from '../support/public-methods';
import { ACCOUNT_SUITES } from './business-side/account.cases';
import { ANALYTICS_SUITES } from './business-side/analytics.cases';
import { CALLING_SUITES } from './business-side/calling.cases';
import type { Suite, World } from './business-side/case';
import { CONTENT_SUITES } from './business-side/content.cases';
import { FLOW_SUITES } from './business-side/flow.cases';
import { MARKETING_SUITES } from './business-side/marketing.cases';
import { NUMBER_SUITES } from './business-side/number.cases';
import { PARTNER_SUITES } from './business-side/partner.cases';
import { PAYMENT_SUITES } from './business-side/payment.cases';

const SUITES: readonly Suite[] = [
  ...NUMBER_SUITES,
  ...ACCOUNT_SUITES,
  ...ANALYTICS_SUITES,
  ...MARKETING_SUITES,
  ...PAYMENT_SUITES,
  ...CONTENT_SUITES,
  ...FLOW_SUITES,
  ...CALLING_SUITES,
  ...PARTNER_SUITES,
];
/** Services that have tests of their own kind, and exports that make no requests. */
const OTHERS = new Set<unknown>([MessagesService, MediaService]);
const BUSINESS = '400555000000001';
const SECOND_WABA = '300555000000002';

const isService = (name: string): boolean => /Service$|^FlowSync$|^WebhookSubscriber$/.test(name);

describe('the business side of the emulator', () => {
  let booted: Booted;

  beforeAll(async () => {
    const second = {
      phoneNumberId: '200555000000002',
      displayPhoneNumber: '15550100002',
      wabaId: SECOND_WABA,
    };
    booted = await boot({ emulator: { appId: '100555000000001', numbers: [second] }, options: appOptions() });
  });
  beforeEach(() => booted.emulator.reset());
  afterAll(() => booted.stop());

  async function world(): Promise<World> {
    const { app, emulator } = booted;
    const ann = emulator.user({ name: 'Ann' });
    await ann.says('hello');
    return {
      booted,
      emulator,
      ann,
      businessId: BUSINESS,
      secondWabaId: SECOND_WABA,
      the: (service) => app.get(service, { strict: false }),
    };
  }

  it('knows every service that the module exports', () => {
    const covered = new Set<unknown>([...SUITES.map(({ type }) => type), ...OTHERS]);
    const missing = whatsAppExports.filter(
      (each) => typeof each === 'function' && isService(each.name) && !covered.has(each),
    );
    expect(missing).toEqual([]);
  });

  describe.each(SUITES.map(({ type, cases }) => [type.name, type, cases] as const))(
    '%s',
    (name, type, cases) => {
      it('has a case for each of its methods', () => {
        const methods = publicMethods(name);
        expect(methods.length).toBeGreaterThan(0);
        expect(methods.filter((method) => !(method in cases))).toEqual([]);
      });

      it.each(Object.keys(cases))('%s', async (method) => {
        const run = cases[method] as (service: object, world: World) => unknown;
        await run(booted.app.get(type, { strict: false }), await world());
      });
    },
  );
});

function appOptions(): { appSecret: { appId: string; secret: string }; http: { maxAttempts: number } } {
  return { appSecret: { appId: '100555000000001', secret: 'emulator-app-secret' }, http: { maxAttempts: 1 } };
}
