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
  it('takes the header before the query', () => {
    const query = new URLSearchParams('access_token=q');
    expect([tokenOf('Bearer h', query), tokenOf('OAuth h', query), tokenOf('Basic h', query)]).toEqual([
      'h',
      'h',
      'q',
    ]);
    expect(tokenOf(undefined, new URLSearchParams())).toBeUndefined();
  });
});
