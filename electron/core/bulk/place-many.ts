import { changeLabel } from '#core/change-label.ts';
import { putOp } from '#core/datastore/ops.ts';
import type { JobHandle } from '#core/jobs/jobs.ts';
import {
  moveManyOps,
  placeManyOps,
  takeOutOps,
  type ManyPlace,
  type ToPlace,
} from '#core/topics/arrange-service.ts';
import type { BulkReport, BulkTarget } from '#shared/contract/bulk.ts';
import type { ChangeLabel } from '#shared/model/change.ts';
import { resourceIdSchema, type PlacementId, type TopicId } from '#shared/model/ids.ts';
import type { Resource } from '#shared/model/resource.ts';
import type { BulkNeeds } from './run-bulk.ts';
import { targetToPlace } from './target.ts';

type Into = ManyPlace & { readonly target: BulkTarget };
type Entries = { readonly placementIds: readonly PlacementId[] };

/** As `labelOf`, for what is shown in a topic. */
const showLabel = (
  { datastore }: BulkNeeds,
  resources: readonly ToPlace[],
  topicId: TopicId,
): ChangeLabel => {
  const { title } = datastore.require('topics', topicId);
  const [first] = resources;
  const only = resources.length === 1 && first ? datastore.tables.resources[first.resourceId] : undefined;
  return only
    ? changeLabel('placement.add', { title: only.title, topic: title })
    : changeLabel('bulk.show', { count: resources.length, title });
};

/** What is done to one is named by its title, what is done to many by their number. */
const labelOf = (
  { datastore }: BulkNeeds,
  placementIds: readonly PlacementId[],
  keys: { readonly one: string; readonly many: string },
): ChangeLabel => {
  const [first] = placementIds;
  const only = placementIds.length === 1 && first ? datastore.tables.placements[first] : undefined;
  if (!only) return changeLabel(keys.many, { count: new Set(placementIds).size });
  const { title } = datastore.require('resources', only.resourceId);
  return changeLabel(keys.one, { title, topic: datastore.require('topics', only.topicId).title });
};

const begin = ({ signal, progress }: JobHandle, total: number): void => {
  progress(0, total);
  signal.throwIfAborted();
};

/** Moves entries to one place. */
export const moveMany = async (
  needs: BulkNeeds,
  { placementIds, ...place }: Entries & ManyPlace,
  handle: JobHandle,
): Promise<BulkReport> => {
  const { datastore, clock } = needs;
  begin(handle, placementIds.length);
  let changed = 0;
  const label = labelOf(needs, placementIds, { one: 'placement.move', many: 'bulk.move' });
  await datastore.commit(label, (reader) => {
    const made = moveManyOps(reader, placementIds, place, clock.now());
    ({ changed } = made);
    return made.ops;
  });
  return { changed, unchanged: new Set(placementIds).size - changed };
};

/** Shows resources in a topic, too. */
export const showMany = async (
  needs: BulkNeeds,
  { target, ...place }: Into,
  handle: JobHandle,
): Promise<BulkReport> => {
  const { datastore } = needs;
  const resources = (await targetToPlace(needs, target)).map((one) => ({ ...one, summary: null }));
  begin(handle, resources.length);
  let changed = 0;
  await datastore.commit(showLabel(needs, resources, place.topicId), (reader) => {
    const there = resources.filter(({ resourceId }) => reader.tables.resources[resourceId]);
    const made = placeManyOps(reader, needs, there, place);
    ({ changed } = made);
    return made.ops;
  });
  return { changed, unchanged: resources.length - changed };
};

/** Makes copies of resources that go their own way from then on. */
export const copyMany = async (
  needs: BulkNeeds,
  { target, ...place }: Into,
  handle: JobHandle,
): Promise<BulkReport> => {
  const { datastore, clock, ids } = needs;
  const originals = await targetToPlace(needs, target);
  begin(handle, originals.length);
  const { title } = datastore.require('topics', place.topicId);
  let changed = 0;
  await datastore.commit(changeLabel('bulk.copy', { count: originals.length, title }), (reader) => {
    const now = clock.now();
    const copies = originals.flatMap(({ resourceId, summary }) => {
      const original = reader.tables.resources[resourceId];
      if (original === undefined) return [];
      const id = resourceIdSchema.parse(ids.next());
      return [{ resource: { ...original, id, createdAt: now, updatedAt: now } satisfies Resource, summary }];
    });
    const toPlace = copies.map(({ resource, summary }) => ({ resourceId: resource.id, summary }));
    const made = placeManyOps(reader, needs, toPlace, place);
    ({ changed } = made);
    return [...copies.map(({ resource }) => putOp('resources', resource)), ...made.ops];
  });
  return { changed, unchanged: originals.length - changed };
};

/** Takes entries out of their topics. */
export const takeOutMany = async (
  needs: BulkNeeds,
  { placementIds }: Entries,
  handle: JobHandle,
): Promise<BulkReport> => {
  const { datastore, clock } = needs;
  begin(handle, placementIds.length);
  let changed = 0;
  const label = labelOf(needs, placementIds, { one: 'placement.remove', many: 'bulk.take-out' });
  await datastore.commit(label, (reader) => {
    const made = takeOutOps(reader, placementIds, clock.now());
    ({ changed } = made);
    return made.ops;
  });
  return { changed, unchanged: new Set(placementIds).size - changed };
};
