import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Instant } from '#shared/model/dates.ts';
import type { Backup } from './backups.ts';
import { asOffered, listBackups } from './backups.ts';
import type { Migration } from './migrations/migration.ts';
import { migrations } from './migrations/migrations.ts';
import { parseSnapshot } from './parse-snapshot.ts';

/** True when these bytes are a library that this program can open. */
export const isGoodSnapshot = async (
  bytes: Uint8Array,
  known: readonly Migration[] = migrations,
): Promise<boolean> => {
  try {
    await parseSnapshot(bytes, {
      migrations: known,
      backUp: async () => undefined,
      catchUp: async (library) => library,
    });
    return true;
  } catch {
    return false;
  }
};

/** The newest backup that can be read, one that is dated in the future last; null when there is none. */
export const newestGoodBackup = async (folder: string, now: Instant): Promise<Backup | null> => {
  for (const backup of asOffered(await listBackups(folder).catch(() => []), now)) {
    const bytes = await readFile(join(folder, backup.name)).catch(() => null);
    if (bytes && (await isGoodSnapshot(bytes))) return backup;
  }
  return null;
};
