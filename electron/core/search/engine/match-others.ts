import { dateFields, type SearchClause } from '#shared/domain/search/search-query.ts';
import { keywordTerm } from './document.ts';
import { Scored } from './scored.ts';
import { dateColumns, termNumber, termsWithPrefix, type Segment } from './segment.ts';

type Keyword = Extract<SearchClause, { kind: 'keyword' }>;
type Dates = Extract<SearchClause, { kind: 'date' }>;

/**
 * The terms that each value of the condition means: the one of that name where any segment has it, else what begins
 * with it, so that `type:web` finds web sites while it is being typed.
 */
const prefixValues = (segments: readonly Segment[], { field, values }: Keyword): readonly boolean[] =>
  values.map((value) => segments.every((segment) => termNumber(segment, keywordTerm(field, value)) < 0));

const mark = (segment: Segment, from: number, to: number, scored: Scored): void => {
  const end = segment.postingsStart[to] ?? 0;
  for (let at = segment.postingsStart[from] ?? 0; at < end; at += 1)
    scored.add((segment.postings[at] ?? 0) >>> 8, 1);
};

/** Marks the documents of each segment that have one of the values. */
export const matchKeyword = (
  segments: readonly Segment[],
  clause: Keyword,
  scored: readonly Scored[],
): void => {
  const asPrefix = prefixValues(segments, clause);
  for (const [index, segment] of segments.entries()) {
    for (const [place, value] of clause.values.entries()) {
      const term = keywordTerm(clause.field, value);
      const number = termNumber(segment, term);
      const [from, to] = asPrefix[place] ? termsWithPrefix(segment, term) : [number, number + 1];
      if (from >= 0) mark(segment, from, to, scored[index] ?? new Scored(segment));
    }
  }
};

/** Marks the documents whose date lies between the ends. */
export const matchDates = (segment: Segment, { field, from, to }: Dates, scored: Scored): void => {
  const column = dateFields.indexOf(field);
  for (let document = 0; document < segment.ids.length; document += 1) {
    const day = segment.dates[document * dateColumns + column] ?? 0;
    if (day > 0 && day >= from && day <= to) scored.add(document, 1);
  }
};

/** Marks the documents that somebody should look at again. */
export const matchReviewDue = (
  segment: Segment,
  { today, checkedBefore }: { readonly today: number; readonly checkedBefore: number },
  scored: Scored,
): void => {
  const [review, checked] = [dateFields.indexOf('review'), dateFields.indexOf('checked')];
  for (let document = 0; document < segment.ids.length; document += 1) {
    const reviewDay = segment.dates[document * dateColumns + review] ?? 0;
    const checkedDay = segment.dates[document * dateColumns + checked] ?? 0;
    if ((reviewDay > 0 && reviewDay <= today) || (checkedDay > 0 && checkedDay < checkedBefore))
      scored.add(document, 1);
  }
};
