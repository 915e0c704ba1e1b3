import { GraphRefusal } from '../graph-refusal';
import type { RouteHandler } from '../route.interface';

/** `GET <cdn_url>`: an encrypted file of a flow, kept for 20 days. The CDN is open to all; a token is a mistake. */
export const downloadFlowMedia: RouteHandler = ({ query, headers }, { state }) => {
  if (headers.authorization !== undefined || query.has('access_token')) {
    const details = 'The request carries an access token, which must go to the Graph API only.';
    throw new GraphRefusal(100, { status: 400, details });
  }
  const file = state.media.published(query);
  if (!file) throw new GraphRefusal(100, { status: 404, details: 'The file has expired or is unknown.' });
  return { body: file, headers: { 'content-type': 'application/octet-stream' } };
};
