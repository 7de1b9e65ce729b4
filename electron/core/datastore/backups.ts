import { mkdir, readdir, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { Instant } from '#shared/model/dates.ts';
import { toFileTime } from './aside.ts';
import { writeFileAtomic } from './atomic-write.ts';
import { hasCode } from './failures.ts';

/** A file in `backups/`. */
export type Backup = { readonly name: string; readonly at: Instant };

/** How many are kept: of the newest day, of each day of the week before it (one), and in all. */
export const backupLimits = { ofToday: 3, days: 7, inAll: 10 } as const;

const namePattern = /^library-(\d{4}-\d{2}-\d{2}T\d{2})-(\d{2})-(\d{2}\.\d{3}Z)\.json$/;

const toBackup = (name: string): Backup[] => {
  const match = namePattern.exec(name);
  return match ? [{ name, at: `${match[1]}:${match[2]}:${match[3]}` }] : [];
};

/** The backups, newest first. Files with other names are none of ours and are left alone. */
export const listBackups = async (folder: string): Promise<readonly Backup[]> => {
  const names = await readdir(folder).catch((error: unknown) => {
    if (hasCode(error, 'ENOENT')) return [];
    throw error;
  });
  return names.flatMap(toBackup).toSorted((a, b) => (a.at < b.at ? 1 : -1));
};

const dayOf = (at: Instant): string => at.slice(0, 10);

const daysBefore = (at: Instant, days: number): string =>
  new Date(Date.parse(at) - days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);

/** Which of the backups (newest first) have had their time. Days are days of UTC. */
export const outdatedBackups = (backups: readonly Backup[], now: Instant): readonly Backup[] => {
  const today = dayOf(now);
  const firstDay = daysBefore(now, backupLimits.days);
  const perDay = new Map<string, number>();
  const kept = backups.filter(({ at }) => {
    const day = dayOf(at) > today ? today : dayOf(at);
    const count = (perDay.get(day) ?? 0) + 1;
    perDay.set(day, count);
    return day >= firstDay && count <= (day === today ? backupLimits.ofToday : 1);
  });
  // A library that was not opened for weeks keeps its newest backup, however old.
  const keep = new Set((kept.length > 0 ? kept : backups.slice(0, 1)).slice(0, backupLimits.inAll));
  return backups.filter((backup) => !keep.has(backup));
};

/** Writes a backup and lets go of those that have had their time. */
export const takeBackup = async (
  folder: string,
  content: string | Uint8Array,
  now: Instant,
): Promise<Backup> => {
  await mkdir(folder, { recursive: true });
  const backup = { name: `library-${toFileTime(now)}.json`, at: now };
  await writeFileAtomic(join(folder, backup.name), content);
  for (const { name } of outdatedBackups(await listBackups(folder), now)) {
    await unlink(join(folder, name)).catch(() => undefined);
  }
  return backup;
};

/** True when the newest backup is from an earlier day than `now`, or there is none. */
export const isBackupDue = async (folder: string, now: Instant): Promise<boolean> => {
  const [newest] = await listBackups(folder);
  return !newest || dayOf(newest.at) < dayOf(now);
};
