import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { CoreContext } from '#core/context.ts';
import { renameWithRetry, syncFolder } from '#core/datastore/atomic-write.ts';
import { checkRecord } from '#core/datastore/check-record.ts';
import { hasCode, storageFailure } from '#core/datastore/failures.ts';
import { writeImageSideFile } from '#core/datastore/image-side-files.ts';
import { Records } from '#core/datastore/records.ts';
import { emptyTables } from '#core/datastore/snapshot-format.ts';
import { createLibrary } from '#core/library/create-library.ts';
import { freePlace } from '#core/library/free-place.ts';
import { libraryPaths, type LibraryPaths } from '#core/library/paths.ts';
import { refusal } from '#core/refusal.ts';
import type { NewLibraryReport } from '#shared/contract/sharing.ts';
import type { Tables } from '#shared/model/library.ts';
import { planMerge } from './merge-here.ts';
import type { OpenShare } from './read-share.ts';
import { fromLists, sharedTables, type RecordLists, type ShareRecords } from './share-records.ts';
import { openShareStates } from './share-states.ts';
import { takeFiles, type Work } from './take-files.ts';

/** A library to be made: what it is called, and the folder in which its own folder is made. */
export type NewFromShare = { readonly title: string; readonly parent: string };

const nothing = Object.fromEntries(sharedTables.map((table) => [table, {}])) as ShareRecords;

/** All records of the file, checked one by one, as they come into a library that holds nothing. */
const recordsOf = (lists: RecordLists): Tables => {
  const records = new Records(emptyTables());
  records.make(planMerge(records.reader, { base: nothing, theirs: fromLists(lists) }, {}).ops, checkRecord);
  return records.tables;
};

/** The library as the file's own, under the new title; its logo stays if it came along. */
const aboutOf = ({ library, images }: RecordLists, title: string) => ({
  ...library,
  title,
  logoImageId: images.some(({ id }) => id === library.logoImageId) ? library.logoImageId : null,
});

const fill = async (
  context: CoreContext,
  {
    share,
    title,
    paths,
  }: { readonly share: OpenShare; readonly title: string; readonly paths: LibraryPaths },
  work: Work,
): Promise<void> => {
  const { library: _library, ...tables } = recordsOf(share.lists);
  await createLibrary(paths, aboutOf(share.lists, title), tables);
  await takeFiles({ ...context, paths }, share, work);
  for (const image of share.lists.images) await writeImageSideFile(paths.images, image);
  // So that what goes back to its sender is known to come from this state.
  await openShareStates({ paths }).remember('received', share.text);
};

/** A hidden folder beside the place, so that the library is there whole or not at all. */
const makeAside = async ({ ids }: CoreContext, parent: string): Promise<string> => {
  const aside = join(parent, `.carrel-new-${ids.next()}`);
  try {
    await mkdir(aside);
  } catch (error) {
    if (hasCode(error, 'ENOSPC', 'EDQUOT')) throw storageFailure(error);
    throw Object.assign(refusal('storage', 'library-not-made', { place: parent }), { cause: error });
  }
  return aside;
};

/**
 * Makes a library of its own out of a share file, with everything that is in the file and an empty history. Throws
 * `storage`, `file-format` or what stopped it; then nothing is left behind.
 */
export const createFromShare = async (
  context: CoreContext,
  { share, title, parent }: NewFromShare & { readonly share: OpenShare },
  work: Work,
): Promise<NewLibraryReport> => {
  const aside = await makeAside(context, parent);
  try {
    await fill(context, { share, title, paths: libraryPaths(aside) }, work);
    const place = freePlace(parent, title);
    await renameWithRetry(aside, place).catch((error: unknown) => Promise.reject(storageFailure(error)));
    await syncFolder(parent);
    const { topics, images, evidence } = share.lists;
    return { title, place, topics: topics.length, images: images.length, evidence: evidence.length };
  } catch (error) {
    await rm(aside, { recursive: true, force: true, maxRetries: 3 });
    throw error;
  }
};
