import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CarrelError } from '#shared/contract/errors.ts';
import type { LibraryData } from '#shared/model/library.ts';
import { listBackups } from '../datastore/backups.ts';
import { storageFailure } from '../datastore/failures.ts';
import { migrations } from '../datastore/migrations/migrations.ts';
import { parseSnapshot } from '../datastore/parse-snapshot.ts';
import { refusal } from '../refusal.ts';

/**
 * The library in a backup, brought to today's format in memory. Throws `not-found`, `file-format` (reason
 * `backup-not-readable`) or `storage`.
 */
export const readBackup = async (folder: string, name: string): Promise<LibraryData> => {
  const backups = await listBackups(folder);
  if (!backups.some((backup) => backup.name === name)) {
    throw refusal('not-found', 'no-such-backup', { backup: name });
  }
  const bytes = await readFile(join(folder, name)).catch((error: unknown) => {
    throw storageFailure(error);
  });
  try {
    return await parseSnapshot(bytes, {
      migrations,
      backUp: async () => undefined,
      catchUp: async (library) => library,
    });
  } catch (error) {
    if (error instanceof CarrelError) throw error;
    throw refusal('file-format', 'backup-not-readable', { backup: name });
  }
};
