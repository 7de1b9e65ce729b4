import { CarrelError } from '#shared/contract/errors.ts';
import type { TableName } from '#shared/model/library.ts';

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** True when a system call failed with one of these codes (`ENOENT` …). */
export const hasCode = (error: unknown, ...codes: readonly string[]): boolean =>
  codes.includes(codeOf(error));

const reasonOf = (error: unknown): 'disk-full' | 'not-writable' | 'not-saved' => {
  if (hasCode(error, 'ENOSPC', 'EDQUOT', 'EFBIG')) return 'disk-full';
  return hasCode(error, 'EACCES', 'EPERM', 'EROFS') ? 'not-writable' : 'not-saved';
};

const sentences = {
  'disk-full':
    'The disk is full. This edit was not saved; everything before it is. Make room, then try again.',
  'not-writable':
    'Carrel may not write into the library folder. This edit was not saved; everything before it is. ' +
    'Check the permissions of the folder, or whether the drive is read-only.',
  'not-saved': 'The edit could not be written to the disk. It was not saved; everything before it is.',
};

/** What went wrong while writing, told so that a curator knows what is safe and what to do. Code `storage`. */
export const storageFailure = (error: unknown): CarrelError => {
  const reason = reasonOf(error);
  return new CarrelError('storage', sentences[reason], { reason, system: codeOf(error) }, { cause: error });
};

const missingReasons = {
  library: 'no-such-record',
  topics: 'no-such-topic',
  resources: 'no-such-resource',
  placements: 'no-such-entry',
  resourceTypes: 'no-such-type',
  images: 'no-such-image',
  trash: 'no-such-trash',
} as const satisfies Record<TableName, string>;

/** The `not-found` error for a record that is not (or no longer) in the library. */
export const missingRecord = (table: TableName, id: string): CarrelError =>
  new CarrelError('not-found', `There is no ${table}/${id} in this library (any more).`, {
    reason: missingReasons[table],
    table,
    id,
  });
