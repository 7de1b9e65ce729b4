import { expect, it } from 'vitest';
import { compareHonestDates, compareLive, type LiveEntry } from '#shared/domain/live-order.ts';

const entry = (title: string, fields: Partial<LiveEntry> = {}) => ({
  title,
  addedOn: null,
  publishedOn: null,
  modifiedOn: null,
  createdAt: '2026-01-01T00:00:00.000Z',
  ...fields,
});
const titles = (
  entries: readonly ReturnType<typeof entry>[],
  sortBy: 'added' | 'published' | 'modified' = 'published',
) => entries.toSorted(compareLive(sortBy)).map(({ title }) => title);

it('counts a less exact date as the beginning of what it may mean', () => {
  const dates = ['2019', '2018-11-19', null, '2018', '2018-11', '2018-12'];
  expect(dates.toSorted(compareHonestDates)).toEqual([
    null,
    '2018',
    '2018-11',
    '2018-11-19',
    '2018-12',
    '2019',
  ]);
});

it('puts the newest first and entries without that date last', () => {
  const entries = [
    entry('no date', { addedOn: '2026-01-01' }),
    entry('year', { publishedOn: '2018' }),
    entry('day', { publishedOn: '2018-11-19' }),
    entry('newest', { publishedOn: '2020-01' }),
  ];
  expect(titles(entries)).toEqual(['newest', 'day', 'year', 'no date']);
  expect(titles(entries, 'added')[0]).toBe('no date');
});

it('parts the same date by what was placed later, and keeps the order of what came at once', () => {
  const entries = [
    entry('b'),
    entry('a'),
    entry('later', { createdAt: '2026-02-01T00:00:00.000Z' }),
    entry('Ä'),
  ];
  expect(titles(entries)).toEqual(['later', 'b', 'a', 'Ä']);
});
