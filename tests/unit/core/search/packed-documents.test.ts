import { expect, it } from 'vitest';
import type { SearchDocument } from '#core/search/engine/document.ts';
import { packDocuments, unpackDocuments } from '#core/search/worker/packed-documents.ts';
import { searchFields } from '#shared/domain/search/search-query.ts';

const document = (id: string, fields: Partial<SearchDocument> = {}): SearchDocument => ({
  id,
  texts: searchFields.map((field) => `${id} ${field}\nnext line`),
  keywords: ['\u0001type=book', '\u0001is=placed'],
  dates: [20180000, 0, 20171231, 0, 20260301, 0],
  sortTexts: [id, 'book', ''],
  addedAt: 1_772_366_400_000,
  changedAt: 1_772_366_400_123,
  ...fields,
});

it('gives back the documents that were packed', () => {
  const documents = [document('a'), document('b', { keywords: [] }), document('c', { keywords: ['one'] })];
  expect(unpackDocuments(packDocuments(documents))).toEqual(documents);
  expect(unpackDocuments(packDocuments([]))).toEqual([]);
});
