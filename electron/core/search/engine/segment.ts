import { dateFields } from '#shared/domain/search/search-query.ts';

/**
 * A part of the index: documents numbered from 0, and a dictionary of their terms, sorted by code unit so that what
 * begins with the same letters lies side by side. All but the strings are flat arrays of numbers, which are written
 * to the disk and read back as they are. Never changes, but for `alive`.
 */
export type Segment = {
  readonly ids: readonly string[];
  readonly terms: readonly string[];
  /** Which letters a term has, a bit each: tells most terms apart from a misspelled word in one step. */
  readonly letters: Uint32Array;
  /** Postings of term `t` are `postings[postingsStart[t]] … postings[postingsStart[t + 1] - 1]`. */
  readonly postingsStart: Uint32Array;
  /** Document number in the upper 24 bits, in the lower 8 one bit for each field that has the term. */
  readonly postings: Uint32Array;
  /** Terms of document `d` in the order of its texts are `forward[forwardStart[d]] … `. */
  readonly forwardStart: Uint32Array;
  /** Term numbers; `fieldMark + field` before the terms of each field, `fieldMark + keywordField` before keywords. */
  readonly forward: Uint32Array;
  /** `dateFields.length` day numbers for each document. */
  readonly dates: Uint32Array;
  readonly addedAt: Float64Array;
  readonly changedAt: Float64Array;
  readonly sortTexts: readonly (readonly string[])[];
  /** 0 for a document that was removed, or whose newer form is in another segment. */
  readonly alive: Uint8Array;
};

/** Numbers from here on in `forward` are marks. */
export const fieldMark = 0xff_ff_ff_00;
/** The field number of keywords. */
export const keywordField = 0xff;

/** How many date columns there are. */
export const dateColumns = dateFields.length;

/** One bit for each letter a to z, one for all digits, one for all other letters. */
export const lettersOf = (term: string): number => {
  let bits = 0;
  for (let index = 0; index < term.length; index += 1) {
    const code = term.charCodeAt(index);
    if (code >= 97 && code <= 122) bits |= 1 << (code - 97);
    else bits |= code >= 48 && code <= 57 ? 1 << 26 : 1 << 27;
  }
  return bits >>> 0;
};

/** The number of the first term that is not before `text`. */
export const firstTermFrom = ({ terms }: Segment, text: string): number => {
  let low = 0;
  let high = terms.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((terms[middle] ?? '') < text) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** The terms that begin with `prefix`: from the first number up to, without, the second. */
export const termsWithPrefix = (segment: Segment, prefix: string): readonly [from: number, to: number] => [
  firstTermFrom(segment, prefix),
  firstTermFrom(segment, `${prefix}\uffff`),
];

/** The number of exactly this term, or -1. */
export const termNumber = (segment: Segment, term: string): number => {
  const number = firstTermFrom(segment, term);
  return segment.terms[number] === term ? number : -1;
};
