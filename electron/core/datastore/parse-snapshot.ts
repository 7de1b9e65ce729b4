import { z } from 'zod';
import type { CarrelError } from '#shared/contract/errors.ts';
import type { LibraryData } from '#shared/model/library.ts';
import { currentFormatVersion } from '#shared/model/library.ts';
import { refusal } from '../refusal.ts';
import type { Backup } from './backups.ts';
import { migrate, migrationPath } from './migrations/migrate.ts';
import type { Migration } from './migrations/migration.ts';
import { parseJson, snapshotSchema, toLibraryData } from './snapshot-format.ts';

const versionSchema = z.looseObject({ formatVersion: z.int().nonnegative() });

/** What reading an older format needs of the world around it. */
export type OlderFormat = {
  readonly migrations: readonly Migration[];
  /** Keeps the file as it was, before anything is changed. */
  readonly backUp: (bytes: Uint8Array) => Promise<void>;
  /** Applies the journal to the snapshot, both still in the old format. */
  readonly catchUp: (library: unknown) => Promise<unknown>;
};

/** The `file-format` error for a library that cannot be read; `newest` is the newest backup that can. */
export const unreadable = (problem: string, newest: Backup | null): CarrelError =>
  newest
    ? refusal('file-format', 'unreadable-library', { problem, backup: newest.name, backupAt: newest.at })
    : refusal('file-format', 'unreadable-library-no-backup', { problem });

/** A file that is not a library, or not one any more. Carries what is wrong in words. */
export class SnapshotProblem extends Error {
  override readonly name = 'SnapshotProblem';
}

const newerFormat = (formatVersion: number): CarrelError =>
  refusal('unsupported', 'newer-format', { formatVersion, supported: currentFormatVersion });

const parseText = (bytes: Uint8Array): unknown => {
  try {
    return parseJson(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch (error) {
    const problem = bytes.length === 0 ? 'the file is empty' : 'it is not JSON';
    throw new SnapshotProblem(problem, { cause: error });
  }
};

/** Checks a snapshot of today's format. Throws `SnapshotProblem`. */
export const toCurrentData = (library: unknown): LibraryData => {
  const parsed = snapshotSchema.safeParse(library);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new SnapshotProblem(`${issue?.path.join('.')}: ${issue?.message}`, { cause: parsed.error });
  }
  try {
    return toLibraryData(parsed.data);
  } catch (error) {
    throw new SnapshotProblem(error instanceof Error ? error.message : '', { cause: error });
  }
};

/**
 * The data in the bytes of `library.json`, migrated when they are older. Throws `unsupported` (reason `newer-format`)
 * for a newer format and `SnapshotProblem` for anything else that is not a good library.
 */
export const parseSnapshot = async (bytes: Uint8Array, older: OlderFormat): Promise<LibraryData> => {
  const library = parseText(bytes);
  const version = versionSchema.safeParse(library);
  if (!version.success) throw new SnapshotProblem('it has no formatVersion, so it is not a Carrel library');
  const { formatVersion } = version.data;
  if (formatVersion > currentFormatVersion) throw newerFormat(formatVersion);
  if (formatVersion === currentFormatVersion) return toCurrentData(library);
  const path = migrationPath(older.migrations, formatVersion, currentFormatVersion);
  if (!path) throw new SnapshotProblem(`there never was a format version ${formatVersion}`);
  await older.backUp(bytes);
  return toCurrentData(migrate(await older.catchUp(library), path));
};
