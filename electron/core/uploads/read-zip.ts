import { buffer } from 'node:stream/consumers';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { CarrelError } from '#shared/contract/errors.ts';
import { refusal } from '../refusal.ts';

/** A file in a ZIP, unpacked when it is asked for. */
export type ZipEntry = { readonly bytes: number; readonly read: () => Promise<Buffer> };

/** The files of a ZIP by path, in the order in which the ZIP lists them. */
export type ZipEntries = ReadonlyMap<string, ZipEntry>;

/** An open ZIP. */
export type OpenZip = { readonly entries: ZipEntries; readonly close: () => void };

/** Bounds of a ZIP, so that none can fill memory or disk. */
export type ZipLimits = {
  readonly files: number;
  /** Of one file unpacked, in bytes. */
  readonly fileBytes: number;
  /** Of all files unpacked, in bytes. */
  readonly allBytes: number;
};

/** Enough for a share file with its originals. */
const usualLimits: ZipLimits = {
  files: 100_000,
  fileBytes: 1024 * 1024 * 1024,
  allBytes: 8 * 1024 * 1024 * 1024,
};

/** Nothing real packs tighter, and a bomb packs much tighter. */
const mostRatio = 1_100;

const localHeader = 30;
const symbolicLink = 0xa000;

const kindOf = ({ externalFileAttributes }: Entry): number => (externalFileAttributes >>> 16) & 0xf000;

const refuse = (
  reason: 'zip-damaged' | 'zip-encrypted' | 'zip-unsafe-path' | 'zip-link' | 'zip-bomb' | 'zip-overlap',
  name = '',
): CarrelError => refusal('file-format', reason, { name: name.slice(0, 80) });

/** What yauzl says of names that lead out of the folder they are unpacked to. */
const isUnsafeName = (error: unknown): boolean =>
  error instanceof Error &&
  /absolute path|invalid relative path|invalid characters in fileName/.test(error.message);

const explain = (error: unknown): CarrelError =>
  error instanceof CarrelError
    ? error
    : Object.assign(refuse(isUnsafeName(error) ? 'zip-unsafe-path' : 'zip-damaged'), { cause: error });

const checkEntry = (entry: Entry, limits: ZipLimits): void => {
  const { fileName, compressedSize, uncompressedSize } = entry;
  if (entry.isEncrypted()) throw refuse('zip-encrypted', fileName);
  if (kindOf(entry) === symbolicLink) throw refuse('zip-link', fileName);
  const isTight = uncompressedSize > 10_000_000 && uncompressedSize > compressedSize * mostRatio;
  if (isTight || uncompressedSize > limits.fileBytes) throw refuse('zip-bomb', fileName);
};

const listEntries = async (zip: ZipFile, limits: ZipLimits): Promise<readonly Entry[]> => {
  const entries: Entry[] = [];
  let all = 0;
  for await (const entry of zip.eachEntry()) {
    checkEntry(entry, limits);
    all += entry.uncompressedSize;
    if (entries.length >= limits.files || all > limits.allBytes) throw refuse('zip-bomb', entry.fileName);
    entries.push(entry);
  }
  return entries;
};

/** Entries that share bytes multiply what a small file unpacks to. */
const checkOverlap = (entries: readonly Entry[]): void => {
  const inOrder = entries.toSorted((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader);
  let end = 0;
  for (const { relativeOffsetOfLocalHeader, compressedSize, fileName } of inOrder) {
    if (relativeOffsetOfLocalHeader < end) throw refuse('zip-overlap', fileName);
    end = relativeOffsetOfLocalHeader + localHeader + compressedSize;
  }
};

const readEntry = async (zip: ZipFile, entry: Entry): Promise<Buffer> => {
  try {
    return await buffer(await zip.openReadStreamPromise(entry));
  } catch (error) {
    throw Object.assign(refuse('zip-damaged', entry.fileName), { cause: error });
  }
};

const checkedEntries = async (zip: ZipFile, limits: ZipLimits): Promise<ZipEntries> => {
  const entries = await listEntries(zip, limits);
  checkOverlap(entries);
  const files = new Map<string, ZipEntry>();
  for (const entry of entries) {
    // Folders need no entries of their own, and one path is one file.
    if (entry.fileName.endsWith('/')) continue;
    if (files.has(entry.fileName)) throw refuse('zip-damaged', entry.fileName);
    files.set(entry.fileName, { bytes: entry.uncompressedSize, read: () => readEntry(zip, entry) });
  }
  return files;
};

const options = {
  lazyEntries: true,
  autoClose: false,
  strictFileNames: true,
  validateEntrySizes: true,
} as const;

const openChecked = async (opening: Promise<ZipFile>, limits: ZipLimits): Promise<OpenZip> => {
  let zip: ZipFile | null = null;
  try {
    zip = await opening;
    const opened = zip;
    return { entries: await checkedEntries(opened, limits), close: () => opened.close() };
  } catch (error) {
    zip?.close();
    throw explain(error);
  }
};

/**
 * Opens a ZIP that came from anywhere. Nothing is unpacked to the disk, and everything is checked before anything is
 * unpacked: `file-format` with a reason for paths that lead out, links, encryption, bombs, files that share bytes, two
 * files of one name, and damage. A file that holds more than it says is refused when it is read.
 */
export const openZip = (path: string, limits: ZipLimits = usualLimits): Promise<OpenZip> =>
  openChecked(yauzl.openPromise(path, options), limits);

/** The same of a ZIP that is in memory already; there is nothing to close. */
export const readZip = async (bytes: Uint8Array, limits: ZipLimits = usualLimits): Promise<ZipEntries> => {
  const opening = yauzl.fromBufferPromise(
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
    options,
  );
  return (await openChecked(opening, limits)).entries;
};

/** Whether bytes begin as a ZIP does, an empty one too. */
export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 &&
  bytes[1] === 0x4b &&
  ((bytes[2] === 3 && bytes[3] === 4) || (bytes[2] === 5 && bytes[3] === 6));
