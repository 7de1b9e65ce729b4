import type { HistoryState } from '#shared/contract/views.ts';
import type { Change, ChangeLabel, ChangeMarks, Op } from '#shared/model/change.ts';
import type { RecordOf, TableName } from '#shared/model/library.ts';
import type { EvidenceId, ImageId, PlacementId, ResourceId, TopicId } from '#shared/model/ids.ts';
import type { Backup } from './backups.ts';
import type { HistoryStacks } from './history-stacks.ts';

/** Something that was mended while opening: a message key below `recovery.` and its values. */
export type RecoveryNote = {
  readonly key: string;
  readonly values: Readonly<Record<string, string | number>>;
};

/** Reads records as they are now. What it hands out must not be written to: only ops change records. */
export type Reader = {
  readonly tables: { readonly [Table in TableName]: Readonly<Record<string, RecordOf<Table>>> };
  /** The record, or a `not-found` error that names it. */
  readonly require: <Table extends TableName>(table: Table, id: string) => RecordOf<Table>;
  /** Ids of all pictures. Listing the keys of a large table takes long; going through these can be done in slices. */
  readonly imageIds: ReadonlySet<ImageId>;
  /** Ids of placements in a topic, in no order. */
  readonly placementsInTopic: (topicId: TopicId) => ReadonlySet<PlacementId>;
  readonly placementsOfResource: (resourceId: ResourceId) => ReadonlySet<PlacementId>;
  readonly childTopics: (parentId: TopicId | null) => ReadonlySet<TopicId>;
  readonly resourcesWithImage: (imageId: ImageId) => ReadonlySet<ResourceId>;
  readonly evidenceOfImage: (imageId: ImageId) => ReadonlySet<EvidenceId>;
};

/** The library's records, on the disk and in memory. */
export type Datastore = Reader & {
  readonly recovery: readonly RecoveryNote[];
  /**
   * Makes one change: `build` reads the present state and returns the ops; it may throw a `CarrelError` to refuse.
   * Resolves when the change is on the disk (journal line written and flushed); rejects with memory as it was. An
   * empty list of ops is no change and resolves to null. Calls are queued here; callers need no locks. A change is one
   * step to undo, unless it is marked to be one with the last one (`joins`) or made in the background (`aside`).
   */
  readonly commit: (
    label: ChangeLabel,
    build: (reader: Reader) => readonly Op[],
    marks?: Pick<ChangeMarks, 'aside' | 'joins'>,
  ) => Promise<Change | null>;
  readonly undo: () => Promise<HistoryState>;
  readonly redo: () => Promise<HistoryState>;
  readonly historyState: () => HistoryState;
  /** What can be undone and redone, newest last. */
  readonly steps: () => HistoryStacks;
  /** Told after each change that reached the disk. */
  readonly subscribe: (listener: (change: Change) => void) => () => void;
  /**
   * Gets ready for being asked what belongs to what (`placementsOfResource` …), giving others their turn. Who first asks
   * without it waits until that is found out, which takes a while where there are very many records.
   */
  readonly prepare: () => Promise<void>;
  /** Writes the snapshot and empties the journal. */
  readonly fold: () => Promise<void>;
  /** Keeps the present state as a backup: before whatever is large. Rejects with `storage`. */
  readonly backUp: () => Promise<Backup>;
  /** Folds, releases the lock. Safe to call twice. */
  readonly close: () => Promise<void>;
};
