import { unixSeconds } from '../../model/graph-date';
import { unknownNode } from '../graph-refusal';
import { requiredText } from '../required';
import type { RouteHandler } from '../route.interface';

/** `GET /{business}/messaging_customer_base`. */
export const listCustomerBases: RouteHandler = ({ id }, { state }) => {
  const bases = [...state.accounts.portfolio(id).customerBases].map(([baseId, name]) => ({
    id: baseId,
    name,
  }));
  return { body: { messaging_customer_bases: bases } };
};

/** `POST /{business}/messaging_customer_base`. */
export const createCustomerBase: RouteHandler = async (request, { state }) => {
  const name = requiredText(await request.params(), 'messaging_customer_base_name');
  const id = state.ids.node();
  state.accounts.portfolio(request.id).customerBases.set(id, name);
  return { body: { messaging_customer_base_id: id } };
};

/** `GET /{waba}/default_messaging_customer_base`. */
export const getDefaultCustomerBase: RouteHandler = ({ id }, { state }) => {
  const { defaultCustomerBase: base } = state.accounts.of(id);
  return {
    body: base ? { default_messaging_customer_base_id: base.id, updated_time: unixSeconds(base.at) } : {},
  };
};

/** `POST /{waba}/default_messaging_customer_base`: one of the portfolio that owns the account. */
export const setDefaultCustomerBase: RouteHandler = async (request, { state }) => {
  const id = requiredText(await request.params(), 'messaging_customer_base_id');
  const account = state.accounts.of(request.id);
  if (!state.accounts.portfolio(account.ownerBusinessId).customerBases.has(id)) throw unknownNode('POST', id);
  account.defaultCustomerBase = { id, at: state.clock.now() };
  return { body: { success: true } };
};
