import { readFile, readdir } from 'node:fs/promises';
import { basename } from 'node:path';
import { Low } from 'lowdb';
import { z } from 'zod';
import { CarrelError } from '#shared/contract/errors.ts';
import type { Instant } from '#shared/model/dates.ts';
import type { Change } from '#shared/model/change.ts';
import { changeSchema } from '#shared/model/change.ts';
import type { LibraryData } from '#shared/model/library.ts';
import { currentFormatVersion } from '#shared/model/library.ts';
import type { Clock } from '../context.ts';
import type { LibraryPaths } from '../library/paths.ts';
import { SnapshotAdapter } from './adapter.ts';
import { keepAside } from './aside.ts';
import { takeBackup } from './backups.ts';
import { checkRecord, trustRecord } from './check-record.ts';
import { findConflictCopies } from './conflict-copies.ts';
import type { RecoveryNote } from './datastore.ts';
import { hasCode, noLibrary, storageFailure } from './failures.ts';
import { newestGoodBackup } from './good-backup.ts';
import { removeLeftovers } from './leftovers.ts';
import type { Migration } from './migrations/migration.ts';
import { parseSnapshot, SnapshotProblem, unreadable } from './parse-snapshot.ts';
import { Records } from './records.ts';
import type { Replayed } from './replay.ts';
import { replayJournal } from './replay.ts';
import { emptyTables, tableNames } from './snapshot-format.ts';
import { createSnapshotSums } from './snapshot-sums.ts';

/** What loading needs to know. */
export type LoadOptions = {
  readonly paths: LibraryPaths;
  readonly clock: Clock;
  readonly migrations: readonly Migration[];
  /** The person's own key, by which files that their Carrel wrote are known. */
  readonly sealKey: Uint8Array;
};

/** A library in memory, as the disk has it. */
export type LoadedLibrary = {
  readonly db: Low<LibraryData>;
  readonly records: Records;
  readonly notes: readonly RecoveryNote[];
  /** Changes that were only in the journal. */
  readonly recovered: readonly Change[];
  /** The snapshot must be written and the journal emptied before anything else. */
  readonly mustFold: boolean;
};

const emptyData = (): LibraryData => ({
  formatVersion: currentFormatVersion,
  seq: 0,
  tables: emptyTables(),
  history: { done: [], undone: [] },
});

const readJournal = (path: string): Promise<string> =>
  readFile(path, 'utf8').catch((error: unknown) => {
    if (hasCode(error, 'ENOENT')) return '';
    throw storageFailure(error);
  });

/** Just enough of a library of any version to apply a journal to it. */
const anyVersionSchema = z.looseObject({
  seq: z.int().nonnegative(),
  tables: z.record(z.string(), z.array(z.looseObject({ id: z.string() }))),
  history: z.object({ done: z.array(changeSchema), undone: z.array(changeSchema) }),
});

const replayOlder = (library: unknown, journal: string): { library: unknown; replayed: Replayed } => {
  const parsed = anyVersionSchema.safeParse(library);
  if (!parsed.success) throw new SnapshotProblem('its tables cannot be read', { cause: parsed.error });
  const data = parsed.data;
  const tables = emptyTables() as unknown as Record<string, Record<string, unknown>>;
  for (const name of tableNames) {
    for (const record of data.tables[name] ?? []) (tables[name] ??= {})[record.id] = record;
  }
  const records = new Records(tables as unknown as LibraryData['tables']);
  const replayed = replayJournal(journal, { records, seq: data.seq, history: data.history }, trustRecord);
  const lists = Object.entries(records.tables).map(([name, table]) => [name, Object.values(table)] as const);
  const next = { ...data.tables, ...Object.fromEntries(lists) };
  return { library: { ...data, seq: replayed.seq, history: replayed.history, tables: next }, replayed };
};

const missingSnapshot = async (paths: LibraryPaths, now: Instant): Promise<CarrelError> => {
  const names = await readdir(paths.root).catch((): string[] => []);
  const newest = await newestGoodBackup(paths.backups, now);
  if (newest || names.includes(basename(paths.journal))) return unreadable('the file is missing', newest);
  return noLibrary(paths.root);
};

const readSnapshot = async (db: Low<LibraryData>, paths: LibraryPaths, now: Instant): Promise<void> => {
  try {
    await db.read();
  } catch (error) {
    if (error instanceof SnapshotProblem) {
      throw unreadable(error.message, await newestGoodBackup(paths.backups, now));
    }
    if (hasCode(error, 'ENOENT', 'ENOTDIR')) throw await missingSnapshot(paths, now);
    throw error instanceof CarrelError ? error : storageFailure(error);
  }
};

const notesFor = async (replayed: Replayed, paths: LibraryPaths, now: Instant): Promise<RecoveryNote[]> => {
  const recovered = replayed.recovered.length;
  if (replayed.lost > 0) {
    const file = await keepAside(paths.root, await readFile(paths.journal), {
      stem: 'journal.corrupt',
      at: now,
      extension: 'ndjson',
    });
    return [{ key: 'broken-journal', values: { recovered, lost: replayed.lost, file } }];
  }
  if (replayed.torn) return [{ key: 'torn-change', values: { recovered } }];
  return recovered > 0 ? [{ key: 'replayed', values: { recovered } }] : [];
};

/** It can be read, yet is not what was written. */
const noteOfForeign = async ({ backups }: LibraryPaths, now: Instant): Promise<RecoveryNote> => {
  const newest = await newestGoodBackup(backups, now);
  return { key: 'changed-outside', values: { backup: newest?.name ?? '' } };
};

const notesOfCopies = async (paths: LibraryPaths): Promise<RecoveryNote[]> => {
  const copies = await findConflictCopies(paths);
  const [file = ''] = copies;
  return copies.length === 0 ? [] : [{ key: 'conflict-copy', values: { count: copies.length, file } }];
};

/**
 * Reads snapshot and journal. Throws `not-found`, `file-format`, `unsupported` or `storage`, and then has changed
 * nothing. The caller holds the lock.
 */
export const loadLibrary = async ({
  paths,
  clock,
  migrations,
  sealKey,
}: LoadOptions): Promise<LoadedLibrary> => {
  const notes: RecoveryNote[] = [];
  let older: Replayed | null = null;
  const parse = (bytes: Buffer): Promise<LibraryData> =>
    parseSnapshot(bytes, {
      migrations,
      backUp: async (content) => {
        const backup = await takeBackup(paths.backups, content, clock.now());
        notes.push({ key: 'migrated', values: { backup: backup.name } });
      },
      catchUp: async (library) => {
        const result = replayOlder(library, await readJournal(paths.journal));
        older = result.replayed;
        return result.library;
      },
    });
  const sums = createSnapshotSums(paths.snapshotSums, sealKey);
  const adapter = new SnapshotAdapter({ path: paths.snapshot, parse, now: () => clock.now(), sums });
  const db = new Low<LibraryData>(adapter, emptyData());
  await readSnapshot(db, paths, clock.now());
  await removeLeftovers(paths);
  if (!adapter.isOurs) notes.push(await noteOfForeign(paths, clock.now()));
  notes.push(...(await notesOfCopies(paths)));
  const records = new Records(db.data.tables);
  const start = { records, seq: db.data.seq, history: db.data.history };
  const migrated = older as Replayed | null;
  const replayed = migrated ?? replayJournal(await readJournal(paths.journal), start, checkRecord);
  notes.push(...(await notesFor(replayed, paths, clock.now())));
  if (!migrated) {
    const { done, undone } = replayed.history;
    Object.assign(db.data, { seq: replayed.seq, history: { done: [...done], undone: [...undone] } });
  }
  const mustFold = migrated !== null || replayed.lost > 0 || !replayed.tidy;
  return { db, records, notes, recovered: replayed.recovered, mustFold };
};
