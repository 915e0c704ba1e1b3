import * as fc from 'fast-check';
import { ExpressionParser } from '../../../../lib/flows/json/expression/expression-parser';
import { parseReference, readDynamicText } from '../../../../lib/flows/json/expression/reference';
import { ExpressionSyntaxError } from '../../../../lib/flows/json/expression/tokenizer';
import type { FlowValueType } from '../../../../lib/flows/json/expression/value-type';

const TYPES: Record<string, FlowValueType> = {
  'form.text': 'string',
  'form.age': 'any',
  'data.price': 'number',
  'data.on': 'boolean',
  'data.list': 'array',
};

function parse(text: string, condition = false): { type: FlowValueType; references: string[] } {
  const references: string[] = [];
  const resolve = (reference: string): FlowValueType => {
    references.push(reference);
    return TYPES[reference] ?? 'any';
  };
  return { type: new ExpressionParser(text, { condition, resolve }).parse().type, references };
}

describe('nested expressions', () => {
  it.each<[string, FlowValueType]>([
    ["'Hello ' ${form.text}", 'string'],
    ["'Hello ' ${form.text} ' you are ' ${form.age} ' years old.'", 'string'],
    ["${form.text}'x'", 'string'],
    ['1 + 2 - 3 / 4 % 5', 'number'],
    ['${data.price} * 2', 'number'],
    ["'Total: ' ${data.price} + 2 ' EUR'", 'string'],
    ["'Total: ' (${data.price} + 2) / 3", 'string'],
    ['-${data.price} + -1', 'number'],
    ['${data.price} >= 18 && !${data.on}', 'boolean'],
    ['${data.on} || ${data.on} && ${data.price} != 1.5', 'boolean'],
    ["${form.text} == 'it\\'s'", 'boolean'],
    ["${form.text} == 'a ${b} \\` c'", 'boolean'],
    ["'a' 'b' == ${form.text}", 'string'],
    ["('a' 'b') == ${form.text}", 'boolean'],
    ['"it\'s " ${form.text}', 'string'],
    ['+${data.price} + .5', 'number'],
    ['true', 'boolean'],
    ['(((${data.price})))', 'number'],
    ['${form.age}', 'any'],
    ["''", 'string'],
  ])('%s is a %s', (text, type) => {
    expect(parse(text).type).toBe(type);
  });

  it('reports every reference', () => {
    expect(parse("(${form.text} == 'x') && ${data.price} > ${form.age}").references).toEqual([
      'form.text',
      'data.price',
      'form.age',
    ]);
  });

  it.each([
    ['', 1],
    ['   ', 1],
    ['1 +', 4],
    ['+ ${form.text}', 1],
    ['1 + .', 5],
    ['1 + * 2', 5],
    ["'open", 1],
    ['${form.text', 1],
    ['hello', 1],
    ['1 & 2', 3],
    ['(1', 1],
    ['1)', 2],
    ['()', 1],
    ['1 = 1', 3],
    ['007a', 1],
    ["${form.text} < 'a'", 14],
    ['${form.text} == 1', 14],
    ['${data.on} && ${data.price}', 12],
    ['!${form.text}', 1],
    ['-${data.on}', 1],
    ["${data.price} + 'x'", 15],
    ['${data.list} == 1', 14],
    ['${form.age} > 18 ? 1 : 2', 18],
  ])('%j cannot be read, at column %i', (text, column) => {
    expect(() => parse(text)).toThrow(ExpressionSyntaxError);
    expect(() => parse(text)).toThrow(expect.objectContaining({ column }));
  });

  it('binds and before or, comparison before both and arithmetic before comparison', () => {
    expect(parse('1 + 2 < 4 && ${data.on} || false').type).toBe('boolean');
    expect(() => parse('1 + (2 < 4)')).toThrow(ExpressionSyntaxError);
  });
});

describe('conditions', () => {
  it.each(["(${data.on} && (${form.text} == 'cat'))", '!${data.on}', '${form.age} > 17', '${data.on}'])(
    '%s',
    (text) => {
      expect(parse(text, true).type).not.toBe('string');
    },
  );

  it.each([
    '573 == 376',
    "'a' != 'b'",
    'true && false',
    "${form.text} 'x'",
    '${data.on} ${data.on}',
    '(1 + 1) == 2',
  ])('%s is refused', (text) => {
    expect(() => parse(text, true)).toThrow(ExpressionSyntaxError);
  });
});

describe('the expression reader', () => {
  it('ends with a result or a syntax error, whatever the text', () => {
    const piece = fc.constantFrom(
      '${form.text}',
      "'a'",
      '1',
      'true',
      '(',
      ')',
      '==',
      '&&',
      '!',
      '-',
      '+',
      ' ',
      '`',
      '${',
      'x',
      '\\',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(piece, { maxLength: 12 }).map((list) => list.join(' ')),
          fc.string(),
        ),
        fc.boolean(),
        (text, condition) => {
          try {
            parse(text, condition);
          } catch (error) {
            expect(error).toBeInstanceOf(ExpressionSyntaxError);
            expect((error as ExpressionSyntaxError).column).toBeLessThanOrEqual(text.length + 1);
          }
        },
      ),
      { numRuns: 2000, seed: 3 },
    );
  });
});

describe('references', () => {
  it.each([
    ['data.x', { source: 'data', keys: ['x'] }],
    ['form.range.start-date', { source: 'form', keys: ['range', 'start-date'] }],
    ['form.T&Cs', { source: 'form', keys: ['T&Cs'] }],
    ['screen.S.data.x', { screen: 'S', source: 'data', keys: ['x'] }],
    ['screen.S.form.x.y', { screen: 'S', source: 'form', keys: ['x', 'y'] }],
  ])('%s', (text, parts) => {
    expect(parseReference(text)).toEqual({ text, ...parts });
  });

  it.each([
    '',
    'x',
    'data',
    'data.',
    '.data.x',
    'data..x',
    'state.x',
    'screen.S',
    'screen.S.x',
    'screen.S.data',
    'form. ',
  ])('%j is none', (text) => {
    expect(parseReference(text)).toBeUndefined();
  });

  it.each([
    ['plain', { kind: 'static' }],
    ['$250 {a}', { kind: 'static' }],
    ['`', { kind: 'static' }],
    ['${data.x}', { kind: 'reference', text: 'data.x' }],
    ['`1 + 2`', { kind: 'nested', body: '1 + 2' }],
    ['``', { kind: 'nested', body: '' }],
    ['Hi ${data.x}', { kind: 'mixed', references: ['data.x'], leading: false }],
    ['${data.x}${form.y}', { kind: 'mixed', references: ['data.x', 'form.y'], leading: true }],
  ])('%j is read', (text, expected) => {
    expect(readDynamicText(text)).toEqual(expected);
  });
});
