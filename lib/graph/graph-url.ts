import type { WhatsAppAccount } from '../config/account.interface';
import type { HostPolicy } from '../config/allowed-hosts';
import { createHostPolicy } from '../config/allowed-hosts';
import { DEFAULT_API_VERSION, DEFAULT_GRAPH_URL } from '../config/whatsapp.constants';
import type { WhatsAppModuleOptions } from '../config/whatsapp-options.interface';
import { WhatsAppConfigurationError } from '../errors/configuration.error';
import { PayloadValidationError } from '../errors/payload-validation.error';
import type { GraphRequest } from './graph-request.interface';

/** Where a request goes. */
export interface Target {
  readonly url: string;
  readonly origin: string;
  /** Path and query, as written on the wire. */
  readonly path: string;
  /** Whether the access token may go there. */
  readonly authorize: boolean;
}

const RELATIVE = /^[\w.~!$&'()*+,;=:@%/-]+(?:\?[^\s#]*)?$/;
const DOTS = /(?:^|\/)(?:\.|%2e){1,2}(?:[/?]|$)/i;

/** Builds the URLs of requests, and knows which of them may carry the access token. */
export class GraphUrls {
  private readonly base: Target;
  private readonly mayHaveToken: HostPolicy;

  /** @throws WhatsAppConfigurationError when the host of `graphUrl` may not receive the token. */
  constructor(options: Pick<WhatsAppModuleOptions, 'graphUrl' | 'apiVersion' | 'allowedHosts'>) {
    this.mayHaveToken = createHostPolicy(options.allowedHosts);
    const graphUrl = (options.graphUrl ?? DEFAULT_GRAPH_URL).replace(/\/+$/, '');
    this.base = this.locate(new URL(`${graphUrl}/${options.apiVersion ?? DEFAULT_API_VERSION}/`));
    if (!this.base.authorize) {
      throw new WhatsAppConfigurationError(
        'graphUrl: its host may not receive the access token, see `allowedHosts`.',
      );
    }
  }

  /**
   * The target of a path below the version, or of an absolute URL.
   * @throws PayloadValidationError for paths that would lead elsewhere, and for URLs of hosts that are not allowed.
   */
  resolve(path: string, query?: GraphRequest['query']): Target {
    if (/^[a-z][a-z\d+.-]*:\/\//i.test(path)) return this.absolute(path, query);
    const relative = path.startsWith('/') ? path.slice(1) : path;
    if (!RELATIVE.test(relative) || relative.startsWith('/') || DOTS.test(relative)) {
      throw refused('must be a path below the version such as `123/messages`; encode ids with `pathOf`');
    }
    const tail = withQuery(relative, query);
    const { url, origin, path: prefix } = this.base;
    return { url: url + tail, origin, path: prefix + tail, authorize: true };
  }

  /** The target that a URL names, allowed or not. */
  locate(url: URL): Target {
    const path = url.pathname + url.search;
    return { url: url.origin + path, origin: url.origin, path, authorize: this.mayHaveToken(url) };
  }

  /**
   * The target of a redirect, or `undefined` when it should not be followed: hosts that may not have the token are
   * visited over HTTPS only.
   */
  redirect(from: Target, location: unknown): Target | undefined {
    if (typeof location !== 'string' || !URL.canParse(location, from.url)) return undefined;
    const url = new URL(location, from.url);
    if (url.username !== '' || url.password !== '') return undefined;
    const target = this.locate(url);
    if (!target.authorize && url.protocol !== 'https:') return undefined;
    // The token never moves on: a host that may have it gets it from us, not because another host says so.
    return { ...target, authorize: from.authorize && target.origin === from.origin };
  }

  private absolute(path: string, query: GraphRequest['query']): Target {
    if (!URL.canParse(path)) throw refused('is no valid URL');
    const url = new URL(path);
    // Some paging links hold the token, which travels in a header only.
    if (url.searchParams.has('access_token')) url.searchParams.delete('access_token');
    const target = this.locate(url);
    if (!target.authorize) {
      throw refused(
        'is the URL of a host that may not receive the access token; add the host to `allowedHosts`',
      );
    }
    const tail = withQuery(target.path, query);
    return { ...target, url: target.origin + tail, path: tail };
  }
}

/**
 * Joins path segments, each encoded, so that an id can never lead to another endpoint.
 * @example pathOf(phoneNumberId, 'messages')
 * @throws PayloadValidationError when a segment is empty or made of dots.
 */
export function pathOf(...segments: readonly (string | undefined)[]): string {
  return segments
    .map((segment) => {
      if (!segment || /^\.+$/.test(segment)) throw refused('has an empty id');
      return encodeURIComponent(segment);
    })
    .join('/');
}

/**
 * The phone number id of an account, as a path segment.
 * @throws WhatsAppConfigurationError when the account has none.
 */
export function phoneNumberPath(account: WhatsAppAccount): string {
  return accountPath(account, 'phoneNumberId');
}

/**
 * The WABA id of an account, as a path segment.
 * @throws WhatsAppConfigurationError when the account has none.
 */
export function wabaPath(account: WhatsAppAccount): string {
  return accountPath(account, 'wabaId');
}

/**
 * Method and path without ids, e.g. `POST /{id}/messages`: for messages of errors, and as a label of few values.
 */
export function operationOf(method: string, path: string): string {
  const [pathname = ''] = path.replace(/^[a-z][a-z\d+.-]*:\/\/[^/?]*/i, '').split('?');
  const segments = pathname.split('/').filter((segment) => segment !== '' && !/^v\d+\.\d+$/.test(segment));
  return `${method} /${segments.map((segment) => (/^[a-z][a-z_]*$/.test(segment) ? segment : '{id}')).join('/')}`;
}

function accountPath(account: WhatsAppAccount, id: 'phoneNumberId' | 'wabaId'): string {
  const value = account[id];
  if (value) return pathOf(value);
  throw new WhatsAppConfigurationError(
    `${id}: the account has none. Set it in the module options, return it from the account resolver, or pass it with ` +
      'the call. Dashboard: WhatsApp, API Setup.',
  );
}

function withQuery(path: string, query: GraphRequest['query']): string {
  if (!query) return path;
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(query))
    if (value !== undefined) params.append(key, String(value));
  const text = params.toString();
  return text === '' ? path : `${path}${path.includes('?') ? '&' : '?'}${text}`;
}

function refused(message: string): PayloadValidationError {
  return new PayloadValidationError('graph request', [{ path: 'path', message }]);
}
