import { Logger } from '@nestjs/common';
import { toGraphApiError } from '../../../lib/errors/graph-error.mapper';
import { flush } from '../../support/manual-clock';
import { setup } from './support';
import type { Setup } from './support';

const warn = jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => undefined);
beforeEach(() => void warn.mockClear());
afterAll(() => {
  jest.restoreAllMocks();
});

const HOUR = 3_600_000;
const MINUTE = 60_000;
const query = { name: 'welcome', language: 'en_US' };

/** Meta has the template in two languages, and others whose names contain its name. */
function known(options: Parameters<typeof setup>[0] = {}, resolve?: Parameters<typeof setup>[1]): Setup {
  const made = setup(options, resolve);
  made.graph.answer = () => ({
    data: ['welcome en_US', 'welcome es', 'welcome_back en_US'].map((each, id) => {
      const [name, language] = each.split(' ');
      return { id: String(id), name, language, status: 'APPROVED', category: 'UTILITY', components: [] };
    }),
  });
  return made;
}

describe('looking a template up', () => {
  it('asks once for a name in all its languages', async () => {
    const { definitions, graph } = known();
    expect(await definitions.find(query)).toMatchObject({ id: '0' });
    expect(await definitions.find({ ...query, language: 'es' })).toMatchObject({ id: '1' });
    expect(await definitions.find(query)).toBe(await definitions.find(query));
    expect(graph.sent).toEqual([
      {
        method: 'GET',
        path: '200/message_templates',
        query: {
          name: 'welcome',
          fields: 'id,name,language,status,category,components,parameter_format',
          limit: 100,
        },
      },
    ]);
  });

  it('joins those who ask at the same time', async () => {
    const { definitions, graph } = known();
    await Promise.all(Array.from({ length: 20 }, () => definitions.find(query)));
    expect(graph.sent).toHaveLength(1);
  });

  it('reads on until the name is found, and not for ever', async () => {
    const { definitions, graph } = setup();
    graph.answer = () => {
      const page = graph.sent.length;
      const data = page === 2 ? [{ ...query, id: '7', category: 'UTILITY' }] : [];
      return { data, paging: { cursors: { after: String(page) }, next: `https://x/?after=${page}` } };
    };
    expect(await definitions.find(query)).toMatchObject({ id: '7' });
    expect(graph.sent).toHaveLength(5);
  });

  it('keeps accounts apart', async () => {
    const { definitions, graph } = known();
    await definitions.find({ ...query, wabaId: '300' });
    await definitions.find({ ...query, wabaId: '301' });
    expect(graph.calls).toEqual(['GET 300/message_templates', 'GET 301/message_templates']);
    expect(graph.requests[0]?.account).toMatchObject({ wabaId: '300' });
  });

  it('asks with the token of the number that sends', async () => {
    const { definitions, graph } = known({}, ({ phoneNumberId }) => ({
      accessToken: 't',
      phoneNumberId,
      wabaId: '9',
    }));
    await definitions.find({ ...query, phoneNumberId: '101' });
    expect(graph.sent[0]?.path).toBe('9/message_templates');
    expect(graph.requests[0]?.account).toEqual({ phoneNumberId: '101', wabaId: undefined });
  });
});

describe('how long a definition is used', () => {
  it('is an hour, or as the options say', async () => {
    for (const [options, ttl] of [
      [{}, HOUR],
      [{ templates: { definitionTtlMs: 500 } }, 500],
    ] as const) {
      const { definitions, graph } = known(options);
      await definitions.find(query);
      await graph.clock.advance(ttl - 1);
      await definitions.find(query);
      expect(graph.sent).toHaveLength(1);
      await graph.clock.advance(1);
      await definitions.find(query);
      expect(graph.sent).toHaveLength(2);
    }
  });

  it('is shorter for those who want it recent', async () => {
    const { definitions, graph } = known();
    await definitions.find(query);
    await graph.clock.advance(MINUTE);
    await definitions.find({ ...query, maxAgeMs: MINUTE });
    expect(graph.sent).toHaveLength(1);
    await graph.clock.advance(1);
    await Promise.all([1, 2].map(() => definitions.find({ ...query, maxAgeMs: MINUTE })));
    expect(graph.sent).toHaveLength(2);
  });

  it('is a minute for a template that is not there', async () => {
    const { definitions, graph } = known();
    const missing = { ...query, language: 'fr' };
    expect(await definitions.find(missing)).toBeUndefined();
    await graph.clock.advance(MINUTE);
    expect(await definitions.find(missing)).toBeUndefined();
    expect(graph.sent).toHaveLength(1);
    await graph.clock.advance(1);
    await definitions.find(missing);
    expect(graph.sent).toHaveLength(2);
  });
});

describe('invalidating', () => {
  const filled = async (): Promise<Setup> => {
    const made = known();
    await made.definitions.find(query);
    await made.definitions.find({ ...query, wabaId: '300' });
    expect(made.graph.sent).toHaveLength(2);
    return made;
  };

  it.each([
    [undefined, true, true],
    [{}, true, true],
    [{ wabaId: '200' }, true, false],
    [{ wabaId: '200', name: 'welcome' }, true, false],
    [{ name: 'welcome' }, true, true],
    [{ id: '1' }, true, true],
    [{ name: 'other' }, false, false],
    [{ wabaId: '200', name: 'other' }, false, false],
    [{ wabaId: '300', id: '0' }, false, true],
    [{ id: '2' }, false, false],
  ])('%j', async (filter, first, second) => {
    const { definitions, graph } = await filled();
    definitions.invalidate(filter);
    await definitions.find(query);
    await definitions.find({ ...query, wabaId: '300' });
    expect(graph.calls.slice(2)).toEqual([
      ...(first ? ['GET 200/message_templates'] : []),
      ...(second ? ['GET 300/message_templates'] : []),
    ]);
  });

  it('also holds for an answer that is on its way', async () => {
    const { definitions, graph } = known();
    const { answer } = graph;
    let release = (): void => undefined;
    const gate = new Promise<void>((resolve) => (release = resolve));
    graph.answer = async (request) => {
      await gate;
      return answer(request);
    };
    const old = definitions.find(query);
    await flush();
    expect(graph.sent).toHaveLength(1);
    definitions.invalidate({ wabaId: '200', name: 'welcome' });
    release();
    expect(await old).toMatchObject({ id: '0' });
    await definitions.find(query);
    await definitions.find(query);
    expect(graph.sent).toHaveLength(2);
  });

  it.each([
    [undefined, true, true],
    [{}, true, true],
    [{ wabaId: '200' }, true, false],
    [{ wabaId: '200', name: 'welcome' }, true, false],
    [{ name: 'welcome' }, true, true],
    [{ id: '1' }, true, true],
    [{ name: 'other' }, false, false],
    [{ wabaId: '200', name: 'other' }, false, false],
    [{ wabaId: '300', id: '0' }, false, true],
    [{ id: '2' }, false, false],
  ])('%j', async (filter, first, second) => {
    const { definitions, graph } = await filled();
    definitions.invalidate(filter);
    await definitions.find(query);
    await definitions.find({ ...query, wabaId: '300' });
    expect(graph.calls.slice(2)).toEqual([
      ...(first ? ['GET 200/message_templates'] : []),
      ...(second ? ['GET 300/message_templates'] : []),
    ]);
  });

  it('also holds for an answer that is on its way', async () => {
    const { definitions, graph } = known();
    const old = definitions.find(query);
    await Promise.resolve();
    definitions.invalidate({ wabaId: '200', name: 'welcome' });
    await old;
    await definitions.find(query);
    expect(graph.sent.length).toBeGreaterThanOrEqual(1);
    const before = graph.sent.length;
    await definitions.find(query);
    expect(graph.sent).toHaveLength(before);
  });

  it.each([
    [
      'create',
      1,
      async ({ templates }: Setup) =>
        void (await templates.create({
          name: 'welcome',
          language: 'fr',
          category: 'UTILITY',
          components: [{ type: 'BODY', text: 'x' }],
        })),
    ],
    [
      'upsert',
      1,
      async ({ templates }: Setup) =>
        void (await templates.upsert(
          { name: 'welcome', languages: ['fr'], category: 'AUTHENTICATION', components: [] },
          { validate: false },
        )),
    ],
    [
      'update',
      1,
      async ({ templates }: Setup) => void (await templates.update('1', { category: 'UTILITY' })),
    ],
    [
      'update of another',
      0,
      async ({ templates }: Setup) => void (await templates.update('99', { category: 'UTILITY' })),
    ],
    ['delete by name', 1, ({ templates }: Setup) => templates.delete({ name: 'welcome' })],
    ['delete by ids', 1, ({ templates }: Setup) => templates.delete({ ids: ['1'] })],
    ['delete of another', 0, ({ templates }: Setup) => templates.delete({ name: 'other' })],
  ])('happens on %s', async (_name, times, change) => {
    const made = known();
    await made.definitions.find(query);
    const { answer } = made.graph;
    made.graph.answer = () => ({ success: true, data: [], id: '1', status: 'PENDING', category: 'UTILITY' });
    await change(made);
    const before = made.graph.sent.length;
    made.graph.answer = answer;
    await made.definitions.find(query);
    expect(made.graph.sent.length - before).toBe(times);
  });
});

describe('when nothing can be looked up', () => {
  const refused = toGraphApiError(403, {}, { error: { code: 200, message: '(#200) no' } });

  it('says so once, and leaves the account alone for a minute', async () => {
    const { definitions, graph } = known();
    const { answer } = graph;
    graph.answer = () => refused;
    expect(await definitions.find(query)).toBeUndefined();
    expect(await definitions.find({ ...query, name: 'other' })).toBeUndefined();
    expect(graph.sent).toHaveLength(1);
    await graph.clock.advance(MINUTE);
    expect(await definitions.find(query)).toBeUndefined();
    expect(graph.sent).toHaveLength(2);
    expect(warn).toHaveBeenCalledTimes(1);
    expect(String(warn.mock.calls[0])).toMatch(
      /failed with ApiPermissionError 200.*whatsapp_business_management/,
    );
    graph.answer = answer;
    await graph.clock.advance(MINUTE);
    expect(await definitions.find(query)).toMatchObject({ id: '0' });
  });

  it('waits as long as Meta asks', async () => {
    const { definitions, graph } = known();
    graph.answer = () =>
      toGraphApiError(400, { 'retry-after': '600' }, { error: { code: 80007, message: 'x' } });
    await definitions.find(query);
    await graph.clock.advance(10 * MINUTE - 1);
    await definitions.find(query);
    expect(graph.sent).toHaveLength(1);
    await graph.clock.advance(1);
    await definitions.find(query);
    expect(graph.sent).toHaveLength(2);
  });

  it('does not ask for accounts without a WABA id, or that nobody knows', async () => {
    const without = known({}, () => ({ accessToken: 't' }));
    expect(await without.definitions.find(query)).toBeUndefined();
    expect(String(warn.mock.calls)).toContain('the account has no `wabaId`');
    const unknown = known({}, () => undefined);
    expect(await unknown.definitions.find(query)).toBeUndefined();
    const failing = known({}, () => Promise.reject(new Error('data base')));
    expect(await failing.definitions.find(query)).toBeUndefined();
    for (const { graph } of [without, unknown, failing]) expect(graph.sent).toHaveLength(0);
  });

  it('does not ask when checks are off', async () => {
    const { definitions, graph } = known({ templates: { checkValues: false } });
    expect(await definitions.find(query)).toBeUndefined();
    expect(graph.sent).toHaveLength(0);
  });

  it('lets go of those whose signal aborts, while the look-up goes on', async () => {
    const { definitions, graph } = known();
    const { answer } = graph;
    let release = (): void => undefined;
    const gate = new Promise<void>((resolve) => (release = resolve));
    graph.answer = async (request) => {
      await gate;
      return answer(request);
    };
    const controller = new AbortController();
    const aborted = definitions.find({ ...query, signal: controller.signal });
    const patient = definitions.find(query);
    await flush();
    controller.abort();
    expect(await aborted).toBeUndefined();
    expect(await definitions.find({ ...query, signal: controller.signal })).toBeUndefined();
    release();
    expect(await patient).toMatchObject({ id: '0' });
    expect(graph.sent).toHaveLength(1);
  });
});
