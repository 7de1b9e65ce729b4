import type { SearchClause } from '#shared/domain/search/search-query.ts';
import { matchDates, matchKeyword, matchReviewDue } from './match-others.ts';
import { matchNear, matchWords, nearTerms } from './match-words.ts';
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
  readonly found: readonly { readonly documents: Uint32Array; readonly scores: Float32Array }[];
  readonly total: number;
  readonly closest: readonly Closest[];
};

/** Fewer matches than this, and a word is taken for misspelled, too. */
const fewMatches = 10;

type State = {
  readonly segments: readonly Segment[];
  readonly size: number;
  /** Scores of the condition at hand, for each segment. */
  readonly scores: readonly Float32Array[];
  readonly closest: Closest[];
};

// These walk through every document with each letter that is typed: small functions over flat arrays are what is fast.

const countScored = (scores: Float32Array, alive: Uint8Array): number => {
  let count = 0;
  for (let document = 0; document < scores.length; document += 1)
    if (scores[document] !== 0 && alive[document] === 1) count += 1;
  return count;
};

const countOnes = (flags: Uint8Array): number => {
  let count = 0;
  for (let document = 0; document < flags.length; document += 1) count += flags[document] ?? 0;
  return count;
};

/** Those without a score are out; the others are worth that much more. */
const keepScored = (scores: Float32Array, weight: number, left: Uint8Array, totals: Float32Array): void => {
  for (let document = 0; document < scores.length; document += 1) {
    const score = scores[document] ?? 0;
    if (score === 0) left[document] = 0;
    else totals[document] = (totals[document] ?? 0) + score * weight;
  }
};

const dropScored = (scores: Float32Array, left: Uint8Array): void => {
  for (let document = 0; document < scores.length; document += 1)
    if (scores[document] !== 0) left[document] = 0;
};

const countOf = ({ segments, scores }: State): number =>
  segments.reduce(
    (sum, { alive }, index) => sum + countScored(scores[index] ?? new Float32Array(), alive),
    0,
  );

const addNear = (state: State, clause: Extract<SearchClause, { kind: 'words' }>, count: number): number => {
  const [word = ''] = clause.words;
  const errors = new Map<string, number>();
  for (const [index, segment] of state.segments.entries()) {
    const near = nearTerms(segment, word);
    for (const one of near) errors.set(segment.terms[one.term] ?? '', one.errors);
    matchNear(segment, near, { field: clause.field, scores: state.scores[index] ?? new Float32Array() });
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

const matchIn = (segment: Segment, clause: SearchClause, scores: Float32Array): void => {
  if (clause.kind === 'words') matchWords(segment, clause, scores);
  if (clause.kind === 'date') matchDates(segment, clause, scores);
  if (clause.kind === 'review-due') matchReviewDue(segment, clause, scores);
};

const match = (state: State, clause: SearchClause): number => {
  for (const scores of state.scores) scores.fill(0);
  if (clause.kind === 'keyword') matchKeyword(state.segments, clause, state.scores);
  for (const [index, segment] of state.segments.entries())
    matchIn(segment, clause, state.scores[index] ?? new Float32Array());
  if (clause.kind !== 'words') return 0;
  const count = countOf(state);
  const mayBeMisspelled = clause.words.length === 1 && !clause.exact && !clause.negated;
  return mayBeMisspelled && count < fewMatches ? addNear(state, clause, count) : count;
};

/** Rare words say more than common ones (the inverse document frequency of BM25). */
const weightOf = (clause: SearchClause, count: number, size: number): number =>
  clause.kind === 'words' && !clause.negated ? Math.log(1 + (size - count + 0.5) / (count + 0.5)) : 0;

const collect = (segment: Segment, totals: Float32Array, left: Uint8Array) => {
  const count = countOnes(left);
  const documents = new Uint32Array(count);
  const scores = new Float32Array(count);
  let at = 0;
  for (let document = 0; document < segment.ids.length; document += 1) {
    if (left[document] !== 1) continue;
    documents[at] = document;
    scores[at] = totals[document] ?? 0;
    at += 1;
  }
  return { documents, scores };
};

/**
 * The documents that fulfill every condition, with a score for how well. A score depends on the documents alone, not
 * on how they are spread over segments.
 */
export const findMatches = (segments: readonly Segment[], clauses: readonly SearchClause[]): Matches => {
  const left = segments.map(({ alive }) => alive.slice());
  const totals = segments.map(({ ids }) => new Float32Array(ids.length));
  const state: State = {
    segments,
    size: left.reduce((sum, alive) => sum + countOnes(alive), 0),
    scores: segments.map(({ ids }) => new Float32Array(ids.length)),
    closest: [],
  };
  for (const clause of clauses) {
    const weight = weightOf(clause, match(state, clause), state.size);
    for (const [index, scores] of state.scores.entries()) {
      const [stays, total] = [left[index] ?? new Uint8Array(), totals[index] ?? new Float32Array()];
      if (clause.negated) dropScored(scores, stays);
      else keepScored(scores, weight, stays, total);
    }
  }
  const found = segments.map((segment, index) =>
    collect(segment, totals[index] ?? new Float32Array(), left[index] ?? new Uint8Array()),
  );
  const total = found.reduce((sum, { documents }) => sum + documents.length, 0);
  return { segments, found, total, closest: state.closest };
};
