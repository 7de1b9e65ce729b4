import { searchFields } from '#shared/domain/search/search-query.ts';
import type { SearchDocument } from '../engine/document.ts';
import { dateColumns } from '../engine/segment.ts';

/**
 * Documents as they travel to the thread: a few flat lists instead of many small objects, which take several times as
 * long to copy from one thread to another.
 */
export type PackedDocuments = {
  readonly ids: readonly string[];
  /** A text for each of `searchFields`, document after document. */
  readonly texts: readonly string[];
  /** The keywords of a document, one a line. */
  readonly keywords: readonly string[];
  readonly sortTexts: readonly string[];
  /** The dates of a document, then the moments when it was added and changed. */
  readonly numbers: Float64Array;
};

const sortCount = 3;
const numberCount = dateColumns + 2;

/** Makes documents ready to be sent. No keyword holds a line end. */
export const packDocuments = (documents: readonly SearchDocument[]): PackedDocuments => {
  const numbers = new Float64Array(documents.length * numberCount);
  const [texts, keywords, sortTexts]: [string[], string[], string[]] = [[], [], []];
  for (const [index, document] of documents.entries()) {
    for (const text of document.texts) texts.push(text);
    keywords.push(document.keywords.join('\n'));
    sortTexts.push(...document.sortTexts);
    const at = index * numberCount;
    numbers.set(document.dates, at);
    numbers[at + dateColumns] = document.addedAt;
    numbers[at + dateColumns + 1] = document.changedAt;
  }
  return { ids: documents.map(({ id }) => id), texts, keywords, sortTexts, numbers };
};

/** The documents as they were before they were packed. */
export const unpackDocuments = (packed: PackedDocuments): SearchDocument[] =>
  packed.ids.map((id, index) => {
    const at = index * numberCount;
    const textAt = index * searchFields.length;
    const sortAt = index * sortCount;
    const keywords = packed.keywords[index] ?? '';
    return {
      id,
      texts: packed.texts.slice(textAt, textAt + searchFields.length),
      keywords: keywords === '' ? [] : keywords.split('\n'),
      dates: [...packed.numbers.subarray(at, at + dateColumns)],
      sortTexts: [
        packed.sortTexts[sortAt] ?? '',
        packed.sortTexts[sortAt + 1] ?? '',
        packed.sortTexts[sortAt + 2] ?? '',
      ],
      addedAt: packed.numbers[at + dateColumns] ?? 0,
      changedAt: packed.numbers[at + dateColumns + 1] ?? 0,
    };
  });
