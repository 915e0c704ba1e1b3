import { needing, noted } from './route-guards';
import type { Route } from './route.interface';
import { listActivities } from './routes/activities';
import {
  analysisEdge,
  getGroupAnalytics,
  getTemplateAnalytics,
  getTemplateGroupAnalytics,
} from './routes/analytics';
import { assignUser, listAssignedUsers, removeUser } from './routes/assigned-users';
import {
  getBusiness,
  getCustomerToken,
  listAssignedAccounts,
  listOwnedAccounts,
  listSharedAccounts,
} from './routes/business-node';
import { createDataset, getDataset, takeConversionEvents } from './routes/conversions';
import {
  createCustomerBase,
  getDefaultCustomerBase,
  listCustomerBases,
  setDefaultCustomerBase,
} from './routes/customer-bases';
import { estimateReach, inviteToMarketingMessages } from './routes/marketing-onboarding';
import { getMigrationIntent, startMigration } from './routes/migration-intents';
import { createSignup, getSignup, listSignups, updateSignup } from './routes/signups';
import { getAccount, updateAccount } from './routes/waba-node';
import {
  deleteWelcomeSequence,
  listWelcomeSequences,
  writeWelcomeSequence,
} from './routes/welcome-sequences';

const SEQUENCES = 'welcome_message_sequences';

const OF_ACCOUNTS: readonly Route[] = [
  { method: 'GET', node: 'waba', path: '', handle: getAccount },
  { method: 'POST', node: 'waba', path: '', handle: noted('ACCOUNT_UPDATED', updateAccount) },
  { method: 'GET', node: 'waba', path: 'assigned_users', handle: listAssignedUsers },
  { method: 'POST', node: 'waba', path: 'assigned_users', handle: noted('USER_ADDED', assignUser) },
  { method: 'DELETE', node: 'waba', path: 'assigned_users', handle: noted('USER_REMOVED', removeUser) },
  { method: 'GET', node: 'waba', path: 'activities', handle: listActivities },
  { method: 'GET', node: 'waba', path: 'analytics', handle: analysisEdge('analytics') },
  {
    method: 'GET',
    node: 'waba',
    path: 'conversation_analytics',
    handle: analysisEdge('conversation_analytics'),
  },
  { method: 'GET', node: 'waba', path: 'pricing_analytics', handle: analysisEdge('pricing_analytics') },
  { method: 'GET', node: 'waba', path: 'call_analytics', handle: analysisEdge('call_analytics') },
  { method: 'GET', node: 'waba', path: 'template_analytics', handle: getTemplateAnalytics },
  { method: 'GET', node: 'waba', path: 'template_group_analytics', handle: getTemplateGroupAnalytics },
  { method: 'GET', node: 'waba', path: 'group_analytics', handle: getGroupAnalytics },
  { method: 'GET', node: 'waba', path: 'reachestimate', handle: estimateReach },
  { method: 'GET', node: 'waba', path: 'dataset', handle: getDataset },
  { method: 'POST', node: 'waba', path: 'dataset', handle: createDataset },
  { method: 'POST', node: 'dataset', path: 'events', handle: takeConversionEvents },
  { method: 'GET', node: 'waba', path: SEQUENCES, handle: listWelcomeSequences },
  { method: 'POST', node: 'waba', path: SEQUENCES, handle: writeWelcomeSequence },
  { method: 'DELETE', node: 'waba', path: SEQUENCES, handle: deleteWelcomeSequence },
  { method: 'GET', node: 'waba', path: 'signups', handle: listSignups },
  { method: 'POST', node: 'waba', path: 'signups', handle: createSignup },
  { method: 'GET', path: '/signups/*', handle: getSignup },
  { method: 'POST', path: '/signups/*', handle: updateSignup },
  { method: 'GET', node: 'waba', path: 'default_messaging_customer_base', handle: getDefaultCustomerBase },
  { method: 'POST', node: 'waba', path: 'default_messaging_customer_base', handle: setDefaultCustomerBase },
  { method: 'POST', node: 'waba', path: 'set_solution_migration_intent', handle: startMigration },
  { method: 'GET', node: 'migration_intent', path: '', handle: getMigrationIntent },
];

const OF_PORTFOLIOS: readonly Route[] = [
  { method: 'GET', node: 'business', path: '', handle: getBusiness },
  { method: 'GET', node: 'business', path: 'owned_whatsapp_business_accounts', handle: listOwnedAccounts },
  { method: 'GET', node: 'business', path: 'client_whatsapp_business_accounts', handle: listSharedAccounts },
  { method: 'POST', node: 'business', path: 'system_user_access_tokens', handle: getCustomerToken },
  {
    method: 'GET',
    node: 'business_user',
    path: 'assigned_whatsapp_business_accounts',
    handle: listAssignedAccounts,
  },
  { method: 'GET', node: 'business', path: 'messaging_customer_base', handle: listCustomerBases },
  { method: 'POST', node: 'business', path: 'messaging_customer_base', handle: createCustomerBase },
  {
    method: 'POST',
    node: 'business',
    path: 'onboard_partners_to_mm_lite',
    handle: inviteToMarketingMessages,
  },
];

/** The endpoints of WhatsApp Business Accounts and of the portfolios that own them. */
export const ACCOUNT_ROUTES: readonly Route[] = [
  ...needing('whatsapp_business_management', OF_ACCOUNTS),
  ...needing('business_management', OF_PORTFOLIOS),
];
