import type { AccountRecord } from '../../model/account-record';
import type { EmulatorState } from '../../model/emulator-state';
import { unixSeconds } from '../../model/graph-date';
import { isObject } from '../../model/json';
import type { JsonObject } from '../../model/json';
import { parseFields } from '../field-query';
import { selectFields } from '../fields';
import { GraphRefusal } from '../graph-refusal';
import { plainText, requireThat } from '../required';
import type { RouteHandler } from '../route.interface';
import { analysisField } from './analytics';
import { healthChain } from './health-chain';
import { numberFields } from './phone-number-node';
import { subscribedApps } from './subscribed-apps';

const SHAPE = {
  type: 'WhatsAppBusinessAccount',
  defaults: 'id,name,currency,timezone_id,message_template_namespace',
};

/** Settings that the emulator only keeps. */
const KEPT = ['disable_marketing_messages_on_cloud_api', 'template_auto_archival_enabled'];

/** An account with the fields that are asked for. */
export function accountFields(wabaId: string, state: EmulatorState, fields: string | null): JsonObject {
  const node = accountNode(state.accounts.of(wabaId), state);
  for (const query of parseFields(fields ?? '')) {
    const analysis = analysisField(query, wabaId, state);
    if (analysis) node[query.name] = analysis;
    if (query.name === 'phone_numbers') node['phone_numbers'] = numbersOf(wabaId, state, query.fields);
  }
  return selectFields(node, fields, SHAPE);
}

/** `GET /{waba}`. */
export const getAccount: RouteHandler = ({ id, query }, { state }) => ({
  body: accountFields(id, state, query.get('fields')),
});

/** `POST /{waba}`: settings. Insights cannot be switched off again. */
export const updateAccount: RouteHandler = async (request, { state }) => {
  const params = await request.params();
  const account = state.accounts.of(request.id);
  const { is_enabled_for_insights: insights, degrees_of_freedom_spec: freedom } = params;
  const kept = KEPT.filter((name) => params[name] !== undefined);
  requireThat(
    insights !== undefined || freedom !== undefined || kept.length > 0,
    'nothing was given to change',
  );
  if (insights !== undefined) {
    if (plainText(insights) !== 'true') throw new GraphRefusal(200006);
    account.insightsEnabled = true;
  }
  const settings: JsonObject = Object.fromEntries(kept.map((name) => [name, flag(name, params[name])]));
  if (freedom !== undefined) {
    requireThat(isObject(freedom), 'degrees_of_freedom_spec must be an object');
    settings['degrees_of_freedom_spec'] = freedom;
  }
  account.settings = { ...account.settings, ...settings };
  return { body: { id: request.id, success: true } };
};

function flag(name: string, value: unknown): boolean {
  const text = plainText(value);
  requireThat(text === 'true' || text === 'false', `${name} must be true or false`);
  return text === 'true';
}

function accountNode(account: AccountRecord, state: EmulatorState): JsonObject {
  const { wabaId, canSendMessage, ownerBusinessId } = account;
  const owner = { id: ownerBusinessId, name: state.accounts.portfolio(ownerBusinessId).name };
  return {
    id: wabaId,
    name: account.name,
    currency: account.currency,
    country: account.country,
    timezone_id: account.timezoneId,
    message_template_namespace: `namespace_${wabaId}`,
    creation_time: unixSeconds(account.createdAt),
    purchase_order_number: undefined,
    primary_funding_id: account.primaryFundingId,
    primary_business_location: undefined,
    status: account.status,
    account_review_status: account.reviewStatus,
    business_verification_status: state.accounts.portfolio(ownerBusinessId).verificationStatus,
    ownership_type: account.sharedWith.size > 0 ? 'CLIENT_OWNED' : 'SELF',
    owner_business: owner,
    owner_business_info: owner,
    on_behalf_of_business_info: undefined,
    is_enabled_for_insights: account.insightsEnabled,
    is_shared_with_partners: account.sharedWith.size > 0,
    health_status: {
      can_send_message: canSendMessage,
      entities: healthChain(wabaId, state),
    },
    subscribed_apps: { data: subscribedApps(wabaId, state) },
    auth_international_rate_eligibility: undefined,
    marketing_messages_lite_api_status: account.marketingMessagesStatus,
    marketing_messages_onboarding_status: account.marketingMessagesOnboardingStatus,
    marketing_messages_ad_account: undefined,
    disable_marketing_messages_on_cloud_api: false,
    template_auto_archival_enabled: true,
    whatsapp_business_manager_messaging_limit: account.messagingLimit,
    whatsapp_manager_marketing_messages_max_price_enroll_status: undefined,
    linked_commerce_account: undefined,
    ...account.settings,
    degrees_of_freedom_spec: freedomNode(account.settings['degrees_of_freedom_spec']),
  };
}

/** What was written as `{ feature: { enroll_status } }` comes back as `{ feature: status }`. */
function freedomNode(written: unknown): JsonObject | undefined {
  const features = isObject(written) ? written['creative_features_spec'] : undefined;
  if (!isObject(features)) return undefined;
  const statuses = Object.entries(features).map(([name, value]) => [
    name,
    isObject(value) ? value['enroll_status'] : value,
  ]);
  return { data: [{ creative_features_spec: [Object.fromEntries(statuses)] }] };
}

function numbersOf(wabaId: string, state: EmulatorState, fields: string | undefined): JsonObject {
  const own = [...state.numbers.values()].filter((number) => number.wabaId === wabaId);
  return { data: own.map((number) => numberFields(number, state, fields ?? null)) };
}
