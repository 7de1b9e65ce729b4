import type { SearchClause } from '#shared/domain/search/search-query.ts';
import { allCandidates, candidatesOf, narrow, type Candidates } from './candidates.ts';
import { matchDates, matchKeyword, matchReviewDue } from './match-others.ts';
import { matchNear, matchWords, nearTerms } from './match-words.ts';
import { Scored } from './scored.ts';
import type { Segment } from './segment.ts';

/** A word that hardly anything has as typed, and the words that were looked for as well. */
export type Closest = {
  readonly word: string;
  readonly instead: readonly string[];
  /** True when nothing at all has the word as it was typed. */
  readonly nothingAsTyped: boolean;
};

/** All that match, by segment and number of document. */
export type Matches = {
  readonly segments: readonly Segment[];
  /** For each segment: its matching documents, their scores beside them. */
  readonly found: readonly Candidates[];
  readonly total: number;
  readonly closest: readonly Closest[];
};

/** Fewer matches than this, and a word is taken for misspelled, too. */
const fewMatches = 10;

type State = {
  readonly segments: readonly Segment[];
  /** What fulfills the condition at hand, for each segment. */
  readonly scored: readonly Scored[];
  readonly closest: Closest[];
};

const countOf = ({ scored }: State): number => scored.reduce((sum, { count }) => sum + count, 0);

const sizeOf = (segments: readonly Segment[]): number => {
  let size = 0;
  for (const { alive } of segments)
    for (let document = 0; document < alive.length; document += 1) size += alive[document] ?? 0;
  return size;
};

const addNear = (state: State, clause: Extract<SearchClause, { kind: 'words' }>, count: number): number => {
  const [word = ''] = clause.words;
  const errors = new Map<string, number>();
  for (const [index, segment] of state.segments.entries()) {
    const near = nearTerms(segment, word);
    for (const one of near) errors.set(segment.terms[one.term] ?? '', one.errors);
    matchNear(segment, near, { field: clause.field, scored: state.scored[index] ?? new Scored(segment) });
  }
  if (errors.size === 0) return count;
  const after = countOf(state);
  if (after > count) {
    const instead = [...errors]
      .toSorted(([a, first], [b, second]) => first - second || a.length - b.length || (a < b ? -1 : 1))
      .map(([term]) => term);
    state.closest.push({ word, instead, nothingAsTyped: count === 0 });
  }
  return after;
};

const matchIn = (segment: Segment, clause: SearchClause, scored: Scored): void => {
  if (clause.kind === 'words') matchWords(segment, clause, scored);
  if (clause.kind === 'date') matchDates(segment, clause, scored);
  if (clause.kind === 'review-due') matchReviewDue(segment, clause, scored);
};

const match = (state: State, clause: SearchClause): number => {
  for (const scored of state.scored) scored.clear();
  if (clause.kind === 'keyword') matchKeyword(state.segments, clause, state.scored);
  for (const [index, segment] of state.segments.entries())
    matchIn(segment, clause, state.scored[index] ?? new Scored(segment));
  const count = countOf(state);
  const mayBeMisspelled =
    clause.kind === 'words' && clause.words.length === 1 && !clause.exact && !clause.negated;
  return mayBeMisspelled && count < fewMatches ? addNear(state, clause, count) : count;
};

/** Rare words say more than common ones (the inverse document frequency of BM25). */
const weightOf = (clause: SearchClause, count: number, size: number): number =>
  clause.kind === 'words' && !clause.negated ? Math.log(1 + (size - count + 0.5) / (count + 0.5)) : 0;

/**
 * The documents that fulfill every condition, with a score for how well. A score depends on the documents alone, not
 * on how they are spread over segments. `scoredOf` may answer what was used before.
 */
export const findMatches = (
  segments: readonly Segment[],
  clauses: readonly SearchClause[],
  scoredOf = (segment: Segment): Scored => new Scored(segment),
): Matches => {
  const state: State = { segments, scored: segments.map(scoredOf), closest: [] };
  const size = sizeOf(segments);
  /** Null: all, as long as no condition has been looked at. */
  let found: readonly Candidates[] | null = null;
  for (const clause of clauses) {
    const weight = weightOf(clause, match(state, clause), size);
    const { negated } = clause;
    if (found === null && !negated) found = state.scored.map((scored) => candidatesOf(scored, weight));
    else
      found = (found ?? segments.map(allCandidates)).map((candidates, index) =>
        narrow(candidates, state.scored[index] as Scored, { weight, negated }),
      );
  }
  found ??= segments.map(allCandidates);
  const total = found.reduce((sum, { documents }) => sum + documents.length, 0);
  return { segments, found, total, closest: state.closest };
};
