import { digitsOf } from '../../rules/envelope.rules';
import { GraphRefusal } from '../graph-refusal';
import type { RouteHandler } from '../route.interface';

/** `GET /{phone}/call_permissions`: whether a user lets the number call. */
export const getCallPermissions: RouteHandler = ({ query, number }, { state }) => {
  const phone = query.get('user_wa_id');
  const userId = query.get('recipient');
  if (phone === null && userId === null)
    throw new GraphRefusal(100, { message: '(#100) The parameter user_wa_id is required.' });
  if (!state.calling.permissionReads.take(number.phoneNumberId)) throw new GraphRefusal(613);
  const person = userId === null ? state.personByPhone(digitsOf(phone ?? '')) : state.personByUserId(userId);
  const about = person?.profile.userId ?? `unknown ${userId ?? phone ?? ''}`;
  return { body: state.calling.permissions.answer(number.phoneNumberId, about) };
};
