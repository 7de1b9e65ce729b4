import { array, assert, constantFrom, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markdownToHtml } from '#core/exports/text/markdown.ts';

const html = (markdown: string, level = 2) => markdownToHtml(markdown, level).markup;

describe('markdownToHtml', () => {
  it('shifts headings below their place and closes the gaps between them', () => {
    expect(html('# A\n\n#### B\n\n## C\n\n# D', 3).match(/<h\d>/g)).toEqual(['<h3>', '<h4>', '<h4>', '<h3>']);
  });

  it('never goes beyond h6', () => {
    expect(html('# A\n\n## B\n\n### C\n\n#### D', 5).match(/<h\d>/g)).toEqual([
      '<h5>',
      '<h6>',
      '<h6>',
      '<h6>',
    ]);
  });

  it('links to the web and to mail, and keeps the words of any other link', () => {
    expect(html('[a](https://example.org/x?a=1&b=2)')).toBe(
      '<p><a href="https://example.org/x?a=1&amp;b=2" rel="noopener">a</a></p>',
    );
    expect(html('[a](mailto:a@example.org)')).toContain('href="mailto:a@example.org"');
    for (const address of [
      'javascript:alert(1)',
      'data:text/html,x',
      '//evil.example',
      '#here',
      'other.html',
    ])
      expect(html(`[words](${address})`), address).not.toContain('href');
    expect(html('[words](other.html)')).toBe('<p>words</p>');
  });

  it('makes a written-out address a link, but not a word that looks like a host', () => {
    expect(html('See https://example.org now')).toContain('<a href="https://example.org" rel="noopener">');
    expect(html('Open readme.md now')).not.toContain('<a');
  });

  it('shows HTML as text and pictures as their words', () => {
    expect(html('<b onclick="x()">hi</b>')).toBe('<p>&lt;b onclick="x()"&gt;hi&lt;/b&gt;</p>');
    expect(html('![a cat](https://spy.example/cat.png)')).toBe('<p>a cat</p>');
  });

  it('keeps lists, tables, quotes, code and emphasis', () => {
    const all = html('- a\n\n3. b\n\n> c\n\n`d` **e** *f* ~~g~~\n\n| h |\n|---|\n| i |');
    for (const tag of [
      '<ul>',
      '<ol start="3">',
      '<blockquote>',
      '<code>',
      '<strong>',
      '<em>',
      '<s>',
      '<table>',
    ])
      expect(all).toContain(tag);
  });

  it.each([
    'A plain sentence, and – of course – another: no.',
    'It’s “plain” (mostly). 50% of it.',
    '1. A list',
    '1) A list',
    '2020 was a year.',
    'a - b',
    'www.example.org and readme.md',
    'mail/two words  ',
    'Äpfel, كتاب, 日本語。',
    'a  b',
  ])('reads %j the same by the short way and the long', (text) => {
    // A comment-like mark that Markdown drops without a trace makes the whole parser read the text.
    const long = markdownToHtml(`${text}\n\n[x]: https://example.org/x`, 2).markup;
    expect(html(text)).toBe(long);
  });

  it('lets nothing dangerous through, whatever is written', () => {
    const piece = constantFrom(
      '<script>',
      '</script>',
      '<img src=x onerror=y>',
      '[a](',
      'javascript:',
      ')',
      '![',
      '](',
      'https://e.org',
      '"',
      "'",
      '`',
      '\n\n',
      '# ',
      '<',
      '>',
      '&lt;',
      '\u0000',
      '<https://e.org>',
      '[x]: data:y\n',
      '<svg onload=z>',
    );
    assert(
      property(array(piece, { maxLength: 12 }), (pieces) => {
        const tags = html(pieces.join('')).match(/<[^>]*>/g) ?? [];
        for (const tag of tags)
          expect(tag).toMatch(
            /^<(?:\/?(?:h[1-6]|p|hr|blockquote|pre|ul|ol|li|table|thead|tbody|tr|th|td|br|code|strong|em|s)(?: \/)?|ol start="\d+"|a href="(?:https?:\/\/|mailto:)[^"]*" rel="noopener"|\/a)>$/,
          );
      }),
    );
  });
});
