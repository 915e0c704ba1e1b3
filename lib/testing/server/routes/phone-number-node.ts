import { countryOfPhone } from '../../analytics/calling-codes';
import type { EmulatedNumber } from '../../model/emulated-number.interface';
import type { EmulatorState } from '../../model/emulator-state';
import { graphDate } from '../../model/graph-date';
import { isObject, textOf } from '../../model/json';
import type { JsonObject } from '../../model/json';
import { profileIdOf } from '../../model/number-record';
import type { NumberRecord } from '../../model/number-record';
import { selectFields } from '../fields';
import type { RouteHandler } from '../route.interface';
import { plainText, requireThat } from '../required';
import { verifyCallback } from './app-subscriptions';
import { healthChain } from './health-chain';

const SHAPE = {
  type: 'WhatsAppBusinessPhoneNumber',
  defaults:
    'verified_name,code_verification_status,display_phone_number,quality_rating,platform_type,throughput,webhook_configuration,id',
};

/** A number with all its fields. */
export function numberNode(number: EmulatedNumber, state: EmulatorState): JsonObject {
  const record = state.numberRecords.of(number.phoneNumberId);
  const digits = number.displayPhoneNumber;
  const country = countryOfPhone(digits);
  return {
    id: number.phoneNumberId,
    display_phone_number: `+${digits}`,
    verified_name: record.verifiedName,
    status: record.registered ? 'CONNECTED' : 'PENDING',
    quality_rating: record.qualityRating,
    quality_score: { score: record.qualityRating },
    code_verification_status: record.codeVerificationStatus,
    name_status: 'APPROVED',
    new_name_status: record.newDisplayName === undefined ? 'NONE' : 'PENDING_REVIEW',
    new_display_name: record.newDisplayName,
    account_mode: 'LIVE',
    platform_type: record.registered ? 'CLOUD_API' : 'NOT_APPLICABLE',
    host_platform: record.registered ? 'CLOUD_API' : 'NOT_APPLICABLE',
    throughput: { level: record.registered ? record.throughput : 'NOT_APPLICABLE' },
    is_official_business_account: record.isOfficialBusinessAccount,
    official_business_account: { oba_status: record.officialAccountStatus },
    is_pin_enabled: record.pin !== undefined,
    is_on_biz_app: false,
    is_preverified_number: false,
    search_visibility: record.searchVisibility,
    eligibility_for_api_business_global_search: 'NON_ELIGIBLE',
    health_status: {
      can_send_message: record.canSendMessage,
      entities: [
        { entity_type: 'PHONE_NUMBER', id: number.phoneNumberId, can_send_message: record.canSendMessage },
        ...healthChain(number.wabaId, state),
      ],
    },
    certificate: undefined,
    new_certificate: undefined,
    last_onboarded_time: record.onboardedAt === undefined ? undefined : graphDate(record.onboardedAt),
    webhook_configuration: callbacksOf(number, record, state),
    conversational_automation:
      Object.keys(record.automation).length === 0
        ? undefined
        : { id: number.phoneNumberId, ...record.automation },
    whatsapp_business_profile: {
      id: profileIdOf(number.phoneNumberId),
      messaging_product: 'whatsapp',
      ...record.profile,
    },
    country_code: country?.country,
    country_dial_code: country?.code,
    unified_cert_status: undefined,
    whatsapp_business_manager_messaging_limit: state.accounts.of(number.wabaId).messagingLimit,
    messaging_limit_tier: state.accounts.of(number.wabaId).messagingLimit,
    username: record.username,
  };
}

/** Where its webhooks go: the most specific one counts. */
function callbacksOf(
  { wabaId }: EmulatedNumber,
  { callbackUrl }: NumberRecord,
  { webhookSetup }: EmulatorState,
): JsonObject {
  const override = webhookSetup.wabas.get(wabaId)?.override;
  const application = webhookSetup.subscription?.callbackUrl;
  return {
    ...(callbackUrl !== undefined && { phone_number: callbackUrl }),
    ...(override !== undefined && { whatsapp_business_account: override }),
    ...(application !== undefined && { application }),
  };
}

/** A number with the fields that are asked for. */
export function numberFields(
  number: EmulatedNumber,
  state: EmulatorState,
  fields: string | null,
): JsonObject {
  return selectFields(numberNode(number, state), fields, SHAPE);
}

/** `GET /{phone}`. */
export const getNumber: RouteHandler = ({ number, query }, { state }) => ({
  body: numberFields(number, state, query.get('fields')),
});

/** `POST /{phone}`: PIN, display name, visibility, callback override. */
export const updateNumber: RouteHandler = async (request, { state }) => {
  const params = await request.params();
  const record = state.numberRecords.of(request.id);
  const { pin, new_display_name, search_visibility, webhook_configuration } = params;
  if (pin !== undefined) {
    const digits = plainText(pin) ?? '';
    requireThat(/^\d{6}$/.test(digits), 'pin must have 6 digits');
    record.pin = digits;
  }
  if (new_display_name !== undefined) record.newDisplayName = textOf(new_display_name);
  if (search_visibility !== undefined)
    record.searchVisibility = search_visibility === 'VISIBLE' ? 'VISIBLE' : 'NON_VISIBLE';
  if (isObject(webhook_configuration)) record.callbackUrl = await overrideIn(webhook_configuration, state);
  return { body: { success: true } };
};

/** The callback override that is asked for, once it has answered the challenge; undefined to remove it. */
async function overrideIn(
  { override_callback_uri: uri, verify_token: token }: JsonObject,
  { webhookSetup }: EmulatorState,
): Promise<string | undefined> {
  if (uri === '') return undefined;
  const url = textOf(uri) ?? '';
  const verifyToken = textOf(token);
  requireThat(
    URL.canParse(url) && url.length <= 200,
    'override_callback_uri must be a URL of at most 200 characters',
  );
  requireThat(verifyToken !== undefined, 'override_callback_uri must come with a verify_token');
  await verifyCallback(webhookSetup, url, verifyToken);
  return url;
}
