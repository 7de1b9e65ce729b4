import { readFileSync } from 'node:fs';
import { readFile, stat, unlink, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import type { CarrelError } from '#shared/contract/errors.ts';
import { refusal } from '../refusal.ts';
import { hasCode, storageFailure } from './failures.ts';

const ownerSchema = z.object({
  pid: z.int().positive(),
  /** When the process started; with `startMark` it tells a process from a later one with the same id. */
  startedAt: z.string(),
  startMark: z.string().nullable(),
  host: z.string(),
  /** `electron`, `browser`, `cli`: for the message. */
  kind: z.string(),
});
type Owner = z.infer<typeof ownerSchema>;

/** A lock that is held. Releasing twice does nothing the second time. */
export type Lock = { readonly release: () => Promise<void> };

/** How long a lock file may be unreadable (its writer has just made it) before it counts as left behind. */
const unreadableGraceMs = 2_000;

/** Field 22 of `/proc/<pid>/stat` (proc(5)), with the boot it counts from; null where there is no such file. */
const startMarkOf = (pid: number): string | null => {
  try {
    const stats = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    // The second field is the program's name in parentheses, which may hold spaces.
    const ticks = stats.slice(stats.lastIndexOf(')') + 2).split(' ')[19];
    return ticks ? `${boot}/${ticks}` : null;
  } catch {
    return null;
  }
};

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return hasCode(error, 'EPERM');
  }
};

const isStillRunning = (owner: Owner): boolean => {
  if (!isAlive(owner.pid)) return false;
  const mark = startMarkOf(owner.pid);
  return mark === null || owner.startMark === null || mark === owner.startMark;
};

const parseOwner = (text: string): Owner | null => {
  try {
    return ownerSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
};

const lockedBy = ({ host, kind, pid, startedAt }: Owner, file: string): CarrelError =>
  host === hostname()
    ? refusal('locked', 'in-use', { kind, pid, startedAt })
    : refusal('locked', 'in-use-elsewhere', { host, startedAt, file });

/** True when the lock at `path` with this text was left behind by a process that is gone. */
const isStale = async (path: string, text: string): Promise<boolean> => {
  const owner = parseOwner(text);
  if (!owner) return (await ageOf(path)) > unreadableGraceMs;
  if (owner.host !== hostname() || isStillRunning(owner)) throw lockedBy(owner, path);
  return true;
};

const readText = (path: string): Promise<string | null> =>
  readFile(path, 'utf8').catch((error: unknown) => {
    if (hasCode(error, 'ENOENT')) return null;
    throw storageFailure(error);
  });

/** Makes a file that must not be there yet; false when it is. */
const create = async (path: string, text: string): Promise<boolean> => {
  try {
    await writeFile(path, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw storageFailure(error);
  }
};

const ageOf = (path: string): Promise<number> =>
  stat(path).then(
    ({ mtimeMs }) => Date.now() - mtimeMs,
    () => 0,
  );

const remove = (path: string): Promise<void> => unlink(path).catch(() => undefined);

/**
 * Takes a stale lock away. Only one process at a time may do so, and it looks again first: else one could take away
 * the new lock of another that was faster.
 */
const removeStale = async (path: string): Promise<void> => {
  const guard = `${path}.takeover`;
  if (!(await create(guard, ''))) {
    if ((await ageOf(guard)) > unreadableGraceMs) await remove(guard);
    await wait(20);
    return;
  }
  try {
    const text = await readText(path);
    if (text !== null && (await isStale(path, text))) await remove(path);
  } finally {
    await remove(guard);
  }
};

/** Looks at the lock that is there. Returns when trying again makes sense; throws `locked` when somebody holds it. */
const challenge = async (path: string): Promise<void> => {
  const text = await readText(path);
  if (text === null) return;
  if (await isStale(path, text)) await removeStale(path);
  else await wait(100);
};

const release = async (path: string, text: string): Promise<void> => {
  const present = await readText(path).catch(() => null);
  if (present === text) await remove(path);
};

/**
 * Takes the library's lock for this process. Throws `locked` (reason `in-use`, or `in-use-elsewhere` with the name of
 * the computer) when another process holds it; a lock left behind by a process that ended is taken over.
 */
export const acquireLock = async (path: string, kind: string): Promise<Lock> => {
  const owner: Owner = {
    pid: process.pid,
    startedAt: new Date(Date.now() - process.uptime() * 1000).toISOString(),
    startMark: startMarkOf(process.pid),
    host: hostname(),
    kind,
  };
  const text = `${JSON.stringify(owner)}\n`;
  const deadline = Date.now() + 2 * unreadableGraceMs;
  while (!(await create(path, text))) {
    if (Date.now() > deadline) throw lockedBy(owner, path);
    await challenge(path);
  }
  return { release: () => release(path, text) };
};
