import type { Reader } from '#core/datastore/datastore.ts';
import type { Entry } from '#shared/contract/views.ts';
import type { PlacementId } from '#shared/model/ids.ts';
import type { Placement } from '#shared/model/resource.ts';

const topicCount = (reader: Reader, placement: Placement): number =>
  new Set(
    [...reader.placementsOfResource(placement.resourceId)].map(
      (id) => reader.require('placements', id).topicId,
    ),
  ).size;

/** What a board shows of a resource in one place. */
export const toEntry = (reader: Reader, placement: Placement): Entry => {
  const resource = reader.require('resources', placement.resourceId);
  return {
    placementId: placement.id,
    resourceId: resource.id,
    title: resource.title,
    url: resource.url,
    typeId: resource.typeId,
    summary: placement.summary ?? resource.summary,
    // A summary of this place's own is not the one that was quoted.
    quotedFrom: placement.summary === null ? resource.quotedFrom : null,
    publisher: resource.publisher,
    creators: resource.creators,
    publishedOn: resource.publishedOn,
    addedOn: resource.addedOn,
    modifiedOn: resource.modifiedOn,
    checkedOn: resource.checkedOn,
    imageId: resource.imageId,
    topicCount: topicCount(reader, placement),
  };
};

/** Entries by their placements; those that are no longer there are left out. */
export const readEntries = (reader: Reader, placementIds: readonly PlacementId[]): Entry[] =>
  placementIds.flatMap((id) => {
    const placement = reader.tables.placements[id];
    return placement === undefined ? [] : [toEntry(reader, placement)];
  });
