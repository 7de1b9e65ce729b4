import type { Op } from '#shared/model/change.ts';
import type { RecordOf, TableName, Tables } from '#shared/model/library.ts';
import type { Reader } from './datastore.ts';
import { missingRecord } from './failures.ts';
import { Indexes } from './indexes.ts';
import type { AnyRecord, CheckRecord, PreparedOp, Write } from './record-ops.ts';
import { prepareOp } from './record-ops.ts';

/** The tables in memory with their indexes. The only place that writes to them. */
export class Records {
  readonly tables: Tables;
  readonly reader: Reader;
  readonly #indexes: Indexes;

  /** Takes over `tables`, which nobody else may write to from then on. */
  constructor(tables: Tables) {
    this.tables = tables;
    this.#indexes = new Indexes(tables);
    this.reader = createReader(tables, this.#indexes);
  }

  /**
   * Checks and makes the ops one after the other, so that each sees those before it. All or nothing: throws what
   * `prepareOp` throws, with the tables as they were.
   */
  make(ops: readonly Op[], check: CheckRecord): PreparedOp[] {
    const made: PreparedOp[] = [];
    try {
      for (const op of ops) {
        const present = this.tables[op.table][op.id] as AnyRecord | undefined;
        const prepared = prepareOp(op, present, check);
        this.#write(prepared.write);
        made.push(prepared);
      }
      return made;
    } catch (error) {
      this.takeBack(made.map(({ write }) => write));
      throw error;
    }
  }

  /** Makes the answers to what belongs to what ready, with `pause` in between. */
  prepare(pause: () => Promise<void>): Promise<void> {
    return this.#indexes.fill(pause);
  }

  /** Makes writes again that were taken back. */
  repeat(writes: readonly Write[]): void {
    for (const write of writes) this.#write(write);
  }

  /** Takes writes back, the last one first. */
  takeBack(writes: readonly Write[]): void {
    for (const { table, id, before, after } of writes.toReversed()) {
      this.#write({ table, id, before: after, after: before });
    }
  }

  #write(write: Write): void {
    const table = this.tables[write.table] as Record<string, AnyRecord>;
    if (write.after) table[write.id] = write.after;
    else delete table[write.id];
    this.#indexes.update(write);
  }
}

const createReader = (tables: Tables, indexes: Indexes): Reader => ({
  tables,
  require: <Table extends TableName>(table: Table, id: string): RecordOf<Table> => {
    const record = tables[table][id];
    if (!record) throw missingRecord(table, id);
    return record;
  },
  imageIds: indexes.imageIds,
  placementsInTopic: (topicId) => indexes.placementsByTopic.get(topicId),
  placementsOfResource: (resourceId) => indexes.placementsByResource.get(resourceId),
  childTopics: (parentId) => indexes.topicsByParent.get(parentId),
  resourcesWithImage: (imageId) => indexes.resourcesByImage.get(imageId),
  evidenceOfImage: (imageId) => indexes.evidenceByImage.get(imageId),
});
