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

/** The journal, open for appending. Its callers take turns: one call at a time. */
export class JournalFile {
  readonly #path: string;
  readonly #handle: JournalHandle;
  #length: number;
  /** True when a failed append may have left bytes behind `#length`. */
  #dirty = false;

  private constructor(path: string, handle: JournalHandle, length: number) {
    this.#path = path;
    this.#handle = handle;
    this.#length = length;
  }

  /** Opens the journal at `path`, or makes an empty one. All that is in it is taken to be good. */
  static async open(path: string, openWith = openHandle): Promise<JournalFile> {
    const handle = await openWith(path);
    return new JournalFile(path, handle, (await stat(path)).size);
  }

  /** Bytes in the journal. */
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
    const pieces = typeof text === 'string' ? [Buffer.from(text)] : text;
    this.#dirty = true;
    let length = this.#length;
    try {
      for (const bytes of pieces) {
        await this.#writeAll(bytes, length);
        length += bytes.length;
      }
      await this.#handle.datasync();
      await this.#expectInPlace(length);
    } catch (error) {
      await this.#cut(this.#length).catch(() => undefined);
      throw error;
    }
    this.#length = length;
    this.#dirty = false;
  }

  /** Forgets all lines. Only right once a snapshot on the disk holds them. */
  async empty(): Promise<void> {
    await this.#cut(0);
  }

  async close(): Promise<void> {
    await this.#handle.close();
  }

  /**
   * A file can be written to after its folder was thrown away, moved, or put back by a synchronizing service: the system
   * says nothing, and what was written is gone. So what lies at the path must be what was written.
   */
  async #expectInPlace(length: number): Promise<void> {
    const { size } = await stat(this.#path);
    if (size === length) return;
    throw Object.assign(new Error('another file lies where the journal was'), { code: 'ENOENT' });
  }

  async #cut(length: number): Promise<void> {
    this.#dirty = true;
    await this.#handle.truncate(length);
    await this.#handle.datasync();
    this.#length = length;
    this.#dirty = false;
  }

  async #writeAll(bytes: Buffer, start: number): Promise<void> {
    let written = 0;
    while (written < bytes.length) {
      const result = await this.#handle.write(bytes, written, bytes.length - written, start + written);
      written += result.bytesWritten;
    }
  }
}
