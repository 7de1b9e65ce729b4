import { CarrelError } from '#shared/contract/errors.ts';
import type { Clock, Ids, Logger } from '../context.ts';
import type { LibraryPaths } from '../library/paths.ts';
import type { RecoveryNote } from './datastore.ts';
import { acquireLock } from './lock.ts';
import { mendReferences } from './mend-references.ts';
import { openDatastore } from './open-datastore.ts';
import { rebuildLibrary, type Rebuilt } from './rebuild-library.ts';

/** What a repair did. */
export type Repaired = {
  /** How library.json was made anew; null: it could be opened. */
  readonly rebuilt: Rebuilt | null;
  /** What opening mended by itself. */
  readonly recovery: readonly RecoveryNote[];
  /** Records whose references were mended, in one change that can be undone. */
  readonly mended: number;
};

type Needs = { readonly clock: Clock; readonly ids: Ids; readonly logger: Logger };

const isUnreadable = (error: unknown): boolean =>
  error instanceof CarrelError && (error.code === 'file-format' || error.details['reason'] === 'no-library');

/**
 * Makes a library whole again as far as that goes: rebuilds library.json where it cannot be read, mends references.
 * Nothing is deleted; what is replaced is kept under another name. Throws `locked`, `unsupported` (made by a newer
 * Carrel) or `storage`, with nothing changed.
 */
export const repairLibrary = async (paths: LibraryPaths, needs: Needs): Promise<Repaired> => {
  const open = () => openDatastore({ paths, ...needs, by: 'repair', hostKind: 'cli' });
  let rebuilt: Rebuilt | null = null;
  const datastore = await open().catch(async (error: unknown) => {
    if (!isUnreadable(error)) throw error;
    const lock = await acquireLock(paths.lock, 'repair');
    try {
      rebuilt = await rebuildLibrary(paths, needs.clock.now());
    } finally {
      await lock.release();
    }
    return open();
  });
  try {
    const change = await datastore.commit({ key: 'library.repair', values: {} }, mendReferences);
    return { rebuilt, recovery: datastore.recovery, mended: change?.ops.length ?? 0 };
  } finally {
    await datastore.close();
  }
};
