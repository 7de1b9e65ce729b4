import { useEffect, useState } from 'react';
import { useApp } from '#renderer/app/store/use-app.ts';
import { useQuery } from '#renderer/app/store/use-query.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { builtInLists } from '#shared/contract/search.ts';
import type { SmartList } from '#shared/model/smart-list.ts';

/** A list as the navigator shows it. */
export type ShownList = Pick<SmartList, 'title' | 'query' | 'sort' | 'descending'> & {
  readonly id: string;
  /** Null for a built-in one, which cannot be changed. */
  readonly own: SmartList | null;
};

/** All lists in their order: the built-in ones, then the library's own. */
export const useLists = (): readonly ShownList[] => {
  const t = useT();
  const own = useApp((state) => state.lists);
  return [
    ...builtInLists.map((list) => ({ ...list, title: t(`list.built-in.${list.id}`), own: null })),
    ...own.map((list) => ({ ...list, own: list })),
  ];
};

/** The name of the list that is open, or null. */
export const useListTitle = (listId: string | null): string | null =>
  useLists().find(({ id }) => id === listId)?.title ?? null;

/** The first screen comes first: numbers are asked for when it has been drawn. */
const startDelay = 400;

/** How many resources each list holds, by its id; empty until that is known. */
export const useListCounts = (): Readonly<Record<string, number>> => {
  const [mayAsk, setMayAsk] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setMayAsk(true), startDelay);
    return () => clearTimeout(timer);
  }, []);
  const { data } = useQuery('lists.counts', mayAsk ? {} : null, [
    'resources',
    'placements',
    'topics',
    'images',
    'smartLists',
  ]);
  return data ?? {};
};
