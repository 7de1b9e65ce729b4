import type { SearchDocument } from './document.ts';
import { SegmentBuilder } from './segment-builder.ts';
import type { Segment } from './segment.ts';

type Place = { readonly segment: Segment; readonly document: number };

/** A segment is joined with its smaller neighbors when they together hold more than this share of it. */
const growth = 8;

/** When so many documents wait they are taken apart at once, so that whoever asks next need not wait for all of it. */
const bulk = 500;

/**
 * All documents, in a few segments of very different sizes: what has changed lately is in small ones that are quick
 * to make anew, so that an edit costs little however large the library is.
 */
export class SearchIndex {
  /** From large to small. */
  #segments: readonly Segment[];
  readonly #places = new Map<string, Place>();
  readonly #waiting = new Map<string, SearchDocument>();
  /** Takes in what comes in bulk; numbers of the documents in it by their ids. */
  #builder = new SegmentBuilder();
  readonly #taken = new Map<string, number>();
  #version = 0;

  constructor(segments: readonly Segment[] = []) {
    this.#segments = segments;
    for (const segment of segments) this.#remember(segment);
  }

  /** Goes up with each change, so that what was found before is not taken for what is there now. */
  get version(): number {
    return this.#version;
  }

  get size(): number {
    return this.#places.size + this.#taken.size + this.#waiting.size;
  }

  /** Puts documents in, each instead of the one with its id. */
  put(documents: readonly SearchDocument[]): void {
    for (const document of documents) {
      this.#forget(document.id);
      this.#waiting.set(document.id, document);
    }
    if (this.#waiting.size >= bulk) this.#takeIn();
    this.#version += 1;
  }

  remove(ids: readonly string[]): void {
    for (const id of ids) {
      this.#forget(id);
      this.#waiting.delete(id);
    }
    this.#version += 1;
  }

  /** The segments with everything in them that was put in. */
  segments(): readonly Segment[] {
    if (this.#waiting.size + this.#taken.size > 0) this.#settle();
    return this.#segments;
  }

  /** One segment with everything, as it is kept on the disk. */
  compact(): Segment {
    const [only] = this.segments();
    if (only && this.#segments.length === 1 && !only.alive.includes(0)) return only;
    const builder = new SegmentBuilder();
    for (const segment of this.#segments) copyAlive(segment, builder);
    const segment = builder.build();
    this.#segments = [segment];
    this.#remember(segment);
    return segment;
  }

  #takeIn(): void {
    for (const document of this.#waiting.values()) this.#taken.set(document.id, this.#builder.add(document));
    this.#waiting.clear();
  }

  #forget(id: string): void {
    const taken = this.#taken.get(id);
    if (taken !== undefined) this.#builder.remove(taken);
    this.#taken.delete(id);
    const place = this.#places.get(id);
    if (!place) return;
    place.segment.alive[place.document] = 0;
    this.#places.delete(id);
  }

  #remember(segment: Segment): void {
    for (const [document, id] of segment.ids.entries())
      if (segment.alive[document] === 1) this.#places.set(id, { segment, document });
  }

  #settle(): void {
    this.#takeIn();
    const builder = this.#builder;
    let count = this.#taken.size;
    const kept = [...this.#segments];
    for (let last = kept.at(-1); last && last.ids.length <= count * growth; last = kept.at(-1)) {
      copyAlive(last, builder);
      count += last.ids.length;
      kept.pop();
    }
    const segment = builder.build();
    this.#builder = new SegmentBuilder();
    this.#taken.clear();
    this.#segments = [...kept, segment];
    this.#remember(segment);
  }
}

const copyAlive = (segment: Segment, builder: SegmentBuilder): void => {
  for (let document = 0; document < segment.ids.length; document += 1)
    if (segment.alive[document] === 1) builder.copy(segment, document);
};
