import fc from 'fast-check';
import { WhatsAppConfigurationError } from '../../../lib/errors/configuration.error';
import { PayloadValidationError } from '../../../lib/errors/payload-validation.error';
import { GraphUrls, operationOf, pathOf, phoneNumberPath, wabaPath } from '../../../lib/graph/graph-url';

const urls = new GraphUrls({ allowedHosts: ['listed.test'] });

describe('GraphUrls.resolve', () => {
  it.each<[string, string]>([
    ['123/messages', '/v26.0/123/messages'],
    ['/123/messages', '/v26.0/123/messages'],
    ['me?fields=id', '/v26.0/me?fields=id&limit=2'],
    ['upload:MTphdH?sig=ARZ0', '/v26.0/upload:MTphdH?sig=ARZ0&limit=2'],
  ])('%s', (path, expected) => {
    const target = urls.resolve(path, path.includes('?') ? { limit: 2 } : undefined);
    expect(target).toEqual({
      url: `https://graph.facebook.com${expected}`,
      origin: 'https://graph.facebook.com',
      path: expected,
      authorize: true,
    });
  });

  it('encodes the query and leaves out what is undefined', () => {
    const query = { fields: 'id,name{x}', 'a b': 'ü&=', limit: 3, summary: true, after: undefined };
    expect(urls.resolve('1', query).path).toBe(
      '/v26.0/1?fields=id%2Cname%7Bx%7D&a+b=%C3%BC%26%3D&limit=3&summary=true',
    );
    expect(urls.resolve('1', { after: undefined }).path).toBe('/v26.0/1');
  });

  it.each([
    '',
    '/',
    '//evil.example/x',
    '../me',
    '1/../2',
    '1/%2e%2E/2',
    '1/..?x',
    '.',
    'a b',
    'a#b',
    'a\nb',
    'a\\b',
    '1?a b',
  ])('refuses the path %j', (path) => expect(() => urls.resolve(path)).toThrow(PayloadValidationError));

  it.each([
    'https://evil.example/x',
    'https://graph.facebook.com.evil.example/x',
    'https://graph.facebook.com@evil.example/x',
    'https://user:pw@graph.facebook.com/x',
    'http://graph.facebook.com/x',
    'https://graph.facebook.com:8443/x',
    'https://evilfbcdn.net/x',
    'https://graph.facebook.com./x',
    'ftp://graph.facebook.com/x',
    'ftp://listed.test/x',
    'https://[bad',
  ])('refuses %s', (url) => expect(() => urls.resolve(url)).toThrow(PayloadValidationError));

  it.each([
    'https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=1&hash=x',
    'https://api.facebook.com/1/message_templates/archive',
    'https://scontent.xx.fbcdn.net/v/t1',
    'HTTPS://GRAPH.FACEBOOK.COM/v25.0/1',
  ])('allows %s', (url) =>
    expect(urls.resolve(url)).toMatchObject({ authorize: true, url: new URL(url).href }),
  );

  it('takes the token out of paging links', () => {
    const link = 'https://graph.facebook.com/v26.0/1/x?access_token=EAAsecret&limit=1&after=Q';
    expect(urls.resolve(link, { limit: 5 }).path).toBe('/v26.0/1/x?limit=1&after=Q&limit=5');
  });

  it('keeps the path of a gateway, and lets listed hosts use HTTP', () => {
    const gateway = new GraphUrls({
      graphUrl: 'http://Gateway.internal:8080/meta/',
      apiVersion: 'v25.0',
      allowedHosts: ['gateway.INTERNAL:8080'],
    });
    expect(gateway.resolve('1/messages').url).toBe('http://gateway.internal:8080/meta/v25.0/1/messages');
    expect(() => gateway.resolve('http://gateway.internal/x')).toThrow(PayloadValidationError);
  });

  it('takes a listed standard port with and without its number', () => {
    const named = new GraphUrls({ allowedHosts: ['a.test:443', 'b.test:80', 'c.test'] });
    for (const url of ['https://a.test/', 'http://b.test/', 'https://c.test/', 'http://c.test/']) {
      expect(named.resolve(url).authorize).toBe(true);
    }
    for (const url of ['http://a.test/', 'https://b.test/', 'https://c.test:1/']) {
      expect(() => named.resolve(url)).toThrow(PayloadValidationError);
    }
  });

  it('refuses a base that may not receive the token', () => {
    expect(() => new GraphUrls({ graphUrl: 'https://evil.example' })).toThrow(WhatsAppConfigurationError);
  });
});

describe('GraphUrls.redirect', () => {
  const from = urls.resolve('123');

  it('follows relative and absolute locations, and says whether the token may go along', () => {
    expect(urls.redirect(from, '/x?y=1')).toMatchObject({
      url: 'https://graph.facebook.com/x?y=1',
      authorize: true,
    });
    expect(urls.redirect(from, 'https://cdn.example/x')).toMatchObject({ authorize: false, path: '/x' });
  });

  it.each([
    undefined,
    1,
    'https://[bad',
    'http://cdn.example/x',
    'file:///etc/passwd',
    'https://a:b@cdn.example/',
  ])('does not follow %s', (location) => expect(urls.redirect(from, location)).toBeUndefined());
});

describe('paths', () => {
  it('encodes each segment', () => {
    expect(pathOf('123', 'messages')).toBe('123/messages');
    expect(pathOf('a/b?c#d e')).toBe('a%2Fb%3Fc%23d%20e');
  });

  it.each(['', '.', '..', undefined])('refuses the segment %j', (segment) =>
    expect(() => pathOf('1', segment)).toThrow(PayloadValidationError),
  );

  it('never leads out of its segment, whatever the id', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (id) => {
        fc.pre(!/^\.+$/.test(id));
        const { url } = urls.resolve(pathOf(id, 'messages'));
        expect(new URL(url).pathname.split('/')).toHaveLength(4);
        expect(decodeURIComponent(new URL(url).pathname.split('/')[2] ?? '')).toBe(id);
      }),
    );
  });

  it('takes the ids of accounts, and names the option that is missing', () => {
    const account = { accessToken: 't', phoneNumberId: '1', wabaId: '2' };
    expect([phoneNumberPath(account), wabaPath(account)]).toEqual(['1', '2']);
    expect(() => phoneNumberPath({ accessToken: 't' })).toThrow(/^phoneNumberId: the account has none/);
    expect(() => wabaPath({ accessToken: 't' })).toThrow(WhatsAppConfigurationError);
  });

  it.each<[string, string]>([
    ['https://graph.facebook.com/v26.0/123/messages', 'POST /{id}/messages'],
    ['https://graph.facebook.com/v26.0/123/call_permissions?user_wa_id=1555', 'POST /{id}/call_permissions'],
    ['123/Message-1', 'POST /{id}/{id}'],
    ['https://lookaside.fbsbx.com', 'POST /'],
  ])('labels %s without ids', (path, label) => expect(operationOf('POST', path)).toBe(label));
});
