import type { EmulatorState } from '../../model/emulator-state';
import type { JsonObject } from '../../model/json';
import type { EmulatedAllocation, PortfolioRecord } from '../../model/portfolio-record';
import { selectFields } from '../fields';
import { pageOf } from '../graph-page';
import { unknownNode } from '../graph-refusal';
import { requiredText, requireThat } from '../required';
import type { RouteHandler, RouteRequest } from '../route.interface';

const SHAPE = { type: 'ExtendedCreditAllocationConfig', defaults: 'id,receiving_business' };

/** `GET /{business}/extendedcredits`. */
export const listCreditLines: RouteHandler = (request, { state }) => {
  const nodes = [...state.accounts.portfolio(request.id).creditLines].map(([id, name]) =>
    selectFields({ id, legal_entity_name: name }, request.query.get('fields'), {
      type: 'ExtendedCredit',
      defaults: 'id,legal_entity_name',
    }),
  );
  return { body: pageOf(nodes, request, 'extendedcredits', state) };
};

/** `POST /{credit line}/whatsapp_credit_sharing`: with a portfolio. */
export const shareCreditLine: RouteHandler = async (request, { state }) => {
  const business = requiredText(await request.params(), 'receiving_business_id');
  const allocation = allocate(request, business, state);
  return { body: { success: true, allocation_config_id: allocation.id } };
};

/**
 * `POST /{credit line}/whatsapp_credit_attach`, and `…/whatsapp_credit_sharing_and_attach`, which does both: the line pays
 * for an account.
 */
export const attachCreditLine: RouteHandler = async (request, { state }) => {
  const params = await request.params();
  const wabaId = requiredText(params, 'waba_id');
  const currency = requiredText(params, 'waba_currency');
  if (!state.wabaIds.includes(wabaId)) throw unknownNode('POST', wabaId);
  requireThat(/^[A-Z]{3}$/.test(currency), 'waba_currency must be a currency code');
  const account = state.accounts.of(wabaId);
  const allocation = allocate(request, account.ownerBusinessId, state);
  account.primaryFundingId = allocation.credentialId;
  account.currency = currency;
  return { body: { success: true, waba_id: wabaId, allocation_config_id: allocation.id } };
};

/** `GET /{credit line}/owning_credit_allocation_configs`. */
export const listAllocations: RouteHandler = (request, { state }) => {
  const { id, query } = request;
  const business = query.get('receiving_business_id');
  requireThat(business !== null, 'receiving_business_id is required');
  const nodes = [...ownerOf(request, state).allocations.values()]
    .filter((each) => each.creditLineId === id && each.receivingBusinessId === business)
    .map((each) => selectFields(nodeOf(each, state), query.get('fields'), SHAPE));
  return { body: pageOf(nodes, request, 'owning_credit_allocation_configs', state) };
};

/** `GET /{allocation}`. */
export const getAllocation: RouteHandler = (request, { state }) => ({
  body: selectFields(nodeOf(allocationOf(request, state), state), request.query.get('fields'), SHAPE),
});

/** `DELETE /{allocation}`: the accounts that it pays for have no funding any more. */
export const revokeAllocation: RouteHandler = (request, { state }) => {
  const allocation = allocationOf(request, state);
  allocation.revoked = true;
  for (const wabaId of state.wabaIds) {
    const account = state.accounts.of(wabaId);
    if (account.primaryFundingId === allocation.credentialId) account.primaryFundingId = undefined;
  }
  return { body: { success: true } };
};

/** A line is shared with a portfolio once. */
function allocate(request: RouteRequest, businessId: string, state: EmulatorState): EmulatedAllocation {
  const { allocations } = ownerOf(request, state);
  const known = [...allocations.values()].find(
    (each) => !each.revoked && each.creditLineId === request.id && each.receivingBusinessId === businessId,
  );
  if (known) return known;
  const allocation = {
    id: state.ids.node(),
    creditLineId: request.id,
    receivingBusinessId: businessId,
    credentialId: state.ids.node(),
    revoked: false,
  };
  allocations.set(allocation.id, allocation);
  return allocation;
}

function ownerOf({ number }: RouteRequest, { accounts }: EmulatorState): PortfolioRecord {
  return accounts.portfolio(accounts.of(number.wabaId).ownerBusinessId);
}

function allocationOf(request: RouteRequest, state: EmulatorState): EmulatedAllocation {
  const allocation = ownerOf(request, state).allocations.get(request.id);
  if (!allocation) throw unknownNode(request.method, request.id);
  return allocation;
}

function nodeOf(
  { id, receivingBusinessId, credentialId, revoked }: EmulatedAllocation,
  { accounts }: EmulatorState,
): JsonObject {
  return {
    id,
    receiving_business: { id: receivingBusinessId, name: accounts.portfolio(receivingBusinessId).name },
    receiving_credential: { id: credentialId },
    request_status: revoked ? 'DELETED' : undefined,
  };
}
