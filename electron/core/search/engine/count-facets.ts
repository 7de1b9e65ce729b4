import { keywordTerm } from './document.ts';
import type { Matches } from './find-matches.ts';
import { fieldMark, firstTermFrom, termsWithPrefix, type Segment } from './segment.ts';

const largestFirst = 12;

/** What the terms of all keywords begin with. */
const keywordSign = keywordTerm('', '').charAt(0);

/** How many of the documents have each keyword, by the number of its term. */
const countKeywords = (segment: Segment, documents: Uint32Array): Uint32Array => {
  const { forward, forwardStart } = segment;
  const counts = new Uint32Array(firstTermFrom(segment, `${keywordSign}\uffff`));
  for (const document of documents) {
    // Keywords stand last; the mark before them ends the walk.
    let at = (forwardStart[document + 1] ?? 0) - 1;
    for (let term = forward[at]; term !== undefined && term < fieldMark; term = forward[at]) {
      counts[term] = (counts[term] ?? 0) + 1;
      at -= 1;
    }
  }
  return counts;
};

type Counted = { readonly value: string; readonly count: number };

/** The values of a keyword field in all segments, the most frequent first. */
const ofField = (segments: readonly Segment[], counted: readonly Uint32Array[], field: string): Counted[] => {
  const prefix = keywordTerm(field, '');
  const sums = new Map<string, number>();
  for (const [index, segment] of segments.entries()) {
    const [from, to] = termsWithPrefix(segment, prefix);
    for (let term = from; term < to; term += 1) {
      const count = counted[index]?.[term] ?? 0;
      const value = (segment.terms[term] ?? '').slice(prefix.length);
      if (count > 0) sums.set(value, (sums.get(value) ?? 0) + count);
    }
  }
  return [...sums]
    .map(([value, count]) => ({ value, count }))
    .toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, largestFirst);
};

/** For each of the keyword fields: how many of the matches have each value, the most frequent first. All in one walk. */
export const countFacets = <Field extends string>(
  { segments, found }: Matches,
  fields: Readonly<Record<Field, string>>,
): Record<Field, Counted[]> => {
  const counted = segments.map((segment, index) =>
    countKeywords(segment, found[index]?.documents ?? new Uint32Array()),
  );
  return Object.fromEntries(
    Object.entries<string>(fields).map(([name, field]) => [name, ofField(segments, counted, field)]),
  ) as Record<Field, Counted[]>;
};
