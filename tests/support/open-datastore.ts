import { onTestFinished } from 'vitest';
import type { Datastore } from '#core/datastore/datastore.ts';
import type { DatastoreOptions } from '#core/datastore/open-datastore.ts';
import { openDatastore } from '#core/datastore/open-datastore.ts';
import { createLibrary } from '#core/library/create-library.ts';
import type { LibraryPaths } from '#core/library/paths.ts';
import { libraryPaths } from '#core/library/paths.ts';
import { systemIds } from '#core/system.ts';
import { fakeClock } from './fake-clock.ts';
import { memoryLogger } from './memory-logger.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** An empty library in a folder that is removed when the test ends. */
export const newLibrary = async (title = 'Test library'): Promise<LibraryPaths> => {
  const paths = libraryPaths(await temporaryFolder());
  await createLibrary(paths, { title, language: 'en' });
  return paths;
};

/** Opens the library in `paths`. It is closed when the test ends, unless the test did so. */
export const reopen = async (
  paths: LibraryPaths,
  options: Partial<DatastoreOptions> = {},
): Promise<Datastore> => {
  const datastore = await openDatastore({
    paths,
    clock: fakeClock(),
    ids: systemIds,
    logger: memoryLogger(),
    by: 'test',
    ...options,
  });
  onTestFinished(() => datastore.close());
  return datastore;
};

/** A datastore over a new, empty library. */
export const openTestDatastore = async (
  options: Partial<DatastoreOptions> = {},
): Promise<{ readonly datastore: Datastore; readonly paths: LibraryPaths }> => {
  const paths = options.paths ?? (await newLibrary());
  return { paths, datastore: await reopen(paths, options) };
};
