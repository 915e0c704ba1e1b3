import type { BusinessPortfolioField, WhatsAppBusinessAccountField } from '../wire/waba/business-account';

/** What is read when no fields are named. Fields that some tokens may not read, and edges, are to be asked for. */
export const WABA_FIELDS: readonly WhatsAppBusinessAccountField[] = [
  'id',
  'name',
  'status',
  'currency',
  'country',
  'timezone_id',
  'message_template_namespace',
  'account_review_status',
  'business_verification_status',
  'ownership_type',
  'is_enabled_for_insights',
  'marketing_messages_lite_api_status',
  'marketing_messages_onboarding_status',
];

/** What is read of a business portfolio when no fields are named. */
export const PORTFOLIO_FIELDS: readonly BusinessPortfolioField[] = [
  'id',
  'name',
  'timezone_id',
  'verification_status',
  'whatsapp_business_manager_messaging_limit',
];
