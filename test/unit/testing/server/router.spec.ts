import { parsePath, tokenOf } from '../../../../lib/testing/server/router';

describe('parsePath', () => {
  it.each([
    ['/v26.0/1/messages', 'v26.0', '/1/messages', '1', 'messages'],
    ['/1/messages/', undefined, '/1/messages', '1', 'messages'],
    ['/v26.0', 'v26.0', '/', '', ''],
    ['/', undefined, '/', '', ''],
    ['/v26.0x/1', undefined, '/v26.0x/1', 'v26.0x', '1'],
    ['/v26.0/a%20b/c/d', 'v26.0', '/a%20b/c/d', 'a b', 'c/d'],
  ])('splits %s', (pathname, version, path, id, rest) => {
    expect(parsePath(pathname)).toEqual({ version, path, id, rest });
  });
});

describe('tokenOf', () => {
  it('takes the query before the header', () => {
    const [query, none] = [new URLSearchParams('access_token=q'), new URLSearchParams()];
    expect([tokenOf('Bearer h', query), tokenOf(undefined, query)]).toEqual(['q', 'q']);
    expect([tokenOf('Bearer h', none), tokenOf('OAuth h', none)]).toEqual(['h', 'h']);
    expect([tokenOf('Basic h', none), tokenOf(undefined, none)]).toEqual([undefined, undefined]);
  });
});
