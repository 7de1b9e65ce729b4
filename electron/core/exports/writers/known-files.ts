import { lstatSync } from 'node:fs';
import type { WrittenFile } from '../manifest.ts';

/** How a file stood when we last looked at it. Whoever changes its bytes changes one of these. */
type Standing = {
  readonly size: number;
  readonly modified: number;
  readonly changed: number;
  readonly node: number;
};

/** A file that stands as we wrote it, what it was made of, and how it stood then. */
export type KnownFile = {
  readonly file: WrittenFile;
  readonly inputs: readonly unknown[] | undefined;
  readonly standing: Standing;
};

/** How a plain file stands; null for anything else. Asking is quick, and files are asked about by the thousand. */
export const standingOf = (path: string): Standing | null => {
  try {
    const found = lstatSync(path, { throwIfNoEntry: false });
    return found?.isFile()
      ? { size: found.size, modified: found.mtimeMs, changed: found.ctimeMs, node: found.ino }
      : null;
  } catch {
    // Whatever keeps us from looking will be met, and said, when the file is written.
    return null;
  }
};

/** Whether a file stands as it did. */
export const standsStill = (path: string, { standing }: KnownFile): boolean => {
  const now = standingOf(path);
  return (
    now !== null &&
    now.size === standing.size &&
    now.modified === standing.modified &&
    now.changed === standing.changed &&
    now.node === standing.node
  );
};
