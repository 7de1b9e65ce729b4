import { refusal } from '#core/refusal.ts';
import { isZip, readZip } from '#core/uploads/read-zip.ts';
import type { BesideFiles, Reader } from '../../reader.ts';
import type { Find } from './members.ts';
import { readBest } from './read-best.ts';
import { readPackage } from './read-package.ts';

/** Without the one folder that many programs put everything into. */
const withoutOuterFolder = (files: BesideFiles): BesideFiles => {
  const names = [...files.keys()].filter((name) => !name.startsWith('__MACOSX/'));
  const folder = /^[^/]+\//.exec(names[0] ?? '')?.[0];
  const shared = folder !== undefined && names.every((name) => name.startsWith(folder)) ? folder.length : 0;
  return new Map(
    [...files].filter(([name]) => names.includes(name)).map(([name, file]) => [name.slice(shared), file]),
  );
};

/** Makes the reader of ZIP files: packages, and anything that another reader knows, with its files beside it. */
export const createZipReader = (find: Find): Reader => ({
  formats: ['bagit', 'ro-crate'],
  recognise: ({ bytes }) => (isZip(bytes) ? 0.2 : 0),
  read: async ({ bytes }, work) => {
    const files = withoutOuterFolder(await readZip(bytes));
    if (files.size === 0) throw refusal('file-format', 'zip-empty');
    const reading = (await readPackage(files, find, work)) ?? (await readBest(files, find, work));
    if (reading === null) throw refusal('file-format', 'import-zip-unknown');
    return { ...reading, files: reading.files ?? files };
  },
});
