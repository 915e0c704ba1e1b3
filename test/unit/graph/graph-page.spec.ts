import { inspect } from 'node:util';
import { Logger } from '@nestjs/common';
import fc from 'fast-check';
import { UnexpectedAnswerError } from '../../../lib/errors/unexpected-answer.error';
import type { Page } from '../../../lib/graph/graph-page';
import { ScriptedGraph } from '../../support/scripted-graph';

const TOKEN = 'EAAsecrettoken';
const link = (query: string): string =>
  `https://graph.example/v26.0/200/things?access_token=${TOKEN}&${query}`;

/** A list of pages by cursor: page `n` is reached with `after=n-1` or `before=n+1`. */
function listOf(pages: readonly (readonly number[])[]): ScriptedGraph {
  const graph = new ScriptedGraph();
  graph.answer = ({ query }) => {
    const { after, before } = query ?? {};
    const at = after !== undefined ? Number(after) + 1 : before !== undefined ? Number(before) - 1 : 0;
    return {
      data: pages[at] ?? [],
      paging: {
        cursors: { before: String(at), after: String(at) },
        ...(at + 1 < pages.length && { next: link(`after=${at}`) }),
        ...(at > 0 && { previous: link(`before=${at}`) }),
      },
    };
  };
  return graph;
}

const first = (graph: ScriptedGraph, query?: Record<string, string>): Promise<Page<number>> =>
  graph.pages.list<number>({ path: '200/things', query, account: { wabaId: '200' } });

describe('Page', () => {
  it('S2 Result[T], Result.before, Result.after: has the items and the cursors of Meta', async () => {
    const page = await first(listOf([[1, 2], [3]]));
    expect(page.items).toEqual([1, 2]);
    expect(page).toHaveLength(2);
    expect([page.at(0), page.at(-1), page.at(2)]).toEqual([1, 2, undefined]);
    expect([...page]).toEqual([1, 2]);
    expect([page.before, page.after, page.hasNext, page.hasPrevious]).toEqual(['0', '0', true, false]);
  });

  it('S2 Result.has_next, Result.has_previous: there are neighbours where Meta gives links, cursors alone say nothing', async () => {
    const graph = new ScriptedGraph();
    const pageOf = async (paging: object): Promise<Page<number>> => {
      graph.answer = () => ({ data: [1], paging });
      return graph.pages.list<number>({ path: 'x' });
    };
    const cursors = { before: 'a', after: 'b' };
    const alone = await pageOf({ cursors });
    expect([alone.hasNext, alone.hasPrevious, alone.after]).toEqual([false, false, 'b']);
    const last = await pageOf({ cursors, previous: link('before=a') });
    expect([last.hasNext, last.hasPrevious]).toEqual([false, true]);
    const full = await pageOf({ cursors, previous: link('before=a'), next: link('after=b') });
    expect([full.hasNext, full.hasPrevious]).toEqual([true, true]);
  });

  it('S2 Result.next(), Result.previous(): goes on by cursor, with the same filters and the same account', async () => {
    const graph = listOf([[1], [2], [3]]);
    const page = await first(graph, { fields: 'id', limit: '1' });
    const last = await (await page.next()).next();
    expect(last.items).toEqual([3]);
    expect([last.hasNext, last.hasPrevious]).toEqual([false, true]);
    expect((await last.previous()).items).toEqual([2]);
    expect(graph.sent.map(({ query }) => query)).toEqual([
      { fields: 'id', limit: '1' },
      { fields: 'id', limit: '1', after: '0' },
      { fields: 'id', limit: '1', after: '1' },
      { fields: 'id', limit: '1', before: '2' },
    ]);
    expect(new Set(graph.requests.map(({ account }) => account?.wabaId))).toEqual(new Set(['200']));
    expect(new Set(graph.calls)).toEqual(new Set(['GET 200/things']));
  });

  it('S2 Result.empty: is empty where no page is, and asks for nothing', async () => {
    const graph = listOf([[1]]);
    const page = await first(graph);
    const beyond = await page.next();
    expect([beyond.items, beyond.hasNext, beyond.hasPrevious]).toEqual([[], false, false]);
    expect((await page.previous()).items).toEqual([]);
    expect(graph.sent).toHaveLength(1);
  });

  it('walks over all that follow, past empty pages', async () => {
    const page = await first(listOf([[1, 2], [], [], [3], [], [4]]));
    const seen: number[] = [];
    for await (const item of page) seen.push(item);
    expect(seen).toEqual([1, 2, 3, 4]);
  });

  it('fetches a page only when its items are needed', async () => {
    const graph = listOf([[1, 2], [3], [4]]);
    for await (const item of await first(graph)) if (item === 3) break;
    expect(graph.sent).toHaveLength(2);
  });

  it('S2 Result.all(*, sleep=0.0): gives the whole list in order, from wherever it starts', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(fc.integer(), { maxLength: 3 }), { minLength: 1, maxLength: 6 }),
        fc.nat(5),
        fc.option(fc.nat(8), { nil: undefined }),
        async (pages, steps, limit) => {
          let page = await first(listOf(pages));
          for (let i = 0; i < steps && page.hasNext; i++) page = await page.next();
          expect(await page.all({ limit })).toEqual(pages.flat().slice(0, limit ?? Infinity));
        },
      ),
    );
  });

  it('stops asking when the limit is reached', async () => {
    const graph = listOf([[1, 2], [3, 4], [5]]);
    expect(await (await first(graph)).all({ limit: 3 })).toEqual([1, 2, 3]);
    expect(graph.sent).toHaveLength(2);
  });

  it('S2 Result.all(*, sleep=0.0): pauses before each further request', async () => {
    const graph = listOf([[1], [2], [3]]);
    const page = await first(graph);
    const all = page.all({ sleepMs: 1000 });
    await graph.clock.advance(999);
    expect(graph.sent).toHaveLength(1);
    await graph.clock.advance(1001);
    expect(await all).toEqual([1, 2, 3]);
    expect(graph.sent).toHaveLength(3);
  });

  it('ends a walk when its signal aborts', async () => {
    const graph = listOf([[1], [2]]);
    const page = await first(graph);
    const controller = new AbortController();
    const all = page.all({ sleepMs: 1000, signal: controller.signal });
    controller.abort(new Error('enough'));
    await expect(all).rejects.toThrow('enough');
    expect(graph.sent).toHaveLength(1);
  });

  it('hands its own signal, or that of the list, to each request', async () => {
    const graph = listOf([[1], [2], [3]]);
    const ofList = new AbortController().signal;
    const own = new AbortController().signal;
    const page = await graph.pages.list<number>({ path: 'x', signal: ofList });
    await page.next();
    await page.next(own);
    expect(graph.requests.map(({ signal }) => signal)).toEqual([ofList, ofList, own]);
  });

  it.each([
    ['the same page again', () => ({ next: link('after=x'), cursors: { after: 'x' } })],
    [
      'a page that was there',
      (n: number) => ({ next: link('after=y'), cursors: { after: n % 2 ? 'x' : 'y' } }),
    ],
  ])('does not walk in circles: %s', async (_name, pagingOf) => {
    const graph = new ScriptedGraph();
    graph.answer = () => ({ data: [graph.requests.length], paging: pagingOf(graph.requests.length) });
    const items = await (await graph.pages.list<number>({ path: 'x', page: { after: 'x' } })).all();
    expect(items.length).toBeLessThanOrEqual(3);
  });
});

describe('pages without cursors', () => {
  it.each([
    ['by time', 'since', (from: number) => `since=${from}&until=${from + 10}&limit=2`],
    ['by offset', 'offset', (from: number) => `offset=${from}&limit=2`],
  ])('walk %s to the end, past an empty page', async (_name, position, linkTo) => {
    const graph = new ScriptedGraph();
    const pages = [[1, 2], [], [3]];
    graph.answer = ({ query }) => {
      const at = Number(query?.[position] ?? 0) / 10;
      return {
        data: pages[at],
        paging: {
          ...(at + 1 < pages.length && { next: link(linkTo((at + 1) * 10)) }),
          ...(at > 0 && { previous: link(linkTo((at - 1) * 10)) }),
        },
      };
    };
    const page = await graph.pages.list<number>({ path: 'x', page: { limit: 2, [position]: 0 } });
    const seen: number[] = [];
    for await (const item of page) seen.push(item);
    expect(seen).toEqual([1, 2, 3]);
    const middle = await page.next();
    expect([middle.items, middle.hasNext, middle.hasPrevious]).toEqual([[], true, true]);
    expect(await middle.all()).toEqual([1, 2, 3]);
    expect(JSON.stringify(graph.requests)).not.toContain(TOKEN);
  });

  it.each([
    ['by time', 'since=10&until=20&limit=5', { fields: 'id', since: '10', until: '20', limit: '5' }],
    ['by offset', 'offset=25', { fields: 'id', offset: '25' }],
    [
      'by Meta’s own token',
      '__paging_token=enc_1&until=5',
      { fields: 'id', __paging_token: 'enc_1', until: '5' },
    ],
  ])('%s are named by their link', async (_name, query, expected) => {
    const graph = new ScriptedGraph();
    graph.answer = () => ({ data: [], paging: { next: link(`${query}&appsecret_proof=abc`) } });
    const page = await graph.pages.list({ path: '200/things', query: { fields: 'id', since: 1 } });
    await page.next();
    expect(graph.last.path).toBe('200/things');
    expect(graph.last.query).toEqual(expected);
  });

  it.each([
    ['no URL', 'nonsense'],
    ['a URL without a position', 'https://graph.example/x?limit=5'],
    ['not a text', 7],
  ])('have no neighbour behind %s', async (_name, next) => {
    const graph = new ScriptedGraph();
    graph.answer = () => ({ data: [], paging: { next } });
    expect((await graph.pages.list({ path: 'x' })).hasNext).toBe(false);
  });
});

describe('the token in Meta’s links', () => {
  it('never surfaces', async () => {
    const graph = listOf([[1], [2]]);
    const page = await first(graph);
    const next = await page.next();
    for (const each of [page, next])
      expect(`${inspect(each, { depth: 9, showHidden: true })}${JSON.stringify(each)}`).not.toContain(TOKEN);
    expect(JSON.stringify(graph.requests)).not.toContain(TOKEN);
  });
});

describe('GraphPages', () => {
  it.each([
    ['S2 Pagination.before', { before: 'c' }, { before: 'c' }],
    ['S2 Pagination.after', { after: 'c' }, { after: 'c' }],
    ['S2 Pagination.limit', { limit: 7 }, { limit: 7 }],
    ['S2 Pagination.offset', { offset: 14 }, { offset: 14 }],
    ['S2 Pagination.since', { since: new Date(1000) }, { since: 1 }],
    ['S2 Pagination.until', { until: 1_768_000_000 }, { until: 1_768_000_000 }],
  ])('%s: goes out with the filters of the list', async (_row, page, expected) => {
    const graph = listOf([[]]);
    await graph.pages.list({ path: 'x', query: { fields: 'id' }, page });
    expect(graph.last.query).toEqual({ fields: 'id', ...expected });
  });

  it('S2 Pagination: asks for the part of the list that was asked for, 0 included', async () => {
    const graph = listOf([[]]);
    const day = new Date('2026-01-10T00:00:00.900Z');
    await graph.pages.list({ path: 'x', page: { limit: 0, offset: 0, since: 1_768_000_000, until: day } });
    expect(graph.last.query).toEqual({ limit: 0, offset: 0, since: 1_768_000_000, until: 1_768_003_200 });
    await graph.pages.list({
      path: 'x',
      query: { fields: 'id', name: undefined },
      page: { after: 'c', since: 0 },
    });
    expect(graph.last.query).toEqual({ fields: 'id', after: 'c', since: 0 });
  });

  it.each([
    [{ after: 'a', before: 'b' }, 'before'],
    [{ since: new Date('never') }, 'since'],
  ])('refuses a part that cannot exist: %j', async (page, path) => {
    const graph = listOf([[]]);
    await expect(graph.pages.list({ path: 'x', page })).rejects.toThrow(path);
    expect(graph.sent).toHaveLength(0);
  });

  it('S2 Pagination: warns once of a time range above 6 months', async () => {
    const warn = jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => undefined);
    const graph = listOf([[]]);
    const day = 86_400;
    await graph.pages.list({ path: 'x', page: { since: 0, until: 183 * day } });
    expect(warn).not.toHaveBeenCalled();
    await graph.pages.list({ path: 'x', page: { since: 0, until: 200 * day } });
    await graph.pages.list({ path: 'x', page: { since: 0, until: 300 * day } });
    expect(warn).toHaveBeenCalledTimes(1);
    warn.mockRestore();
  });

  it('finds items elsewhere and maps them', async () => {
    const graph = new ScriptedGraph();
    graph.answer = () => ({ data: { groups: [{ id: '1' }] }, summary: { total_count: 1 } });
    const page = await graph.pages.list({
      path: 'x',
      items: ({ data }) => (data as { groups: unknown }).groups,
      map: ({ id }: { id: string }) => Number(id),
    });
    expect(page.items).toEqual([1]);
    expect(page.summary).toEqual({ total_count: 1 });
  });

  it.each([null, {}, { data: 'x' }, { data: { groups: [] } }])(
    'refuses an answer without a list: %j',
    async (answer) => {
      const graph = new ScriptedGraph();
      graph.answer = () => answer;
      await expect(graph.pages.list({ path: 'x' })).rejects.toBeInstanceOf(UnexpectedAnswerError);
    },
  );
});
