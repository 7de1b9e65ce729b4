import { buffer } from 'node:stream/consumers';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { refusal } from '../refusal.ts';

/** A file in a ZIP. */
export type ZipEntry = { readonly bytes: number; readonly read: () => Promise<Buffer> };

/** An open ZIP: its files by path, in the order in which the ZIP lists them. */
export type OpenZip = { readonly entries: ReadonlyMap<string, ZipEntry>; readonly close: () => void };

/** A ZIP that unpacks to more than this is no collection of topics. */
const limits = { entries: 100_000, entryBytes: 1_000_000_000, bytes: 8_000_000_000 } as const;

const damaged = (cause: unknown): Error => Object.assign(refusal('file-format', 'zip-damaged'), { cause });

// Folders need no entries of their own, and one path is one file.
const isFile = ({ fileName }: Entry): boolean => !fileName.endsWith('/');

const check = (entry: Entry, seen: ReadonlyMap<string, ZipEntry>, total: number): void => {
  const isTooMuch =
    seen.size >= limits.entries || entry.uncompressedSize > limits.entryBytes || total > limits.bytes;
  if (isTooMuch) throw refusal('file-format', 'zip-too-large');
  if (seen.has(entry.fileName)) throw refusal('file-format', 'zip-damaged');
};

const readEntry = async (zip: ZipFile, entry: Entry): Promise<Buffer> => {
  try {
    return await buffer(await zip.openReadStreamPromise(entry));
  } catch (error) {
    throw damaged(error);
  }
};

/**
 * Opens a ZIP that came from anywhere. Nothing is unpacked to the disk; paths that leave the ZIP, entries that hold more
 * than they say, and what would not fit into memory are refused (`file-format`).
 */
export const openZip = async (path: string): Promise<OpenZip> => {
  const zip = await yauzl
    .openPromise(path, { lazyEntries: true, autoClose: false, strictFileNames: true })
    .catch((error: unknown) => {
      throw damaged(error);
    });
  const entries = new Map<string, ZipEntry>();
  let total = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      if (!isFile(entry)) continue;
      total += entry.uncompressedSize;
      check(entry, entries, total);
      entries.set(entry.fileName, { bytes: entry.uncompressedSize, read: () => readEntry(zip, entry) });
    }
  } catch (error) {
    zip.close();
    throw error instanceof Error && error.name === 'CarrelError' ? error : damaged(error);
  }
  return { entries, close: () => zip.close() };
};
