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
  /** Lists of keywords, one a line, each list once: most documents share theirs with many others. */
  readonly keywordLists: readonly string[];
  /** Which of the lists is the document's. */
  readonly keywords: Uint32Array;
  readonly sortTexts: readonly string[];
  /** The dates of a document, then the moments when it was added and changed. */
  readonly numbers: Float64Array;
};

const sortCount = 3;
const numberCount = dateColumns + 2;

/** Makes documents ready to be sent. No keyword holds a line end. */
export const packDocuments = (documents: readonly SearchDocument[]): PackedDocuments => {
  const numbers = new Float64Array(documents.length * numberCount);
  const keywords = new Uint32Array(documents.length);
  const lists = new Map<string, number>();
  const [texts, sortTexts]: [string[], string[]] = [[], []];
  for (const [index, document] of documents.entries()) {
    for (const text of document.texts) texts.push(text);
    const list = document.keywords.join('\n');
    const number = lists.get(list) ?? lists.size;
    lists.set(list, number);
    keywords[index] = number;
    sortTexts.push(...document.sortTexts);
    const at = index * numberCount;
    numbers.set(document.dates, at);
    numbers[at + dateColumns] = document.addedAt;
    numbers[at + dateColumns + 1] = document.changedAt;
  }
  const ids = documents.map(({ id }) => id);
  return { ids, texts, keywordLists: [...lists.keys()], keywords, sortTexts, numbers };
};

/** The documents as they were before they were packed. */
export const unpackDocuments = (packed: PackedDocuments): SearchDocument[] => {
  const lists = packed.keywordLists.map((list) => (list === '' ? [] : list.split('\n')));
  return packed.ids.map((id, index) => {
    const at = index * numberCount;
    const textAt = index * searchFields.length;
    const sortAt = index * sortCount;
    return {
      id,
      texts: packed.texts.slice(textAt, textAt + searchFields.length),
      keywords: lists[packed.keywords[index] ?? 0] ?? [],
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
};
