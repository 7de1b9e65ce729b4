import { changeLabel } from '#core/change-label.ts';
import { editOps } from '#core/datastore/ops.ts';
import type { JobHandle } from '#core/jobs/jobs.ts';
import type { BulkReport } from '#shared/contract/bulk.ts';
import type { ParsedInputOf } from '#shared/contract/contract.ts';
import type { BulkNeeds } from './run-bulk.ts';

/** Sets the same on many topics, as one change. Those that are gone are left out. */
export const editTopics = async (
  { datastore, clock }: BulkNeeds,
  { topicIds, edit }: ParsedInputOf<'bulk.editTopics'>,
  { signal, progress }: JobHandle,
): Promise<BulkReport> => {
  const wanted = [...new Set(topicIds)];
  progress(0, wanted.length);
  signal.throwIfAborted();
  let changed = 0;
  await datastore.commit(changeLabel('bulk.edit-topics', { count: wanted.length }), (reader) => {
    const updatedAt = clock.now();
    const ops = wanted.flatMap((id) => {
      const topic = reader.tables.topics[id];
      if (topic === undefined || editOps('topics', topic, edit).length === 0) return [];
      return editOps('topics', topic, { ...edit, updatedAt });
    });
    changed = ops.length;
    return ops;
  });
  return { changed, unchanged: wanted.length - changed };
};
