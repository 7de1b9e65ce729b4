import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';

const choiceSchema = z.strictObject({ libraryDir: z.string() });

/** The folder after `--library`, made absolute; null when the option is not there. */
export const libraryFromArguments = (argv: readonly string[]): string | null => {
  const at = argv.indexOf('--library');
  const value = at === -1 ? argv.find((word) => word.startsWith('--library='))?.slice(10) : argv[at + 1];
  return value ? resolve(value) : null;
};

const file = (userData: string): string => join(userData, 'last-library.json');

/** The library that was open last, if its folder is still there. */
export const readLastLibrary = (userData: string): string | null => {
  try {
    const { libraryDir } = choiceSchema.parse(JSON.parse(readFileSync(file(userData), 'utf8')));
    return existsSync(libraryDir) ? libraryDir : null;
  } catch {
    return null;
  }
};

/** Remembers the library for the next start. Not being able to is no reason to stop. */
export const writeLastLibrary = (userData: string, libraryDir: string): void => {
  try {
    writeFileSync(file(userData), JSON.stringify({ libraryDir }));
  } catch {
    // A profile that cannot be written to: the next start opens the usual library.
  }
};
