import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Api } from '#renderer/api/api.ts';
import { useApi, useApp } from '#renderer/app/store/use-app.ts';
import type { FoundResource, SearchAnswer } from '#shared/contract/search.ts';
import type { ResourceSort } from '#shared/model/smart-list.ts';

/** What is asked for: a query in an order. */
export type AskedSearch = {
  readonly query: string;
  readonly sort: ResourceSort;
  readonly descending: boolean;
};

/** What a search found, as far as it has been in sight. */
export type Found = {
  /** Null until the first answer. */
  readonly answer: SearchAnswer | null;
  readonly error: unknown;
  /** True while what is shown belongs to what was asked before. */
  readonly isStale: boolean;
  /** Changes whenever the library does. */
  readonly asOf: string;
  /** The result at this place; undefined while it is on its way. */
  readonly at: (index: number) => FoundResource | undefined;
  /** Asks for the results at these places if they are not known. */
  readonly want: (indexes: readonly number[]) => void;
};

const pageSize = 100;
/** As many pages are kept in step when something changes; others are asked for when they come into sight again. */
const mostPages = 4;

type Pages = ReadonlyMap<number, readonly FoundResource[]>;
type State = {
  readonly key: string;
  readonly answer: SearchAnswer | null;
  readonly pages: Pages;
  readonly error: unknown;
};

const askPage = (api: Api, asked: AskedSearch, page: number): Promise<SearchAnswer> =>
  api.call('search.query', { ...asked, offset: page * pageSize, limit: pageSize, facets: false });

const nothing: State = { key: '', answer: null, pages: new Map(), error: null };

/** Asks for the first page and for those that are in sight, all at once, so that nothing flickers. */
const askAll = async (api: Api, asked: AskedSearch, inSight: readonly number[]) => {
  const others = inSight.filter((page) => page !== 0).slice(-mostPages);
  const [answer, ...more] = await Promise.all([
    askPage(api, asked, 0),
    ...others.map((page) => askPage(api, asked, page)),
  ]);
  const pages = new Map<number, readonly FoundResource[]>([[0, answer.items]]);
  for (const [index, page] of others.entries()) pages.set(page, more[index]?.items ?? []);
  return { answer, pages };
};

/** The tables in which something may change what is found. */
export const searchedTables = ['resources', 'placements', 'topics', 'images', 'resourceTypes'] as const;

/** Searches as the words change, and again whenever the library does. What was found stays until there is news. */
export const useFound = (asked: AskedSearch): Found => {
  const api = useApi();
  const revision = useApp((state) => searchedTables.map((table) => state.revisions[table]).join());
  const [state, setState] = useState<State>(nothing);
  const search = JSON.stringify(asked);
  const key = `${search} ${revision}`;
  const inSight = useRef<{ search: string; pages: readonly number[] }>({ search, pages: [] });
  const asking = useRef(new Set<string>());

  useEffect(() => {
    let isCurrent = true;
    const { pages } = inSight.current.search === search ? inSight.current : { pages: [] };
    askAll(api, JSON.parse(search) as AskedSearch, pages).then(
      (found) => isCurrent && setState({ ...found, key, error: null }),
      (error: unknown) => isCurrent && setState((before) => ({ ...before, key, error })),
    );
    return () => {
      isCurrent = false;
    };
  }, [api, search, key]);

  const { pages } = state;
  const want = useCallback(
    (indexes: readonly number[]) => {
      const wanted = [...new Set(indexes.map((index) => Math.floor(index / pageSize)))];
      inSight.current = { search, pages: wanted };
      for (const page of wanted) {
        const name = `${key} ${page}`;
        if (pages.has(page) || asking.current.has(name)) continue;
        asking.current.add(name);
        askPage(api, JSON.parse(search) as AskedSearch, page)
          .then(({ items }) =>
            setState((before) =>
              before.key === key ? { ...before, pages: new Map([...before.pages, [page, items]]) } : before,
            ),
          )
          // What cannot be read now is asked for when it comes into sight again.
          .catch(() => undefined)
          .finally(() => asking.current.delete(name));
      }
    },
    [api, search, key, pages],
  );

  return useMemo(
    () => ({
      answer: state.answer,
      error: state.error,
      isStale: state.key !== key,
      asOf: revision,
      at: (index) => pages.get(Math.floor(index / pageSize))?.[index % pageSize],
      want,
    }),
    [state, key, revision, pages, want],
  );
};
