import { useState } from 'react';
import { useQuery } from '#renderer/app/store/use-query.ts';
import type { OutputOf } from '#shared/contract/contract.ts';
import type { ImageId, TopicId } from '#shared/model/ids.ts';
import type { RightsFilter } from '#shared/contract/rights.ts';
import type { Scope } from './RightsScope.tsx';

const step = 100;
const none: ReadonlySet<ImageId> = new Set();

/** The report that is shown, what it is narrowed to, and which of its pictures are chosen. */
export const useRightsReport = (topicId: TopicId | null) => {
  const [scope, setScope] = useState<Scope>('library');
  const [filter, setFilter] = useState<RightsFilter | null>(null);
  const [limit, setLimit] = useState(step);
  const [chosen, setChosen] = useState<ReadonlySet<ImageId>>(none);
  // What was there stays in sight while it is asked again, so that nothing jumps and no focus is lost.
  const [last, setLast] = useState<OutputOf<'rights.report'> | null>(null);
  const { data } = useQuery(
    'rights.report',
    { topicIds: scope === 'topic' && topicId ? [topicId] : null, filter, offset: 0, limit },
    ['images', 'topics', 'resources', 'placements', 'library', 'evidence', 'rightsDecisions'],
  );
  if (data !== null && data !== last) setLast(data);
  const report = data ?? last;
  const there = new Set(report?.items.map(({ image }) => image.id));
  // A picture that the filter leaves out is not edited unseen.
  const visible = new Set([...chosen].filter((id) => there.has(id)));
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
    choose: (next: ReadonlySet<ImageId> | 'toggle-all') =>
      setChosen(next === 'toggle-all' ? (visible.size === there.size ? none : there) : next),
    showMore: () => setLimit((now) => now + step),
  };
};
