import { randomBytes } from 'node:crypto';
import { CarrelError } from '#shared/contract/errors.ts';
import type { LibraryData } from '#shared/model/library.ts';
import type { Clock, Ids, Logger } from '../context.ts';
import { refusal } from '../refusal.ts';
import type { LibraryPaths } from '../library/paths.ts';
import { isBackupDue, takeBackup, type Backup } from './backups.ts';
import { CommitQueue } from './commit-queue.ts';
import type { Datastore } from './datastore.ts';
import { hasCode, noLibrary, storageFailure, whileOpening } from './failures.ts';
import type { FoldLimits } from './folding.ts';
import { defaultFoldLimits, Folding, foldNow, foldPending } from './folding.ts';
import { toHistoryState } from './history-stacks.ts';
import { createImageSideFiles } from './image-side-files.ts';
import type { OpenJournalHandle } from './journal-file.ts';
import { JournalFile } from './journal-file.ts';
import { LibraryState } from './library-state.ts';
import { createListeners } from './listeners.ts';
import type { LoadedLibrary } from './load-library.ts';
import { loadLibrary } from './load-library.ts';
import type { Lock } from './lock.ts';
import { acquireLock } from './lock.ts';
import type { Migration } from './migrations/migration.ts';
import { migrations } from './migrations/migrations.ts';
import { inverseOps } from './record-ops.ts';
import { snapshotBytes } from './snapshot-bytes.ts';
import { createPause } from './stage-in-slices.ts';

/** What a datastore works with. */
export type DatastoreOptions = {
  readonly paths: LibraryPaths;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly logger: Logger;
  /** Who makes the changes: a name, or the kind of host. */
  readonly by: string;
  /** Which program holds the library (`electron`, `browser`, `cli`), for those who find it locked. */
  readonly hostKind?: string;
  /** The person's own key (see `readSealKey`); by default one that no file was sealed with. */
  readonly sealKey?: Uint8Array;
  /** The ones below are for tests. */
  readonly migrations?: readonly Migration[];
  readonly foldLimits?: Partial<FoldLimits>;
  readonly openJournal?: OpenJournalHandle;
};

const nothingTo = (what: 'undo' | 'redo'): CarrelError =>
  refusal('conflict', what === 'undo' ? 'nothing-to-undo' : 'nothing-to-redo');

const openJournalFile = async (options: DatastoreOptions, loaded: LoadedLibrary): Promise<JournalFile> => {
  const journal = await JournalFile.open(options.paths.journal, options.openJournal);
  if (!loaded.mustFold) return journal;
  await foldNow(loaded.db, journal);
  return journal;
};

/** A backup that fails must not keep a library from opening: the folder may be read-only or the disk nearly full. */
const backUpDaily = async ({ paths, clock, logger }: DatastoreOptions, data: LibraryData): Promise<void> => {
  try {
    const now = clock.now();
    if (await isBackupDue(paths.backups, now))
      await takeBackup(paths.backups, snapshotBytes(data).bytes, now);
  } catch (error) {
    logger.error('the daily backup was not written', error);
  }
};

const backUpNow = async ({ paths, clock }: DatastoreOptions, data: LibraryData): Promise<Backup> => {
  try {
    return await takeBackup(paths.backups, snapshotBytes(data).bytes, clock.now());
  } catch (error) {
    throw storageFailure(error);
  }
};

type Opened = {
  readonly options: DatastoreOptions;
  readonly loaded: LoadedLibrary;
  readonly journal: JournalFile;
  readonly lock: Lock;
};

const assemble = ({ options, loaded, journal, lock }: Opened): Datastore => {
  const { logger } = options;
  const { db, records } = loaded;
  const state = new LibraryState(db.data, records, options);
  const sideFiles = createImageSideFiles({ folder: options.paths.images, reader: records.reader, logger });
  const listeners = createListeners(logger);
  listeners.add(sideFiles.follow);

  const queue: CommitQueue = new CommitQueue({
    state,
    journal,
    onChange: listeners.tell,
    afterFlush: (changes) => folding.afterFlush(changes),
  });
  const limits = { ...defaultFoldLimits, ...options.foldLimits };
  const folding = new Folding({ db, journal, limits, logger, inTurn: (work) => queue.alone(work) });
  const historyState = () => toHistoryState(db.data.seq, state.history);

  const revert = async (kind: 'undo' | 'redo') => {
    await queue.change(() => {
      const change = (kind === 'undo' ? state.history.done : state.history.undone).at(-1);
      if (!change) throw nothingTo(kind);
      const ops = kind === 'undo' ? inverseOps(change.ops) : change.ops;
      return { label: change.label, ops, marks: { reverts: { kind, changeId: change.id } } };
    });
    return historyState();
  };

  const shutDown = async (): Promise<void> => {
    folding.stop();
    await foldPending(db, journal).catch((error: unknown) =>
      logger.error('the journal was not folded', error),
    );
    await journal.close().catch((error: unknown) => logger.error('the journal was not closed', error));
    await sideFiles.settled();
    await lock.release();
  };

  // Before any edit, but nobody who opens a library has to wait for it.
  void queue.alone(() => backUpDaily(options, db.data));
  for (const change of loaded.recovered) sideFiles.follow(change);
  let closed: Promise<void> | undefined;

  return {
    ...records.reader,
    recovery: loaded.notes,
    commit: (label, build, marks = {}) => queue.change(() => ({ label, ops: build(records.reader), marks })),
    undo: () => revert('undo'),
    redo: () => revert('redo'),
    historyState,
    steps: () => state.history,
    subscribe: listeners.add,
    prepare: () => records.prepare(createPause()),
    backUp: () => queue.alone(() => backUpNow(options, db.data)),
    fold: () => queue.alone(() => foldPending(db, journal)),
    close: () => (closed ??= queue.finish(shutDown)),
  };
};

const lockLibrary = async ({ paths, by, hostKind }: DatastoreOptions): Promise<Lock> => {
  try {
    return await acquireLock(paths.lock, hostKind ?? (by || 'Carrel'));
  } catch (error) {
    const cause = error instanceof CarrelError ? error.cause : error;
    if (!hasCode(cause, 'ENOENT', 'ENOTDIR')) throw whileOpening(error);
    throw noLibrary(paths.root);
  }
};

/**
 * Opens the library in a folder and locks it. Throws `not-found` (no library there), `locked`, `file-format` (cannot be
 * read; details name a good backup), `unsupported` (made by a newer Carrel) or `storage`; then nothing in the folder
 * has changed.
 */
export const openDatastore = async (options: DatastoreOptions): Promise<Datastore> => {
  const { paths, clock } = options;
  const lock = await lockLibrary(options);
  try {
    const loaded = await loadLibrary({
      paths,
      clock,
      migrations: options.migrations ?? migrations,
      sealKey: options.sealKey ?? randomBytes(32),
    });
    const journal = await openJournalFile(options, loaded);
    return assemble({ options, loaded, journal, lock });
  } catch (error) {
    await lock.release();
    throw whileOpening(error);
  }
};
