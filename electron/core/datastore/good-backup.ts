import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Backup } from './backups.ts';
import { listBackups } from './backups.ts';
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

/** The newest backup that can be read; null when there is none. */
export const newestGoodBackup = async (folder: string): Promise<Backup | null> => {
  for (const backup of await listBackups(folder).catch(() => [])) {
    const bytes = await readFile(join(folder, backup.name)).catch(() => null);
    if (bytes && (await isGoodSnapshot(bytes))) return backup;
  }
  return null;
};
