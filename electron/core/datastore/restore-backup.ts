import { readFile, rm, unlink } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Instant } from '#shared/model/dates.ts';
import type { Clock } from '../context.ts';
import type { LibraryPaths } from '../library/paths.ts';
import { refusal } from '../refusal.ts';
import { keepAside } from './aside.ts';
import { writeFileAtomic } from './atomic-write.ts';
import { listBackups } from './backups.ts';
import { hasCode, storageFailure } from './failures.ts';
import { isGoodSnapshot } from './good-backup.ts';
import { acquireLock } from './lock.ts';

/** Names (in the library's folder) under which what was replaced is kept. */
export type RestoredBackup = { readonly kept: readonly string[] };

const readIfThere = (path: string): Promise<Buffer | null> =>
  readFile(path).catch((error: unknown) => {
    if (hasCode(error, 'ENOENT')) return null;
    throw storageFailure(error);
  });

const replace = async (paths: LibraryPaths, backup: Buffer, at: Instant): Promise<RestoredBackup> => {
  const [library, journal] = [await readIfThere(paths.snapshot), await readIfThere(paths.journal)];
  const wasGood = library !== null && (await isGoodSnapshot(library));
  const kept: string[] = [];
  if (library) {
    const stem = wasGood ? 'library.before-restore' : 'library.unreadable';
    kept.push(await keepAside(paths.root, library, { stem, at, extension: 'json' }));
  }
  // Over a damaged snapshot the journal stays: if it follows on from the backup, opening brings those changes back,
  // and if it does not, opening keeps it aside and says so. Over a good one, going back is what was asked for.
  if (wasGood && journal && journal.length > 0) {
    kept.push(
      await keepAside(paths.root, journal, { stem: 'journal.before-restore', at, extension: 'ndjson' }),
    );
    await unlink(paths.journal);
  }
  // What comes now was not written by folding, and is right all the same.
  await rm(paths.snapshotSums, { force: true });
  await writeFileAtomic(paths.snapshot, backup);
  return { kept };
};

/**
 * Puts a backup (a name in `backups/`) in the place of library.json, in a library that is not open. Nothing is
 * deleted: what was there is kept under another name. Throws `not-found` (no such backup), `file-format` (it cannot be
 * read), `locked` or `storage`.
 */
export const restoreBackup = async (
  paths: LibraryPaths,
  name: string,
  { clock }: { readonly clock: Clock },
): Promise<RestoredBackup> => {
  const backups = await listBackups(paths.backups);
  if (!backups.some((backup) => backup.name === name)) {
    throw refusal('not-found', 'no-such-backup', { backup: basename(name) });
  }
  const bytes = await readFile(join(paths.backups, name)).catch((error: unknown) => {
    throw storageFailure(error);
  });
  if (!(await isGoodSnapshot(bytes))) throw refusal('file-format', 'backup-not-readable', { backup: name });
  const lock = await acquireLock(paths.lock, 'restore');
  try {
    return await replace(paths, bytes, clock.now());
  } finally {
    await lock.release();
  }
};
