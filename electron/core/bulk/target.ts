import type { CoreContext } from '#core/context.ts';
import type { Reader } from '#core/datastore/datastore.ts';
import { eachInTurns, mapInTurns } from '#core/in-turns.ts';
import { countFound, findTargetIds } from '#core/search/query-service.ts';
import type { ToPlace } from '#core/topics/arrange-service.ts';
import { sectionEntries } from '#core/topics/section-entries-service.ts';
import type { BulkTarget } from '#shared/contract/bulk.ts';
import type { PlacementId, ResourceId } from '#shared/model/ids.ts';
import type { Placement, Resource } from '#shared/model/resource.ts';

/** What finding out the resources of a target takes. */
export type TargetNeeds = Pick<CoreContext, 'datastore' | 'clock' | 'search'>;

const eachOnce = (resources: readonly ToPlace[]): ToPlace[] =>
  [...new Map(resources.toReversed().map((one) => [one.resourceId, one])).values()].toReversed();

const ofPlacements = (placements: readonly Placement[]): ToPlace[] =>
  eachOnce(placements.map(({ resourceId, summary }) => ({ resourceId, summary })));

const placementsOf = (reader: Reader, ids: readonly PlacementId[]): Placement[] =>
  ids.flatMap((id) => reader.tables.placements[id] ?? []);

const inTopic = (reader: Reader, target: Extract<BulkTarget, { kind: 'topic' }>): Placement[] =>
  sectionEntries(reader, reader.require('topics', target.topicId)).flatMap(({ shown, more }) => [
    ...shown,
    ...more,
  ]);

const ofIds = async (reader: Reader, ids: Iterable<string>): Promise<ToPlace[]> => {
  const places: ToPlace[] = [];
  await eachInTurns(new Set(ids), (id) => {
    const resource = reader.tables.resources[id];
    if (resource) places.push({ resourceId: resource.id, summary: null });
  });
  return places;
};

/** The resources meant, each once, in order, with the summary that applies where they were chosen. Gone ones are left out. */
export const targetToPlace = async (needs: TargetNeeds, target: BulkTarget): Promise<ToPlace[]> => {
  const { datastore } = needs;
  switch (target.kind) {
    case 'resources':
      return ofIds(datastore, target.resourceIds);
    case 'placements':
      return ofPlacements(placementsOf(datastore, target.placementIds));
    case 'topic':
      return ofPlacements(inTopic(datastore, target));
    case 'library':
      return ofIds(datastore, Object.keys(datastore.tables.resources));
    case 'search':
      return ofIds(datastore, await findTargetIds(needs, target));
  }
};

/** The resources meant, each once, as they are now. */
export const targetResources = async (needs: TargetNeeds, target: BulkTarget): Promise<Resource[]> => {
  const resources: Resource[] = [];
  await eachInTurns(await targetToPlace(needs, target), ({ resourceId }) => {
    const resource = needs.datastore.tables.resources[resourceId];
    // It may have left while others had their turn.
    if (resource) resources.push(resource);
  });
  return resources;
};

/** How many a target names, without looking them up. */
export const targetSize = async (needs: TargetNeeds, target: BulkTarget): Promise<number> => {
  const { datastore } = needs;
  switch (target.kind) {
    case 'resources':
      return target.resourceIds.length;
    case 'placements':
      return target.placementIds.length;
    case 'topic':
      return datastore.placementsInTopic(target.topicId).size;
    case 'library':
      return Object.keys(datastore.tables.resources).length;
    case 'search':
      return countFound(needs, target);
  }
};

/** Ids of the resources meant. */
export const targetIds = async (needs: TargetNeeds, target: BulkTarget): Promise<ResourceId[]> =>
  mapInTurns(await targetToPlace(needs, target), ({ resourceId }) => resourceId);
