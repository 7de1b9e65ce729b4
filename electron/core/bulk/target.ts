import type { Reader } from '#core/datastore/datastore.ts';
import type { ToPlace } from '#core/topics/arrange-service.ts';
import { sectionEntries } from '#core/topics/section-entries-service.ts';
import type { BulkTarget } from '#shared/contract/bulk.ts';
import type { PlacementId, ResourceId } from '#shared/model/ids.ts';
import type { Placement, Resource } from '#shared/model/resource.ts';

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

/** The resources meant, each once, in order, with the summary that applies where they were chosen. Gone ones are left out. */
export const targetToPlace = (reader: Reader, target: BulkTarget): ToPlace[] => {
  switch (target.kind) {
    case 'resources':
      return eachOnce(target.resourceIds.map((resourceId) => ({ resourceId, summary: null }))).filter(
        ({ resourceId }) => reader.tables.resources[resourceId] !== undefined,
      );
    case 'placements':
      return ofPlacements(placementsOf(reader, target.placementIds));
    case 'topic':
      return ofPlacements(inTopic(reader, target));
    case 'library':
      return Object.values(reader.tables.resources).map(({ id }) => ({ resourceId: id, summary: null }));
  }
};

/** The resources meant, each once. */
export const targetResources = (reader: Reader, target: BulkTarget): Resource[] =>
  targetToPlace(reader, target).map(({ resourceId }) => reader.require('resources', resourceId));

/** How many a target names, without looking them up. */
export const targetSize = (reader: Reader, target: BulkTarget): number => {
  switch (target.kind) {
    case 'resources':
      return target.resourceIds.length;
    case 'placements':
      return target.placementIds.length;
    case 'topic':
      return reader.placementsInTopic(target.topicId).size;
    case 'library':
      return Object.keys(reader.tables.resources).length;
  }
};

/** Ids of the resources meant. */
export const targetIds = (reader: Reader, target: BulkTarget): ResourceId[] =>
  targetToPlace(reader, target).map(({ resourceId }) => resourceId);
