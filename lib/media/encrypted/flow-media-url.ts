/**
 * Whether a `cdn_url` leads to WhatsApp's CDN over https. The value arrives inside a request, so anything else is not
 * fetched.
 * @publicApi
 */
export function isFlowMediaUrl(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, username, password, port } = new URL(url);
  return (
    protocol === 'https:' &&
    (hostname === 'whatsapp.net' || hostname.endsWith('.whatsapp.net')) &&
    username === '' &&
    password === '' &&
    port === ''
  );
}
