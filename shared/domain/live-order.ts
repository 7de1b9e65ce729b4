import type { HonestDate } from '../model/dates.ts';
import type { LiveSort } from '../model/topic.ts';
import { compareText } from './ordering.ts';

/** The date fields of a resource that a live section can sort by. */
export type SortableDates = {
  readonly addedOn: HonestDate | null;
  readonly publishedOn: HonestDate | null;
  readonly modifiedOn: HonestDate | null;
};

/** What decides the place of an entry in a live section. */
export type LiveEntry = SortableDates & { readonly createdAt: string };

/** The field that each kind of live section sorts by. */
export const liveSortFields = {
  added: 'addedOn',
  published: 'publishedOn',
  modified: 'modifiedOn',
} as const satisfies Record<LiveSort, keyof SortableDates>;

/**
 * Orders dates from old to new. A date that is less exact counts as the beginning of what it may mean, so
 * `2018` < `2018-11` < `2018-11-19` < `2019`: nothing is claimed to be newer than is known. No date at all is oldest.
 */
export const compareHonestDates = (a: HonestDate | null, b: HonestDate | null): number =>
  compareText(a ?? '', b ?? '');

/**
 * The order of a live section: newest first by its date, entries without that date last; of the same date the one
 * that was placed later first. What was placed at once keeps the order in which it came.
 */
export const compareLive =
  (sortBy: LiveSort) =>
  (a: LiveEntry, b: LiveEntry): number =>
    compareHonestDates(b[liveSortFields[sortBy]], a[liveSortFields[sortBy]]) ||
    compareText(b.createdAt, a.createdAt);
