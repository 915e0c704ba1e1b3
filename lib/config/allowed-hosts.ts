import { META_HOSTS } from './whatsapp.constants';

/** Decides whether a URL may receive the access token. */
export type HostPolicy = (url: URL) => boolean;

/**
 * Meta's hosts over HTTPS on its standard port, and the listed hosts (`host` or `host:port`), over HTTP too: whoever
 * lists a host has chosen it. Hosts are compared as parsed, so that neither `graph.facebook.com.evil.example` nor
 * `https://graph.facebook.com@evil.example` passes. A URL with a user name or password never does.
 */
export function createHostPolicy(allowedHosts: readonly string[] = []): HostPolicy {
  const listed = new Set(allowedHosts.map((host) => host.toLowerCase()));
  return (url) => {
    if (url.username !== '' || url.password !== '') return false;
    if (
      url.protocol === 'https:' &&
      url.port === '' &&
      META_HOSTS.some((host) => matches(host, url.hostname))
    ) {
      return true;
    }
    const standardPort = url.protocol === 'https:' ? 443 : url.protocol === 'http:' ? 80 : undefined;
    if (standardPort === undefined) return false;
    return listed.has(url.host) || (url.port === '' && listed.has(`${url.hostname}:${standardPort}`));
  };
}

/** An entry that starts with a dot stands for all subdomains. */
function matches(entry: string, hostname: string): boolean {
  return entry.startsWith('.') ? hostname.endsWith(entry) : hostname === entry;
}
