import type { Low } from 'lowdb';
import type { Change } from '#shared/model/change.ts';
import type { LibraryData } from '#shared/model/library.ts';
import type { Logger } from '../context.ts';
import { storageFailure } from './failures.ts';
import type { JournalFile } from './journal-file.ts';
import { largeChange } from './stage-in-slices.ts';

/** When the journal is folded into the snapshot. Sizes in bytes. */
export type FoldLimits = {
  /** How long nothing may have changed for "idle", in milliseconds. */
  readonly idleMs: number;
  /** When idle, a journal above this size is folded. */
  readonly idleBytes: number;
  /** Above this size it is folded at once. */
  readonly maxBytes: number;
  /**
   * The line of a single large change, up to this size, does not count towards `maxBytes`: whoever brings in a hundred
   * thousand records wants to see them, and the disk has them already.
   */
  readonly largeBytes: number;
};

/** Small enough that opening after a crash stays quick; large enough that folding stays rare. */
export const defaultFoldLimits: FoldLimits = {
  idleMs: 5_000,
  idleBytes: 256 * 1024,
  maxBytes: 4 * 1024 * 1024,
  largeBytes: 128 * 1024 * 1024,
};

type Parts = {
  readonly db: Low<LibraryData>;
  readonly journal: JournalFile;
  readonly limits: FoldLimits;
  readonly logger: Logger;
  /** Runs work in its turn among the commits. */
  readonly inTurn: (work: () => Promise<void>) => Promise<void>;
};

/** Writes the snapshot and empties the journal. To be run in turn, never beside a commit. */
export const foldNow = async (db: Low<LibraryData>, journal: JournalFile): Promise<void> => {
  try {
    await db.write();
    await journal.empty();
  } catch (error) {
    throw storageFailure(error);
  }
};

/** Folds unless the journal is empty, that is unless the snapshot holds everything already. */
export const foldPending = async (db: Low<LibraryData>, journal: JournalFile): Promise<void> => {
  if (journal.length > 0) await foldNow(db, journal);
};

/** Decides when to fold. A fold that fails loses nothing: the journal stays. */
export class Folding {
  readonly #parts: Parts;
  #timer: NodeJS.Timeout | undefined;
  /** Length of the journal after the one large change that waits in it for an idle moment; else 0. */
  #large = 0;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** To be called in turn, after each flush. Never rejects. */
  async afterFlush(changes: readonly Change[]): Promise<void> {
    const { journal, limits } = this.#parts;
    this.stop();
    // What was purged shall not stay readable in the journal.
    const isPurge = changes.some(({ label }) => label.key.startsWith('trash.purge'));
    // It was emptied meanwhile.
    if (journal.length < this.#large) this.#large = 0;
    if (this.#large === 0 && changes.some(({ ops }) => ops.length > largeChange))
      this.#large = journal.length;
    const excused = this.#large <= limits.largeBytes ? this.#large : 0;
    if (isPurge || journal.length - excused > limits.maxBytes) await this.#tryFold();
    else if (journal.length > limits.idleBytes) this.#foldWhenIdle();
  }

  /** Forgets a fold that was planned. */
  stop(): void {
    clearTimeout(this.#timer);
  }

  #foldWhenIdle(): void {
    const { inTurn, limits } = this.#parts;
    this.#timer = setTimeout(() => {
      void inTurn(() => this.#tryFold()).catch(() => undefined);
    }, limits.idleMs).unref();
  }

  async #tryFold(): Promise<void> {
    const { db, journal, logger } = this.#parts;
    try {
      await foldNow(db, journal);
      this.#large = 0;
    } catch (error) {
      logger.error('the journal was not folded', error);
    }
  }
}
