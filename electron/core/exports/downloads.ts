import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { CoreContext, Destination } from '#core/context.ts';

/** How long a download waits to be fetched, in milliseconds. */
const lifetime = 60 * 60 * 1000;

const folderOf = ({ paths }: Pick<CoreContext, 'paths'>): string => join(paths.cache, 'downloads');

const removeOld = async (folder: string, now: number): Promise<void> => {
  for (const name of await readdir(folder).catch(() => [])) {
    const path = join(folder, name);
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: now }));
    if (now - mtimeMs > lifetime) await rm(path, { recursive: true, force: true });
  }
};

/**
 * A place in the library's cache for a file that the browser will fetch, and the address to fetch it from. Those that
 * nobody fetched within the hour go when the next one is made.
 */
export const openDownload = async (
  context: CoreContext,
  id: string,
  fileName: string,
): Promise<{ readonly destination: Destination; readonly address: string }> => {
  const folder = folderOf(context);
  await removeOld(folder, Date.parse(context.clock.now()));
  await mkdir(join(folder, id), { recursive: true });
  return {
    destination: { kind: 'file', path: join(folder, id, fileName) },
    address: `/downloads/${id}`,
  };
};

// Writers work under a temporary name beside the file.
const isUnfinished = (name: string): boolean => /\.carrel-writing-|\.tmp$/.test(name);

/** The file behind a download's id, or null. */
export const findDownload = async (
  context: Pick<CoreContext, 'paths'>,
  id: string,
): Promise<{ readonly path: string; readonly name: string; readonly bytes: number } | null> => {
  if (!/^[0-9a-f-]{36}$/.test(id)) return null;
  const folder = join(folderOf(context), id);
  const name = (await readdir(folder).catch(() => [])).find((file) => !isUnfinished(file));
  if (name === undefined) return null;
  const path = join(folder, name);
  return { path, name, bytes: (await stat(path)).size };
};

/** Takes all downloads away: when a library is closed, nobody can fetch them any more. */
export const clearDownloads = (context: Pick<CoreContext, 'paths'>): Promise<void> =>
  rm(folderOf(context), { recursive: true, force: true });
