import { changeLabel } from '#core/change-label.ts';
import type { Reader } from '#core/datastore/datastore.ts';
import type { JobHandle } from '#core/jobs/jobs.ts';
import { removalOps } from '#core/resources/removal-service.ts';
import { touchTopic } from '#core/topics/topic-service.ts';
import type { BulkReport, BulkTarget } from '#shared/contract/bulk.ts';
import type { Op } from '#shared/model/change.ts';
import type { TopicId } from '#shared/model/ids.ts';
import type { Placement, Resource } from '#shared/model/resource.ts';
import { commitPrepared } from './commit-prepared.ts';
import { inSlices } from './in-slices.ts';
import type { BulkNeeds } from './run-bulk.ts';
import { targetResources } from './target.ts';

const placementsOf = (reader: Reader, { id }: Resource): Placement[] =>
  [...reader.placementsOfResource(id)].map((placementId) => reader.require('placements', placementId));

const labelOf = (resources: readonly Resource[]) => {
  const [first] = resources;
  return first && resources.length === 1
    ? changeLabel('resource.remove', { title: first.title })
    : changeLabel('bulk.remove', { count: resources.length });
};

/** Puts many resources into the trash, each by itself, as one change. */
export const removeResources = async (
  needs: BulkNeeds,
  { target }: { readonly target: BulkTarget },
  handle: JobHandle,
): Promise<BulkReport> => {
  const { datastore, clock, ids } = needs;
  const resources = await targetResources(needs, target);
  const deletedAt = clock.now();
  const left = new Set<TopicId>();
  const places = new Map<Resource, readonly Placement[]>();
  const prepared = new Map<Resource, readonly Op[]>();
  const remove = (resource: Resource, reader: Reader): readonly Op[] => {
    const { ops, topicIds } = removalOps(reader, { resourceId: resource.id, trashId: ids.next(), deletedAt });
    for (const topicId of topicIds) left.add(topicId);
    return ops;
  };
  await inSlices(resources, handle, (resource) => {
    // It may have left, or been edited, while others had their turn: that is seen to when it is written.
    if (datastore.tables.resources[resource.id] !== resource) return void prepared.set(resource, []);
    places.set(resource, placementsOf(datastore, resource));
    prepared.set(resource, remove(resource, datastore));
  });
  const changed = await commitPrepared(datastore, {
    label: labelOf(resources),
    prepared,
    again: remove,
    fits: (resource, reader) => {
      const before = places.get(resource) ?? [];
      const now = placementsOf(reader, resource);
      return now.length === before.length && now.every((placement, index) => placement === before[index]);
    },
    atEnd: (reader) =>
      [...left].flatMap((topicId) =>
        reader.tables.topics[topicId] ? touchTopic(reader, topicId, deletedAt) : [],
      ),
  });
  return { changed, unchanged: resources.length - changed };
};
