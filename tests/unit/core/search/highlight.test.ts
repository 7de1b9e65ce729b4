import { expect, test } from 'vitest';
import { createHighlighter, cutSnippet } from '#core/search/highlight.ts';
import { parseQuery } from '#shared/domain/search/parse-query.ts';

const marked = (query: string, text: string, closest: Parameters<typeof createHighlighter>[1] = []) =>
  createHighlighter(parseQuery(query, '2026-11-26').clauses, closest)(text, 'title').map(([start, end]) =>
    text.slice(start, end),
  );

test('marks the words that match, as they were written', () => {
  expect(marked('ecole lib', 'L’École: une LIBRAIRIE libre')).toEqual(['LIBRAIRIE', 'libre']);
  expect(marked('école', 'École')).toEqual(['École']);
  expect(marked('"public library"', 'A public library is public')).toEqual(['public library']);
});

test('marks what was found for a misspelled word, and nothing that must not be there', () => {
  const closest = [{ word: 'opiod', instead: ['opioid'], nothingAsTyped: true }];
  expect(marked('opiod -crisis', 'Opioid crisis', closest)).toEqual(['Opioid']);
});

test('cuts a long text around its first mark, and keeps the marks in place', () => {
  const text = `${'word '.repeat(100)}needle ${'word '.repeat(100)}`;
  const at = text.indexOf('needle');
  const { text: cut, ranges } = cutSnippet(text, [[at, at + 6]]);
  expect(ranges.map(([start, end]) => cut.slice(start, end))).toEqual(['needle']);
  expect(cut.length).toBeLessThan(240);
  expect(cut.startsWith('…word')).toBe(true);
});
