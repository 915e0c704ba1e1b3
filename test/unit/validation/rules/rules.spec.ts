import type { PayloadIssue } from '../../../../lib/errors/payload-validation.error';
import { collectIssues } from '../../../../lib/validation/compiled-dto';
import { CodePointLength } from '../../../../lib/validation/rules/code-point-length.decorator';
import { IsHttpUrl } from '../../../../lib/validation/rules/is-http-url.decorator';
import { IsRecipient } from '../../../../lib/validation/rules/is-recipient.decorator';
import { ItemCount } from '../../../../lib/validation/rules/item-count.decorator';
import { MustBeAbsent } from '../../../../lib/validation/rules/must-be-absent.decorator';
import { OneEmoji } from '../../../../lib/validation/rules/one-emoji.decorator';
import { OneOfMembers } from '../../../../lib/validation/rules/one-of-members.decorator';
import { OptionalText } from '../../../../lib/validation/rules/optional-text.decorator';
import { Texts } from '../../../../lib/validation/rules/texts.decorator';
import { UniqueBy } from '../../../../lib/validation/rules/unique-by.decorator';

/** What the decorators say about a value: `path: message` for each issue, and doubts after `?`. */
function verdict(value: unknown, ...decorators: PropertyDecorator[]): string[] {
  class Probe {}
  for (const decorator of decorators.reverse()) decorator(Probe.prototype, 'it');
  return verdictOf(Probe, { it: value });
}

function verdictOf(dto: new () => object, input: unknown): string[] {
  const issues: PayloadIssue[] = [];
  const doubts: string[] = [];
  collectIssues(dto, input, '', issues, {
    at: '',
    now: () => 0,
    warn: (message) => void doubts.push(`? ${message}`),
  });
  return [...issues.map(({ path, message }) => `${path}: ${message}`), ...doubts];
}

describe('CodePointLength', () => {
  const length = (value: unknown): string[] => verdict(value, CodePointLength({ min: 1, max: 4 }));

  it('counts code points, so that four emoji fit where UTF-16 has eight units', () => {
    expect(length('😀😀😀😀')).toEqual([]);
    expect(length('😀😀😀😀😀')).toEqual(['it: must have at most 4 characters, has 5']);
  });

  it('takes exactly the limit', () => {
    expect(length('abcd')).toEqual([]);
    expect(length('abcde')).toEqual(['it: must have at most 4 characters, has 5']);
    expect(length('')).toEqual(['it: must not be empty']);
  });

  it('tells a minimum of more than one', () => {
    expect(verdict('ab', CodePointLength({ min: 3, max: 4 }))).toEqual([
      'it: must have at least 3 characters, has 2',
    ]);
  });

  it.each([7, null, undefined, {}])('refuses %j', (value) => {
    expect(length(value)).toEqual(['it: must be a string']);
  });
});

describe('OptionalText', () => {
  it('may be left out but not be empty', () => {
    expect(verdict(undefined, OptionalText())).toEqual([]);
    expect(verdict(null, OptionalText())).toEqual([]);
    expect(verdict('', OptionalText())).toEqual(['it: must not be empty']);
    expect(verdict('', OptionalText({ min: 0, max: 2 }))).toEqual([]);
  });
});

describe('ItemCount', () => {
  it.each([
    [[1, 2], []],
    [[1], ['it: must have at least 2 items, has 1']],
    [[1, 2, 3, 4], ['it: must have at most 3 items, has 4']],
    ['ab', ['it: must be an array']],
  ])('%j', (value, expected) => {
    expect(verdict(value, ItemCount({ min: 2, max: 3 }))).toEqual(expected);
  });

  it('speaks of one item in the singular', () => {
    expect(verdict([], ItemCount({ min: 1, max: 3 }))).toEqual(['it: must have at least 1 item, has 0']);
  });
});

describe('Texts', () => {
  it('names the text that is wrong', () => {
    const texts = Texts({ min: 1, max: 2 }, { min: 1, max: 3 });
    expect(verdict(['a', 'abcd'], texts)).toEqual(['it[1]: must have at most 3 characters, has 4']);
    expect(verdict(['a', 'b'], texts)).toEqual([]);
    expect(verdict(['a', 'b', 'c'], texts)).toEqual(['it: must have at most 2 items, has 3']);
  });
});

describe('IsHttpUrl', () => {
  it.each([
    'https://example.com',
    'http://example.com/a?b=c#d',
    'HTTPS://EXAMPLE.com',
    'http://127.0.0.1:8080/x',
  ])('takes %s', (url) => {
    expect(verdict(url, IsHttpUrl())).toEqual([]);
  });

  it.each([
    'example.com',
    '//example.com',
    'ftp://example.com',
    'https:example.com',
    'https://',
    'https:///x',
    'http://exa mple.com',
    'javascript:alert(1)',
    '',
    7,
    undefined,
  ])('refuses %j', (url) => {
    expect(verdict(url, IsHttpUrl())).toEqual(['it: must be an absolute http or https URL']);
  });
});

describe('OneEmoji', () => {
  it('takes one, also a joined one, and refuses two', () => {
    expect(verdict('👨‍👩‍👧', OneEmoji())).toEqual([]);
    expect(verdict('👍👍', OneEmoji())).toEqual(['it: must be exactly one emoji']);
    expect(verdict(undefined, OneEmoji())).toEqual(['it: must be exactly one emoji']);
  });
});

describe('IsRecipient', () => {
  const doubt =
    '? does not look like a phone number with country code (7 to 15 digits). It is sent as it is; groups are given as { group }';

  it.each([
    ['+1 (650) 555-1234', []],
    ['16505551234', []],
    ['US.13491208655302741918', []],
    [{ phone: '+49 30 123456' }, []],
    [{ userId: 'US.ENT.1349' }, []],
    [{ group: 'Y2FwaV9ncm91cDox' }, []],
    ['0650 5551234', [doubt]],
    ['Y2FwaV9ncm91cDox', [doubt]],
    [{ phone: '12345' }, [doubt]],
    ['', ['it: must not be empty']],
    [undefined, ['it: must be a phone number, a user id, or one of { phone }, { userId }, { group }']],
    [{}, ['it: must be a phone number, a user id, or one of { phone }, { userId }, { group }']],
    [
      { phone: '1', group: '2' },
      ['it: must be a phone number, a user id, or one of { phone }, { userId }, { group }'],
    ],
    [{ phone: '' }, ['it: needs a non-empty string as phone']],
    [{ group: 7 }, ['it: needs a non-empty string as group']],
    [{ phone: 'US.1349' }, ['it: has a business-scoped user id as phone; give it as { userId }']],
    [
      { userId: '16505551234' },
      ['it: has a userId that is no business-scoped user id (country code, dot, letters and digits)'],
    ],
  ])('%j', (value, expected) => {
    expect(verdict(value, IsRecipient())).toEqual(expected);
  });

  it('refuses groups where Meta does', () => {
    expect(verdict({ group: 'g' }, IsRecipient('individual'))).toEqual([
      'it: must be a user: Meta does not deliver this kind to groups',
    ]);
  });

  it.each(['16505551234', { phone: '16505551234' }, { userId: 'US.1' }])(
    'wants a group where only groups go, not %j',
    (value) => {
      expect(verdict(value, IsRecipient('group'))).toEqual([
        'it: must be { group }: this works in groups only',
      ]);
    },
  );
});

describe('UniqueBy', () => {
  it('names the repeated member and where it was first', () => {
    const buttons = [
      { id: 'a', title: 'A' },
      { id: 'b', title: 'A' },
      { id: 'a', title: 'C' },
    ];
    expect(verdict(buttons, UniqueBy('id', 'title'))).toEqual([
      'it[2].id: must be unique, equals [0].id',
      'it[1].title: must be unique, equals [0].title',
    ]);
  });

  it('leaves missing members and other shapes to other rules', () => {
    expect(verdict([{}, {}, null], UniqueBy('id'))).toEqual([]);
    expect(verdict('text', UniqueBy('id'))).toEqual([]);
  });
});

describe('OneOfMembers', () => {
  class Source {
    @OneOfMembers('id', 'link', 'file')
    @CodePointLength({ min: 1, max: 5 })
    id?: string;

    @OneOfMembers('id', 'link', 'file')
    @IsHttpUrl()
    link?: string;

    @OneOfMembers('id', 'link', 'file')
    file?: string;
  }

  it.each([
    [{ id: '1' }, []],
    [{ link: 'https://a.b' }, []],
    [{ id: null, file: 'f' }, []],
    [{}, ['id: is missing: give exactly one of id, link or file']],
    [{ id: '1', link: 'https://a.b' }, ['link: must stand alone: give exactly one of id, link or file']],
    [{ link: 'nonsense' }, ['link: must be an absolute http or https URL']],
  ])('%j', (input, expected) => {
    expect(verdictOf(Source, input)).toEqual(expected);
  });
});

describe('MustBeAbsent', () => {
  it('refuses the member by name', () => {
    expect(verdict('x', MustBeAbsent('there is none'))).toEqual(['it: must be left out: there is none']);
    expect(verdict(undefined, MustBeAbsent('there is none'))).toEqual([]);
  });
});
