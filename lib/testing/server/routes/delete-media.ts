import { unknownNode } from '../graph-refusal';
import type { RouteHandler } from '../route.interface';

/** `DELETE /{media}`. */
export const deleteMedia: RouteHandler = ({ method, id, query }, { state }) => {
  const onlyOf = query.get('phone_number_id');
  if (onlyOf !== null && onlyOf !== state.media.get(id)?.phoneNumberId) throw unknownNode(method, id);
  state.media.delete(id);
  return { body: { success: true } };
};
