import type { ContractException } from './exceptions';

/** For partners, countries and ads. */
export const PARTNER_EXCEPTIONS: readonly ContractException[] = [
  {
    operation: 'GET /{Business-ID}/preverified_numbers',
    at: ['?code_verification_status', '?phone_number'],
    keywords: ['unknown'],
    why: 'The filters of Meta’s SDK; those of the file go with members that no answer has.',
    source: 'endpoints.md 6.15 and 28',
  },
  {
    operation: 'POST /{Phone-Number-ID}/business_compliance_info',
    at: ['grievance_officer_details.mobile_number', 'customer_care_details.landline_number'],
    keywords: ['pattern'],
    why: 'The pattern of the file is escaped twice; it means + and digits.',
    source: 'endpoints.md 15',
  },
  {
    operation: 'POST /{WABA-ID}/set_solution_migration_intent',
    at: ['migration_intent'],
    keywords: ['required'],
    why: 'The long body of the file is not that of the guide.',
    source: 'endpoints.md 19.11 and 28',
  },
  {
    operation: 'POST /{Business-ID}/onboard_partners_to_mm_lite',
    at: ['body'],
    keywords: ['unknown'],
    why: 'The file has no body, the guide has the id of a solution.',
    source: 'endpoints.md 21',
  },
  {
    operation: 'GET /{Business-ID}/extendedcredits',
    at: ['?fields'],
    keywords: ['unknown'],
    why: 'The Graph API takes `fields` on every edge.',
    source: 'endpoints.md 1.5 and 21',
  },
];
