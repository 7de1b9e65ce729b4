import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import type { Adapter } from 'lowdb';
import type { LibraryData } from '#shared/model/library.ts';
import { writeFileAtomic } from './atomic-write.ts';
import { formatSnapshot } from './snapshot-format.ts';

/** Turns the bytes of `library.json` into data; throws when they cannot be trusted. */
export type ReadSnapshot = (bytes: Buffer) => Promise<LibraryData>;

const hashOf = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');

/**
 * lowdb's adapter for a library: what is read is checked, what is written is written whole or not at all, and a write
 * that would change nothing is left out.
 */
export class SnapshotAdapter implements Adapter<LibraryData> {
  readonly #path: string;
  readonly #parse: ReadSnapshot;
  /** The bytes on the disk as this adapter last saw them. */
  #known: { readonly hash: string; readonly size: number } | null = null;

  constructor(path: string, parse: ReadSnapshot) {
    this.#path = path;
    this.#parse = parse;
  }

  /** Rejects with `CarrelError` (see `parseSnapshot`) or with the system's error. */
  async read(): Promise<LibraryData> {
    const bytes = await readFile(this.#path);
    this.#known = { hash: hashOf(bytes), size: bytes.length };
    return this.#parse(bytes);
  }

  /** Rejects with the system's error, the old file whole. */
  async write(data: LibraryData): Promise<void> {
    const text = formatSnapshot(data);
    const hash = hashOf(text);
    if (hash === this.#known?.hash && (await this.#sizeOnDisk()) === this.#known.size) return;
    await writeFileAtomic(this.#path, text);
    this.#known = { hash, size: Buffer.byteLength(text) };
  }

  async #sizeOnDisk(): Promise<number | null> {
    return stat(this.#path).then(
      ({ size }) => size,
      () => null,
    );
  }
}
