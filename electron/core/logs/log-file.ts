import { appendFileSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock, Log, Logger } from '../context.ts';
import { storageFailure } from '../datastore/failures.ts';
import { describeDetails, describeError, toEntry } from './log-lines.ts';

/** Beyond this many bytes the log becomes the older part, and the one before that goes. */
const mostBytes = 256 * 1024;

const readPart = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
};

const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0;

/**
 * The log in the user's configuration folder, `carrel.log` and `carrel.older.log`. Content is left out by
 * construction: of errors only names, codes and places in the program are written. Logging never throws: where it
 * cannot be written, nothing is.
 */
export const openLogFile = (folder: string, clock: Clock): Log => {
  const [path, older] = [join(folder, 'carrel.log'), join(folder, 'carrel.older.log')];
  const write = (entry: string): void => {
    try {
      mkdirSync(folder, { recursive: true });
      if (sizeOf(path) + entry.length > mostBytes) renameSync(path, older);
      appendFileSync(path, entry, { mode: 0o600 });
    } catch {
      // The log must not be what stops the work.
    }
  };
  return {
    info: (message, details) => write(toEntry(clock.now(), `${message}${describeDetails(details)}`)),
    error: (message, error) => write(toEntry(clock.now(), message, describeError(error))),
    read: () => ({ text: readPart(older) + readPart(path), place: path }),
    remove: () => {
      try {
        for (const file of [path, older]) rmSync(file, { force: true });
      } catch (error) {
        throw storageFailure(error);
      }
    },
  };
};

/** Tells both. */
export const logToBoth = (first: Logger, second: Logger): Logger => ({
  info: (message, details) => {
    first.info(message, details);
    second.info(message, details);
  },
  error: (message, error) => {
    first.error(message, error);
    second.error(message, error);
  },
});
