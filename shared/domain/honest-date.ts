import type { HonestDate } from '../model/dates.ts';
import type { LiveSort } from '../model/topic.ts';

/** A date of a resource, by the name of its field; also the message key `date.<name>` without its `On`. */
export type DateField = 'publishedOn' | 'addedOn' | 'modifiedOn' | 'checkedOn';

/** A date with its right name. */
export type NamedDate = { readonly field: DateField; readonly date: HonestDate };

type Dates = {
  readonly modifiedOn: HonestDate | null;
  readonly publishedOn: HonestDate | null;
  readonly addedOn: HonestDate | null;
};

/**
 * The one date an entry shows, by its right name: when it was last modified, else when it was published. When it was
 * added is shown only in a live section that sorts by it, and only when nothing else is known. Null: show none; no
 * date ever stands in under another's name.
 */
export const shownDate = (entry: Dates, sortBy: LiveSort | null): NamedDate | null => {
  if (entry.modifiedOn !== null) return { field: 'modifiedOn', date: entry.modifiedOn };
  if (entry.publishedOn !== null) return { field: 'publishedOn', date: entry.publishedOn };
  if (sortBy === 'added' && entry.addedOn !== null) return { field: 'addedOn', date: entry.addedOn };
  return null;
};

/** The message key of a date field's name. */
export const dateNameKeys = {
  publishedOn: 'date.published',
  addedOn: 'date.added',
  modifiedOn: 'date.modified',
  checkedOn: 'date.checked',
} as const satisfies Record<DateField, string>;

const precisions = [
  { year: 'numeric' },
  { year: 'numeric', month: 'long' },
  { year: 'numeric', month: 'long', day: 'numeric' },
] as const satisfies readonly Intl.DateTimeFormatOptions[];

const supported = (locale: string): string => {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(locale)[0] ?? 'en';
  } catch {
    return 'en';
  }
};

const formats = new Map<string, Intl.DateTimeFormat>();

/** The format for so many parts of a date. Making one takes longer than drawing the row that shows the date. */
const formatFor = (locale: string, parts: number): Intl.DateTimeFormat => {
  const key = `${locale} ${parts}`;
  const format =
    formats.get(key) ??
    new Intl.DateTimeFormat(supported(locale), {
      ...precisions[parts - 1],
      calendar: 'gregory',
      timeZone: 'UTC',
    });
  formats.set(key, format);
  return format;
};

/**
 * A date in words, only as exact as it is known: `2018`, `November 2018`, `November 19, 2018`. Always in the Gregorian
 * calendar that it was recorded in: a bare year has no counterpart in a calendar whose years begin elsewhere. A locale
 * that is not known reads as English.
 */
export const formatHonestDate = (date: HonestDate, locale: string): string => {
  const parts = date.split('-').map(Number);
  const [year = 0, month = 1, day = 1] = parts;
  // `Date.UTC` would take the year 85 for 1985.
  const moment = new Date(0).setUTCFullYear(year, month - 1, day);
  return formatFor(locale, Math.min(parts.length, 3)).format(moment);
};
