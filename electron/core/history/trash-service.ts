import type { Op, TrashEntry } from '#shared/model/change.ts';
import type { Instant } from '#shared/model/dates.ts';
import type { TrashId } from '#shared/model/ids.ts';
import type { RecordOf, TableName } from '#shared/model/library.ts';
import type { Reader } from '../datastore/datastore.ts';
import { deleteOp, putOp } from '../datastore/ops.ts';
import { isMemory } from '../datastore/trash-memory.ts';

/** A record by its place. */
export type RecordRef = { readonly table: TableName; readonly id: string };

/** Something that goes to the trash, and what goes with it. */
export type ToTrash = {
  /** A new id. */
  readonly id: string;
  readonly kind: TrashEntry['kind'];
  readonly title: string;
  /** Where it was, in words: titles from the top of the tree. */
  readonly place: readonly string[];
  readonly deletedAt: Instant;
  /**
   * The records that go, as they are now. For a `section`: its placements, and its topic, which is kept as a memory of
   * the section and not deleted.
   */
  readonly records: readonly RecordRef[];
};

type KeptRecord = TrashEntry['records'][number];

/**
 * Deletes the records and puts a trash entry that holds them all. For a section the caller also edits its topic.
 * Throws `not-found` when a record is not there.
 */
export const trashOps = (reader: Reader, { records, ...about }: ToTrash): Op[] => {
  const kept = records.map(({ table, id }) => ({ table, id, record: reader.require(table, id) }));
  const entry: TrashEntry = {
    id: about.id as TrashId,
    kind: about.kind,
    title: about.title,
    place: [...about.place],
    deletedAt: about.deletedAt,
    records: kept.map((one): KeptRecord => structuredClone(one)),
  };
  const gone = kept.filter(({ table }) => !isMemory(about.kind, table));
  return [
    ...gone.map(({ table, record }) => deleteOp(table, record as RecordOf<typeof table>)),
    putOp('trash', entry),
  ];
};
