import type { FileHandle } from 'node:fs/promises';
import { constants, open, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { syncFolder } from './atomic-write.ts';
import { hasCode } from './failures.ts';

/** What the journal needs of an open file; tests hand in one that fails. */
export type JournalHandle = Pick<FileHandle, 'write' | 'truncate' | 'datasync' | 'close'>;

/** Opens (or makes) the file at `path` for writing. */
export type OpenJournalHandle = (path: string) => Promise<JournalHandle>;

/**
 * On Linux a write can itself wait for the disk (O_DSYNC, open(2)), which spares an edit a second system call. macOS has
 * the flag but does not make the drive write; Windows has none.
 */
const syncFlag = process.platform === 'linux' ? constants.O_DSYNC : 0;

/** Its writes are on the disk when they resolve, so that nothing is left for `datasync` to do after one. */
const withSyncedWrites = (handle: FileHandle): JournalHandle => {
  let isCut = false;
  return {
    write: handle.write.bind(handle),
    truncate: async (length) => {
      isCut = true;
      await handle.truncate(length);
    },
    datasync: async () => {
      if (!isCut) return;
      await handle.datasync();
      isCut = false;
    },
    close: () => handle.close(),
  };
};

const openFile = async (path: string): Promise<FileHandle> => {
  try {
    return await open(path, constants.O_RDWR | syncFlag);
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error;
    const handle = await open(path, constants.O_RDWR | constants.O_CREAT | constants.O_EXCL | syncFlag);
    await syncFolder(dirname(path));
    return handle;
  }
};

const openHandle: OpenJournalHandle = async (path) => {
  const handle = await openFile(path);
  return syncFlag === 0 ? handle : withSyncedWrites(handle);
};

/**
 * The file is made longer by so many bytes of zeros, so that the next lines are written over bytes that are there already:
 * then the disk need not note a longer file with each of them, which takes as long as the line itself.
 */
const roomAhead = 64 * 1024;

const chunkLength = 64 * 1024;

/** Bytes of a file up to the zeros at its end, which are room and no content. */
const contentLength = async (path: string): Promise<number> => {
  const handle = await open(path, 'r');
  try {
    let { size: end } = await handle.stat();
    while (end > 0) {
      const start = Math.max(0, end - chunkLength);
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(end - start), 0, end - start, start);
      const last = buffer.subarray(0, bytesRead).findLastIndex((byte) => byte !== 0);
      if (last >= 0) return start + last + 1;
      end = start;
    }
    return 0;
  } finally {
    await handle.close();
  }
};

/** What is known of the file before anything is written: how much of it is content, how long it is, which one it is. */
type Found = { readonly length: number; readonly size: number; readonly inode: number };

const replaced = (): Error =>
  Object.assign(new Error('another file lies where the journal was'), { code: 'ENOENT' });

/** The journal, open for appending. Its callers take turns: one call at a time. */
export class JournalFile {
  readonly #path: string;
  readonly #handle: JournalHandle;
  readonly #inode: number;
  #length: number;
  /** Bytes of the file; those behind `#length` are zeros. */
  #size: number;
  /** True when a failed append may have left bytes behind `#length`. */
  #dirty = false;

  private constructor(path: string, handle: JournalHandle, { length, size, inode }: Found) {
    this.#path = path;
    this.#handle = handle;
    this.#inode = inode;
    this.#length = length;
    this.#size = size;
  }

  /** Opens the journal at `path`, or makes an empty one. All that is in it is taken to be good. */
  static async open(path: string, openWith = openHandle): Promise<JournalFile> {
    const handle = await openWith(path);
    const { size, ino } = await stat(path);
    return new JournalFile(path, handle, { length: await contentLength(path), size, inode: ino });
  }

  /** Bytes of all lines in the journal. */
  get length(): number {
    return this.#length;
  }

  /**
   * Resolves when `text` is on the disk, in the file at the journal's path. Rejects with the system's error (ENOENT
   * when the file there is gone or another); then the file ends where it ended before
   * (or is cut back to there before the next append, should even that fail now).
   */
  async append(text: string | readonly Buffer[]): Promise<void> {
    if (this.#dirty) await this.#cut(this.#length);
    this.#dirty = true;
    try {
      if (typeof text === 'string') await this.#appendLine(Buffer.from(text));
      else await this.#appendMany(text);
    } catch (error) {
      await this.#cut(this.#length).catch(() => undefined);
      throw error;
    }
    this.#dirty = false;
  }

  /** Forgets all lines. Only right once a snapshot on the disk holds them. */
  async empty(): Promise<void> {
    await this.#cut(0);
  }

  async close(): Promise<void> {
    // Whoever looks into the folder finds lines and nothing else.
    if (this.#size > this.#length) await this.#cut(this.#length).catch(() => undefined);
    await this.#handle.close();
  }

  async #appendLine(line: Buffer): Promise<void> {
    if (this.#length + line.length > this.#size) {
      await this.#appendWithRoom(line);
      return;
    }
    // Asked at the same time: it tells as much as if it were asked a moment later, and saves that moment.
    const [, found] = await Promise.all([this.#writeSynced([line]), stat(this.#path).catch(() => null)]);
    if (found?.ino !== this.#inode || found.size !== this.#size) await this.#expectThere(line);
    this.#length += line.length;
  }

  async #appendWithRoom(line: Buffer): Promise<void> {
    try {
      await this.#lengthen([Buffer.concat([line, Buffer.alloc(roomAhead)])]);
      this.#length -= roomAhead;
    } catch (error) {
      // The disk is nearly full: the line alone may still find a place.
      if (!hasCode(error, 'ENOSPC', 'EDQUOT')) throw error;
      await this.#cut(this.#length);
      this.#dirty = true;
      await this.#lengthen([line]);
    }
  }

  async #appendMany(pieces: readonly Buffer[]): Promise<void> {
    if (this.#size > this.#length) await this.#cut(this.#length);
    this.#dirty = true;
    await this.#lengthen(pieces);
  }

  /** Writes pieces that reach beyond the end of the file, where it ends then. */
  async #lengthen(pieces: readonly Buffer[]): Promise<void> {
    const size = pieces.reduce((sum, piece) => sum + piece.length, this.#length);
    await this.#writeSynced(pieces);
    await this.#expectSize(size);
    this.#length = size;
    this.#size = size;
  }

  /**
   * A file can be written to after its folder was thrown away, moved, or put back by a synchronizing service: the system
   * says nothing, and what was written is gone. So what lies at the path must be what was written.
   */
  async #expectSize(expected: number): Promise<void> {
    const { size } = await stat(this.#path);
    if (size === expected) return;
    throw replaced();
  }

  /**
   * Another file may be as long as this one: a copy of it that a service or a person put in its place. Not by its number,
   * which some drives give anew, but by the line itself it is seen whether it is where it will be looked for.
   */
  async #expectThere(line: Buffer): Promise<void> {
    await this.#expectSize(this.#size);
    const found = Buffer.alloc(line.length);
    const file = await open(this.#path, 'r');
    try {
      await file.read(found, 0, found.length, this.#length);
    } finally {
      await file.close();
    }
    if (!found.equals(line)) throw replaced();
  }

  async #cut(length: number): Promise<void> {
    this.#dirty = true;
    await this.#handle.truncate(length);
    await this.#handle.datasync();
    this.#length = length;
    this.#size = length;
    this.#dirty = false;
  }

  async #writeSynced(pieces: readonly Buffer[]): Promise<void> {
    let position = this.#length;
    for (const bytes of pieces) {
      await this.#writeAll(bytes, position);
      position += bytes.length;
    }
    await this.#handle.datasync();
  }

  async #writeAll(bytes: Buffer, start: number): Promise<void> {
    let written = 0;
    while (written < bytes.length) {
      const result = await this.#handle.write(bytes, written, bytes.length - written, start + written);
      written += result.bytesWritten;
    }
  }
}
