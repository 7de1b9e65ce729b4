import { useState } from 'react';
import { useApp } from '#renderer/app/store/use-app.ts';
import { useQuery } from '#renderer/app/store/use-query.ts';
import type { OutputOf } from '#shared/contract/contract.ts';
import type { ImageId, TopicId } from '#shared/model/ids.ts';
import type { RightsFilter } from '#shared/contract/rights.ts';
import type { Scope } from './RightsScope.tsx';

/** As many as a screen or two show: each is drawn with its controls. */
const step = 30;
/** As many as stand in the list at once; what is beyond them takes their place. */
const most = 120;
const firstPage = { offset: 0, limit: step };

/** Pictures one by one, or all that the report counts here without some. */
type Choice = { readonly all: boolean; readonly ids: ReadonlySet<ImageId> };
const none: Choice = { all: false, ids: new Set() };

const without = (ids: ReadonlySet<ImageId>, others: ReadonlySet<ImageId>): ReadonlySet<ImageId> =>
  new Set([...ids].filter((id) => !others.has(id)));

/** What is chosen of the pictures in sight, and how many in all. One that the filter leaves out is not edited unseen. */
const resolve = ({ all, ids }: Choice, there: ReadonlySet<ImageId>, total: number) => {
  const named = new Set([...ids].filter((id) => there.has(id)));
  return all
    ? { visible: without(there, named), count: total - named.size }
    : { visible: named, count: named.size };
};

type Page = typeof firstPage;
type Paging = {
  readonly page: Page;
  /** How many stand before the end of what is in sight. */
  readonly end: number;
  readonly total: number;
  readonly setPage: (page: Page) => void;
  readonly turnTo: (offset: number) => void;
};

/** Which part of the report is in sight, and the ways from there; null where there is nothing. */
const pagesOf = ({ page, end, total, setPage, turnTo }: Paging) => {
  const isFull = page.limit >= most;
  const more = () => setPage({ ...page, limit: Math.min(most, page.limit + step) });
  return {
    from: page.offset + 1,
    to: end,
    total,
    showMore: end < total && !isFull ? more : null,
    showNext: end < total && isFull ? () => turnTo(end) : null,
    showBefore: page.offset > 0 ? () => turnTo(page.offset - most) : null,
  };
};

/** The report that is shown, what it is narrowed to, and which of its pictures are chosen. */
export const useRightsReport = (topicId: TopicId | null) => {
  const [scope, setScope] = useState<Scope>('library');
  const [filter, setFilter] = useState<RightsFilter | null>(null);
  const [page, setPage] = useState(firstPage);
  const [chosen, setChosen] = useState<Choice>(none);
  // What was there stays in sight while it is asked again, so that nothing jumps and no focus is lost.
  const [last, setLast] = useState<OutputOf<'rights.report'> | null>(null);
  const mutate = useApp((state) => state.mutate);
  const topicIds = scope === 'topic' && topicId ? [topicId] : null;
  const { data } = useQuery('rights.report', { topicIds, filter, ...page }, [
    'images',
    'topics',
    'resources',
    'placements',
    'library',
    'evidence',
    'rightsDecisions',
  ]);
  if (data !== null && data !== last) setLast(data);
  const report = data ?? last;
  const there = new Set(report?.items.map(({ image }) => image.id));
  const total = report?.total ?? 0;
  const { visible, count } = resolve(chosen, there, total);
  const renew = () => {
    setPage(firstPage);
    setChosen(none);
  };
  const end = page.offset + (report?.items.length ?? 0);
  const turnTo = (offset: number) => {
    setPage({ offset: Math.max(0, offset), limit: step });
    // Single ones were chosen among those that were in sight; all of them are still all.
    setChosen(chosen.all && chosen.ids.size === 0 ? chosen : none);
  };
  return {
    report,
    scope,
    setScope: (next: Scope) => {
      setScope(next);
      renew();
    },
    filter,
    setFilter: (next: RightsFilter | null) => {
      setFilter(next);
      renew();
    },
    chosen: visible,
    chosenCount: count,
    choose: (next: ReadonlySet<ImageId> | 'all' | 'toggle-all') => {
      if (next === 'all' || (next === 'toggle-all' && count < total)) setChosen({ ...none, all: true });
      else if (next === 'toggle-all' || next.size === 0) setChosen(none);
      else setChosen({ all: chosen.all, ids: chosen.all ? without(there, next) : next });
    },
    /** The ids of what is chosen, those too that the list has not shown yet. */
    chosenIds: async (): Promise<readonly ImageId[]> => {
      if (!chosen.all) return [...visible];
      const outcome = await mutate('rights.imageIds', { topicIds, filter });
      return outcome.ok ? outcome.value.filter((id) => !chosen.ids.has(id)) : [];
    },
    page: pagesOf({ page, end, total, setPage, turnTo }),
  };
};
