import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

/**
 * @typedef {{ platform: string, home: string, env: Record<string, string | undefined> }} Surroundings
 */

/**
 * Documents folder as the freedesktop.org user-dirs file names it; null when it says nothing useful.
 * @param {Surroundings} surroundings
 */
const xdgDocuments = ({ home, env }) => {
  try {
    const text = readFileSync(join(env.XDG_CONFIG_HOME ?? join(home, '.config'), 'user-dirs.dirs'), 'utf8');
    const value = /^\s*XDG_DOCUMENTS_DIR="(.*)"\s*$/m.exec(text)?.[1]?.replace(/^\$HOME/, home);
    return value !== undefined && isAbsolute(value) && existsSync(value) ? value : null;
  } catch {
    return null;
  }
};

/**
 * The library that opens when none is named and none was open before: `Carrel` in the user's documents folder, or in the home folder where
 * there is no such thing.
 * @param {Surroundings} [surroundings]
 * @returns {string}
 */
export const usualLibrary = (
  surroundings = { platform: process.platform, home: homedir(), env: process.env },
) => {
  const { platform, home, env } = surroundings;
  const candidates = [
    platform === 'linux' ? xdgDocuments(surroundings) : null,
    platform === 'win32' && env.OneDrive !== undefined ? join(env.OneDrive, 'Documents') : null,
    join(home, 'Documents'),
  ];
  return join(candidates.find((path) => path !== null && existsSync(path)) ?? home, 'Carrel');
};
