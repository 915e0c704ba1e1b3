import { PhoneNumbersService } from '../../../lib/phone-numbers/phone-numbers.service';
import type { PhoneNumber } from '../../../lib/wire/phone-numbers/phone-number';
import { RecordingGraph } from '../../support/recording-graph';

const graph = new RecordingGraph();
const numbers = new PhoneNumbersService(graph.client, graph.validator, graph.pages);

beforeEach(() => {
  graph.requests.length = 0;
});

/** Each with a value as Meta writes it. */
const READ = [
  ['S2 BusinessPhoneNumber.id', { id: '100' }],
  ['S2 BusinessPhoneNumber.verified_name', { verified_name: 'Lucky Shrub' }],
  ['S2 BusinessPhoneNumber.display_phone_number', { display_phone_number: '+1 631-555-1111' }],
  ['S2 BusinessPhoneNumber.status', { status: 'RATE_LIMITED' }],
  ['S2 BusinessPhoneNumber.quality_rating', { quality_rating: 'YELLOW' }],
  ['S2 BusinessPhoneNumber.quality_score', { quality_score: { score: 'GREEN', date: null } }],
  ['S2 BusinessPhoneNumber.webhook_configuration', { webhook_configuration: { application: 'https://a' } }],
  ['S2 BusinessPhoneNumber.name_status', { name_status: 'AVAILABLE_WITHOUT_REVIEW' }],
  ['S2 BusinessPhoneNumber.new_name_status', { new_name_status: 'PENDING_REVIEW' }],
  ['S2 BusinessPhoneNumber.code_verification_status', { code_verification_status: 'EXPIRED' }],
  ['S2 BusinessPhoneNumber.account_mode', { account_mode: 'SANDBOX' }],
  ['S2 BusinessPhoneNumber.is_on_biz_app', { is_on_biz_app: true }],
  ['S2 BusinessPhoneNumber.is_official_business_account', { is_official_business_account: false }],
  ['S2 BusinessPhoneNumber.is_pin_enabled', { is_pin_enabled: true }],
  ['S2 BusinessPhoneNumber.is_preverified_number', { is_preverified_number: false }],
  ['S2 BusinessPhoneNumber.search_visibility', { search_visibility: 'NON_VISIBLE' }],
  ['S2 BusinessPhoneNumber.platform_type', { platform_type: 'NOT_APPLICABLE' }],
  ['S2 BusinessPhoneNumber.throughput', { throughput: { level: 'HIGH' } }],
  ['S2 BusinessPhoneNumber.last_onboarded_time', { last_onboarded_time: '2026-01-05T10:00:00+0000' }],
] satisfies [string, Partial<PhoneNumber>][];

/** Dear or rare ones, and those that old versions of the API do not know. */
const ON_REQUEST = [
  ['S2 BusinessPhoneNumber.conversational_automation', { conversational_automation: { prompts: [] } }],
  ['S2 BusinessPhoneNumber.messaging_limit_tier', { messaging_limit_tier: 'TIER_1K' }],
  [
    'S2 BusinessPhoneNumber.messaging_limit_tier (its successor)',
    { whatsapp_business_manager_messaging_limit: 'TIER_2K' },
  ],
  [
    'S2 BusinessPhoneNumber.eligibility_for_api_business_global_search',
    { eligibility_for_api_business_global_search: 'ELIGIBLE' },
  ],
  [
    'S2 BusinessPhoneNumber.health_status',
    { health_status: { can_send_message: 'AVAILABLE', entities: [] } },
  ],
  ['S2 BusinessPhoneNumber.certificate', { certificate: 'Q0VSVA==' }],
  ['S2 BusinessPhoneNumber.new_certificate', { new_certificate: 'TkVX' }],
] satisfies [string, Partial<PhoneNumber>][];

const asked = (): string[] => String(graph.sent[0]?.query?.['fields']).split(',');

describe('fields of a phone number', () => {
  it.each(READ)('%s: is read without being asked for by name', async (_row, member) => {
    graph.answer({ id: '100', ...member });
    await expect(numbers.get()).resolves.toEqual({ id: '100', ...member });
    expect(asked()).toContain(Object.keys(member)[0]);
  });

  it.each(ON_REQUEST)('%s: comes when it is asked for', async (_row, member) => {
    const [field = ''] = Object.keys(member);
    graph.answer({ id: '100', ...member });
    await expect(numbers.get({ fields: [field] })).resolves.toEqual({ id: '100', ...member });
    expect(asked()).toEqual([field]);
    graph.requests.length = 0;
    await numbers.get();
    expect(asked()).not.toContain(field);
  });
});
