import { readdir, stat } from 'node:fs/promises';
import { basename, join, relative, resolve } from 'node:path';
import { CarrelError } from '#shared/contract/errors.ts';

/** A file to bring in: where it is, and what it is called, with the folders it lies in from the one that was named. */
export type ImportFile = { readonly path: string; readonly name: string };

const missing = (path: string): CarrelError =>
  new CarrelError('not-found', `There is no file ${path}.`, { reason: 'no-such-file' });

const filesBelow = async (folder: string): Promise<ImportFile[]> => {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  return found
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map(({ parentPath, name }) => join(parentPath, name))
    .toSorted()
    .map((path) => ({ path, name: join(basename(folder), relative(folder, path)).replaceAll('\\', '/') }));
};

/** The files that were named, and those in the folders that were named. */
export const importFiles = async (
  folder: string,
  words: readonly string[],
): Promise<readonly ImportFile[]> => {
  const files: ImportFile[] = [];
  for (const word of words) {
    const path = resolve(folder, word);
    const found = await stat(path).catch(() => null);
    if (found?.isDirectory() === true) files.push(...(await filesBelow(path)));
    else if (found?.isFile() === true) files.push({ path, name: basename(path) });
    else throw missing(path);
  }
  return files;
};
