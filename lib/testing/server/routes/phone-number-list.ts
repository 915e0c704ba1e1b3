import type { EmulatedNumber } from '../../model/emulated-number.interface';
import { objectsOf } from '../../model/json';
import { pageOf, summaryOf } from '../graph-page';
import { GraphRefusal } from '../graph-refusal';
import type { RouteHandler } from '../route.interface';
import { plainText, requiredText } from '../required';
import { numberFields, numberNode } from './phone-number-node';

const DEFAULT_CALLING_CODE = '1';

function conditionsOf(filtering: string | null): { field: string; value: unknown }[] {
  if (filtering === null) return [];
  try {
    const parsed: unknown = JSON.parse(filtering);
    return objectsOf(parsed).map(({ field, value }) => ({ field: String(field), value }));
  } catch {
    throw new GraphRefusal(100, { details: 'filtering must be a JSON array' });
  }
}

/** `GET /{waba}/phone_numbers`. */
export const listNumbers: RouteHandler = (request, { state }) => {
  const { query, id } = request;
  const conditions = conditionsOf(query.get('filtering'));
  const found = [...state.numbers.values()].filter((number) => {
    const node = numberNode(number, state);
    return number.wabaId === id && conditions.every(({ field, value }) => node[field] === value);
  });
  const at = ({ phoneNumberId }: EmulatedNumber): number =>
    state.numberRecords.of(phoneNumberId).onboardedAt ?? 0;
  const sort = query.get('sort') ?? '';
  if (sort.includes('last_onboarded_time')) found.sort((a, b) => at(a) - at(b));
  if (sort.includes('desc')) found.reverse();
  const nodes = found.map((number) => numberFields(number, state, query.get('fields')));
  const summary = summaryOf(request, { total_count: nodes.length });
  return { body: { ...pageOf(nodes, request, 'phone_numbers', state), ...summary } };
};

/** `POST /{waba}/phone_numbers`: adds a number, which must be verified and registered before it can send. */
export const createNumber: RouteHandler = async (request, { state }) => {
  const params = await request.params();
  const code = plainText(params['cc'] ?? params['country_code']) ?? DEFAULT_CALLING_CODE;
  const digits = code + requiredText(params, 'phone_number').replace(/\D/g, '');
  const verifiedName = requiredText(params, 'verified_name');
  if ([...state.numbers.values()].some((number) => number.displayPhoneNumber === digits)) {
    throw new GraphRefusal(100, {
      subcode: 2388012,
      userMessage: 'This phone number has already been added to your WhatsApp Business Account.',
    });
  }
  const number: EmulatedNumber = {
    phoneNumberId: state.ids.number(),
    displayPhoneNumber: digits,
    wabaId: request.id,
    accessToken: request.number.accessToken,
  };
  state.numbers.set(number.phoneNumberId, number);
  state.numberRecords.added.add(number.phoneNumberId);
  const record = state.numberRecords.of(number.phoneNumberId);
  record.verifiedName = verifiedName;
  if (params['preverified_id'] !== undefined) record.codeVerificationStatus = 'VERIFIED';
  return { body: { id: number.phoneNumberId } };
};
