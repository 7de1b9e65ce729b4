import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { dirname, extname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { renameWithRetry } from '#core/datastore/atomic-write.ts';
import type { Instant } from '#shared/model/dates.ts';
import type { Writer } from './writer.ts';

/** Formats that are compressed already. */
const packed = new Set(['.webp', '.jpg', '.png', '.avif', '.gif', '.woff2']);

/** Whether a file is not worth compressing. */
export const isPacked = (path: string): boolean => packed.has(extname(path));

/** Days ZIP can tell: 1980 to 2107 (the format's own date field). */
export const zipDate = (instant: Instant): Date => {
  const [year = 1980, month = 1, day = 1] = instant.slice(0, 10).split('-').map(Number);
  // From local parts, since the format has no time zone: so the bytes are the same everywhere.
  return new Date(Math.min(Math.max(year, 1980), 2107), month - 1, day, 12, 0, 0);
};

/**
 * Writes an export as a ZIP file: beside its place under a temporary name, renamed at the end. The same files and
 * `date` give the same bytes.
 */
export const openZipWriter = async (path: string, id: string, date: Instant): Promise<Writer> => {
  const temporary = `${path}.carrel-writing-${process.pid}-${id}`;
  await mkdir(dirname(path), { recursive: true });
  const zip = new ZipFile();
  const written = pipeline(zip.outputStream, createWriteStream(temporary, { flags: 'wx' }));
  // Reported by `finish`; until then a failed write must not count as unhandled.
  written.catch(() => undefined);
  const mtime = zipDate(date);
  return {
    standing: () => null,
    add: async (name, bytes, stored = isPacked(name)) => {
      zip.addBuffer(Buffer.from(bytes), name, {
        mtime,
        mode: 0o100_644,
        compress: !stored,
        forceDosTimestamp: true,
      });
    },
    finish: async () => {
      zip.end();
      await written;
      await renameWithRetry(temporary, path);
      return { kept: [] };
    },
    abandon: async () => {
      zip.end();
      await written.catch(() => undefined);
      await rm(temporary, { force: true });
    },
  };
};
