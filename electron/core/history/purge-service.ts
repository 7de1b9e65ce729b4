import { readdir, rm, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { Op, TrashEntry } from '#shared/model/change.ts';
import { evidenceSchema } from '#shared/model/evidence.ts';
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

type EvidenceFile = { readonly sha256: string; readonly extension: string };

const evidenceFilesIn = (entries: readonly TrashEntry[]): readonly EvidenceFile[] =>
  entries.flatMap(({ records }) =>
    records.flatMap(({ table, record }) => {
      const kept = table === 'evidence' ? evidenceSchema.safeParse(record) : null;
      return kept?.success && kept.data.file ? [kept.data.file] : [];
    }),
  );

/** Removes the files of purged evidence that nothing in the library or its trash refers to. Failures are logged. */
export const removePurgedEvidence = async (
  reader: Reader,
  purged: readonly TrashEntry[],
  { folder, logger }: { readonly folder: string; readonly logger: Logger },
): Promise<void> => {
  const present = Object.values(reader.tables.evidence).flatMap(({ file }) => file ?? []);
  const kept = [...present, ...evidenceFilesIn(Object.values(reader.tables.trash))];
  const stillKept = new Set(kept.map(({ sha256 }) => sha256));
  for (const { sha256, extension } of evidenceFilesIn(purged)) {
    if (stillKept.has(sha256)) continue;
    try {
      await rm(join(folder, `${sha256}.${extension}`), { force: true });
    } catch (error) {
      logger.error('the file of purged evidence was not removed', error);
    }
  }
};

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
