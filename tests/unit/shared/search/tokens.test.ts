import { expect, test } from 'vitest';
import { keywordOf, termsOf, tokensOf } from '#shared/domain/search/tokens.ts';

test('folds case, diacritics and apostrophes, and parts words at everything else', () => {
  expect(termsOf('Crème brûlée: O’Brien’s e-learning, ÞÓR & 42nd')).toEqual([
    'creme',
    'brulee',
    'obriens',
    'e',
    'learning',
    'thor',
    '42nd',
  ]);
});

test('says where a word stands in the text as it was written', () => {
  const text = 'Čapek — “R.U.R.”';
  expect(tokensOf(text).map(({ start, end }) => text.slice(start, end))).toEqual(['Čapek', 'R', 'U', 'R']);
  const decomposed = 'Cafe\u0301 bar';
  expect(tokensOf(decomposed).map(({ start, end }) => decomposed.slice(start, end))).toEqual([
    'Cafe\u0301',
    'bar',
  ]);
});

test('takes each character of a script without spaces for a word', () => {
  expect(termsOf('公共図書館 library')).toEqual(['公', '共', '図', '書', '館', 'library']);
});

test('reads two spellings of a value as one', () => {
  expect(keywordOf('Web site')).toBe(keywordOf('web-site'));
});
