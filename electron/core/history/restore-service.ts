import { generateKeyBetween } from 'fractional-indexing';
import { comparePositions } from '#shared/domain/ordering.ts';
import { uniqueSlug } from '#shared/domain/slug.ts';
import type { Op, TrashEntry } from '#shared/model/change.ts';
import type { RecordOf, TableName } from '#shared/model/library.ts';
import { tableSchemas } from '#shared/model/library.ts';
import { builtInResourceTypes, defaultResourceTypeId } from '#shared/model/resource-types.ts';
import type { Placement, Resource } from '#shared/model/resource.ts';
import type { Topic } from '#shared/model/topic.ts';
import type { Reader } from '../datastore/datastore.ts';
import { deleteOp, editOps, putOp } from '../datastore/ops.ts';
import { isMemory } from '../datastore/trash-memory.ts';

/** What showed a picture, as it was: only a memory of where the picture goes back to. */
const isUse = ({ kind }: TrashEntry, { table }: TrashEntry['records'][number]): boolean =>
  kind === 'image' && isMemory(kind, table);

/** The records of one table that the entry holds and the library does not (any more). */
const comingBack = <Table extends TableName>(
  reader: Reader,
  entry: TrashEntry,
  table: Table,
): RecordOf<Table>[] =>
  entry.records
    .filter((kept) => kept.table === table && !reader.tables[table][kept.id] && !isUse(entry, kept))
    .map(({ record }) => tableSchemas[table].parse(record) as RecordOf<Table>);

/** The records by id, those of the library and those that come back. */
type Known = {
  readonly topics: ReadonlyMap<string, Topic>;
  readonly resources: ReadonlyMap<string, Resource>;
  readonly images: ReadonlySet<string>;
};

const lastPosition = (reader: Reader, taken: readonly string[]): string => {
  const siblings = [...reader.childTopics(null)].map((id) => reader.require('topics', id));
  const last = [siblings.toSorted(comparePositions).at(-1)?.position, ...taken].findLast(Boolean);
  return generateKeyBetween(last ?? null, null);
};

/** Topics as they can stand now: under a parent that is there, with an address of their own. */
const placeTopics = (reader: Reader, topics: readonly Topic[], images: ReadonlySet<string>): Topic[] => {
  const ids = new Set<string>([...Object.keys(reader.tables.topics), ...topics.map(({ id }) => id)]);
  const slugs = new Set(Object.values(reader.tables.topics).map(({ slug }) => slug));
  const positions: string[] = [];
  return topics.map((topic) => {
    const slug = uniqueSlug(topic.slug, slugs);
    slugs.add(slug);
    const hero = topic.hero && images.has(topic.hero.imageId) ? topic.hero : null;
    if (topic.parentId === null || ids.has(topic.parentId)) return { ...topic, slug, hero };
    const position = lastPosition(reader, positions);
    positions.push(position);
    return { ...topic, slug, hero, parentId: null, position };
  });
};

const placeResource = (reader: Reader, resource: Resource, images: ReadonlySet<string>): Resource => {
  const hasType =
    builtInResourceTypes.some(({ id }) => id === resource.typeId) ||
    reader.tables.resourceTypes[resource.typeId] !== undefined;
  return {
    ...resource,
    typeId: hasType ? resource.typeId : defaultResourceTypeId,
    imageId: resource.imageId !== null && images.has(resource.imageId) ? resource.imageId : null,
  };
};

const isPlacedAlready = (reader: Reader, { resourceId, topicId }: Placement): boolean =>
  [...reader.placementsOfResource(resourceId)].some(
    (id) => reader.require('placements', id).topicId === topicId,
  );

const hasPlace = (reader: Reader, placement: Placement, { topics, resources }: Known): boolean =>
  resources.has(placement.resourceId) &&
  topics.get(placement.topicId)?.sections.some(({ id }) => id === placement.sectionId) === true &&
  !isPlacedAlready(reader, placement);

const byId = <RecordType extends { readonly id: string }>(
  present: Readonly<Record<string, RecordType>>,
  more: readonly RecordType[],
): ReadonlyMap<string, RecordType> =>
  new Map([...Object.values(present), ...more].map((record) => [record.id, record]));

/** The topic of a trashed section with that section again, at its end; null when there is nothing to add. */
const withSections = (reader: Reader, entry: TrashEntry): Topic | null => {
  if (entry.kind !== 'section') return null;
  const kept = entry.records.find(({ table, id }) => table === 'topics' && reader.tables.topics[id]);
  if (!kept) return null;
  const before = tableSchemas.topics.parse(kept.record);
  const present = reader.require('topics', kept.id);
  const missing = before.sections.filter(({ id }) => !present.sections.some((section) => section.id === id));
  return missing.length === 0 ? null : { ...present, sections: [...present.sections, ...missing] };
};

/** A picture where it was shown, as far as nothing else is shown there by now. */
const useAgainOps = (reader: Reader, entry: TrashEntry): Op[] =>
  entry.records
    .filter((kept) => isUse(entry, kept))
    .flatMap(({ table, id, record }): Op[] => {
      const { library, topics, resources } = reader.tables;
      if (table === 'topics' && topics[id]?.hero === null)
        return editOps('topics', topics[id], { hero: tableSchemas.topics.parse(record).hero });
      if (table === 'resources' && resources[id]?.imageId === null)
        return editOps('resources', resources[id], { imageId: tableSchemas.resources.parse(record).imageId });
      if (table === 'library' && library[id]?.logoImageId === null)
        return editOps('library', library[id], {
          logoImageId: tableSchemas.library.parse(record).logoImageId,
        });
      return [];
    });

/**
 * Takes an entry out of the trash and puts its records back where they were, as far as their places are still there: a
 * topic without its parent goes to the top of the tree, last; an address that is taken gets a number; a placement whose
 * topic, section or resource is gone (or that was made anew) is dropped; so is the use of a picture that is gone. A
 * picture is shown again wherever it was, unless another one is there by now. What
 * is in the library already is left as it is.
 */
export const restoreOps = (reader: Reader, entry: TrashEntry): Op[] => {
  const images = comingBack(reader, entry, 'images');
  const imageIds = new Set<string>([...Object.keys(reader.tables.images), ...images.map(({ id }) => id)]);
  const mended = withSections(reader, entry);
  const topics = placeTopics(reader, comingBack(reader, entry, 'topics'), imageIds);
  const resources = comingBack(reader, entry, 'resources').map((one) => placeResource(reader, one, imageIds));
  const known: Known = {
    topics: byId(reader.tables.topics, mended ? [...topics, mended] : topics),
    resources: byId(reader.tables.resources, resources),
    images: imageIds,
  };
  const placements = comingBack(reader, entry, 'placements').filter((one) => hasPlace(reader, one, known));
  return [
    deleteOp('trash', entry),
    ...comingBack(reader, entry, 'resourceTypes').map((record) => putOp('resourceTypes', record)),
    ...images.map((record) => putOp('images', record)),
    ...useAgainOps(reader, entry),
    ...(mended ? editOps('topics', reader.require('topics', mended.id), { sections: mended.sections }) : []),
    ...topics.map((record) => putOp('topics', record)),
    ...resources.map((record) => putOp('resources', record)),
    ...placements.map((record) => putOp('placements', record)),
    // A piece of evidence speaks of one picture; without it, it would be about nothing.
    ...comingBack(reader, entry, 'evidence')
      .filter(({ imageId }) => imageIds.has(imageId))
      .map((record) => putOp('evidence', record)),
  ];
};
