import { readdir } from 'node:fs/promises';
import type { LibraryPaths } from '../library/paths.ts';

const ownName = /^(?:library\.json|journal\.ndjson)$/;
/** What Carrel keeps beside the library: see `keepAside`. */
const keptAside = /^(?:library|journal)\.(?:unreadable|before-[a-z]+|changed-elsewhere|corrupt)-/;

/**
 * `library (Ann's conflicted copy 2026-11-26).json` (Dropbox, Nextcloud), `library.sync-conflict-….json` (Syncthing),
 * `library.Conflict.json` (Resilio).
 */
const namedConflict = /^(?:library|journal).*conflict.*\.(?:json|ndjson)$/i;

/** `library (1).json` (Google Drive), `library 2.json` (iCloud), `library-DESK-7.json` (OneDrive). */
const numberedCopy = /^(?:library|journal)(?: \(\d{1,3}\)| \d{1,2}|-[A-Z][A-Z0-9-]{1,14})\.(?:json|ndjson)$/;

const isConflictCopy = (name: string): boolean =>
  !ownName.test(name) && !keptAside.test(name) && (namedConflict.test(name) || numberedCopy.test(name));

/** Names of other versions of the library that synchronizing services put beside it, in order. */
export const findConflictCopies = async ({ root }: LibraryPaths): Promise<readonly string[]> => {
  const names = await readdir(root).catch((): string[] => []);
  return names.filter(isConflictCopy).toSorted();
};
