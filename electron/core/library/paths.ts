import { join } from 'node:path';

/** Where everything of a library lies (docs/library-format.md). */
export type LibraryPaths = {
  readonly root: string;
  readonly snapshot: string;
  readonly journal: string;
  readonly lock: string;
  readonly images: string;
  readonly evidence: string;
  readonly backups: string;
  readonly cache: string;
  /** What this computer wrote last into the snapshot: see `snapshot-sums.ts`. */
  readonly snapshotSums: string;
};

/** The paths of the library in folder `root` (absolute). */
export const libraryPaths = (root: string): LibraryPaths => ({
  root,
  snapshot: join(root, 'library.json'),
  journal: join(root, 'journal.ndjson'),
  lock: join(root, '.lock'),
  images: join(root, 'images'),
  evidence: join(root, 'evidence'),
  backups: join(root, 'backups'),
  cache: join(root, '.cache'),
  snapshotSums: join(root, '.cache', 'library.sum'),
});
