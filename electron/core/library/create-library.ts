import { mkdir, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { CarrelError } from '#shared/contract/errors.ts';
import type { Library, Tables } from '#shared/model/library.ts';
import { currentFormatVersion, librarySchema } from '#shared/model/library.ts';
import { writeFileAtomic } from '../datastore/atomic-write.ts';
import { hasCode, storageFailure } from '../datastore/failures.ts';
import { acquireLock } from '../datastore/lock.ts';
import { emptyTables, formatSnapshot } from '../datastore/snapshot-format.ts';
import { refusal } from '../refusal.ts';
import type { LibraryPaths } from './paths.ts';

/** What a new library is told about itself. */
export type NewLibrary = Pick<Library, 'title' | 'language'> & Partial<Omit<Library, 'id'>>;

/** What a new library says of itself beyond its title and language: nothing. */
export const untoldLibrary: Omit<Library, 'title' | 'language'> = {
  id: 'library',
  institution: '',
  textLicenseId: null,
  theme: 'paper',
  accent: null,
  logoImageId: null,
  commercialUse: null,
};

/** Files that desktops leave in every folder: a folder with nothing else counts as empty. */
const desktopFiles = new Set(['.DS_Store', 'Thumbs.db', 'desktop.ini', '.directory', '.localized']);

const isEmptyFolder = (path: string): Promise<boolean> =>
  readdir(path).then(
    (names) => names.length === 0,
    () => false,
  );

const refuseExisting = async (paths: LibraryPaths): Promise<void> => {
  if ((await readdir(paths.root)).includes(basename(paths.snapshot))) {
    throw refusal('conflict', 'library-exists', { place: paths.root });
  }
};

/** What an earlier attempt left that was killed half-way does not count. */
const refuseForeign = async (paths: LibraryPaths): Promise<void> => {
  const ours = new Set([basename(paths.images), basename(paths.backups)]);
  for (const name of await readdir(paths.root)) {
    if (desktopFiles.has(name) || name === basename(paths.lock)) continue;
    if (ours.has(name) && (await isEmptyFolder(join(paths.root, name)))) continue;
    throw refusal('conflict', 'folder-not-empty', { place: paths.root, found: name });
  }
};

const writeLibrary = async (
  paths: LibraryPaths,
  library: Library,
  records: Partial<Tables>,
): Promise<void> => {
  const tables = { ...emptyTables(), ...records, library: { [library.id]: library } };
  const history = { done: [], undone: [] };
  await mkdir(paths.images, { recursive: true });
  await mkdir(paths.backups, { recursive: true });
  await writeFileAtomic(
    paths.snapshot,
    formatSnapshot({ formatVersion: currentFormatVersion, seq: 0, tables, history }),
  );
};

/**
 * Makes a library in a folder that is new or empty, holding `records` if there are any. Throws `conflict` (reason
 * `library-exists`, `folder-not-empty` or `not-a-folder`) without touching what is there, `invalid-input` for a bad
 * title or language, or `storage`.
 */
export const createLibrary = async (
  paths: LibraryPaths,
  about: NewLibrary,
  records: Partial<Tables> = {},
): Promise<void> => {
  const parsed = librarySchema.safeParse({ ...untoldLibrary, ...about });
  if (!parsed.success) {
    const field = parsed.error.issues[0]?.path.join('.') ?? '';
    throw refusal('invalid-input', 'record-not-valid', { field });
  }
  try {
    await mkdir(paths.root, { recursive: true });
    await refuseExisting(paths);
    await refuseForeign(paths);
    const lock = await acquireLock(paths.lock, 'new');
    try {
      // Again, now that nobody else can make one.
      await refuseExisting(paths);
      await writeLibrary(paths, parsed.data, records);
    } finally {
      await lock.release();
    }
  } catch (error) {
    if (error instanceof CarrelError) throw error;
    if (hasCode(error, 'ENOTDIR', 'EEXIST')) {
      throw refusal('conflict', 'not-a-folder', { place: paths.root });
    }
    throw storageFailure(error);
  }
};
