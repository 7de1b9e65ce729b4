import type { Reader } from '#core/datastore/datastore.ts';
import { sectionEntries } from '#core/topics/section-entries-service.ts';
import { builtInResourceTypes, defaultResourceTypeId } from '#shared/model/resource-types.ts';
import type { Placement } from '#shared/model/resource.ts';
import type { Topic } from '#shared/model/topic.ts';
import type { PublishedEntry, PublishedSection, PublishedType } from './publication-types.ts';

const publishedType = (reader: Reader, typeId: string): PublishedType => {
  const builtIn = builtInResourceTypes.find((type) => type.id === typeId);
  if (builtIn) return { id: builtIn.id, name: null, icon: builtIn.icon };
  const own = reader.tables.resourceTypes[typeId];
  if (own) return { id: own.id, name: own.name, icon: own.icon };
  return { id: defaultResourceTypeId, name: null, icon: 'globe' };
};

const toEntry = (reader: Reader, placement: Placement): PublishedEntry => {
  const resource = reader.require('resources', placement.resourceId);
  return {
    placementId: placement.id,
    resourceId: resource.id,
    resource,
    type: publishedType(reader, resource.typeId),
    summary: placement.summary ?? resource.summary,
    // A summary of this place's own is not the one that was quoted.
    quotedFrom: placement.summary === null ? resource.quotedFrom : null,
    image: resource.imageId === null ? null : (reader.tables.images[resource.imageId] ?? null),
  };
};

/** The sections of a topic with their entries in the order a reader sees: the board's own. */
export const resolveSections = (reader: Reader, topic: Topic): readonly PublishedSection[] =>
  sectionEntries(reader, topic).map(({ section, shown, more }) => ({
    id: section.id,
    title: section.title,
    description: section.description,
    sortBy: section.kind === 'live' ? section.sortBy : null,
    entries: shown.map((placement) => toEntry(reader, placement)),
    more: more.map((placement) => toEntry(reader, placement)),
  }));
