import type { AccountRecord } from '../../model/account-record';
import type { EmulatorState } from '../../model/emulator-state';
import { unixSeconds } from '../../model/graph-date';
import { isObject } from '../../model/json';
import { selectFields } from '../fields';
import { pageOf } from '../graph-page';
import { plainText, requireThat } from '../required';
import type { RouteAnswer, RouteHandler, RouteRequest } from '../route.interface';
import { accountFields } from './waba-node';

/** `GET /{business}`. */
export const getBusiness: RouteHandler = ({ id, query }, { state }) => {
  const { name, verificationStatus } = state.accounts.portfolio(id);
  const [account] = state.wabaIds.map((wabaId) => state.accounts.of(wabaId)).filter(isLinked(id));
  const node = {
    id,
    name,
    timezone_id: account?.timezoneId,
    verification_status: verificationStatus,
    marketing_messages_onboarding_status: account?.marketingMessagesOnboardingStatus,
    whatsapp_business_manager_messaging_limit: account?.messagingLimit,
  };
  return { body: selectFields(node, query.get('fields'), { type: 'Business', defaults: 'id,name' }) };
};

/** `GET /{business}/owned_whatsapp_business_accounts`. */
export const listOwnedAccounts: RouteHandler = (request, { state }) =>
  accountsAnswer(request, state, 'owned_whatsapp_business_accounts', (account) =>
    isOwned(request.id)(account),
  );

/** `GET /{business}/client_whatsapp_business_accounts`. */
export const listSharedAccounts: RouteHandler = (request, { state }) =>
  accountsAnswer(request, state, 'client_whatsapp_business_accounts', ({ sharedWith }) =>
    sharedWith.has(request.id),
  );

/** `GET /{user}/assigned_whatsapp_business_accounts`. */
export const listAssignedAccounts: RouteHandler = (request, { state }) =>
  accountsAnswer(request, state, 'assigned_whatsapp_business_accounts', ({ users }) => users.has(request.id));

/** `POST /{business}/system_user_access_tokens`: the token of a customer. */
export const getCustomerToken: RouteHandler = async (request) => {
  const params = await request.params();
  requireThat(plainText(params['fetch_only']) === 'true', 'fetch_only must be true');
  return { body: { access_token: request.number.accessToken } };
};

const isOwned =
  (id: string) =>
  ({ ownerBusinessId }: AccountRecord): boolean =>
    ownerBusinessId === id;

const isLinked =
  (id: string) =>
  (account: AccountRecord): boolean =>
    isOwned(id)(account) || account.sharedWith.has(id);

/** A list of the accounts that the token may see, oldest first unless it is asked otherwise. */
function accountsAnswer(
  request: RouteRequest,
  state: EmulatorState,
  edge: string,
  fits: (account: AccountRecord) => boolean,
): RouteAnswer {
  const { query, number } = request;
  const find = query.get('find');
  const isInTime = creationFilter(query.get('filtering'));
  const mine = [...state.numbers.values()].filter(({ accessToken }) => accessToken === number.accessToken);
  const accounts = [...new Set(mine.map(({ wabaId }) => wabaId))]
    .map((wabaId) => state.accounts.of(wabaId))
    .filter((account) => fits(account) && isInTime(account) && (find === null || account.wabaId === find))
    .sort((a, b) => a.createdAt - b.createdAt);
  if (query.get('sort') === 'creation_time_descending') accounts.reverse();
  const nodes = accounts.map(({ wabaId }) => accountFields(wabaId, state, query.get('fields')));
  return { body: pageOf(nodes, request, edge, state) };
}

/** `filtering`: bounds of `creation_time`. */
function creationFilter(filtering: string | null): (account: AccountRecord) => boolean {
  if (filtering === null) return () => true;
  const bounds = listIn(filtering);
  requireThat(
    bounds?.every(
      (bound) =>
        isObject(bound) &&
        bound['field'] === 'creation_time' &&
        ['GREATER_THAN', 'LESS_THAN'].includes(String(bound['operator'])),
    ) === true,
    'filtering takes a list of bounds of creation_time',
  );
  return ({ createdAt }) =>
    (bounds ?? []).every((bound) => {
      const { operator, value } = bound as Record<string, unknown>;
      const at = unixSeconds(createdAt);
      return operator === 'GREATER_THAN' ? at > Number(value) : at < Number(value);
    });
}

function listIn(text: string): unknown[] | undefined {
  try {
    const parsed: unknown = JSON.parse(text);
    return Array.isArray(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}
