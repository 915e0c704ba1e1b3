import fc from 'fast-check';
import { usernameProblem } from '../../../lib/usernames/username.rule';
import { UsernamesService } from '../../../lib/usernames/usernames.service';
import { RecordingGraph, refusals } from '../../support/recording-graph';

const graph = new RecordingGraph();
const usernames = new UsernamesService(graph.client, graph.validator);

beforeEach(() => {
  graph.requests.length = 0;
  graph.answer({ status: 'reserved' });
});

describe('UsernamesService', () => {
  it('reads a username, and that there is none', async () => {
    graph.answer({ username: 'lucky.shrub', status: 'approved' }, { status: 'active' });
    await expect(usernames.get()).resolves.toMatchObject({ username: 'lucky.shrub', status: 'approved' });
    await expect(usernames.get()).resolves.toEqual({ status: 'active', raw: { status: 'active' } });
    expect(graph.sent[0]).toEqual({ method: 'GET', path: '100/username' });
  });

  it('asks for a username, and takes it over only when told to', async () => {
    await expect(usernames.set('Lucky_Shrub')).resolves.toEqual({
      username: 'Lucky_Shrub',
      status: 'reserved',
      raw: { status: 'reserved' },
    });
    await usernames.set('lucky_shrub', { transfer: true });
    expect(graph.sent.map(({ method, path, body }) => [method, path, body])).toEqual([
      ['POST', '100/username', { username: 'Lucky_Shrub' }],
      ['POST', '100/username', { username: 'lucky_shrub', transfer_action: 'force_transfer' }],
    ]);
  });

  it('gives it up, and tells the names that are held', async () => {
    graph.answer({ success: true }, { data: [{ username_suggestions: ['a.b', 'a_b'] }, {}] }, {});
    await usernames.delete();
    await expect(usernames.suggestions()).resolves.toEqual(['a.b', 'a_b']);
    await expect(usernames.suggestions()).resolves.toEqual([]);
    expect(graph.sent.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'DELETE 100/username',
      'GET 100/username_suggestions',
      'GET 100/username_suggestions',
    ]);
  });

  it.each([
    ['ab', 'must have at least 3 characters, has 2'],
    ['x'.repeat(36), 'must have at most 35 characters, has 36'],
    ['lucky-shrub', 'must have letters a to z, digits, . and _ only'],
    ['123.45', 'must have a letter'],
    ['.lucky', 'must not begin or end with a dot, nor have two in a row'],
    ['lucky.', 'must not begin or end with a dot, nor have two in a row'],
    ['lucky..shrub', 'must not begin or end with a dot, nor have two in a row'],
    ['www.lucky', 'must not begin with www'],
    ['luckyshrub.com', 'must not end like a domain'],
  ])('refuses %s', async (name, message) => {
    await expect(refusals(() => usernames.set(name))).resolves.toEqual([`username: ${message}`]);
    expect(graph.requests).toEqual([]);
  });

  it('takes every name of letters, digits and underscores that begins with a letter other than w', () => {
    const names = fc
      .stringMatching(/^[a-v][a-z0-9_]{2,34}$/)
      .filter((name) => name.length >= 3 && name.length <= 35);
    fc.assert(fc.property(names, (name) => usernameProblem(name) === undefined));
  });
});
