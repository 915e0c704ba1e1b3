import { isIP } from 'node:net';
import type { Readable } from 'node:stream';
import type { Dispatcher } from 'undici';
import { Agent, request } from 'undici';
import type { Clock } from '../../config/clock';
import { MediaSourceError } from '../errors/media-source.error';
import { isPublicAddress, lookupPublic, notPublicError } from './public-address';
import type { StreamFacts } from './stream.input';

const MAX_REDIRECTS = 5;

/** How a URL is fetched. */
export interface FetchContext {
  readonly clock: Clock;
  /** Longest wait for the headers of the answer, milliseconds. */
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
  /** Takes URLs that lead into private networks too. */
  readonly allowPrivateAddresses: boolean;
  /** Whether a redirect may lead there. @default anywhere */
  readonly mayFollow?: ((url: URL) => boolean) | undefined;
  /** The application's own way out, e.g. a proxy. */
  readonly dispatcher?: Dispatcher | undefined;
}

/** An answer that is being read. */
export interface FetchedUrl extends StreamFacts {
  readonly stream: Readable;
}

/**
 * Fetches media from a URL of the application: no access token, few redirects, and only public addresses unless allowed.
 * With a dispatcher of the application the names are looked up there, so that only literal addresses can be checked.
 * @throws MediaSourceError when the URL is not one to fetch or does not answer with the media.
 */
export async function fetchUrl(url: URL, context: FetchContext): Promise<FetchedUrl> {
  const { clock, timeoutMs, signal, allowPrivateAddresses, mayFollow = () => true } = context;
  const own = context.dispatcher ? undefined : createAgent(allowPrivateAddresses);
  const waiting = new AbortController();
  const timer = clock.schedule(() => waiting.abort(), timeoutMs);
  try {
    const answer = await follow(url, {
      dispatcher: context.dispatcher ?? own!,
      signal: signal ? AbortSignal.any([signal, waiting.signal]) : waiting.signal,
      allowPrivateAddresses,
      mayFollow,
    });
    answer.stream.once('close', () => void own?.destroy());
    return answer;
  } catch (error) {
    await own?.destroy();
    throw waiting.signal.aborted ? unreachable('ETIMEDOUT') : brokenUrl(error);
  } finally {
    timer.cancel();
  }
}

/** The error for a URL that fails on the way. Errors of the network name addresses, so that only their code is kept. */
export function brokenUrl(error: unknown): MediaSourceError {
  return error instanceof MediaSourceError ? error : unreachable((error as { code?: unknown }).code);
}

function unreachable(code: unknown): MediaSourceError {
  const text = 'the URL could not be fetched, or not to its end.';
  return new MediaSourceError(text, typeof code === 'string' ? { code } : {});
}

function createAgent(allowPrivateAddresses: boolean): Agent {
  const connect = allowPrivateAddresses ? {} : { lookup: lookupPublic };
  // One connection for each fetch; waits are ended by the signal, which follows the clock.
  return new Agent({ connect, headersTimeout: 0, bodyTimeout: 0, pipelining: 1 });
}

interface Hop {
  readonly dispatcher: Dispatcher;
  readonly signal: AbortSignal;
  readonly allowPrivateAddresses: boolean;
  readonly mayFollow: (url: URL) => boolean;
}

async function follow(start: URL, hop: Hop): Promise<FetchedUrl> {
  let url = start;
  for (let redirects = 0; ; redirects++) {
    checkUrl(url, hop.allowPrivateAddresses);
    const { statusCode, headers, body } = await request(url, {
      dispatcher: hop.dispatcher,
      signal: hop.signal,
      headers: { accept: '*/*', 'accept-encoding': 'identity', 'user-agent': 'nestjs-whatsapp-cloud' },
    });
    if (statusCode === 200 && (headers['content-encoding'] ?? 'identity') === 'identity') {
      return { stream: body, ...factsOf(url, headers) };
    }
    body.on('error', () => undefined).destroy();
    const next = [301, 302, 303, 307, 308].includes(statusCode) ? targetOf(headers, url) : undefined;
    if (next === undefined || !hop.mayFollow(next) || redirects === MAX_REDIRECTS) {
      const text = statusCode === 200 ? 'with a compressed body' : `with HTTP ${statusCode}`;
      throw new MediaSourceError(`the URL answered ${text}.`, { httpStatus: statusCode });
    }
    url = next;
  }
}

function targetOf({ location }: Dispatcher.ResponseData['headers'], from: URL): URL | undefined {
  return typeof location === 'string' && URL.canParse(location, from.href)
    ? new URL(location, from.href)
    : undefined;
}

function checkUrl(url: URL, allowPrivateAddresses: boolean): void {
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    throw new MediaSourceError('only http and https URLs are fetched. Name a file by `{ path }`.');
  }
  if (url.username !== '' || url.password !== '') {
    throw new MediaSourceError('the URL holds a password. Fetch it yourself and give the stream.');
  }
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (!allowPrivateAddresses && isIP(host) !== 0 && !isPublicAddress(host)) throw notPublicError();
}

function factsOf(url: URL, headers: Dispatcher.ResponseData['headers']): StreamFacts {
  const length = Number(headers['content-length'] ?? Number.NaN);
  const type = headers['content-type'];
  return {
    size: Number.isSafeInteger(length) ? length : undefined,
    mimeType: typeof type === 'string' ? type : undefined,
    fileName: lastSegment(url),
  };
}

function lastSegment({ pathname }: URL): string | undefined {
  const segment = pathname.split('/').at(-1);
  try {
    return segment ? decodeURIComponent(segment) : undefined;
  } catch {
    return segment;
  }
}
