import { createHash, timingSafeEqual } from 'node:crypto';

/**
 * Reads the request that Meta makes when the callback URL is set.
 *
 * @param url path and query as received: the application's query parser may nest, split or drop what it sees
 * @returns the challenge to answer with, or `undefined` when the request must be refused
 * @see https://developers.facebook.com/docs/graph-api/webhooks/getting-started#verification-requests
 */
export function readChallenge(url: string, verifyToken: string): string | undefined {
  const start = url.indexOf('?');
  const query = new URLSearchParams(start === -1 ? '' : url.slice(start + 1));
  const mode = single(query, 'hub.mode');
  const token = single(query, 'hub.verify_token');
  const challenge = single(query, 'hub.challenge');
  // Compared whatever the rest looks like, so that the time taken tells nothing.
  const known = equalInConstantTime(token ?? '', verifyToken);
  return known && verifyToken !== '' && mode === 'subscribe' ? challenge : undefined;
}

/** A parameter that occurs exactly once. */
function single(query: URLSearchParams, name: string): string | undefined {
  const values = query.getAll(name);
  return values.length === 1 ? values[0] : undefined;
}

/** Digests have one length, so that not even the length of the token shows. */
function equalInConstantTime(a: string, b: string): boolean {
  return timingSafeEqual(createHash('sha256').update(a).digest(), createHash('sha256').update(b).digest());
}
