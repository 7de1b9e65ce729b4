import { refusal } from '#core/refusal.ts';
import type { Reader } from '../../reader.ts';
import type { Find } from './members.ts';
import { readPackage } from './read-package.ts';

/**
 * Makes the reader of a folder that came as its files: they are what lies beside its source, which is empty. It is never
 * found by content; whoever puts the files together says that they are a folder.
 */
export const createFolderReader = (find: Find): Reader => ({
  formats: ['bagit', 'ro-crate', 'markdown', 'html-page'],
  recognise: () => 0,
  read: async ({ beside, fileName }, work) => {
    const reading = await readPackage(beside, find, work);
    if (reading === null) throw refusal('file-format', 'import-not-recognized', { name: fileName });
    return reading;
  },
});
