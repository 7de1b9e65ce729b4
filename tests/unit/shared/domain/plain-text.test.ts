import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markdownToText, summaryText } from '#shared/domain/plain-text.ts';

describe('markdownToText', () => {
  it.each([
    ['# Heading #\n\nText', 'Heading\n\nText'],
    [
      '**bold**, *italic*, __bold__, _italic_, ***both***, ~~gone~~',
      'bold, italic, bold, italic, both, gone',
    ],
    ['A [link](https://example.org/a_(b) "title") here', 'A link here'],
    ['[**bold** link](https://example.org) and [ref][1]\n\n[1]: https://example.org', 'bold link and ref'],
    ['![A garden](garden.jpg) grows', 'A garden grows'],
    ['See <https://example.org/a_b_c>.', 'See https://example.org/a_b_c.'],
    ['> quoted\n> text', 'quoted\ntext'],
    ['- one\n- two\n  1. three', 'one\ntwo\nthree'],
    ['`code *as is*`', 'code *as is*'],
    ['```js\nconst a = "*x*";\n```\nafter', 'const a = "*x*";\nafter'],
    [
      String.raw`\*not italic\* and snake_case_name and 2 * 3 * 4`,
      '*not italic* and snake_case_name and 2 * 3 * 4',
    ],
    ['Fish &amp; chips &copy; 2018 &#8212; &amp;lt;', 'Fish & chips © 2018 — &lt;'],
    ['<b>not run</b>', '<b>not run</b>'],
    ['one\n\n---\n\ntwo', 'one\n\ntwo'],
    ['Heading\n=======\ntext', 'Heading\ntext'],
    ['a\\\nb', 'a\nb'],
  ])('reads %j as %j', (markdown, text) => {
    expect(markdownToText(markdown)).toBe(text);
  });

  it('leaves words without marks as they are', () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{1,8}$/), { minLength: 1 });
    fc.assert(fc.property(words, (list) => markdownToText(list.join(' ')) === list.join(' ')));
  });

  it.each(['**a ', '[a](', '_a ', '`a ', '![[', '> '])('ends soon for %j over and over', (piece) => {
    expect(markdownToText(piece.repeat(20_000)).length).toBeLessThanOrEqual(piece.length * 20_000);
  });
});

it('shows a summary as one line of words, cut', () => {
  expect(summaryText('**In collaboration** with the [Association](https://example.org)\nwe hosted', 36)).toBe(
    'In collaboration with the…',
  );
});

it('takes no longer for many blanks than they are worth', () => {
  const blanks = ' '.repeat(2_000_000);
  expect(markdownToText(`a${blanks}b${blanks}#${blanks}c`).length).toBe(3 * 2_000_000 + 4);
}, 60_000);
