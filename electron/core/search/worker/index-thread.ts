import { findMatches, type Matches } from '../engine/find-matches.ts';
import { countFacets } from '../engine/count-facets.ts';
import { orderMatches } from '../engine/order-matches.ts';
import { createScoredOf } from '../engine/scored.ts';
import { SearchIndex } from '../engine/search-index.ts';
import { loadIndex, saveIndex } from './index-file.ts';
import { unpackDocuments } from './packed-documents.ts';
import type { IdsQuery, IndexAnswer, IndexAnswers, IndexQuery, IndexRequest } from './messages.ts';

/** So many results are found without putting all of them in order. */
const firstResults = 400;

/** How many are put in order: what is asked for, and as many again for the next page, or all. */
const countFor = (needed: number): number =>
  needed <= firstResults ? Math.min(firstResults, needed * 2) : Number.POSITIVE_INFINITY;

const facetFields = { types: 'type-id', topics: 'topic-id', languages: 'language' } as const;

type Remembered = { readonly key: string; readonly matches: Matches; ordered: readonly string[] };

/** Ids of what was found, in order, as many as are needed or more. */
const inOrder = (found: Remembered, query: Omit<IdsQuery, 'between'>, wanted: number): readonly string[] => {
  const needed = Math.min(wanted, found.matches.total);
  if (found.ordered.length < needed)
    found.ordered = orderMatches(found.matches, { ...query, count: countFor(needed) });
  return found.ordered;
};

const toLines = (ids: readonly string[], between: IdsQuery['between']): string | null => {
  if (between === null) return ids.join('\n');
  const [one, other] = between.map((id) => ids.indexOf(id)) as [number, number];
  if (one < 0 || other < 0) return null;
  return ids.slice(Math.min(one, other), Math.max(one, other) + 1).join('\n');
};

/** The index with what it was asked last, so that scrolling through results does not find them again. */
export const createIndexThread = (): ((request: IndexRequest) => IndexAnswers[keyof IndexAnswers]) => {
  let index = new SearchIndex();
  let last: Remembered | null = null;
  const scoredOf = createScoredOf();

  const find = ({ clauses, sort, descending }: Omit<IdsQuery, 'between'>): Remembered => {
    const segments = index.segments();
    const key = JSON.stringify([index.version, clauses, sort, descending]);
    if (last?.key !== key) last = { key, matches: findMatches(segments, clauses, scoredOf), ordered: [] };
    return last;
  };

  const allIds = (query: IdsQuery) => inOrder(find(query), query, Number.POSITIVE_INFINITY);

  const answer = (query: IndexQuery): IndexAnswer => {
    const found = find(query);
    const { matches } = found;
    const ordered = inOrder(found, query, query.offset + query.limit);
    return {
      total: matches.total,
      ids: ordered.slice(query.offset, query.offset + query.limit),
      closest: matches.closest,
      facets: query.facets ? countFacets(matches, facetFields) : null,
    };
  };

  return (request) => {
    switch (request.kind) {
      case 'put':
        index.put(unpackDocuments(request.documents));
        return null;
      case 'remove':
        index.remove(request.ids);
        return null;
      case 'load': {
        const segment = loadIndex(request.path, request.stamp);
        if (segment) index = new SearchIndex([segment]);
        return segment !== null;
      }
      case 'save':
        saveIndex(request.path, request.stamp, index.compact());
        return null;
      case 'query':
        return answer(request.query);
      case 'ids':
        return toLines(allIds(request.query), request.query.between);
      case 'count':
        return request.queries.map((clauses) => findMatches(index.segments(), clauses, scoredOf).total);
    }
  };
};
