import type { Reader } from '#core/datastore/datastore.ts';
import { deleteOp, editOps, putOp } from '#core/datastore/ops.ts';
import { uniqueSlug } from '#shared/domain/slug.ts';
import type { Op } from '#shared/model/change.ts';
import type { RecordOf } from '#shared/model/library.ts';
import type { Topic } from '#shared/model/topic.ts';
import { same } from './merge/conflict.ts';
import { mergeStates, type MergeChoices, type Merged } from './merge/merge-states.ts';
import { sharedTables, type SharedTable, type ShareRecords } from './share-records.ts';

/** The two states that a share file brings: what it was made from, and what it became. */
export type Incoming = { readonly base: ShareRecords; readonly theirs: ShareRecords };

type AnyTable = Readonly<Record<string, RecordOf<SharedTable>>>;

const tableOf = (records: Pick<ShareRecords, SharedTable>, table: SharedTable): AnyTable => records[table];

/** What this library has of the records that the file is about, and all entries of its topics. */
const ourState = ({ tables }: Reader, { base, theirs }: Incoming): ShareRecords => {
  const named = (table: SharedTable): AnyTable =>
    Object.fromEntries(
      [...new Set([...Object.keys(base[table]), ...Object.keys(theirs[table])])].flatMap((id) => {
        const record = (tables[table] as AnyTable)[id];
        return record === undefined ? [] : [[id, record]];
      }),
    );
  const ours = Object.fromEntries(sharedTables.map((table) => [table, named(table)])) as ShareRecords;
  const placements = Object.values(tables.placements).filter(({ topicId }) => topicId in ours.topics);
  return {
    ...ours,
    placements: Object.fromEntries(placements.map((placement) => [placement.id, placement])),
  };
};

/** Addresses stay unique in the library, and nothing hangs below a topic that is not here. */
const fitTopics = (reader: Reader, topics: ShareRecords['topics']): ShareRecords['topics'] => {
  const others = Object.values(reader.tables.topics).filter(({ id }) => !(id in topics));
  const taken = new Set<string>(others.map(({ slug }) => slug));
  const fit = (topic: Topic): Topic => {
    const slug = uniqueSlug(topic.slug, taken);
    taken.add(slug);
    const { parentId } = topic;
    const isLost = parentId !== null && !(parentId in topics) && !(parentId in reader.tables.topics);
    return { ...topic, slug, ...(isLost && { parentId: null }) };
  };
  // Pages that are there already keep their addresses.
  const isNew = ({ id }: Topic) => !(id in reader.tables.topics);
  return Object.fromEntries(
    Object.values(topics)
      .toSorted((a, b) => Number(isNew(a)) - Number(isNew(b)) || (a.id < b.id ? -1 : 1))
      .map((topic) => [topic.id, fit(topic)]),
  );
};

/** Fields that differ in what they say: the order of keys, which canonical JSON sorts, is no difference. */
const differing = <Item extends object>(present: Item, merged: Item): Partial<Item> =>
  Object.fromEntries(
    Object.entries(merged).filter(([name, value]) => !same(present[name as keyof Item], value)),
  ) as Partial<Item>;

const opsOf = (reader: Reader, table: SharedTable, merged: AnyTable): readonly Op[] =>
  Object.values(merged).flatMap((record) => {
    const present = (reader.tables[table] as AnyTable)[record.id];
    return present === undefined
      ? [putOp(table, record)]
      : editOps(table, present, differing(present, record));
  });

/** What merging does to this library: its ops, and the conflicts it found. */
export type MergePlan = { readonly ops: readonly Op[]; readonly merged: Merged };

/** Plans the merge of a share file into the library as it is now. */
export const planMerge = (reader: Reader, incoming: Incoming, choices: MergeChoices): MergePlan => {
  const ours = ourState(reader, incoming);
  const merged = mergeStates({ ...incoming, ours }, choices);
  const records: ShareRecords = { ...merged.records, topics: fitTopics(reader, merged.records.topics) };
  const puts = sharedTables.flatMap((table) => opsOf(reader, table, tableOf(records, table)));
  const gone = Object.values(ours.placements).filter(({ id }) => !(id in records.placements));
  return {
    ops: [...puts, ...gone.map((placement) => deleteOp('placements', placement))],
    merged: { ...merged, records },
  };
};
