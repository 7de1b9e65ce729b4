import { changeLabel } from '#core/change-label.ts';
import type { JobHandle } from '#core/jobs/jobs.ts';
import { removalOps } from '#core/resources/removal-service.ts';
import { touchTopic } from '#core/topics/topic-service.ts';
import type { BulkReport, BulkTarget } from '#shared/contract/bulk.ts';
import type { Op } from '#shared/model/change.ts';
import type { TopicId } from '#shared/model/ids.ts';
import type { BulkNeeds } from './run-bulk.ts';
import { targetIds } from './target.ts';

/** Puts many resources into the trash, each by itself, as one change. */
export const removeResources = async (
  { datastore, clock, ids }: BulkNeeds,
  { target }: { readonly target: BulkTarget },
  { signal, progress }: JobHandle,
): Promise<BulkReport> => {
  const wanted = targetIds(datastore, target);
  progress(0, wanted.length);
  signal.throwIfAborted();
  let changed = 0;
  const [only] = wanted.length === 1 ? wanted : [];
  const label = only
    ? changeLabel('resource.remove', { title: datastore.require('resources', only).title })
    : changeLabel('bulk.remove', { count: wanted.length });
  await datastore.commit(label, (reader) => {
    const deletedAt = clock.now();
    const ops: Op[] = [];
    const left = new Set<TopicId>();
    changed = 0;
    for (const resourceId of wanted) {
      if (reader.tables.resources[resourceId] === undefined) continue;
      const removal = removalOps(reader, { resourceId, trashId: ids.next(), deletedAt });
      for (const op of removal.ops) ops.push(op);
      for (const topicId of removal.topicIds) left.add(topicId);
      changed += 1;
    }
    return [...ops, ...[...left].flatMap((topicId) => touchTopic(reader, topicId, deletedAt))];
  });
  progress(wanted.length, wanted.length);
  return { changed, unchanged: wanted.length - changed };
};
