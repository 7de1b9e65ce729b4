import type { Reader } from '#core/datastore/datastore.ts';
import type { BulkTarget } from '#shared/contract/bulk.ts';
import type { ResourceId, TopicId } from '#shared/model/ids.ts';
import { targetIds } from './target.ts';

const topicsOf = (reader: Reader, resourceId: ResourceId): ReadonlySet<TopicId> =>
  new Set([...reader.placementsOfResource(resourceId)].map((id) => reader.require('placements', id).topicId));

/** The topics in which every resource that a target names stands already; none where it names nothing. */
export const alreadyIn = (reader: Reader, target: BulkTarget): TopicId[] => {
  const [first, ...others] = targetIds(reader, target);
  if (first === undefined) return [];
  let common = [...topicsOf(reader, first)];
  for (const id of others) {
    if (common.length === 0) return [];
    const here = topicsOf(reader, id);
    common = common.filter((topicId) => here.has(topicId));
  }
  return common;
};
