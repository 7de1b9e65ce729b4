import { dialog } from 'electron';
import { restoreBackup } from '#core/datastore/restore-backup.ts';
import { libraryPaths } from '#core/library/paths.ts';
import type { Core } from '#core/open-core.ts';
import { systemClock } from '#core/system.ts';
import { CarrelError } from '#shared/contract/errors.ts';

/**
 * Opens a library; where it cannot be read and a good backup is there, offers to put that back first. What could not be
 * read is kept beside it. Rejects with the first error when the user declines.
 */
export const openOrRestore = async (
  libraryDir: string,
  open: (libraryDir: string) => Promise<Core>,
  label: (key: string) => string,
): Promise<Core> => {
  try {
    return await open(libraryDir);
  } catch (error) {
    const backup = error instanceof CarrelError ? error.details['backup'] : undefined;
    if (!(error instanceof CarrelError) || typeof backup !== 'string') throw error;
    const { response } = await dialog.showMessageBox({
      type: 'warning',
      title: label('dialog.cannot-open'),
      message: label('dialog.cannot-open'),
      detail: error.message,
      buttons: [label('dialog.restore'), label('dialog.leave-it')],
      defaultId: 0,
      cancelId: 1,
    });
    if (response !== 0) throw error;
    await restoreBackup(libraryPaths(libraryDir), backup, { clock: systemClock });
    return open(libraryDir);
  }
};
