import fc from 'fast-check';
import { paramsOfJson, paramsOfPairs } from '../../../../lib/testing/server/param-values';

describe('the parameters of a query or a form', () => {
  it.each([
    ['lists and objects as JSON text', [['text', '{"body":"hi"}']], { text: { body: 'hi' } }],
    ['with white space before', [['prompts', ' ["a"]']], { prompts: ['a'] }],
    ['truth values', [['publish', 'true']], { publish: true }],
    ['numbers as text', [['pin', '012345']], { pin: '012345' }],
    ['text that only begins like JSON', [['to', '[1']], { to: '[1' }],
    [
      'own data, whatever it looks like',
      [['biz_opaque_callback_data', '{"a":1}']],
      { biz_opaque_callback_data: '{"a":1}' },
    ],
    ['a name that is a truth value', [['name', 'true']], { name: 'true' }],
    [
      'the last of a name',
      [
        ['a', '1'],
        ['a', '2'],
      ],
      { a: '2' },
    ],
    [
      'a list in brackets',
      [
        ['a[]', 'x'],
        ['a[]', 'y'],
      ],
      { a: ['x', 'y'] },
    ],
    [
      'a list with positions',
      [
        ['a[0][b]', 'x'],
        ['a[0][c]', 'y'],
      ],
      { a: [{ b: 'x', c: 'y' }] },
    ],
    [
      'an object in brackets',
      [
        ['text[body]', 'x'],
        ['text[preview_url]', 'true'],
      ],
      { text: { body: 'x', preview_url: true } },
    ],
    ['brackets that are not closed', [['a[b', 'x']], { 'a[b': 'x' }],
  ] as const)('are %s', (_what, pairs, expected) => {
    expect(paramsOfPairs(pairs)).toEqual(expected);
  });

  it('never reach the prototype, and never throw', () => {
    const name = fc
      .array(fc.constantFrom('__proto__', 'constructor', 'a', '0', '999999999', '[', ']', '[]', '[b]'))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.array(fc.tuple(name, fc.constantFrom('x', '{}', '[1]', 'true'))), (pairs) => {
        const params = paramsOfPairs(pairs);
        expect(Object.getPrototypeOf(params)).toBe(Object.prototype);
        expect(({} as Record<string, unknown>)['a']).toBeUndefined();
        expect(JSON.stringify(params).length).toBeLessThan(100_000);
      }),
    );
  });
});

describe('the parameters of a JSON body', () => {
  it('may be JSON text again, but for texts', () => {
    expect(
      paramsOfJson({
        contacts: '[{"name":{}}]',
        flow_json: '{"version":"6.0"}',
        to: '1',
        type: 'true',
        n: 1,
        o: { x: '[1]' },
      }),
    ).toEqual({
      contacts: [{ name: {} }],
      flow_json: '{"version":"6.0"}',
      to: '1',
      type: 'true',
      n: 1,
      o: { x: '[1]' },
    });
  });
});
