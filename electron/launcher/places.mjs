import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that Carrel lies in. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/**
 * What the launcher looks at and writes below `folder`.
 * @param {string} folder the program's folder
 */
export const placesIn = (folder) => ({
  root: folder,
  modules: join(folder, 'node_modules'),
  lockfile: join(folder, 'package-lock.json'),
  installedLockfile: join(folder, 'node_modules', '.package-lock.json'),
  installedHash: join(folder, 'node_modules', '.carrel-lock-hash'),
  electron: join(folder, 'node_modules', 'electron'),
  electronProbe: join(folder, 'node_modules', '.carrel-electron-probe'),
  out: join(folder, 'out'),
  stamp: join(folder, 'out', '.stamp'),
  buildLock: join(folder, 'node_modules', '.carrel-building'),
});

/** @typedef {ReturnType<typeof placesIn>} Places */

export const places = placesIn(root);

/**
 * Where the user stood when calling: npm runs scripts from the package's folder and keeps the place in `INIT_CWD`.
 * @param {string} script name of the npm script that this program may have been started by
 * @returns {string}
 */
export const callerFolder = (script) =>
  (process.env.npm_lifecycle_event === script ? process.env.INIT_CWD : undefined) ?? process.cwd();
