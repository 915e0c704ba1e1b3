import { sha256 } from '../../model/media-store';
import { unknownNode } from '../graph-refusal';
import type { RouteHandler } from '../route.interface';

/** `GET /{media}`: URL, type and hash of a media. */
export const getMedia: RouteHandler = ({ method, id, query }, { state }) => {
  const media = state.media.get(id);
  const onlyOf = query.get('phone_number_id');
  if (!media || (onlyOf !== null && onlyOf !== media.phoneNumberId)) throw unknownNode(method, id);
  return {
    body: {
      messaging_product: 'whatsapp',
      url: state.media.urlOf(media, 'api'),
      mime_type: media.mimeType,
      sha256: sha256(media, 'hex'),
      file_size: String(media.data.length),
      id: media.id,
    },
  };
};
