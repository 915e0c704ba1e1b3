import type { AccountRecord } from '../../model/account-record';
import type { EmulatorState } from '../../model/emulator-state';
import { isObject, textOf } from '../../model/json';
import type { JsonObject } from '../../model/json';
import { selectFields } from '../fields';
import { pageOf } from '../graph-page';
import { GraphRefusal } from '../graph-refusal';
import { plainText, requiredText, requireThat } from '../required';
import type { RouteHandler, RouteRequest } from '../route.interface';

const TERMS = 'https://www.facebook.com/legal/ads-manager-marketing-messages-terms';
const SHAPE = {
  type: 'WhatsAppBusinessSignup',
  defaults:
    'id,waba_id,signup_message,confirmation_message,privacy_policy_url,promo_code,status,display_name',
};
const CHANGEABLE = [
  'status',
  'signup_message',
  'confirmation_message',
  'website_url',
  'promo_code',
  'display_name',
];

/** `GET /{waba}/signups`. */
export const listSignups: RouteHandler = (request, { state }) => {
  const nodes = [...state.accounts.of(request.id).signups.values()].map((signup) =>
    signupNode(signup, request.query),
  );
  return { body: pageOf(nodes, request, 'signups', state) };
};

/** `POST /{waba}/signups`: the first one of a business accepts the terms, the others leave them out. */
export const createSignup: RouteHandler = async (request, { state }) => {
  const params = await request.params();
  const account = state.accounts.of(request.id);
  const portfolio = state.accounts.portfolio(account.ownerBusinessId);
  const signup: JsonObject = { id: state.ids.node(), waba_id: request.id, status: 'ACTIVE' };
  for (const name of ['signup_message', 'confirmation_message', 'privacy_policy_url'])
    signup[name] = requiredText(params, name);
  for (const name of ['website_url', 'promo_code', 'display_name'])
    if (params[name] !== undefined) signup[name] = plainText(params[name]);
  requireThat(
    textOf(signup['privacy_policy_url'])?.startsWith('https://') === true,
    'privacy_policy_url must be https',
  );
  checkSignup(signup);
  checkTerms(params['policy'], portfolio.termsAccepted);
  portfolio.termsAccepted = true;
  account.signups.set(String(signup['id']), signup);
  return { body: { id: signup['id'] } };
};

/** `GET /signups/{signup}`. */
export const getSignup: RouteHandler = (request, { state }) => ({
  body: signupNode(found(request, state).signup, request.query),
});

/** `POST /signups/{signup}`: changes what is given. */
export const updateSignup: RouteHandler = async (request, { state }) => {
  const params = await request.params();
  const { account, signup } = found(request, state);
  const given = CHANGEABLE.filter((name) => params[name] !== undefined);
  requireThat(given.length > 0, 'nothing was given to change');
  const changed = { ...signup, ...Object.fromEntries(given.map((name) => [name, plainText(params[name])])) };
  requireThat(
    ['ACTIVE', 'DISABLED'].includes(String(changed['status'])),
    'status must be one of {ACTIVE, DISABLED}',
  );
  checkSignup(changed);
  account.signups.set(request.tail, changed);
  return { body: { success: true } };
};

/** The signup in the path, of an account that the token may speak for. */
function found(
  { tail, number }: RouteRequest,
  { numbers, accounts }: EmulatorState,
): { readonly account: AccountRecord; readonly signup: JsonObject } {
  for (const { accessToken, wabaId } of numbers.values()) {
    const account = accounts.of(wabaId);
    const signup = accessToken === number.accessToken ? account.signups.get(tail) : undefined;
    if (signup) return { account, signup };
  }
  throw refusal(2494164, 'The signup does not exist.');
}

function signupNode(signup: JsonObject, query: URLSearchParams): JsonObject {
  const node = { website_url: undefined, promo_code: undefined, display_name: undefined, ...signup };
  return selectFields(node, query.get('fields'), SHAPE);
}

function checkSignup(signup: JsonObject): void {
  const { signup_message, confirmation_message, display_name } = signup;
  const [website, promoCode] = [plainText(signup['website_url']), plainText(signup['promo_code'])];
  const fits = (value: unknown, max: number): boolean =>
    value === undefined || (plainText(value)?.length ?? Infinity) <= max;
  requireThat(fits(signup_message, 300), 'signup_message must have 1 to 300 characters');
  requireThat(fits(confirmation_message, 300), 'confirmation_message must have 1 to 300 characters');
  requireThat(fits(display_name, 256), 'display_name must have 1 to 256 characters');
  requireThat(
    promoCode === undefined || /^[a-z\d]{1,50}$/i.test(promoCode),
    'promo_code must have 1 to 50 letters and digits',
  );
  if (website !== undefined && !website.startsWith('https://'))
    throw refusal(2494179, 'The website URL must be https.');
  const placeholders = [...String(confirmation_message).matchAll(/\{\{(.*?)\}\}/g)].map(([, name]) => name);
  if (placeholders.some((name) => name !== 'promo_code'))
    throw refusal(2494166, 'The confirmation message has an unknown placeholder.');
  if (placeholders.length > 0 && promoCode === undefined)
    throw refusal(2494167, 'The confirmation message names a promo code that is not given.');
}

function checkTerms(policy: unknown, alreadyAccepted: boolean): void {
  if (policy === undefined) {
    if (!alreadyAccepted) throw refusal(2494168, 'The terms of service were not accepted.');
    return;
  }
  if (alreadyAccepted) throw refusal(2494176, 'The terms of service were accepted before.');
  if (!isObject(policy) || policy['tos'] !== TERMS)
    throw refusal(2494177, 'The URL of the terms is not allowed.');
  if (plainText(policy['accepted']) !== 'true')
    throw refusal(2494168, 'The terms of service were not accepted.');
}

function refusal(subcode: number, message: string): GraphRefusal {
  return new GraphRefusal(100, { subcode, userTitle: 'Invalid signup', userMessage: message });
}
