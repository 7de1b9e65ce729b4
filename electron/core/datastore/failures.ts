import { CarrelError } from '#shared/contract/errors.ts';
import type { TableName } from '#shared/model/library.ts';
import { refusal } from '../refusal.ts';

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** True when a system call failed with one of these codes (`ENOENT` …). */
export const hasCode = (error: unknown, ...codes: readonly string[]): boolean =>
  codes.includes(codeOf(error));

const reasonOf = (error: unknown): 'disk-full' | 'not-writable' | 'library-gone' | 'not-saved' => {
  if (hasCode(error, 'ENOSPC', 'EDQUOT', 'EFBIG')) return 'disk-full';
  if (hasCode(error, 'ENOENT', 'ENOTDIR', 'ENODEV', 'ENXIO')) return 'library-gone';
  return hasCode(error, 'EACCES', 'EPERM', 'EROFS') ? 'not-writable' : 'not-saved';
};

/** What went wrong while reading or writing, told so that a curator knows what is safe. Code `storage`. */
export const storageFailure = (error: unknown): CarrelError => {
  const failure = refusal('storage', reasonOf(error), { system: codeOf(error) });
  failure.cause = error;
  return failure;
};

const openingReasons: Readonly<Record<string, 'not-opened-full' | 'not-opened-read-only' | 'not-opened'>> = {
  'disk-full': 'not-opened-full',
  'not-writable': 'not-opened-read-only',
  'not-saved': 'not-opened',
};

/**
 * A failure of the disk, told to somebody who was about to open a library and has no edit to lose. What is no failure of
 * the disk stays as it is.
 */
export const whileOpening = (error: unknown): unknown => {
  const told = /^E[A-Z0-9]+$/.test(codeOf(error)) ? storageFailure(error) : error;
  if (!(told instanceof CarrelError) || told.code !== 'storage') return error;
  const { reason: why, system } = told.details;
  const reason = typeof why === 'string' ? openingReasons[why] : undefined;
  if (reason === undefined) return told;
  const failure = refusal('storage', reason, { system: typeof system === 'string' ? system : '' });
  failure.cause = told.cause;
  return failure;
};

/** The `not-found` error for a folder without a library. */
export const noLibrary = (place: string): CarrelError => refusal('not-found', 'no-library', { place });

const missingReasons = {
  library: 'no-such-record',
  topics: 'no-such-topic',
  resources: 'no-such-resource',
  placements: 'no-such-entry',
  resourceTypes: 'no-such-type',
  images: 'no-such-image',
  trash: 'no-such-trash',
  evidence: 'no-such-evidence',
  rightsDecisions: 'no-such-record',
  smartLists: 'no-such-list',
  templates: 'no-such-template',
  distinctions: 'no-such-record',
} as const satisfies Record<TableName, string>;

/** The `not-found` error for a record that is not (or no longer) in the library. */
export const missingRecord = (table: TableName, id: string): CarrelError =>
  refusal('not-found', missingReasons[table], { table, id });

/** The `conflict` error for a change that expects a record to be other than it is. */
export const changedMeanwhile = (table: TableName, id: string, field = ''): CarrelError =>
  refusal('conflict', 'changed-meanwhile', { table, id, field });

/** The `invalid-input` error for a record that its table's schema refuses. */
export const notValid = (table: TableName, id: string, field: string): CarrelError =>
  refusal('invalid-input', 'record-not-valid', { table, id, field });
