import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { writeFileAtomic } from '#core/datastore/atomic-write.ts';
import type { Writer } from './writer.ts';

/** Writes an export that is one file. What stood at its place stays until all of the new file is on the disk. */
export const openFileWriter = async (path: string): Promise<Writer> => {
  await mkdir(dirname(path), { recursive: true });
  let content: Uint8Array | null = null;
  return {
    standing: () => null,
    add: async (_path, bytes) => {
      if (content !== null) throw new Error('a second file for an export of one file');
      content = bytes;
    },
    finish: async () => {
      if (content === null) throw new Error('an export of one file without a file');
      await writeFileAtomic(path, content);
      return { kept: [] };
    },
    abandon: async () => undefined,
  };
};
