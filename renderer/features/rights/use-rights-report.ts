import { useState } from 'react';
import { useApp } from '#renderer/app/store/use-app.ts';
import { useQuery } from '#renderer/app/store/use-query.ts';
import type { OutputOf } from '#shared/contract/contract.ts';
import type { ImageId, TopicId } from '#shared/model/ids.ts';
import type { RightsFilter } from '#shared/contract/rights.ts';
import type { Scope } from './RightsScope.tsx';

const step = 100;
/** As many as one call answers. */
const most = 1_000;

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

/** The report that is shown, what it is narrowed to, and which of its pictures are chosen. */
export const useRightsReport = (topicId: TopicId | null) => {
  const [scope, setScope] = useState<Scope>('library');
  const [filter, setFilter] = useState<RightsFilter | null>(null);
  const [limit, setLimit] = useState(step);
  const [chosen, setChosen] = useState<Choice>(none);
  // What was there stays in sight while it is asked again, so that nothing jumps and no focus is lost.
  const [last, setLast] = useState<OutputOf<'rights.report'> | null>(null);
  const mutate = useApp((state) => state.mutate);
  const topicIds = scope === 'topic' && topicId ? [topicId] : null;
  const { data } = useQuery('rights.report', { topicIds, filter, offset: 0, limit }, [
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
    setLimit(step);
    setChosen(none);
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
    canShowMore: total > there.size && there.size < most,
    showMore: () => setLimit((now) => Math.min(most, now + step)),
  };
};
