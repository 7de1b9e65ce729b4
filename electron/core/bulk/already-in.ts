import type { Reader } from '#core/datastore/datastore.ts';
import { createTurnTaking } from '#core/in-turns.ts';
import type { BulkTarget } from '#shared/contract/bulk.ts';
import type { ResourceId, TopicId } from '#shared/model/ids.ts';
import { targetIds, type TargetNeeds } from './target.ts';

const topicsOf = (reader: Reader, resourceId: ResourceId): ReadonlySet<TopicId> =>
  new Set([...reader.placementsOfResource(resourceId)].map((id) => reader.require('placements', id).topicId));

/** The topics in which every resource that a target names stands already; none where it names nothing. */
export const alreadyIn = async (needs: TargetNeeds, target: BulkTarget): Promise<TopicId[]> => {
  const { datastore } = needs;
  const [first, ...others] = await targetIds(needs, target);
  if (first === undefined) return [];
  const pause = createTurnTaking();
  let common = [...topicsOf(datastore, first)];
  for (const id of others) {
    if (common.length === 0) return [];
    const here = topicsOf(datastore, id);
    common = common.filter((topicId) => here.has(topicId));
    await pause();
  }
  return common;
};
