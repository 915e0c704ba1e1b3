import fc from 'fast-check';
import { markdownToWhatsApp } from '../../../../lib/messages/markdown/markdown-to-whatsapp';

describe('markdownToWhatsApp', () => {
  it.each([
    [
      'plain text stays',
      'Hello, world! 2 * 3 * 4 = 24; snake_case_name; a ~ b',
      'Hello, world! 2 * 3 * 4 = 24; snake_case_name; a ~ b',
    ],
    ['bold', '**bold** and __bold__', '*bold* and *bold*'],
    ['italic', '*italic* and _italic_', '_italic_ and _italic_'],
    ['both', '***both*** and ___both___', '*_both_* and *_both_*'],
    ['struck out', '~~gone~~', '~gone~'],
    ['nested', '**bold *and italic* text**', '*bold _and italic_ text*'],
    ['nested at the end', '*a **b***', '_a *b*_'],
    ['unclosed marks', 'a **b, *c and ~~d', 'a **b, *c and ~~d'],
    ['marks before blanks', '** no ** bold', '** no ** bold'],
    ['underscores inside words', '__init__ and foo_bar_baz', '*init* and foo_bar_baz'],
    ['stars inside words', 'un*frigging*believable', 'un_frigging_believable'],
    ['too many stars', '****what****', '****what****'],
    ['inline code', 'run `npm **ci**` now', 'run `npm **ci**` now'],
    ['double ticks', 'a ``x ` y`` b', 'a `x ` y` b'],
    ['an open tick', 'it`s **ok**', 'it`s *ok*'],
    ['marks that code interrupts', '**a `**` b**', '*a `**` b*'],
    ['escapes', '\\*not italic\\* \\# \\[x\\] \\z', '*not italic* # [x] \\z'],
    ['links', 'see [the **docs**](https://a.b/c "Title")', 'see the *docs* (https://a.b/c)'],
    ['link that is its own text', '[https://a.b](https://a.b)', 'https://a.b'],
    ['link in angle brackets', '[a](<https://a.b/c d>)', '[a](<https://a.b/c d>)'],
    ['link with brackets', '[wiki [1]](https://a.b/x_(y))', 'wiki [1] (https://a.b/x_(y))'],
    ['mail', '[me@a.b](mailto:me@a.b)', 'mailto:me@a.b'],
    [
      'images',
      '![A chart](https://a.b/c.png) ![](https://a.b/d.png)',
      'A chart (https://a.b/c.png) https://a.b/d.png',
    ],
    ['brackets that are no link', '[x] (y) [z]', '[x] (y) [z]'],
    ['autolinks', '<https://a.b/c_d_e> and <mailto:me@a.b> and <b>', 'https://a.b/c_d_e and me@a.b and <b>'],
    ['headings', '# Title\n### Sub **bold** *it* ##\n#hashtag\n##', '*Title*\n*Sub bold _it_*\n#hashtag\n'],
    ['lists', '* one\n+ two\n- three\n  - **four**\n1. five', '- one\n- two\n- three\n  - *four*\n1. five'],
    ['tasks', '- [ ] open\n- [x] done', '- ☐ open\n- ☑ done'],
    ['rules', '---\n* * *\n___', '———\n———\n———'],
    ['quotes', '> **wise** words', '> *wise* words'],
    ['fences', '```ts\nconst a = **b**;\n# no\n```\n**yes**', '```\nconst a = **b**;\n# no\n```\n*yes*'],
    ['other fences', '~~~\n```\n~~~\n*a*', '```\n```\n```\n_a_'],
    ['longer fences', '````\n```\n````\n**a**', '```\n```\n```\n*a*'],
    ['code between three ticks in a line', '```a **b**``` **c**', '```a **b**``` *c*'],
    ['carriage returns', '**a**\r\n**b**', '*a*\n*b*'],
    ['nothing', '', ''],
  ])('%s', (_name, markdown, expected) => {
    expect(markdownToWhatsApp(markdown)).toBe(expected);
  });

  it('leaves text without marks alone', () => {
    const word = fc.stringMatching(/^[A-Za-z0-9äöü,.?😀]{1,8}$/u);
    fc.assert(
      fc.property(fc.array(word), (words) => {
        const text = words.join(' ');
        expect(markdownToWhatsApp(text)).toBe(text);
      }),
    );
  });

  it('never throws and keeps every word', () => {
    const piece = fc.constantFrom(
      '**',
      '*',
      '_',
      '__',
      '~~',
      '`',
      '```',
      '[',
      ']',
      '(',
      ')',
      '<',
      '>',
      '#',
      '- ',
      '\n',
      ' ',
      '\\',
      '!',
      'word',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const words = pieces.filter((p) => p === 'word').length;
        const markdown = pieces.join('');
        const kept = markdownToWhatsApp(markdown).match(/word/g)?.length ?? 0;
        // The word after a fence names a language, which WhatsApp does not show.
        fc.pre(!/^\s*(```|~~~)/m.test(markdown));
        expect(kept).toBe(words);
      }),
      { numRuns: 3000 },
    );
  });

  it.each([
    ['stars', '*a '.repeat(30_000)],
    ['nested marks', '*_'.repeat(15_000) + 'a' + '_*'.repeat(15_000)],
    ['brackets', '['.repeat(60_000)],
    ['ticks', Array.from({ length: 300 }, (_, i) => '`'.repeat(i + 1)).join(' ')],
    ['blanks in a heading', `# ${' '.repeat(60_000)}x`],
    ['blanks in a link', `[a](b${' '.repeat(60_000)}c)`],
    ['backslashes', '\\'.repeat(60_000)],
  ])('takes hostile input in passing: %s', (_name, markdown) => {
    expect(markdownToWhatsApp(markdown).length).toBeGreaterThan(0);
  });
});
