import { searchFields, type SearchClause, type SearchField } from '#shared/domain/search/search-query.ts';
import { allowedErrors, typingErrors } from './edit-distance.ts';
import { isKeywordTerm } from './document.ts';
import type { Scored } from './scored.ts';
import { fieldMark, lettersOf, termNumber, termsWithPrefix, type Segment } from './segment.ts';

/** How much a match in each field says about what the resource is about. */
const weights: Readonly<Record<SearchField, number>> = {
  title: 10,
  subject: 6,
  creator: 5,
  publisher: 4,
  topic: 4,
  summary: 3,
  url: 2,
  credit: 1,
};

const bestField = 0.9;

/** What a match is worth by the fields it is in: the best of them counts most, the others a little. */
const worthOfFields = Float32Array.from({ length: 256 }, (_, mask) => {
  const found = searchFields.flatMap((field, bit) => (mask & (1 << bit) ? [weights[field]] : []));
  const sum = found.reduce((total, weight) => total + weight, 0);
  return bestField * Math.max(0, ...found) + (1 - bestField) * sum;
});

/** The bits of the fields in which a condition looks. */
export const fieldMask = (field: SearchField | null): number =>
  field === null ? 0xff : 1 << searchFields.indexOf(field);

type Words = Extract<SearchClause, { kind: 'words' }>;

const addTerm = (
  segment: Segment,
  { term, worth, mask }: { readonly term: number; readonly worth: number; readonly mask: number },
  scored: Scored,
): void => {
  const { postings } = segment;
  const end = segment.postingsStart[term + 1] ?? 0;
  for (let at = segment.postingsStart[term] ?? 0; at < end; at += 1) {
    const posting = postings[at] ?? 0;
    const fields = posting & mask;
    if (fields === 0) continue;
    scored.add(posting >>> 8, worth * (worthOfFields[fields] ?? 0));
  }
};

/** A word as it stands is worth 1, one that goes on less, the longer it goes on. */
const prefixWorth = (typed: string, term: string): number =>
  typed.length === term.length ? 1 : 0.5 + 0.3 * (typed.length / term.length);

const matchOneWord = (segment: Segment, clause: Words, scored: Scored): void => {
  const [word = ''] = clause.words;
  const mask = fieldMask(clause.field);
  if (clause.exact) {
    const term = termNumber(segment, word);
    if (term >= 0) addTerm(segment, { term, worth: 1, mask }, scored);
    return;
  }
  const [from, to] = termsWithPrefix(segment, word);
  for (let term = from; term < to; term += 1)
    addTerm(segment, { term, worth: prefixWorth(word, segment.terms[term] ?? ''), mask }, scored);
};

type Phrase = {
  readonly first: number;
  readonly middle: readonly number[];
  readonly lastFrom: number;
  readonly lastTo: number;
};

const phraseOf = (segment: Segment, { words, exact }: Words): Phrase | null => {
  const numbers = words.slice(0, -1).map((word) => termNumber(segment, word));
  const last = words.at(-1) ?? '';
  const only = termNumber(segment, last);
  const [lastFrom, lastTo] = exact ? [only, only + 1] : termsWithPrefix(segment, last);
  const [first = -1, ...middle] = numbers;
  return numbers.includes(-1) || lastFrom < 0 || lastFrom >= lastTo
    ? null
    : { first, middle, lastFrom, lastTo };
};

/** Bits of the fields in which the phrase stands in one document. */
const fieldsWithPhrase = (segment: Segment, document: number, phrase: Phrase): number => {
  const { forward } = segment;
  const { first, middle, lastFrom, lastTo } = phrase;
  const end = (segment.forwardStart[document + 1] ?? 0) - middle.length - 1;
  let bit = 0;
  let found = 0;
  for (let at = segment.forwardStart[document] ?? 0; at < end; at += 1) {
    const term = forward[at] ?? 0;
    if (term >= fieldMark) bit = 1 << (term & 0xff);
    else if (term === first) {
      const last = forward[at + middle.length + 1] ?? 0;
      if (last >= lastFrom && last < lastTo && middle.every((one, index) => forward[at + 1 + index] === one))
        found |= bit;
    }
  }
  return found;
};

const matchPhrase = (segment: Segment, clause: Words, scored: Scored): void => {
  const phrase = phraseOf(segment, clause);
  if (!phrase) return;
  const mask = fieldMask(clause.field);
  const sizeOf = (term: number) =>
    (segment.postingsStart[term + 1] ?? 0) - (segment.postingsStart[term] ?? 0);
  const rarest = [phrase.first, ...phrase.middle].reduce((a, b) => (sizeOf(b) < sizeOf(a) ? b : a));
  const end = segment.postingsStart[rarest + 1] ?? 0;
  for (let at = segment.postingsStart[rarest] ?? 0; at < end; at += 1) {
    const posting = segment.postings[at] ?? 0;
    if ((posting & mask) === 0) continue;
    const document = posting >>> 8;
    const fields = fieldsWithPhrase(segment, document, phrase) & mask;
    if (fields !== 0) scored.add(document, worthOfFields[fields] ?? 0);
  }
};

/** Scores the documents of a segment that fulfill a condition on words; those that do not stay 0. */
export const matchWords = (segment: Segment, clause: Words, scored: Scored): void =>
  clause.words.length === 1 ? matchOneWord(segment, clause, scored) : matchPhrase(segment, clause, scored);

/** A word of the dictionary that a misspelled one may stand for. */
export type Near = { readonly term: number; readonly errors: number };

const bitCount = (bits: number): number => {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
};

/** The words of a segment that differ from `word` by no more typing errors than a word of its length may have. */
export const nearTerms = (segment: Segment, word: string): Near[] => {
  const most = allowedErrors(word.length);
  if (most === 0) return [];
  const letters = lettersOf(word);
  const near: Near[] = [];
  for (let term = 0; term < segment.terms.length; term += 1) {
    // A letter that the term lacks is an error by itself.
    if (bitCount(letters & ~(segment.letters[term] ?? 0)) > most) continue;
    const text = segment.terms[term] ?? '';
    if (text.length < word.length - most || isKeywordTerm(text)) continue;
    const errors = typingErrors(word, text, most);
    if (errors > 0 && errors <= most) near.push({ term, errors });
  }
  return near;
};

const nearWorth = [1, 0.35, 0.2];

/** Scores the documents that have a word near to the one typed. */
export const matchNear = (
  segment: Segment,
  near: readonly Near[],
  { field, scored }: { readonly field: SearchField | null; readonly scored: Scored },
): void => {
  const mask = fieldMask(field);
  for (const { term, errors } of near)
    addTerm(segment, { term, worth: nearWorth[errors] ?? 0, mask }, scored);
};
