import { fromBuffer, type Entry, type ZipFile } from 'yauzl';
import { refusal } from '#core/refusal.ts';
import type { CarrelError } from '#shared/contract/errors.ts';
import type { BesideFile, BesideFiles } from './reader.ts';

/** Bounds of a ZIP, so that none can fill memory or disk. */
export type ZipLimits = {
  readonly files: number;
  /** Of one file unpacked, in bytes. */
  readonly fileBytes: number;
  /** Of all files unpacked, in bytes. */
  readonly allBytes: number;
};

/** Enough for a share file with its originals. */
export const usualZipLimits: ZipLimits = {
  files: 50_000,
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
const isUnsafeName = (message: string): boolean =>
  /absolute path|invalid relative path|invalid characters in fileName/.test(message);

const open = (bytes: Uint8Array): Promise<ZipFile> =>
  new Promise((resolve, reject) => {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    fromBuffer(
      buffer,
      { lazyEntries: true, strictFileNames: true, validateEntrySizes: true },
      (error, zip) => {
        if (error === null) resolve(zip);
        else reject(refuse('zip-damaged'));
      },
    );
  });

const checkEntry = (entry: Entry, limits: ZipLimits): void => {
  const { fileName, compressedSize, uncompressedSize } = entry;
  if (entry.isEncrypted()) throw refuse('zip-encrypted', fileName);
  if (kindOf(entry) === symbolicLink) throw refuse('zip-link', fileName);
  const isTight = uncompressedSize > 10_000_000 && uncompressedSize > compressedSize * mostRatio;
  if (isTight || uncompressedSize > limits.fileBytes) throw refuse('zip-bomb', fileName);
};

const listEntries = (zip: ZipFile, limits: ZipLimits): Promise<Entry[]> =>
  new Promise((resolve, reject) => {
    const entries: Entry[] = [];
    let all = 0;
    zip.on('error', (error: Error) => {
      reject(refuse(isUnsafeName(error.message) ? 'zip-unsafe-path' : 'zip-damaged'));
    });
    zip.on('end', () => {
      resolve(entries);
    });
    zip.on('entry', (entry: Entry) => {
      try {
        checkEntry(entry, limits);
        all += entry.uncompressedSize;
        if (entries.length >= limits.files || all > limits.allBytes) throw refuse('zip-bomb', entry.fileName);
      } catch (error) {
        reject(error instanceof Error ? error : refuse('zip-damaged'));
        return;
      }
      entries.push(entry);
      zip.readEntry();
    });
    zip.readEntry();
  });

/** Entries that share bytes multiply what a small file unpacks to. */
const checkOverlap = (entries: readonly Entry[]): void => {
  const inOrder = entries.toSorted((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader);
  let end = 0;
  for (const { relativeOffsetOfLocalHeader, compressedSize, fileName } of inOrder) {
    if (relativeOffsetOfLocalHeader < end) throw refuse('zip-overlap', fileName);
    end = relativeOffsetOfLocalHeader + localHeader + compressedSize;
  }
};

const readEntry = (zip: ZipFile, entry: Entry): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error !== null) {
        reject(refuse('zip-damaged', entry.fileName));
        return;
      }
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('error', () => {
        reject(refuse('zip-damaged', entry.fileName));
      });
      stream.on('end', () => {
        resolve(Buffer.concat(chunks));
      });
    });
  });

/**
 * The files of a ZIP by their paths, each unpacked when it is asked for. Everything is checked before anything is
 * unpacked: `file-format` with a reason for paths that lead out, links, encryption, bombs, files that share bytes, and
 * damage. Two files of one name: the ZIP is refused as damaged.
 */
export const readZip = async (
  bytes: Uint8Array,
  limits: ZipLimits = usualZipLimits,
): Promise<BesideFiles> => {
  const zip = await open(bytes);
  const entries = await listEntries(zip, limits);
  checkOverlap(entries);
  const files = new Map<string, BesideFile>();
  for (const entry of entries) {
    if (entry.fileName.endsWith('/')) continue;
    if (files.has(entry.fileName)) throw refuse('zip-damaged', entry.fileName);
    files.set(entry.fileName, { bytes: entry.uncompressedSize, read: () => readEntry(zip, entry) });
  }
  return files;
};

/** Whether bytes begin as a ZIP does, an empty one too. */
export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 &&
  bytes[1] === 0x4b &&
  ((bytes[2] === 3 && bytes[3] === 4) || (bytes[2] === 5 && bytes[3] === 6));
