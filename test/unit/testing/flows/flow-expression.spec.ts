import { evaluate, resolveValue } from '../../../../lib/testing/flows/flow-expression';

const scope = {
  data: { name: 'Ann', count: 3, open: true, nested: { title: 'Deep' }, items: [{ id: 'a' }] },
  form: { age: 7, word: 'hi' },
  screen: { FIRST: { form: { word: 'before' }, data: { n: 1 } } },
};

describe('resolveValue', () => {
  it.each([
    ['${data.name}', 'Ann'],
    ['${data.items}', [{ id: 'a' }]],
    ['${data.nested.title}', 'Deep'],
    ['${screen.FIRST.form.word}', 'before'],
    ['${form.missing}', undefined],
    ['plain text', 'plain text'],
    [5, 5],
    [{ a: ['${form.age}'] }, { a: [7] }],
    ["`'Hello ' ${data.name} ', you are ' ${form.age}`", 'Hello Ann, you are 7'],
    ['`${form.age} + 1 == 8`', true],
  ])('%j is %j', (value, expected) => {
    expect(resolveValue(value, scope)).toEqual(expected);
  });
});

describe('evaluate', () => {
  it.each([
    ["${form.word} == 'hi'", true],
    ["${form.word} != 'hi'", false],
    ['${data.count} > 3', false],
    ['${data.count} >= 3', true],
    ['${data.count} < 4 && ${form.age} <= 7', true],
    ['!${data.open} || ${data.count} == 3', true],
    ['!(${data.open} && true)', false],
    ['${data.count} + 2 * 2', 7],
    ['(${data.count} + 2) * 2', 10],
    ['10 - 4 - 3', 3],
    ['7 / 2', 3.5],
    ['7 % 0', 0],
    ['7 / 0', 0],
    ['-${data.count} + 1', -2],
    ["'it\\'s'", "it's"],
  ])('%s is %j', (text, expected) => {
    expect(evaluate(text, scope)).toBe(expected);
  });

  it.each(['', '(1', '1 )', '== 2', '${data.name} @ 1'])('refuses %j', (text) => {
    expect(() => evaluate(text, scope)).toThrow('of the flow cannot be read');
  });
});
