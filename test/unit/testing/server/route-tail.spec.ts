import { tailOf } from '../../../../lib/testing/server/router';
import type { Route } from '../../../../lib/testing/server/route.interface';

const route = (path: string): Route => ({
  method: 'GET',
  node: 'number',
  path,
  handle: () => ({ body: {} }),
});

describe('the tail of a path', () => {
  it('is what stands in the place of the star, decoded', () => {
    expect(tailOf(route('message_qrdls/*'), 'message_qrdls/4O4Y')).toBe('4O4Y');
    expect(tailOf(route('message_qrdls/*'), 'message_qrdls/a%2Fb')).toBe('a/b');
  });

  it('is as it stands for several stars, so that each can be decoded', () => {
    expect(tailOf(route('payments/*/*'), 'payments/a%2Fb/c')).toBe('a%2Fb/c');
  });

  it('is empty for routes without a star', () => {
    expect(tailOf(route('messages'), 'messages')).toBe('');
  });
});
