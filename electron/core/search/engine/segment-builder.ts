import { eachWord, foldWord } from '#shared/domain/search/tokens.ts';
import type { SearchDocument } from './document.ts';
import { dateColumns, fieldMark, keywordField, lettersOf, type Segment } from './segment.ts';

/** A growing array of numbers. */
class Numbers {
  #items = new Uint32Array(1024);
  length = 0;

  push(number: number): void {
    if (this.length === this.#items.length) {
      const larger = new Uint32Array(this.length * 2);
      larger.set(this.#items);
      this.#items = larger;
    }
    this.#items[this.length] = number;
    this.length += 1;
  }

  toArray(): Uint32Array {
    return this.#items.slice(0, this.length);
  }
}

const postingsOf = (
  forward: Uint32Array,
  forwardStart: Uint32Array,
  termCount: number,
): Pick<Segment, 'postings' | 'postingsStart'> => {
  const documentCount = forwardStart.length - 1;
  const last = new Int32Array(termCount).fill(-1);
  const postingsStart = new Uint32Array(termCount + 1);
  const walk = (each: (document: number, term: number, bit: number) => void) => {
    for (let document = 0; document < documentCount; document += 1) {
      const end = forwardStart[document + 1] ?? 0;
      let bit = 0;
      for (let at = forwardStart[document] ?? 0; at < end; at += 1) {
        const term = forward[at] ?? 0;
        if (term >= fieldMark) bit = term - fieldMark === keywordField ? 0xff : 1 << (term - fieldMark);
        else each(document, term, bit);
      }
    }
  };
  walk((document, term) => {
    if (last[term] === document) return;
    last[term] = document;
    postingsStart[term + 1] = (postingsStart[term + 1] ?? 0) + 1;
  });
  for (let term = 0; term < termCount; term += 1)
    postingsStart[term + 1] = (postingsStart[term + 1] ?? 0) + (postingsStart[term] ?? 0);
  const postings = new Uint32Array(postingsStart[termCount] ?? 0);
  const next = postingsStart.slice();
  last.fill(-1);
  walk((document, term, bit) => {
    const at = next[term] ?? 0;
    if (last[term] === document) {
      postings[at - 1] = (postings[at - 1] ?? 0) | bit;
      return;
    }
    last[term] = document;
    postings[at] = document * 256 + bit;
    next[term] = at + 1;
  });
  return { postings, postingsStart };
};

/** Collects documents, new ones and ones of other segments, and makes a segment of them. */
export class SegmentBuilder {
  readonly #numbers = new Map<string, number>();
  readonly #terms: string[] = [];
  readonly #forward = new Numbers();
  readonly #forwardStart = new Numbers();
  readonly #ids: string[] = [];
  readonly #dates = new Numbers();
  readonly #addedAt: number[] = [];
  readonly #changedAt: number[] = [];
  readonly #sortTexts: (readonly string[])[] = [];
  readonly #translations = new WeakMap<Segment, Int32Array>();
  /** Words that are written otherwise than their terms; -1 for those of which nothing is left. */
  readonly #spellings = new Map<string, number>();
  readonly #gone: number[] = [];
  readonly #pushWord = (word: string): void => {
    const number = this.#numberOfWord(word);
    if (number >= 0) this.#forward.push(number);
  };

  #numberOf(term: string): number {
    const known = this.#numbers.get(term);
    if (known !== undefined) return known;
    this.#numbers.set(term, this.#terms.length);
    this.#terms.push(term);
    return this.#terms.length - 1;
  }

  #numberOfWord(word: string): number {
    const known = this.#numbers.get(word) ?? this.#spellings.get(word);
    if (known !== undefined) return known;
    const term = foldWord(word);
    const number = term === '' ? -1 : this.#numberOf(term);
    if (term !== word) this.#spellings.set(word, number);
    return number;
  }

  #begin(document: Pick<SearchDocument, 'id' | 'addedAt' | 'changedAt' | 'sortTexts'>): void {
    this.#ids.push(document.id);
    this.#addedAt.push(document.addedAt);
    this.#changedAt.push(document.changedAt);
    this.#sortTexts.push(document.sortTexts);
    this.#forwardStart.push(this.#forward.length);
  }

  /** Takes a document in and answers its number. */
  add(document: SearchDocument): number {
    this.#begin(document);
    for (const [field, text] of document.texts.entries()) {
      if (text === '') continue;
      for (const line of text.split('\n')) {
        // A mark before each line, so that a phrase does not reach from one subject into the next.
        this.#forward.push(fieldMark + field);
        eachWord(line, this.#pushWord);
      }
    }
    this.#forward.push(fieldMark + keywordField);
    for (const keyword of document.keywords) this.#forward.push(this.#numberOf(keyword));
    for (let column = 0; column < dateColumns; column += 1) this.#dates.push(document.dates[column] ?? 0);
    return this.#ids.length - 1;
  }

  /** Forgets a document that was added. */
  remove(document: number): void {
    this.#gone.push(document);
  }

  /** The numbers here of another segment's terms; -1 for those that were not needed yet. */
  #translationOf(segment: Segment): Int32Array {
    const known = this.#translations.get(segment);
    if (known) return known;
    const made = new Int32Array(segment.terms.length).fill(-1);
    this.#translations.set(segment, made);
    return made;
  }

  #copyTerms(segment: Segment, document: number): void {
    const translation = this.#translationOf(segment);
    const end = segment.forwardStart[document + 1] ?? 0;
    for (let at = segment.forwardStart[document] ?? 0; at < end; at += 1) {
      const term = segment.forward[at] ?? 0;
      if (term < fieldMark && translation[term] === -1)
        translation[term] = this.#numberOf(segment.terms[term] ?? '');
      this.#forward.push(term < fieldMark ? (translation[term] ?? 0) : term);
    }
  }

  /** Takes over a document of another segment as it is. */
  copy(segment: Segment, document: number): void {
    this.#begin({
      id: segment.ids[document] ?? '',
      addedAt: segment.addedAt[document] ?? 0,
      changedAt: segment.changedAt[document] ?? 0,
      sortTexts: (segment.sortTexts[document] ?? []) as SearchDocument['sortTexts'],
    });
    this.#copyTerms(segment, document);
    for (let column = 0; column < dateColumns; column += 1)
      this.#dates.push(segment.dates[document * dateColumns + column] ?? 0);
  }

  build(): Segment {
    // Without a function to compare by, texts are sorted by code unit, and several times faster.
    const terms = this.#terms.toSorted();
    const sorted = new Uint32Array(terms.length);
    for (let place = 0; place < terms.length; place += 1)
      sorted[this.#numbers.get(terms[place] ?? '') ?? 0] = place;
    const forward = this.#forward.toArray();
    for (let at = 0; at < forward.length; at += 1) {
      const term = forward[at] ?? 0;
      if (term < fieldMark) forward[at] = sorted[term] ?? 0;
    }
    this.#forwardStart.push(forward.length);
    const forwardStart = this.#forwardStart.toArray();
    const alive = new Uint8Array(this.#ids.length).fill(1);
    for (const document of this.#gone) alive[document] = 0;
    return {
      ids: this.#ids,
      terms,
      letters: Uint32Array.from(terms, lettersOf),
      ...postingsOf(forward, forwardStart, terms.length),
      forwardStart,
      forward,
      dates: this.#dates.toArray(),
      addedAt: Float64Array.from(this.#addedAt),
      changedAt: Float64Array.from(this.#changedAt),
      sortTexts: this.#sortTexts,
      alive,
    };
  }
}
