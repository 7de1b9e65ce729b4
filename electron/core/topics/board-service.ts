import type { Reader } from '#core/datastore/datastore.ts';
import type { Board, Entry } from '#shared/contract/views.ts';
import type { TopicId } from '#shared/model/ids.ts';
import type { Placement } from '#shared/model/resource.ts';
import type { Topic } from '#shared/model/topic.ts';
import { sectionEntries } from './section-entries-service.ts';
import { ancestors } from './tree-service.ts';

const topicCount = (reader: Reader, placement: Placement): number =>
  new Set(
    [...reader.placementsOfResource(placement.resourceId)].map(
      (id) => reader.require('placements', id).topicId,
    ),
  ).size;

const toEntry = (reader: Reader, placement: Placement): Entry => {
  const resource = reader.require('resources', placement.resourceId);
  return {
    placementId: placement.id,
    resourceId: resource.id,
    title: resource.title,
    url: resource.url,
    typeId: resource.typeId,
    summary: placement.summary ?? resource.summary,
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

const heroImage = (reader: Reader, { hero }: Topic): Board['heroImage'] =>
  hero === null ? null : (reader.tables.images[hero.imageId] ?? null);

/** One topic with all that its board shows. */
export const readBoard = (reader: Reader, topicId: TopicId): Board => {
  const topic = reader.require('topics', topicId);
  return {
    topic,
    heroImage: heroImage(reader, topic),
    sections: sectionEntries(reader, topic).map(({ section, shown, more }) => ({
      section,
      entries: shown.map((placement) => toEntry(reader, placement)),
      hiddenCount: more.length,
    })),
    path: ancestors(reader, topic).map(({ id, title }) => ({ id, title })),
  };
};
