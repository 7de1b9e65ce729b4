import type { Segment } from './segment.ts';

/** So many documents are forgotten faster by clearing all scores than one by one: a share of all. */
const most = 1 / 8;

/**
 * The documents of a segment that fulfill one condition, each once, with a score. They are listed as they are found, in no
 * order, so that what comes after walks through them and not through the whole library. Removed ones are left out.
 */
export class Scored {
  /** By number of document; 0 for those that do not fulfill the condition. */
  readonly scores: Float32Array;
  readonly #alive: Uint8Array;
  readonly #documents: Uint32Array;
  #count = 0;

  constructor({ alive }: Segment) {
    this.#alive = alive;
    this.scores = new Float32Array(alive.length);
    this.#documents = new Uint32Array(alive.length);
  }

  get count(): number {
    return this.#count;
  }

  /** Lists a document, with the best of the scores it was given. */
  add(document: number, score: number): void {
    const before = this.scores[document] ?? 0;
    if (score <= before) return;
    if (before === 0) {
      if (this.#alive[document] === 0) return;
      this.#documents[this.#count] = document;
      this.#count += 1;
    }
    this.scores[document] = score;
  }

  /** A copy of the list. */
  documents(): Uint32Array {
    return this.#documents.slice(0, this.#count);
  }

  /** Forgets all, for the next condition. */
  clear(): void {
    if (this.#count > this.scores.length * most) this.scores.fill(0);
    else for (let at = 0; at < this.#count; at += 1) this.scores[this.#documents[at] ?? 0] = 0;
    this.#count = 0;
  }
}

/** Answers the same for a segment each time: making room for its scores takes longer than most searches. */
export const createScoredOf = (): ((segment: Segment) => Scored) => {
  const bySegment = new WeakMap<Segment, Scored>();
  return (segment) => {
    const scored = bySegment.get(segment) ?? new Scored(segment);
    bySegment.set(segment, scored);
    return scored;
  };
};
