import { dialog } from 'electron';
import { repairLibrary } from '#core/datastore/repair-library.ts';
import { restoreBackup } from '#core/datastore/restore-backup.ts';
import { libraryPaths } from '#core/library/paths.ts';
import type { Core } from '#core/open-core.ts';
import { consoleLogger, systemClock, systemIds } from '#core/system.ts';
import { CarrelError } from '#shared/contract/errors.ts';
import type { Words } from './words.ts';

/** Puts a library together again from what is left of it. Nothing is deleted. */
export const repairInPlace = async (libraryDir: string): Promise<void> => {
  await repairLibrary(libraryPaths(libraryDir), {
    clock: systemClock,
    ids: systemIds,
    logger: consoleLogger,
  });
};

type Way = { readonly button: string; readonly go: () => Promise<unknown> };

/** What can be done for a library that cannot be opened; null: nothing, or not by Carrel. */
const findWay = (libraryDir: string, error: unknown): Way | null => {
  if (!(error instanceof CarrelError)) return null;
  const { backup, reason } = error.details;
  if (typeof backup === 'string')
    return {
      button: 'dialog.restore',
      go: () => restoreBackup(libraryPaths(libraryDir), backup, { clock: systemClock }),
    };
  return reason === 'unreadable-library-no-backup'
    ? { button: 'dialog.rebuild', go: () => repairInPlace(libraryDir) }
    : null;
};

/**
 * Opens a library; where it cannot be read, offers to put a good backup back first, or where there is none, to rebuild it
 * from what is left. What could not be read is kept beside it. Rejects with the first error when the user declines.
 */
export const openOrRestore = async (
  libraryDir: string,
  open: (libraryDir: string) => Promise<Core>,
  { label, sentence }: Pick<Words, 'label' | 'sentence'>,
): Promise<Core> => {
  try {
    return await open(libraryDir);
  } catch (error) {
    const way = findWay(libraryDir, error);
    if (way === null || !(error instanceof CarrelError)) throw error;
    const { response } = await dialog.showMessageBox({
      type: 'warning',
      title: label('dialog.cannot-open'),
      message: label('dialog.cannot-open'),
      detail: sentence(error),
      buttons: [label(way.button), label('dialog.leave-it')],
      defaultId: 0,
      cancelId: 1,
    });
    if (response !== 0) throw error;
    await way.go();
    return open(libraryDir);
  }
};
