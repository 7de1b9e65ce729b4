import { findMatches, type Matches } from '../engine/find-matches.ts';
import { countFacet } from '../engine/count-facets.ts';
import { orderMatches } from '../engine/order-matches.ts';
import { SearchIndex } from '../engine/search-index.ts';
import { loadIndex, saveIndex } from './index-file.ts';
import { unpackDocuments } from './packed-documents.ts';
import type { IndexAnswer, IndexAnswers, IndexQuery, IndexRequest } from './messages.ts';

/** So many results are found without putting all of them in order. */
const firstResults = 400;

type Remembered = { readonly key: string; readonly matches: Matches; ordered: readonly string[] };

/** The index with what it was asked last, so that scrolling through results does not find them again. */
export const createIndexThread = (): ((request: IndexRequest) => IndexAnswers[keyof IndexAnswers]) => {
  let index = new SearchIndex();
  let last: Remembered | null = null;

  const find = ({ clauses, sort, descending }: IndexQuery): Remembered => {
    const segments = index.segments();
    const key = JSON.stringify([index.version, clauses, sort, descending]);
    if (last?.key !== key) last = { key, matches: findMatches(segments, clauses), ordered: [] };
    return last;
  };

  const answer = (query: IndexQuery): IndexAnswer => {
    const found = find(query);
    const { matches } = found;
    const needed = Math.min(query.offset + query.limit, matches.total);
    if (found.ordered.length < needed) {
      const count = needed <= firstResults ? firstResults : Number.POSITIVE_INFINITY;
      found.ordered = orderMatches(matches, { ...query, count });
    }
    return {
      total: matches.total,
      ids: found.ordered.slice(query.offset, query.offset + query.limit),
      closest: matches.closest,
      facets: query.facets
        ? {
            types: countFacet(matches, 'type-id'),
            topics: countFacet(matches, 'topic-id'),
            languages: countFacet(matches, 'language'),
          }
        : null,
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
      case 'count':
        return request.queries.map((clauses) => findMatches(index.segments(), clauses).total);
    }
  };
};
