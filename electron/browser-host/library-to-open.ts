import { homedir } from 'node:os';
import { openRecentLibraries } from '#core/libraries/recent-libraries.ts';
import { configFolder } from '#core/settings/config-folder.ts';
import { consoleLogger } from '#core/system.ts';
import type { Arguments } from './parse-arguments.ts';

/** The folder of the library to begin with: the one named; else the one shown last, if it is still there; else the usual one. */
export const libraryToOpen = async ({
  library,
  usual,
}: Pick<Arguments, 'library' | 'usual'>): Promise<string> => {
  if (library !== null) return library;
  const settingsDir = configFolder({ platform: process.platform, home: homedir(), env: process.env });
  const [last] = await openRecentLibraries(settingsDir, consoleLogger).list();
  return last?.place ?? usual;
};
