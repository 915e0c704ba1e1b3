import {
  AnalyticsService,
  BusinessComplianceService,
  BusinessProfileService,
  ConversionsService,
  CreditLinesService,
  MarketingMessagesService,
  MigrationService,
  PaymentsService,
  PhoneNumbersService,
  PreverifiedNumbersService,
  SignupsService,
  SolutionsService,
  TemplatesService,
  WabaService,
  WelcomeMessageSequencesService,
} from 'nestjs-whatsapp-cloud';
import { ID } from './recorded-app';
import { on } from './service-case';
import type { ServiceCase } from './service-case';

const start = 1767225600;
const end = 1767312000;

/** What belongs to partners, countries, ads and figures. */
export const PARTNER_CASES: readonly ServiceCase[] = [
  ...on(
    PreverifiedNumbersService,
    ['add', (s) => s.add(ID.business, '15550783881')],
    ['list', (s) => s.list(ID.business, {}, { limit: 100, after: 'a' })],
    ['list, filtered', (s) => s.list(ID.business, { status: 'VERIFIED', phoneNumber: '15550783881' })],
    ['get', (s) => s.get(ID.preverified)],
    ['delete', (s) => s.delete(ID.preverified)],
    ['requestCode', (s) => s.requestCode(ID.preverified, { method: 'SMS', language: 'en_US' })],
    ['verifyCode', (s) => s.verifyCode(ID.preverified, { code: '123-456' })],
    ['partners', (s) => s.partners(ID.preverified, { limit: 10 })],
    ['share', (s) => s.share(ID.business, { preverifiedId: ID.preverified, partnerBusinessId: ID.user })],
    ['unshare', (s) => s.unshare(ID.business, { preverifiedId: ID.preverified, partnerBusinessId: ID.user })],
  ),
  ...on(PhoneNumbersService, ['syncBusinessApp', (s) => s.syncBusinessApp('history')]),
  ...on(
    BusinessComplianceService,
    ['get', (s) => s.get()],
    [
      'update',
      (s) =>
        s.update({
          entityName: 'Lucky Shrub LLP',
          entityType: 'OTHER',
          entityTypeCustom: 'Trust',
          isRegistered: true,
          grievanceOfficer: { name: 'Chandni', email: 'c@example.com', mobileNumber: '+919000000000' },
          customerCare: { email: 'care@example.com', landlineNumber: '+911100000000' },
        }),
    ],
  ),
  ...on(
    BusinessProfileService,
    ['getById', (s) => s.getById(ID.profile)],
    [
      'updateById',
      (s) => s.updateById(ID.profile, { about: 'Hi', websites: ['https://example.com'], vertical: 'AUTO' }),
    ],
  ),
  ...on(
    SolutionsService,
    [
      'create',
      (s) => s.create(ID.app, { name: 'Together', partnerAppId: '634974688087058', messagingBy: 'partner' }),
    ],
    ['ofApp', (s) => s.ofApp(ID.app, { role: 'OWNER' }, { limit: 10 })],
    ['ofWaba', (s) => s.ofWaba({ after: 'a' })],
    ['get', (s) => s.get(ID.solution)],
    ['accessToken', (s) => s.accessToken(ID.solution, ID.business)],
    ['accept', (s) => s.accept(ID.solution, '634974688087058')],
    ['reject', (s) => s.reject(ID.solution, { partnerAppId: '634974688087058', reason: 'No' })],
    ['requestDeactivation', (s) => s.requestDeactivation(ID.solution, { reason: 'Done' })],
    ['acceptDeactivation', (s) => s.acceptDeactivation(ID.solution)],
    ['rejectDeactivation', (s) => s.rejectDeactivation(ID.solution)],
  ),
  ...on(
    MigrationService,
    ['start', (s) => s.start({ solutionId: ID.solution })],
    ['get', (s) => s.get(ID.migrationIntent)],
  ),
  ...on(
    MarketingMessagesService,
    ['status', (s) => s.status()],
    ['invite', (s) => s.invite(ID.business, { solutionId: ID.solution })],
    ['reach', (s) => s.reach({ countries: ['IN'], interval: 'L7D' })],
  ),
  ...on(CreditLinesService, ['list', (s) => s.list(ID.business)]),
  ...on(
    WabaService,
    ['portfolio', (s) => s.portfolio(ID.business)],
    ['assignedTo', (s) => s.assignedTo(ID.user, { limit: 10 })],
  ),
  ...on(
    AnalyticsService,
    ['messaging', (s) => s.messaging({ start, end, granularity: 'DAY' })],
    ['template', (s) => s.template({ start, end, templateIds: [ID.template] })],
  ),
  ...on(TemplatesService, ['classify', (s) => s.classify({ type: 'text', text: { body: 'Hi' } })]),
  ...on(
    SignupsService,
    ['list', (s) => s.list()],
    ['update', (s) => s.update(ID.signup, { status: 'DISABLED' })],
  ),
  ...on(PaymentsService, ['configurations', (s) => s.configurations()]),
  ...on(WelcomeMessageSequencesService, ['delete', (s) => s.delete('186')]),
  ...on(ConversionsService, ['dataset', (s) => s.dataset()]),
];
