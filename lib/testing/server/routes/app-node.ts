import { selectFields } from '../fields';
import type { RouteHandler } from '../route.interface';

/** `GET /{app}`. */
export const getApp: RouteHandler = ({ id, query }) => {
  const node = { id, name: 'Emulator', link: `https://www.facebook.com/games/?app_id=${id}` };
  return { body: selectFields(node, query.get('fields'), { type: 'Application', defaults: 'id,name,link' }) };
};
