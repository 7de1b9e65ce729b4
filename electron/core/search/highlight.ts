import type { SearchClause, SearchField } from '#shared/domain/search/search-query.ts';
import { tokensOf, type Token } from '#shared/domain/search/tokens.ts';
import type { Closest } from './engine/find-matches.ts';

/** From the first code unit up to, without, the second. */
export type Range = [number, number];

type Words = Extract<SearchClause, { kind: 'words' }>;

/** What is to be marked in texts: the conditions on words that must hold, and what stands for misspelled ones. */
export type Highlighter = (text: string, field: SearchField) => Range[];

const fits = (clause: Words, word: string, term: string, isLast: boolean): boolean =>
  clause.exact || !isLast ? term === word : term.startsWith(word);

const rangesOfWords = (tokens: readonly Token[], clause: Words, near: ReadonlySet<string>): Range[] => {
  const { words } = clause;
  return tokens.flatMap((token, at): Range[] => {
    const isHere = words.every((word, index) => {
      const term = tokens[at + index]?.term;
      return term !== undefined && fits(clause, word, term, index === words.length - 1);
    });
    const last = tokens[at + words.length - 1];
    if (isHere && last) return [[token.start, last.end]];
    return near.has(token.term) ? [[token.start, token.end]] : [];
  });
};

/** In order and without overlaps. */
const merged = (ranges: readonly Range[]): Range[] => {
  const result: Range[] = [];
  for (const [start, end] of ranges.toSorted((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = result.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else result.push([start, end]);
  }
  return result;
};

/** Marks in a text what made its resource match. */
export const createHighlighter = (
  clauses: readonly SearchClause[],
  closest: readonly Closest[],
): Highlighter => {
  const wanted = clauses.flatMap((clause) => {
    if (clause.kind !== 'words' || clause.negated) return [];
    const near = clause.words.length === 1 ? closest.find(({ word }) => word === clause.words[0]) : undefined;
    return [{ clause, near: new Set(near?.instead) }];
  });
  return (text, field) => {
    if (wanted.length === 0 || text === '') return [];
    const tokens = tokensOf(text);
    return merged(
      wanted
        .filter(({ clause }) => clause.field === null || clause.field === field)
        .flatMap(({ clause, near }) => rangesOfWords(tokens, clause, near)),
    );
  };
};

const snippetLength = 220;
const before = 60;

/** The part of a text around its first mark, at the ends of words; its beginning where nothing is marked. */
export const cutSnippet = (
  text: string,
  ranges: readonly Range[],
): { readonly text: string; readonly ranges: Range[] } => {
  const first = ranges[0]?.[0] ?? 0;
  const wanted = first + 40 < snippetLength ? 0 : first - before;
  const from = wanted <= 0 ? 0 : text.indexOf(' ', wanted) + 1;
  const hardEnd = Math.min(text.length, from + snippetLength);
  const lastSpace = text.lastIndexOf(' ', hardEnd);
  const to = hardEnd === text.length || lastSpace <= from ? hardEnd : lastSpace;
  const opening = from > 0 ? '…' : '';
  const shift = opening.length - from;
  return {
    text: `${opening}${text.slice(from, to)}${to < text.length ? '…' : ''}`,
    ranges: ranges
      .filter(([start, end]) => start >= from && end <= to)
      .map(([start, end]): Range => [start + shift, end + shift]),
  };
};
