import { expect, test } from 'vitest';
import { filtersIn, replaceWord, toFilter, toggleFilter } from '#renderer/features/search/filters.ts';

test('finds the filters among the words of a query', () => {
  expect(filtersIn('grant type:webinar -topic:"Public health" https://who.int "a:b"')).toEqual([
    'type:webinar',
    '-topic:"Public health"',
  ]);
});

test('puts a filter on, and takes exactly that one off again', () => {
  const filter = toFilter('topic', 'Gardens & Kitchens');
  const on = toggleFilter('grant type:book', filter);
  expect(on).toBe('grant type:book topic:"Gardens & Kitchens"');
  expect(toggleFilter(on, filter)).toBe('grant type:book');
  expect(toggleFilter('type:books type:book', 'type:book')).toBe('type:books');
});

test('writes another word for a misspelled one, however it was written', () => {
  expect(replaceWord('The Opiód crisis', 'opiod', 'opioid')).toBe('The opioid crisis');
});
