import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Adapter } from 'lowdb';
import type { Instant } from '#shared/model/dates.ts';
import type { LibraryData } from '#shared/model/library.ts';
import { keepAside } from './aside.ts';
import { writeFileAtomic } from './atomic-write.ts';
import { hasCode } from './failures.ts';
import { readOwnSnapshot } from './read-own-snapshot.ts';
import { snapshotBytes } from './snapshot-bytes.ts';
import type { SnapshotSums } from './snapshot-sums.ts';

/** What the adapter works with. */
export type AdapterParts = {
  readonly path: string;
  /** Turns the bytes of `library.json` into data; throws when they cannot be trusted. */
  readonly parse: (bytes: Buffer) => Promise<LibraryData>;
  readonly now: () => Instant;
  /** Told of each file that is written; asked about the one that is found. */
  readonly sums: SnapshotSums;
};

/** The file as this adapter last read or wrote it. */
type Known = { readonly hash: string; readonly size: number; readonly mtimeMs: number };

const hashOf = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');

/**
 * lowdb's adapter for a library: what is read is checked, what is written is written whole or not at all, and a write
 * that would change nothing is left out.
 */
export class SnapshotAdapter implements Adapter<LibraryData> {
  readonly #parts: AdapterParts;
  #known: Known | null = null;
  #isOurs = true;

  constructor(parts: AdapterParts) {
    this.#parts = parts;
  }

  /** False when the file that was read is not the one this computer wrote last. */
  get isOurs(): boolean {
    return this.#isOurs;
  }

  /** Rejects with what `parse` throws or with the system's error. */
  async read(): Promise<LibraryData> {
    const own = await this.#readOwn();
    if (own) return own;
    const bytes = await readFile(this.#parts.path);
    const hash = hashOf(bytes);
    this.#isOurs = await this.#parts.sums.isOurs(hash);
    await this.#remember(hash);
    const data = await this.#parts.parse(bytes);
    // Checked now, so that the next time it need not be; and a foreign file is told of once.
    await this.#parts.sums.expect(null, hash);
    return data;
  }

  /** Rejects with the system's error, the old file whole. Nobody may change `data` until it is written. */
  async write(data: LibraryData): Promise<void> {
    const { bytes, sum } = snapshotBytes(data);
    let hash = '';
    const mayReplace = async (): Promise<boolean> => {
      hash = sum();
      const isAsKnown = await this.#isAsKnown();
      if (isAsKnown && hash === this.#known?.hash) return false;
      if (!isAsKnown) await this.#keepForeign(hash);
      await this.#parts.sums.expect(this.#known?.hash ?? null, hash);
      return true;
    };
    await writeFileAtomic(this.#parts.path, bytes, { mayReplace });
    await this.#remember(hash);
  }

  /** Bytes that this person's Carrel wrote are not checked again: they are known by their sum. */
  async #readOwn(): Promise<LibraryData | null> {
    const sealed = await this.#parts.sums.sealed();
    const own = sealed.size > 0 ? await readOwnSnapshot(this.#parts.path) : null;
    if (!own || !sealed.has(own.sum)) return null;
    await this.#remember(own.sum);
    return own.data;
  }

  async #remember(hash: string): Promise<void> {
    const { size, mtimeMs } = await stat(this.#parts.path);
    this.#known = { hash, size, mtimeMs };
  }

  async #isAsKnown(): Promise<boolean> {
    const found = await stat(this.#parts.path).catch(() => null);
    return found !== null && found.size === this.#known?.size && found.mtimeMs === this.#known.mtimeMs;
  }

  /** Somebody else (a synchronizing service, an editor) wrote the file meanwhile: their version must not be lost. */
  async #keepForeign(hash: string): Promise<void> {
    const { path, now } = this.#parts;
    const bytes = await readFile(path).catch((error: unknown) => {
      if (hasCode(error, 'ENOENT')) return null;
      throw error;
    });
    if (bytes === null || [hash, this.#known?.hash].includes(hashOf(bytes))) return;
    await keepAside(dirname(path), bytes, {
      stem: 'library.changed-elsewhere',
      at: now(),
      extension: 'json',
    });
  }
}
