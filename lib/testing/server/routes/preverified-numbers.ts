import type { EmulatorState } from '../../model/emulator-state';
import { graphDate } from '../../model/graph-date';
import type { JsonObject } from '../../model/json';
import type { EmulatedPreverifiedNumber, PortfolioRecord } from '../../model/portfolio-record';
import { selectFields } from '../fields';
import { pageOf } from '../graph-page';
import { GraphRefusal, unknownNode } from '../graph-refusal';
import { requiredText, requireThat } from '../required';
import type { RouteHandler, RouteRequest } from '../route.interface';

const LASTS_MS = 90 * 24 * 60 * 60 * 1000;
const SHAPE = {
  type: 'WhatsAppBusinessPreVerifiedPhoneNumber',
  defaults: 'id,phone_number,code_verification_status',
};

/** `POST /{business}/add_phone_numbers`. */
export const addPreverifiedNumber: RouteHandler = async (request, { state }) => {
  const phone = requiredText(await request.params(), 'phone_number').replace(/\D/g, '');
  requireThat(phone.length >= 7 && phone.length <= 15, 'phone_number must have 7 to 15 digits');
  const { preverifiedNumbers } = state.accounts.portfolio(request.id);
  requireThat(
    ![...preverifiedNumbers.values()].some((number) => number.phone === phone),
    'The phone number has been added already',
  );
  const id = state.ids.node();
  preverifiedNumbers.set(id, { id, phone, code: undefined, verifiedAt: undefined, partners: new Set() });
  return { body: { id } };
};

/** `GET /{business}/preverified_numbers`. */
export const listPreverifiedNumbers: RouteHandler = (request, { state }) => {
  const { id, query } = request;
  const portfolio = state.accounts.portfolio(id);
  const [status, phone] = [query.get('code_verification_status'), query.get('phone_number')];
  const nodes = [...portfolio.preverifiedNumbers.values()]
    .map((number) => nodeOf(number, portfolio, state))
    .filter((node) => status === null || node['code_verification_status'] === status)
    .filter((node) => phone === null || node['phone_number'] === phone)
    .map((node) => selectFields(node, query.get('fields'), SHAPE));
  return { body: pageOf(nodes, request, 'preverified_numbers', state) };
};

/** `GET /{preverified number}`. */
export const getPreverifiedNumber: RouteHandler = (request, { state }) => {
  const { portfolio, number } = found(request, request.id, state);
  return { body: selectFields(nodeOf(number, portfolio, state), request.query.get('fields'), SHAPE) };
};

/** `DELETE /{preverified number}`. */
export const deletePreverifiedNumber: RouteHandler = (request, { state }) => {
  found(request, request.id, state).portfolio.preverifiedNumbers.delete(request.id);
  return { body: { success: true } };
};

/** `GET /{preverified number}/partners`. */
export const listPartners: RouteHandler = (request, { state }) => {
  const nodes = [...found(request, request.id, state).number.partners].map((id) =>
    selectFields({ id, name: state.accounts.portfolio(id).name }, request.query.get('fields'), {
      type: 'Business',
      defaults: 'id,name',
    }),
  );
  return { body: pageOf(nodes, request, 'partners', state) };
};

/** `POST /{preverified number}/request_code`: the code is found in the record of the portfolio. */
export const requestPreverifiedCode: RouteHandler = async (request, { state }) => {
  const params = await request.params();
  const method = requiredText(params, 'code_method');
  requiredText(params, 'language');
  requireThat(['SMS', 'VOICE', 'IVR'].includes(method), 'code_method must be one of {SMS, VOICE, IVR}');
  found(request, request.id, state).number.code = state.ids.verificationCode();
  return { body: { success: true } };
};

/** `POST /{preverified number}/verify_code`. */
export const verifyPreverifiedCode: RouteHandler = async (request, { state }) => {
  const code = requiredText(await request.params(), 'code');
  const { number } = found(request, request.id, state);
  if (number.code === undefined || number.code !== code)
    throw new GraphRefusal(136025, { userMessage: 'The code is not the one that was sent.' });
  number.code = undefined;
  number.verifiedAt = state.clock.now();
  return { body: { success: true } };
};

/** `POST /{business}/share_preverified_numbers`. */
export const sharePreverifiedNumber: RouteHandler = async (request, { state }) => {
  const params = await request.params();
  const { number } = found(request, requiredText(params, 'preverified_id'), state);
  number.partners.add(requiredText(params, 'partner_business_id'));
  return { body: { success: true } };
};

/** `DELETE /{business}/share_preverified_numbers`. */
export const unsharePreverifiedNumber: RouteHandler = async (request, { state }) => {
  const params = await request.params();
  const { number } = found(request, requiredText(params, 'preverified_id'), state);
  const partner = requiredText(params, 'partner_business_id');
  requireThat(number.partners.delete(partner), 'The number is not shared with this business');
  return { body: { success: true } };
};

/** The number of an id, in the portfolio that owns the caller's account. */
function found(
  { method, number: caller }: RouteRequest,
  id: string,
  { accounts }: EmulatorState,
): { readonly portfolio: PortfolioRecord; readonly number: EmulatedPreverifiedNumber } {
  const portfolio = accounts.portfolio(accounts.of(caller.wabaId).ownerBusinessId);
  const number = portfolio.preverifiedNumbers.get(id);
  if (!number) throw unknownNode(method, id);
  return { portfolio, number };
}

function nodeOf(
  { id, phone, verifiedAt }: EmulatedPreverifiedNumber,
  owner: PortfolioRecord,
  { clock }: EmulatorState,
): JsonObject {
  const endsAt = verifiedAt === undefined ? undefined : verifiedAt + LASTS_MS;
  const status = endsAt === undefined ? 'NOT_VERIFIED' : endsAt > clock.now() ? 'VERIFIED' : 'EXPIRED';
  return {
    id,
    phone_number: phone,
    code_verification_status: status,
    code_verification_time: verifiedAt === undefined ? undefined : graphDate(verifiedAt),
    verification_expiry_time: endsAt === undefined ? undefined : graphDate(endsAt),
    owner_business: { id: owner.id, name: owner.name },
  };
}
