import { existsSync } from 'node:fs';
import { createLibrary } from '#core/library/create-library.ts';
import { libraryPaths } from '#core/library/paths.ts';
import { openShare } from '#core/sharing/read-share.ts';
import {
  shareReportSchema,
  type MergeConflict,
  type MergeSide,
  type SharePreview,
  type ShareReport,
} from '#shared/contract/sharing.ts';
import { CarrelError } from '#shared/contract/errors.ts';
import { isSet, textOf, UsageError, type Terminal, type Words } from '../command.ts';
import { withLibrary, type Library } from '../with-library.ts';

type Prefer = MergeSide | null;

const readPrefer = (words: Words): Prefer => {
  const prefer = textOf(words, 'prefer');
  if (prefer === null || prefer === 'ours' || prefer === 'theirs') return prefer;
  throw new UsageError(`--prefer takes ours or theirs, not “${prefer}”.`);
};

/** Where no library is yet, a new one that is called as the share file's own is. */
const makeLibraryIfNone = async (libraryDir: string, path: string): Promise<void> => {
  const paths = libraryPaths(libraryDir);
  if ([paths.snapshot, paths.journal, paths.backups].some((place) => existsSync(place))) return;
  const share = await openShare(path);
  share.close();
  // The logo comes with the pictures, if it is one of them.
  const { library, images } = share.lists;
  const hasLogo = images.some(({ id }) => id === library.logoImageId);
  await createLibrary(paths, { ...library, logoImageId: hasLogo ? library.logoImageId : null });
};

const conflictLine = ({ title, field, ours, theirs }: MergeConflict): string =>
  `  “${title}”, ${field}: here “${ours ?? 'taken away'}”, in the file “${theirs ?? 'taken away'}”`;

const refuseConflicts = ({ conflicts }: SharePreview, prefer: Prefer): void => {
  if (conflicts.length === 0 || prefer !== null) return;
  throw new CarrelError(
    'conflict',
    [
      `Both sides changed the same (${conflicts.length}). Nothing was changed. Settle it in Carrel, or say --prefer ours or --prefer theirs:`,
      ...conflicts.map(conflictLine),
    ].join('\n'),
    { reason: 'merge-conflicts' },
  );
};

const openIn = async (library: Library, path: string, prefer: Prefer): Promise<ShareReport> => {
  const { id: uploadId } = await library.context.uploads.adopt(path);
  const preview = await library.call('sharing.preview', { uploadId });
  refuseConflicts(preview, prefer);
  const choices = Object.fromEntries(preview.conflicts.map(({ id }) => [id, prefer ?? 'ours']));
  const { jobId } = await library.call('sharing.open', { uploadId, choices });
  const { result } = await library.finished(jobId, 'Taking in');
  return shareReportSchema.parse(result);
};

const toLines = ({ title, topics, changes, images }: ShareReport): string[] => [
  `Taken in from “${title}”: ${topics.map((topic) => `“${topic.title}”`).join(', ')}`,
  `  ${changes.added} added, ${changes.changed} changed, ${changes.removed} removed, ${images} pictures`,
];

/** Takes a share file into the library, as one undoable change; into a new library where there is none yet. */
export const importShare = async (
  words: Words,
  terminal: Terminal,
  { libraryDir, path }: { readonly libraryDir: string; readonly path: string },
): Promise<number> => {
  const prefer = readPrefer(words);
  await makeLibraryIfNone(libraryDir, path);
  const report = await withLibrary(libraryDir, terminal, (library) => openIn(library, path, prefer));
  if (isSet(words, 'json')) terminal.print(JSON.stringify(report, null, 2));
  else for (const line of toLines(report)) terminal.print(line);
  return 0;
};
