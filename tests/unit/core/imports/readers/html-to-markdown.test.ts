import { describe, expect, it } from 'vitest';
import { htmlToMarkdown } from '#core/imports/readers/html/html-to-markdown.ts';

describe('HTML as Markdown', () => {
  it.each([
    ['<p>One <b>bold</b> and <i>leaning</i> word.</p><p>Two</p>', 'One **bold** and *leaning* word.\n\nTwo'],
    ['<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>', '- a\n- b\n  - c'],
    ['<a href="https://x.example/">x</a>', '[x](https://x.example/)'],
    ['by<a href="https://x.example/"> me </a>to', 'by [me](https://x.example/) to'],
    ['<a href=" jAvAscript:alert(1)">x</a>', 'x'],
    ['<a href="java&#10;script:alert(1)">x</a>', 'x'],
    ['<a href="data:text/html,x">x</a>', 'x'],
    ['<script>alert(1)</script>safe<style>p{}</style>', 'safe'],
    ['a * b _ c [d] <e>', 'a \\* b \\_ c \\[d\\]'],
    ['1. not a list', '1\\. not a list'],
    ['line<br>break', 'line  \nbreak'],
  ])('%s', (html, markdown) => {
    expect(htmlToMarkdown(html)).toBe(markdown);
  });

  it('survives nesting that no page has, and keeps the words', () => {
    expect(htmlToMarkdown(`${'<div>'.repeat(50_000)}deep`)).toBe('deep');
  });

  it('loses nothing of a page that never closes its elements', () => {
    const left = '<font>'.repeat(300);
    expect(htmlToMarkdown(`${left}one ${left}<a href="https://x.example/">two</a> three`)).toBe(
      'one [two](https://x.example/) three',
    );
  });
});
