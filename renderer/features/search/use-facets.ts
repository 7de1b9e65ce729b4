import { useEffect, useState } from 'react';
import { useApi, useApp } from '#renderer/app/store/use-app.ts';
import type { SearchAnswer } from '#shared/contract/search.ts';
import { searchedTables } from './use-found.ts';

/** Typing pauses when nothing was typed for so long, in milliseconds. */
const pause = 250;

/**
 * How many of what is found there are of each type, topic and language. All that is found has to be counted for it, so it
 * is asked for when typing pauses and not with each letter; until then the numbers of before stand. Null: not yet known.
 */
export const useFacets = (query: string): SearchAnswer['facets'] => {
  const api = useApi();
  const revision = useApp((state) => searchedTables.map((table) => state.revisions[table]).join());
  const [facets, setFacets] = useState<SearchAnswer['facets']>(null);
  useEffect(() => {
    let isCurrent = true;
    const input = { query, sort: 'added', descending: true, offset: 0, limit: 1, facets: true } as const;
    const ask = () =>
      api.call('search.query', input).then(
        (answer) => isCurrent && setFacets(answer.facets),
        // The results tell what is wrong; the filters stay as they are.
        () => undefined,
      );
    const timer = setTimeout(() => void ask(), pause);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [api, query, revision]);
  return facets;
};
