import { keywordTerm } from './document.ts';
import type { Matches } from './find-matches.ts';
import { fieldMark, termsWithPrefix, type Segment } from './segment.ts';

const largestFirst = 12;

const countIn = (segment: Segment, documents: Uint32Array, prefix: string, counts: Map<string, number>) => {
  const [from, to] = termsWithPrefix(segment, prefix);
  const own = new Uint32Array(to - from);
  for (const document of documents) {
    // Keywords stand last; the mark before them ends the walk.
    let at = (segment.forwardStart[document + 1] ?? 0) - 1;
    for (let term = segment.forward[at]; term !== undefined && term < fieldMark; term = segment.forward[at]) {
      if (term >= from && term < to) own[term - from] = (own[term - from] ?? 0) + 1;
      at -= 1;
    }
  }
  for (const [index, count] of own.entries()) {
    const value = (segment.terms[from + index] ?? '').slice(prefix.length);
    if (count > 0) counts.set(value, (counts.get(value) ?? 0) + count);
  }
};

/** How many of the matches have each value of a keyword field, the most frequent first. */
export const countFacet = (
  { segments, found }: Matches,
  field: string,
): { readonly value: string; readonly count: number }[] => {
  const counts = new Map<string, number>();
  for (const [index, segment] of segments.entries())
    countIn(segment, found[index]?.documents ?? new Uint32Array(), keywordTerm(field, ''), counts);
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, largestFirst);
};
