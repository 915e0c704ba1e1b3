import fc from 'fast-check';
import { parseFields, splitTopLevel } from '../../../../lib/testing/server/field-query';

describe('a fields parameter', () => {
  it('is read with arguments and nested fields', () => {
    const [plain, analysis, edge] = parseFields(
      'id, analytics.start(1).end(2).phone_numbers(["1","2"]).dimensions([A,B]),edge.limit(5){a,b{c,d}}',
    );
    expect(plain).toEqual({ name: 'id', args: new Map(), fields: undefined });
    expect(analysis?.name).toBe('analytics');
    expect([...(analysis?.args ?? [])]).toEqual([
      ['start', '1'],
      ['end', '2'],
      ['phone_numbers', '["1","2"]'],
      ['dimensions', '[A,B]'],
    ]);
    expect([edge?.args.get('limit'), edge?.fields]).toEqual(['5', 'a,b{c,d}']);
  });

  it('leaves out what is no field, and bears brackets that do not close', () => {
    expect(parseFields(',,(x),a.b(1')).toEqual([
      { name: 'a', args: new Map([['b', '1']]), fields: undefined },
    ]);
  });

  it('reads any text to its end', () => {
    fc.assert(fc.property(fc.string(), (text) => Array.isArray(parseFields(text))));
  });

  it('gives back every argument that was written', () => {
    const value = fc.stringMatching(/^[A-Z0-9]{1,8}$/);
    fc.assert(
      fc.property(fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), value, { minKeys: 1 }), (args) => {
        const text = Object.entries(args).map(([name, each]) => `.${name}(${each})`);
        expect(Object.fromEntries(parseFields(`f${text.join('')}`)[0]?.args ?? [])).toEqual({ ...args });
      }),
    );
  });
});

describe('splitTopLevel', () => {
  it('cuts at the commas that stand in no brackets', () => {
    expect(splitTopLevel(' a, (b,c) ,[d,e],{f,g},')).toEqual(['a', '(b,c)', '[d,e]', '{f,g}']);
  });
});
