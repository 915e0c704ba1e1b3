import { RoutePaths } from '../../../../lib/http/raw-body/route-paths';
import type { RouteMatching } from '../../../../lib/http/raw-body/route-paths';

function paths(matching: RouteMatching, ...all: string[]): RoutePaths {
  const routes = new RoutePaths(matching);
  for (const path of all) routes.add(path);
  return routes;
}

describe('RoutePaths', () => {
  it.each([
    ['/api/webhook', true],
    ['/api/webhook?a=b', true],
    ['/api/webhook/', true],
    ['/api/webhook/?a=b', true],
    ['/API/Webhook', true],
    ['/api/webhook//', false],
    ['/api/webhooks', false],
    ['/api/webhoo', false],
    ['/x/api/webhook', false],
    ['/api/webhook/x', false],
    ['/x?/api/webhook', false],
    ['/', false],
    ['', false],
  ])('as Express does by default: %s is %s', (url, expected) => {
    expect(paths({ caseSensitive: false, strict: false }, '/api/webhook').includes(url)).toBe(expected);
    expect(paths({}, '/Api/Webhook/').includes(url)).toBe(expected);
  });

  it('with exact settings', () => {
    const routes = paths({ caseSensitive: true, strict: true }, '/Api/webhook');
    expect(routes.includes('/Api/webhook?x')).toBe(true);
    expect(routes.includes('/api/webhook')).toBe(false);
    expect(routes.includes('/Api/webhook/')).toBe(false);
  });

  it('several paths, such as versions', () => {
    const routes = paths({}, '/v1/hook', '/v2/hook');
    expect(['/v1/hook', '/v2/hook?x', '/v3/hook'].map((url) => routes.includes(url))).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('the root', () => {
    expect(['/', '/?a', '/a', ''].map((url) => paths({}, '/').includes(url))).toEqual([
      true,
      true,
      false,
      true,
    ]);
  });

  it('parameters that fill a segment', () => {
    const routes = paths({}, '/tenants/:tenant/hook');
    const urls = [
      '/tenants/a/hook',
      '/tenants/a-b.c/hook/?x',
      '/tenants//hook',
      '/tenants/a/b/hook',
      '/tenants/a/hooks',
    ];
    expect(urls.map((url) => routes.includes(url))).toEqual([true, true, false, false, false]);
  });
});
