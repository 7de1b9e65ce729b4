import { z } from 'zod';
import type { Reader } from '#core/datastore/datastore.ts';
import type { TopicId } from '#shared/model/ids.ts';
import { currentFormatVersion, tableSchemas, type RecordOf } from '#shared/model/library.ts';
import { builtInResourceTypes } from '#shared/model/resource-types.ts';

/** The tables that a share file can hold. What is in the trash and the undo history stay at home. */
export const sharedTables = [
  'topics',
  'resources',
  'placements',
  'resourceTypes',
  'images',
  'evidence',
  'rightsDecisions',
  'smartLists',
  'templates',
  'distinctions',
] as const;
export type SharedTable = (typeof sharedTables)[number];

/** Records by table and id. */
export type ShareRecords = { readonly [Table in SharedTable]: Readonly<Record<string, RecordOf<Table>>> };

const list = <Table extends SharedTable>(table: Table) => z.array(tableSchemas[table]);

/** The records as a share file writes them: lists sorted by id. */
export const recordListsSchema = z.strictObject({
  format: z.literal('carrel-records'),
  formatVersion: z.literal(currentFormatVersion),
  library: tableSchemas.library,
  topics: list('topics'),
  resources: list('resources'),
  placements: list('placements'),
  resourceTypes: list('resourceTypes'),
  images: list('images'),
  evidence: list('evidence'),
  rightsDecisions: list('rightsDecisions'),
  smartLists: list('smartLists'),
  templates: list('templates'),
  distinctions: list('distinctions'),
});
export type RecordLists = z.infer<typeof recordListsSchema>;

const pick = <Item extends { readonly id: string }>(
  table: Readonly<Record<string, Item>>,
  wanted: (item: Item) => boolean,
): Record<string, Item> =>
  Object.fromEntries(
    Object.values(table)
      .filter(wanted)
      .toSorted((a, b) => (a.id < b.id ? -1 : 1))
      .map((item) => [item.id, item]),
  );

const builtIn: ReadonlySet<string> = new Set(builtInResourceTypes.map(({ id }) => id));

/** What a share holds beyond the topics themselves. */
export type ShareScope = {
  readonly topicIds: ReadonlySet<TopicId>;
  readonly evidence: boolean;
};

/** Everything: what `carrel dump` prints, and what sharing all topics hands over. */
const everything = ({ tables }: Reader, evidence: boolean): ShareRecords => ({
  topics: pick(tables.topics, () => true),
  resources: pick(tables.resources, () => true),
  placements: pick(tables.placements, () => true),
  resourceTypes: pick(tables.resourceTypes, () => true),
  images: pick(tables.images, () => true),
  evidence: pick(tables.evidence, () => evidence),
  rightsDecisions: pick(tables.rightsDecisions, () => evidence),
  smartLists: pick(tables.smartLists, () => true),
  templates: pick(tables.templates, () => true),
  distinctions: pick(tables.distinctions, () => true),
});

/**
 * Topics with all they need: placements, resources, types, pictures and, if wanted, what is kept about their rights. A
 * parent that does not come along is left out, so that nothing names what is not there. All topics of a library are the
 * whole library.
 */
export const collectRecords = (reader: Reader, { topicIds, evidence }: ShareScope): ShareRecords => {
  const { tables } = reader;
  if (Object.values(tables.topics).every(({ id }) => topicIds.has(id))) return everything(reader, evidence);
  const placements = pick(tables.placements, ({ topicId }) => topicIds.has(topicId));
  const resourceIds = new Set(Object.values(placements).map(({ resourceId }) => resourceId));
  const resources = pick(tables.resources, ({ id }) => resourceIds.has(id));
  const topics = pick(tables.topics, ({ id }) => topicIds.has(id));
  const imageIds = new Set<string | null>([
    ...Object.values(resources).map(({ imageId }) => imageId),
    ...Object.values(topics).map(({ hero }) => hero?.imageId ?? null),
  ]);
  const typeIds = new Set(Object.values(resources).map(({ typeId }) => typeId));
  return {
    topics: Object.fromEntries(
      Object.entries(topics).map(([id, topic]) => [
        id,
        topic.parentId !== null && !topicIds.has(topic.parentId) ? { ...topic, parentId: null } : topic,
      ]),
    ),
    resources,
    placements,
    resourceTypes: pick(tables.resourceTypes, ({ id }) => typeIds.has(id) && !builtIn.has(id)),
    images: pick(tables.images, ({ id }) => imageIds.has(id)),
    evidence: pick(tables.evidence, ({ imageId }) => evidence && imageIds.has(imageId)),
    rightsDecisions: pick(
      tables.rightsDecisions,
      (decision) => evidence && decision.imageIds.every((id) => imageIds.has(id)),
    ),
    smartLists: {},
    templates: {},
    distinctions: {},
  };
};

/** The records in the form in which files hold them. */
export const toLists = (library: RecordOf<'library'>, records: ShareRecords): RecordLists =>
  ({
    format: 'carrel-records',
    formatVersion: currentFormatVersion,
    library,
    ...Object.fromEntries(
      sharedTables.map((table) => [
        table,
        Object.values(records[table] as Record<string, { readonly id: string }>).toSorted((a, b) =>
          a.id < b.id ? -1 : 1,
        ),
      ]),
    ),
  }) as RecordLists;

/** Lists from a file as records by id. */
export const fromLists = (lists: RecordLists): ShareRecords =>
  Object.fromEntries(
    sharedTables.map((table) => [
      table,
      Object.fromEntries(lists[table].map((record) => [record.id, record])),
    ]),
  ) as ShareRecords;
