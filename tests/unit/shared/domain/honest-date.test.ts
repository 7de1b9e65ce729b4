import { describe, expect, it } from 'vitest';
import { formatHonestDate, shownDate } from '#shared/domain/honest-date.ts';

const dates = { modifiedOn: '2018-11-19', publishedOn: '2017', addedOn: '2026-01-02' };

describe('shownDate', () => {
  it('shows when it was modified, else when it was published', () => {
    expect(shownDate(dates, null)).toEqual({ field: 'modifiedOn', date: '2018-11-19' });
    expect(shownDate({ ...dates, modifiedOn: null }, 'added')).toEqual({
      field: 'publishedOn',
      date: '2017',
    });
  });

  it('shows when it was added only where a section sorts by it and nothing else is known', () => {
    const onlyAdded = { ...dates, modifiedOn: null, publishedOn: null };
    expect(shownDate(onlyAdded, 'added')).toEqual({ field: 'addedOn', date: '2026-01-02' });
    expect(shownDate(onlyAdded, 'published')).toBeNull();
    expect(shownDate(onlyAdded, null)).toBeNull();
  });
});

describe('formatHonestDate', () => {
  it.each([
    ['2018-11-19', 'en-US', 'November 19, 2018'],
    ['2018-11-19', 'en-GB', '19 November 2018'],
    ['2018-11-19', 'de', '19. November 2018'],
    ['2018-11', 'en', 'November 2018'],
    ['2018', 'fr', '2018'],
    ['2018-01-01', 'en', 'January 1, 2018'],
    ['0085', 'en', '85'],
    ['2018', 'fa', '۲۰۱۸'],
    ['2018', 'no such locale', '2018'],
  ])('writes %s in %s as %s', (date, locale, text) => {
    expect(formatHonestDate(date, locale)).toBe(text);
  });
});
