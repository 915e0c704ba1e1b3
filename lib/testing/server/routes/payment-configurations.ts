import type { EmulatorState } from '../../model/emulator-state';
import { unixSeconds } from '../../model/graph-date';
import type { JsonObject } from '../../model/json';
import { GraphRefusal } from '../graph-refusal';
import { plainText, requiredText, requireThat } from '../required';
import type { RouteHandler } from '../route.interface';

const LINK_LASTS_S = 60 * 60;
const PROVIDERS = ['upi_vpa', 'razorpay', 'payu', 'zaakpay', 'billdesk'];

/** `GET /{waba}/payment_configurations`. */
export const listPaymentConfigurations: RouteHandler = ({ id }, { state }) => ({
  body: { data: [{ payment_configurations: [...state.accounts.of(id).paymentConfigurations.values()] }] },
});

/** `GET /{waba}/payment_configuration/{name}`: a list of one, or of none. */
export const getPaymentConfiguration: RouteHandler = ({ id, tail, query }, { state }) => {
  const name = tail || (query.get('configuration_name') ?? '');
  const found = state.accounts.of(id).paymentConfigurations.get(name);
  return { body: { data: found ? [found] : [] } };
};

/** `POST /{waba}/payment_configuration`: a gateway is to be connected at the link, a UPI address works at once. */
export const createPaymentConfiguration: RouteHandler = async (request, { state }) => {
  const params = await request.params();
  const name = requiredText(params, 'configuration_name');
  const provider = requiredText(params, 'provider_name').toLowerCase();
  const { paymentConfigurations } = state.accounts.of(request.id);
  requireThat(name.length <= 60, 'configuration_name must have at most 60 characters');
  requireThat(PROVIDERS.includes(provider), `provider_name must be one of {${PROVIDERS.join(', ')}}`);
  requireThat(!paymentConfigurations.has(name), 'There is a payment configuration of this name');
  const isUpi = provider === 'upi_vpa';
  if (isUpi) requiredText(params, 'merchant_vpa');
  const now = unixSeconds(state.clock.now());
  paymentConfigurations.set(name, {
    configuration_name: name,
    ...codeOf(params, 'merchant_category_code'),
    ...codeOf(params, 'purpose_code'),
    status: isUpi ? 'Active' : 'Needs_Connecting',
    provider_name: provider,
    ...(isUpi && { merchant_vpa: plainText(params['merchant_vpa']) }),
    created_timestamp: now,
    updated_timestamp: now,
  });
  return { body: { success: true, ...(!isUpi && linkTo(name, state)) } };
};

/** `POST /{waba}/payment_configuration/{name}`: the endpoint of the merchant. */
export const updatePaymentConfiguration: RouteHandler = async (request, { state }) => {
  const { data_endpoint_url: url } = await request.params();
  const { paymentConfigurations } = state.accounts.of(request.id);
  const known = knownConfiguration(paymentConfigurations, request.tail);
  requireThat(
    url === undefined || plainText(url)?.startsWith('https://') === true,
    'data_endpoint_url must be an https URL',
  );
  paymentConfigurations.set(request.tail, {
    ...known,
    ...(url !== undefined && { data_endpoint_url: url }),
    updated_timestamp: unixSeconds(state.clock.now()),
  });
  return { body: { success: true } };
};

/** `POST /{waba}/generate_payment_configuration_oauth_link`. */
export const createPaymentLink: RouteHandler = async (request, { state }) => {
  const name = requiredText(await request.params(), 'configuration_name');
  knownConfiguration(state.accounts.of(request.id).paymentConfigurations, name);
  return { body: linkTo(name, state) };
};

/** `DELETE /{waba}/payment_configuration`, with a body. */
export const deletePaymentConfiguration: RouteHandler = async (request, { state }) => {
  const name = requiredText(await request.params(), 'configuration_name');
  const { paymentConfigurations } = state.accounts.of(request.id);
  knownConfiguration(paymentConfigurations, name);
  paymentConfigurations.delete(name);
  return { body: { success: true } };
};

/** @throws GraphRefusal when there is none of the name */
export function knownConfiguration(
  configurations: ReadonlyMap<string, JsonObject>,
  name: string,
): JsonObject {
  const found = configurations.get(name);
  if (found) return found;
  throw new GraphRefusal(100, { details: 'There is no payment configuration of this name.' });
}

function linkTo(name: string, state: EmulatorState): JsonObject {
  return {
    oauth_url: `${state.media.baseUrl}/payments/connect?configuration=${encodeURIComponent(name)}`,
    expiration: unixSeconds(state.clock.now()) + LINK_LASTS_S,
  };
}

function codeOf(params: JsonObject, name: string): JsonObject {
  const code = plainText(params[name]);
  return code === undefined ? {} : { [name]: { code, description: `Code ${code}` } };
}
