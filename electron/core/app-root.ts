import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

type Package = { readonly name?: string; readonly version?: string };

const readPackage = (folder: string): Package | null => {
  try {
    return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Package;
  } catch {
    return null;
  }
};

/**
 * The folder the program lies in and its version, found upward from this very file: source, built file and asar have
 * different depths. Throws when it is not inside Carrel.
 */
export const findApp = (): { readonly root: string; readonly version: string } => {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const found = readPackage(folder);
    if (found?.name === 'carrel') return { root: folder, version: found.version ?? '0.0.0' };
    if (dirname(folder) === folder) throw new Error('Carrel cannot find its own package.json');
  }
};
