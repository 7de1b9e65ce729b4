import { mkdir, readdir, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { Instant } from '#shared/model/dates.ts';
import { toFileTime } from './aside.ts';
import { writeFileAtomic, type Content } from './atomic-write.ts';
import { hasCode } from './failures.ts';

/** A file in `backups/`. */
export type Backup = { readonly name: string; readonly at: Instant };

/** How many are kept: of today, of the latest other days (one each), and in all. */
const backupLimits = { ofToday: 3, days: 7, inAll: 10 } as const;

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

/** A clock that was set back by so little makes nothing of the future, in milliseconds. */
const tolerance = 60_000;

/**
 * Backups (newest first) in the order in which they are offered: what is dated in the future was taken while a clock was
 * wrong, and may be older than all others, so it comes last.
 */
export const asOffered = (backups: readonly Backup[], now: Instant): readonly Backup[] => {
  const latest = Date.parse(now) + tolerance;
  const isFuture = ({ at }: Backup): boolean => Date.parse(at) > latest;
  return [...backups.filter((backup) => !isFuture(backup)), ...backups.filter(isFuture)];
};

const dayOf = (at: Instant): string => at.slice(0, 10);

/**
 * Which of the backups (newest first) have had their time. Days are days of UTC; those on which no backup was taken do
 * not count, so that a library opened once a month keeps more than its last month. Those that are dated in the future
 * were taken while the clock was wrong, or it is wrong now: they only go where there are enough others.
 */
export const outdatedBackups = (backups: readonly Backup[], now: Instant): readonly Backup[] => {
  const today = dayOf(now);
  const isFuture = ({ at }: Backup): boolean => dayOf(at) > today;
  const perDay = new Map<string, number>();
  const kept = backups.filter((backup) => {
    if (isFuture(backup)) return false;
    const day = dayOf(backup.at);
    const count = (perDay.get(day) ?? 0) + 1;
    perDay.set(day, count);
    const days = perDay.size - (perDay.has(today) ? 1 : 0);
    return day === today ? count <= backupLimits.ofToday : count === 1 && days <= backupLimits.days;
  });
  const keep = new Set([...kept, ...backups.filter(isFuture)].slice(0, backupLimits.inAll));
  return backups.filter((backup) => !keep.has(backup));
};

/** Later than the one before, though two may be taken within a millisecond and a clock may have been set back a little. */
const nextBackup = ([newest]: readonly Backup[], now: Instant): Backup => {
  const [last, present] = [Date.parse(newest?.at ?? now), Date.parse(now)];
  const isClose = newest !== undefined && last >= present && last - present < tolerance;
  const at = isClose ? new Date(last + 1).toISOString() : now;
  return { name: `library-${toFileTime(at)}.json`, at };
};

/** Writes a backup and lets go of those that have had their time. */
export const takeBackup = async (folder: string, content: Content, now: Instant): Promise<Backup> => {
  await mkdir(folder, { recursive: true });
  const backup = nextBackup(await listBackups(folder), now);
  await writeFileAtomic(join(folder, backup.name), content);
  for (const { name } of outdatedBackups(await listBackups(folder), now)) {
    if (name === backup.name) continue;
    await unlink(join(folder, name)).catch(() => undefined);
  }
  return backup;
};

/** True when no backup was taken on the day of `now`; what is dated in the future does not count. */
export const isBackupDue = async (folder: string, now: Instant): Promise<boolean> =>
  !(await listBackups(folder)).some(({ at }) => dayOf(at) === dayOf(now));
