import type { RouteHandler } from '../route.interface';
import { GraphRefusal } from '../graph-refusal';

/** `GET <url>`: the bytes of a media, under the URL of its info. The URL works for 5 minutes. */
export const downloadMedia: RouteHandler = ({ query, number }, { state }) => {
  const media = state.media.fromUrl(query);
  if (!media || state.numbers.get(media.phoneNumberId)?.accessToken !== number.accessToken) {
    throw new GraphRefusal(100, { status: 404, details: 'The media URL has expired or is unknown.' });
  }
  return { body: media.data, headers: { 'content-type': media.mimeType } };
};
