import { readdir, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { Op, TrashEntry } from '#shared/model/change.ts';
import type { TrashId } from '#shared/model/ids.ts';
import type { Logger } from '../context.ts';
import type { Reader } from '../datastore/datastore.ts';
import { deleteOp } from '../datastore/ops.ts';

/** The entry, or all of them. Throws `not-found`. */
export const entriesToPurge = (reader: Reader, trashId: TrashId | null): readonly TrashEntry[] =>
  trashId === null ? Object.values(reader.tables.trash) : [reader.require('trash', trashId)];

/** Deletes for good. To be committed under a label `trash.purge…`, which keeps it out of the history. */
export const purgeOps = (entries: readonly TrashEntry[]): Op[] =>
  entries.map((entry) => deleteOp('trash', entry));

const imageIdsIn = (entries: readonly TrashEntry[]): string[] =>
  entries.flatMap(({ records }) => records.filter(({ table }) => table === 'images').map(({ id }) => id));

/**
 * Removes the files of purged pictures that nothing in the library or its trash refers to. Failures are logged: a file
 * that stays does no harm.
 */
export const removePurgedFiles = async (
  reader: Reader,
  purged: readonly TrashEntry[],
  { folder, logger }: { readonly folder: string; readonly logger: Logger },
): Promise<void> => {
  const stillKept = new Set(imageIdsIn(Object.values(reader.tables.trash)));
  const gone = imageIdsIn(purged).filter((id) => !reader.tables.images[id] && !stillKept.has(id));
  if (gone.length === 0) return;
  try {
    const names = await readdir(folder);
    const doomed = names.filter((name) => gone.some((id) => name.startsWith(`${id}.`)));
    for (const name of doomed) await unlink(join(folder, name));
  } catch (error) {
    logger.error('the files of purged pictures were not all removed', error);
  }
};
