import { uniqueSlug } from '#shared/domain/slug.ts';
import type { Op } from '#shared/model/change.ts';
import type { TopicId } from '#shared/model/ids.ts';
import type { RecordOf, TableName, Tables } from '#shared/model/library.ts';
import type { Topic } from '#shared/model/topic.ts';
import type { Reader } from '../datastore/datastore.ts';
import { deleteOp, editOps, putOp } from '../datastore/ops.ts';

/** What a backup puts back. The trash is left as it is. */
const restoredTables = [
  'library',
  'resourceTypes',
  'images',
  'topics',
  'resources',
  'placements',
  'evidence',
  'rightsDecisions',
  'smartLists',
  'templates',
  'distinctions',
] as const satisfies readonly TableName[];

const intoTable = <Table extends TableName>(
  table: Table,
  now: Readonly<Record<string, RecordOf<Table>>>,
  then: Readonly<Record<string, RecordOf<Table>>>,
): Op[] => [
  ...Object.values(now).flatMap((record) => (then[record.id] ? [] : [deleteOp(table, record)])),
  ...Object.values(then).flatMap((record) => {
    const present = now[record.id];
    return present ? editOps(table, present, record) : [putOp(table, record)];
  }),
];

/** The ops that make the whole library what `then` holds. */
export const wholeOps = ({ tables }: Reader, then: Tables): Op[] =>
  restoredTables.flatMap((table) => intoTable(table, tables[table], then[table]));

const missing = <Table extends TableName>(
  { tables }: Reader,
  table: Table,
  records: readonly (RecordOf<Table> | undefined)[],
): Op[] => {
  const wanted = new Map(
    records.flatMap((record) => (record ? [[record.id as string, record] as const] : [])),
  );
  return [...wanted.values()].flatMap((record) => (tables[table][record.id] ? [] : [putOp(table, record)]));
};

/** The topic as it can stand now: under a parent that is there, at an address of its own. */
const fitted = ({ tables }: Reader, topic: Topic): Topic => {
  const others = Object.values(tables.topics).filter(({ id }) => id !== topic.id);
  const parent = topic.parentId === null || tables.topics[topic.parentId] ? topic.parentId : null;
  return {
    ...topic,
    slug: uniqueSlug(topic.slug, new Set(others.map(({ slug }) => slug))),
    parentId: parent,
  };
};

/**
 * The ops that make one topic and its board what they were. Its resources and pictures that are gone come back; those
 * that are there stay as they are now, since other topics show them, too.
 */
export const topicOps = (reader: Reader, then: Tables, topicId: TopicId): Op[] => {
  const topic = then.topics[topicId];
  if (!topic) return [];
  const placements = Object.values(then.placements).filter((placement) => placement.topicId === topicId);
  const resources = placements.map(({ resourceId }) => then.resources[resourceId]);
  const imageIds = [topic.hero?.imageId, ...resources.map((resource) => resource?.imageId)];
  const present = Object.fromEntries(
    [...reader.placementsInTopic(topicId)].map((id) => [id, reader.require('placements', id)]),
  );
  const wanted = Object.fromEntries(placements.map((placement) => [placement.id, placement]));
  return [
    ...missing(
      reader,
      'resourceTypes',
      resources.map((resource) => (resource ? then.resourceTypes[resource.typeId] : undefined)),
    ),
    ...missing(
      reader,
      'images',
      imageIds.map((id) => (id ? then.images[id] : undefined)),
    ),
    ...missing(reader, 'resources', resources),
    ...intoTable('topics', onlyThis(reader.tables.topics, topicId), { [topicId]: fitted(reader, topic) }),
    ...intoTable('placements', present, wanted),
  ];
};

const onlyThis = (topics: Readonly<Record<string, Topic>>, id: TopicId): Readonly<Record<string, Topic>> => {
  const topic = topics[id];
  return topic ? { [id]: topic } : {};
};
